# Offers: Ben offers micro:bits and his help, Cleo asks and at once sees what fits. Who is asked reads
# her words, and her name with a yes. What is over is told kindly. Help wanted finds a person.
now 2026-11-23 10:00 Europe/London
room northshire: Ana (admin), Ben, Cleo, Eve
room southshire: Dev (admin)

Ana in #northshire types /network set-up
Ana fills
  What is your network called? = Northshire STEM teachers
Ana in #northshire types /network join
Ana presses Yes, write to me
Ben in #northshire types /network join
Ben presses Yes, write to me
Cleo in #northshire types /network join
Cleo presses Yes, write to me
Eve in #northshire types /network join
Eve presses Yes, write to me

# Ben offers ten micro:bits until a Friday.
Ben in #northshire types /offer Ten micro:bits to lend until 11.12.2026
Ben fills
  What kind of thing is it? = Something to lend

# Cleo asks for something like it. She sees it at once, asks for it, and Ben says yes.
Cleo in #northshire types /request
Cleo fills
  What do you need? = Something else
  What for? = micro:bits for a coding club in Year 8
Cleo presses Ask for this
clock +6h
Ben presses I can help
clock +20h
Cleo in #northshire types /request mine

# Ben and Eve say what they are good at, and that people may ask them about it.
Eve in #northshire types /profile topics
Eve fills
  What are you good at? = Electricity
Eve in #northshire types /network settings
Eve presses What others see of me
Eve presses Show it #2
Ben in #northshire types /profile topics
Ben fills
  What are you good at? = Electricity
Ben in #northshire types /network settings
Ben presses What others see of me
Ben presses Show it #2

# Cleo looks back on a meeting and wants help: her tap makes a request of it. Eve cannot now; Ben can.
Ana in #northshire types /meeting plan Electricity evening, 1.12.2026 16:00, Room 12
Ana fills
Ana presses Send now
clock +5s
clock +7d
clock +4h
clock +10min
Cleo in #northshire types /here
Cleo presses I am here
clock +2h
Cleo presses Looking back
Cleo fills
  Was it worth your time? = Mostly
  With what do you want help? = Electric circuits with my Year 9
Cleo presses Ask the network for help
Cleo fills
Cleo presses Ask them
clock +1d
Eve presses Not now
clock +1d
Ben presses I can help
clock +1d
Cleo in #northshire types /request mine
Cleo presses Show
Cleo presses It has taken place
Ben in #northshire types /offer mine

# Ana declines what Eve asks for. Cleo offers something like it a day later, and Eve hears of it.
Eve in #northshire types /request
Eve fills
  What do you need? = A room
  What for? = A chemistry lab for one afternoon with Year 10
clock +1d
Ana in #northshire types /kit
Ana presses It cannot be
Ana fills
  Why not? They read it. = We have no lab of our own.
clock +1d
Cleo in #northshire types /offer Our chemistry lab on Thursdays, until 11.2.2027
Cleo fills
  What kind of thing is it? = A room or a lab
clock +3d
Eve presses Ask for this
clock +1d
Cleo presses I can help
clock +4d

# Ben's micro:bits have come to their day. He offers them for longer.
Ben presses Offer it for longer
Ben fills
  Until which day? = 2027-01-29

# Dev of another network, and Eve, see nothing of what Cleo asked for.
Dev in #southshire types /offer mine
Eve in #northshire types /request mine
