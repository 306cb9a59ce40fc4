# A newcomer: a code on the wall, somebody who looks out for her, the first meeting.
now 2026-11-23 10:00 Europe/London
room northshire: Ana (admin), Ben, Mira
room staffroom: Cleo

Ana in #northshire types /network set-up
Ana fills
  What is your network called? = Northshire STEM teachers
Ana in #northshire types /network join
Ana presses Yes, write to me
Ben in #northshire types /network join
Ben presses Yes, write to me
Mira in #northshire types /network join
Mira presses Yes, write to me

# Mira has agreed to welcome newcomers. A meeting is planned, and she comes.
Mira in #northshire types /network settings
Mira presses I welcome newcomers
Ana in #northshire types /meeting plan Robotics twilight, 1.12.2026 16:00, Room 12
Ana fills
Ana presses Send now
clock +5s
Mira presses Yes

# Ana pins a code to the wall, and ends it: it was photographed. She makes another one.
Ana in #northshire types /network invite
clock +1min
Ana presses Make a new one

# Cleo is in no channel of the network. She writes to me alone: first the code that was ended.
Cleo types /network join PPP-X43-VQQ
Cleo types /network join k46 x4r nkh
Cleo presses Join, and write to me
Cleo presses Answer
Cleo presses Yes

# On the school day before, each hears of the other; only they do.
clock +7d
clock +5h
clock +1h
clock +1d
Cleo types /here
clock +16h

# To the next meeting Mira comes, and Cleo does not.
Ana in #northshire types /meeting plan Bridges, 8.12.2026 16:00, Room 12
Ana fills
Ana presses Send now
clock +6d
clock +8h
Mira in #northshire types /here
clock +16h

# Ana sees it, and asks Cleo herself. Nothing is written to Cleo.
Ana in #northshire types /network
Ana presses Who came once
Ana presses I have asked
clock +1d
