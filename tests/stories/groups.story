# Groups in a meeting: dealt, looked at, posted, dealt again, and somebody comes late.
now 2026-11-30 10:00 Europe/London
room northshire: Ana (admin), Ben, Cleo, Eva, Fay, Gus, Hal

# Ana begins, and plans a meeting. Six people come; Ben brings somebody, Cleo hides her name.
Ana in #northshire types /network set-up
Ana fills
  What is your network called? = Northshire STEM teachers
  Which city's clocks do you live by? = London
Ana presses Introduce yourself
clock +30s
Ana presses Join
Ben presses Join
Cleo presses Join
Eva presses Join
Fay presses Join
Gus presses Join
Hal presses Join
Ana in #northshire types /meeting plan Robotics twilight, 1.12.2026 16:00, Room 12
Ana fills
Ana presses Send now
clock +2s
Ana in #northshire types /meeting groups
Ana presses Yes
Ben presses Yes
Ben presses Bring somebody
Cleo presses Yes
Cleo presses Hide my name
Eva presses Yes
Fay presses Yes
Gus presses Yes

# She looks at groups of three, then of four, and takes the threes. She thinks again, and posts them.
Ana in #northshire types /meeting groups
Ana presses Groups of 4
Ana presses Groups of 3
Ana presses Post in the thread
Ana presses Undo
Ana presses Post in the thread
clock +31s
Cleo presses My group
Ben presses My group
Hal presses My group

# Hal comes late: he is added, and everybody else stays. The post in the thread follows.
Hal presses Yes
Ana in #northshire types /meeting groups
Ana presses Add 1 who came late
Ana presses Post in the thread
Ana presses Send now
clock +2s
Hal presses My group

# For the second half all are dealt again, and meet others.
Ana in #northshire types /meeting groups
Ana presses Deal again
Ana presses Post in the thread
clock +31s
