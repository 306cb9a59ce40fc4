# In the room and after: who was there, looking back, notes, and what is to be done.
now 2026-11-23 10:00 Europe/London
room northshire: Ana (admin), Ben, Cleo

Ana in #northshire types /network set-up
Ana fills
  What is your network called? = Northshire STEM teachers
Ana in #northshire types /network join
Ana presses Yes, write to me
Ben in #northshire types /network join
Ben presses Yes, write to me
Cleo in #northshire types /network join
Cleo presses Yes, write to me

Ana in #northshire types /meeting plan Robotics twilight, 1.12.2026 16:00, Room 12
Ana fills
Ana presses Send now
clock +5s
Ben presses Yes
Cleo presses Yes
clock +8d
clock +6h

# Ben is there and says so; Ana reads who is noted, and ticks who was there.
clock +10min
Ben presses I am here
Ana in #northshire types /here
Ana presses Tick who was there
Ana fills
  Who was there? = Ben
  Who else was there? = Mrs Frost
clock +2h

# Ben looks back in a minute; one who was not there says so and is asked nothing more.
Ben presses Looking back
Ben fills
  Was it worth your time? = Mostly
  What was most useful? = The line followers
  What will you try, and with whom? = Line followers with 8b
  By which day? = 2026-12-15
clock +14h
Cleo presses I couldn't come

# Ana writes the notes; Ben gets something to do, is told when it is due, and hands it on.
Ana in #northshire types /notes write
Ana fills
  What was said? = We tried line followers.
  What was decided? = Kits for every school.
Ana presses Send now
clock +2s
Ana in #northshire types /notes add Order the kits
Ana fills
  Who does it? = I do it
  By which day? = 2026-12-08
clock +1min
clock +6d
Ana presses Change or hand on
Ana fills
  Or somebody else? = Ben
  By which day? = 2026-12-10
clock +2d
Ben presses Done
clock +1min

# After a week the thread tells how many have looked back; who was there reads it.
Ben presses Read it
Cleo presses Read it
Ben in #northshire types /notes
