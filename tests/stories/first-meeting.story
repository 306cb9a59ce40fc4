# The first trip: two networks begin, a meeting is planned, answered, moved and called off.
now 2026-11-23 10:00 Europe/London
# Convenor prints this code when it starts; with it, Ana needs no administrator.
code 4F2A9C1D
room northshire: Ana, Ben, Cleo
room southshire: Dev (admin)

# Dev is an administrator, and begins another network. Every step after the first can be skipped.
Dev in #southshire types /network
Dev presses Set up a network
Dev fills
  What is your network called? = Southshire teachers
Dev presses Not now
Dev presses Skip
Dev presses No, thank you

# Ana has the code. She mistypes the city, and what she typed is kept.
Ana in #northshire types /network
Ana in #northshire types /network set-up 4F2A9C1D
Ana fills
  What is your network called? = Northshire STEM teachers
  Which city's clocks do you live by? = Lodnon
Ana fills
  What is your network called? = Northshire STEM teachers
  Which city's clocks do you live by? = London
Ana presses Introduce yourself
Ana presses Skip
Ana presses Yes, write to me
clock +30s
Ben presses Join
Ben presses Yes, write to me
Cleo presses Join
Cleo presses No, thank you

# Ana asks Cleo to be a deputy; once Cleo has said yes, she may plan as well.
Ana in #northshire types /network deputy
Ana fills
  Who may plan as well? = Cleo
Cleo in #northshire types /network
Cleo presses That is fine

# A meeting is planned by a form, taken back, changed, and announced.
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

# People answer, and the post shows who is coming; Cleo hides her name, Ana changes her mind.
Ben presses Yes
clock +2s
Cleo presses Yes, if I am released
Cleo presses Hide my name
clock +2s
Ana presses Maybe
Ana presses Change my answer
Ana presses No
clock +2s
Ana presses Who is coming
Ben in #northshire types /rsvp maybe
clock +2s
Ben in #northshire types /rsvp
Ben presses Yes
clock +2s
Ben in #northshire types /meeting
Ben in #northshire types /network

# Ben may not plan, and Dev sees nothing of Northshire; also after Convenor was started again.
Ben in #northshire types /meeting plan
restart
Dev in #southshire types /meeting
Dev in #southshire types /network
Dev in #southshire types /rsvp yes

# The meeting is moved: the post changes, its thread says so, and who agreed is written to.
Ana in #northshire types /meeting move
Ana fills
  Which day? = 2026-12-03
clock +40s

# Another one is planned in one line, and announced at once.
Cleo in #northshire types /meeting plan Coding café, 8.12.2026 17:30, https://meet.example.org/cafe
Cleo fills
Cleo presses Send now
clock +5s
Ana in #northshire types /meeting

# The first one is called off.
Ana in #northshire types /meeting call-off robotics
Ana fills
  A word to those who wanted to come? = The heating is broken.
Ana presses Send now
clock +5s
Ben presses Maybe

# Ben takes along all that is held about him, leaves, comes back, and has everything erased.
Ben in #northshire types /privacy export
Ben in #northshire types /network leave
Ben presses Yes, leave
Ben in #northshire types /network join
Ben in #northshire types /privacy
Ben presses Erase everything
Ben presses Yes, erase everything
clock +5s
Ana in #northshire types /network
