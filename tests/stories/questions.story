# What a network is asked: in its own words, on a visit, between meetings; and what one keeps for oneself.
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

# Ana asks everybody something, and undoes it first.
Ana in #northshire types /reflect ask What is going well in your classes?
Ana fills
Ana presses Undo
Ana presses Change it
Ana fills
  What do you want to ask? = What is going well in your classes just now?
Ana presses Send now
clock +5s
Ben presses Answer
Ben fills
  Your answer = The little robots.
Cleo in #northshire types /reflect
Cleo presses Answer
Cleo fills
  Your answer = Nothing yet @everyone
Cleo presses Read it

# Ben writes something down for himself; later he shares it.
Ben in #northshire types /reflect write The quiet ones built the best bridges.
Ben fills
Ben in #northshire types /reflect
Ben presses Read
Ben presses Share it
Ben presses Share it
clock +31s

# The meeting of next week is a visit; one question is in the network's own words.
Ana in #northshire types /meeting plan Visit to the rail works, 1.12.2026 16:00, Gate 2
Ana fills
Ana presses Send now
clock +5s
Ana in #northshire types /reflect visit rail
Ana presses Questions of a visit
Ana fills
  What surprised you? = What would you show your pupils?
Ben presses Yes
clock +7d
clock +1d
clock +8h
Ben presses Looking back
Ben fills
  Was the visit worth your time? = Very much
  What would you show your pupils? = How a point is moved.

# Put otherwise afterwards, what Ben said stays below what he was asked.
Ana in #northshire types /reflect questions visit
Ana fills
  What surprised you? = What stays with you?
Ana in #northshire types /reflect results rail
