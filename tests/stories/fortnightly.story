# A term: a meeting comes again every two weeks, and whoever comes is reminded on the morning.
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
Cleo presses No, thank you

Ana in #northshire types /meeting plan Robotics twilight, 1.12.2026 16:00, Room 12
Ana fills
Ana presses Send now
clock +5s
Ben presses Yes
Cleo presses Yes, if I am released
clock +5s

# It is repeated, taken back, repeated for longer, and told in one post.
Ana in #northshire types /meeting repeat
Ana fills
  How often? = every two weeks
  Until which day? = 2026-12-31
Ana presses Undo
Ana presses Repeat
Ana fills
  How often? = every two weeks
  Until which day? = 2027-03-10
clock +35s

# Ben answers one that is far away, and Ana moves that one alone.
Ben presses All dates
Ben presses Later dates
Ben presses Answer
Ben presses Yes
Ana presses All dates
Ana presses Later dates
Ana presses Open
Ana presses Move or change
Ana fills
  Which day? = 2027-03-11
clock +40s

# On the morning of the first one Ben is reminded privately, and Cleo by a reply in its thread.
clock +7d
clock +21h

# Convenor is started again; the far one is called off alone, and the others go on.
restart
Ana presses All dates
Ana presses Later dates
Ana presses Open
Ana presses Call off
Ana fills
  A word to those who wanted to come? = Snow.
clock +40s
clock +2w
