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
