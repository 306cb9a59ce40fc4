# A coordinator falls ill: what is planned goes on, her deputy gets what needs a person, and when
# both are away somebody stands in. Back again, she hands the network over.
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

# Ana names a deputy, who is told what that means, and says yes.
Ana in #northshire types /network deputy
Ana fills
  Who may plan as well? = Ben
clock +6h
Ben presses That is fine

Ana in #northshire types /meeting plan Robotics twilight, 1.12.2026 16:00, Room 12
Ana fills
Ana presses Send now
clock +5s
Cleo presses Yes

# Ana is ill; Ben says so for her. From now on nothing is asked of her.
Ben in #northshire types /network settings
Ben presses People
Ben presses Somebody else is away
Ben fills
  Who is away? = Ana
  Away until which day? = 2026-12-14
clock +4d
Ben in #northshire types /network
Ben presses Yes
clock +4d
clock +4h
Ben in #northshire types /network

# Ben is away for a few days as well: the channel is told, and Cleo stands in.
Ben in #northshire types /network away until 11 December
Ben fills
clock +1d
Cleo in #northshire types /network
Cleo presses I can stand in
Cleo fills
Ben in #northshire types /network
Ben presses Yes, please
clock +1d
Cleo in #northshire types /network
clock +1w

# Both are back by themselves on their day.
clock +6d
Ana in #northshire types /network hand-over

# Ana hands the network over to Ben; until he says yes, nothing changes.
Ana presses Hand over
Ana fills
  Who takes over? = Ben
  And you, after that? = I am a member like the others
clock +1d
Ben presses I take over
clock +1d
