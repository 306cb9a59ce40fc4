# A term: two meetings, each with its whole cycle, something to do handed on, a task tried in
# between, and what happened in class.
now 2026-09-30 10:00 Europe/London
room northshire: Ana (admin), Ben, Cleo, Eve, Finn

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
Finn in #northshire types /network join
Finn presses Yes, write to me
Ana in #northshire types /network terms
Ana presses Paste or import
Ana fills
  Terms and holidays = Autumn term; 1.9.2026; 18.12.2026\nSpring term; 4.1.2027; 26.3.2027

# Ana plans a meeting and announces it; what follows goes by itself.
Ana in #northshire types /meeting plan Robotics twilight, 6.10.2026 16:00, Room 12
Ana fills
Ana presses Send now
clock +5s
Ben presses Yes
Cleo presses Yes
Eve presses Yes
Finn presses Yes
Ana presses Yes
clock +6d
clock +6h

# In the room: who is here, and looking back in a minute.
clock +5min
Ben presses I am here
Cleo presses I am here
Eve presses I am here
Finn presses I am here
Ana presses I am here
clock +2h
Ben presses Looking back
Ben fills
  Was it worth your time? = Very much
  What will you try, and with whom? = Line followers with 8b
Eve presses Looking back
Eve fills
  Was it worth your time? = Mostly
  With what do you want help? = Spare motors

# Ana writes the notes, gives something to do, and a task to try.
Ana in #northshire types /notes write
Ana fills
  What was said? = We tried line followers.
Ana presses Add something to do
Ana fills
  What is to be done? = Order the kits
  Or somebody else? = Ben
  By which day? = 2026-10-14
Ana presses A task to try
Ana fills
  What do people try with one class? = One lesson with a line follower
  By which day? = 2026-11-13
clock +1min

# Cleo and Finn are asked once more in the morning; Finn says nothing, and hears no more of it.
clock +14h
Cleo presses Looking back
Cleo fills
  Was it worth your time? = Mostly

# Ben is told what is due, and hands it on to Cleo, who does it.
clock +7d
Ben presses Change or hand on
Ben fills
  Or somebody else? = Cleo
  By which day? = 2026-10-20
clock +6d
Cleo presses Done
Ben presses Read it

# The second meeting: planned, answered, and opened by the task.
clock +21d
Ana in #northshire types /meeting plan Data loggers, 24.11.2026 16:00, Room 12
Ana fills
Ana presses Send now
clock +5s
Cleo presses Yes
Ben presses Yes, if I am released
clock +4d
Ben presses Did it
Cleo presses Partly
Cleo presses Add a line
Cleo fills
  What happened? = They raced each other, so we ran out of time.
Eve presses Did it
Finn presses Not yet
Ana presses Did it
Ben presses How it went with others
Ben in #northshire types /agenda propose Sharing worksheets
Ben fills
  How many minutes? = 20
  What do people do? = discussion
Ana in #northshire types /agenda arrange
Ana presses Take it
clock +7d
Eve presses Yes
Ana in #northshire types /agenda
clock +3d
clock +9h
Ben presses I am here
Cleo presses I am here
clock +2h
Ben presses Looking back
Ben fills
  Was it worth your time? = Very much
clock +1d

# Eight weeks after the first meeting: what happened in class?
clock +7d
Ben presses Tell
Ben fills
  I do something differently in class = I agree strongly
  I passed it on to colleagues = I agree
  My pupils take more part = Too early to say
  What did you see that tells you so? = 8b asked for more.
Cleo presses Tell
Cleo fills
  I do something differently in class = I agree
  I passed it on to colleagues = I agree
  My pupils take more part = I agree
Eve presses Tell
Eve fills
  I do something differently in class = I agree
  I passed it on to colleagues = I do not agree
  My pupils take more part = I agree
Finn presses Tell
Finn fills
  I do something differently in class = Too early to say
  I passed it on to colleagues = I agree
  My pupils take more part = Too early to say
Ana presses Tell
Ana fills
  I do something differently in class = I agree strongly
  I passed it on to colleagues = I agree strongly
  My pupils take more part = I agree
Ben in #northshire types /impact results Robotics

# Two weeks later the group reads the figures, and the coordinator what each has told.
clock +14d
Ben presses Read it
Ana in #northshire types /impact results Robotics

# Next term: for whom it was too early, once more; and what came of the second meeting.
clock +33d
Ben presses Tell
Ben fills
  My pupils take more part = I agree
clock +1d
Cleo in #northshire types /impact
Ana in #northshire types /impact results Robotics
