# The first trip: Ana sets her network up, plans a meeting, Ben and Cleo answer; it is moved and called off.
now 2026-11-23 10:00 Europe/London
room northshire: Ana (admin), Ben, Cleo
room southshire: Dev (admin)

Dev in #southshire types /network set-up
Dev fills
  What is your network called? = Southshire teachers
Ana in #northshire types /network
Ana presses Set up a network
Ana fills
  What is your network called? = Northshire STEM teachers
  Which city's clocks do you live by? = Lodnon
Ana fills
  What is your network called? = Northshire STEM teachers
  Which city's clocks do you live by? = London
Ana presses Introduce yourself
Ana presses Name a deputy
Ana fills
  Who may plan as well? = Cleo
Ana presses Yes, write to me
clock +30s
Ben presses Join
Ben presses Yes, write to me
Cleo presses Join
Cleo presses No, thank you
Ana presses Plan a meeting
Ana fills
  What is it called? = Robotics twilight
  Which day? = 2026-12-01
  What time does it start? = 16:00
  Where? = Room 12, Northshire College
  What is it about? = Bring one robot.\nWe try *line following* together.
Ana presses Undo
Ana presses Change and send
Ana fills
  Where? = Room 14, Northshire College
clock +30s
Ben presses Yes
clock +2s
Cleo presses Yes, if I am released
Cleo presses Hide my name
clock +2s
Ana presses Maybe
Ana presses Change my answer
Ana presses No
clock +2s
Ben in #northshire types /rsvp
Ben in #northshire types /meeting
Ben in #northshire types /meeting plan
restart
Dev in #southshire types /meeting
Dev in #southshire types /network
Ana in #northshire types /meeting move
Ana fills
  Which day? = 2026-12-03
clock +31s
Ana in #northshire types /meeting call-off
Ana fills
  A word to those who wanted to come? = The heating is broken.
Ana presses Send now
clock +5s
Ben presses Maybe
Ben in #northshire types /privacy
Ben presses Erase everything
Ben presses Yes, erase everything
Ana in #northshire types /network
