# Between meetings people go together in twos; as they are seven, once in three. Half-way each says
# how it goes: one wants somebody else, and one says nothing. Both are seen to, and nobody hears why.
# At the end each says whether it was of use, and the coordinator reads what came of it.
now 2026-11-23 10:00 Europe/London
room northshire: Ana (admin), Ben, Cleo, Eva, Finn, Gia, Hugo, Iris

Ana in #northshire types /network set-up
Ana fills
  What is your network called? = Northshire STEM teachers
Ben in #northshire types /network join
Ben presses Yes, write to me
Ben in #northshire types /buddy join
Cleo in #northshire types /network join
Cleo presses Yes, write to me
Cleo in #northshire types /buddy join
Eva in #northshire types /network join
Eva presses Yes, write to me
Eva in #northshire types /buddy join
Finn in #northshire types /network join
Finn presses Yes, write to me
Finn in #northshire types /buddy join
Gia in #northshire types /network join
Gia presses Yes, write to me
Gia in #northshire types /buddy join
Hugo in #northshire types /network join
Hugo presses Yes, write to me
Hugo in #northshire types /buddy join
Iris in #northshire types /network join
Iris presses Yes, write to me
Iris in #northshire types /buddy join

# Seven people are two twos and a three.
Ana in #northshire types /buddy round
Ana presses Introduce them
clock +6h

# Three weeks later each is asked, and answers alone.
clock +3w
Ben presses We have a date
Gia presses Somebody else, please
Hugo presses We met
Iris presses We met
Eva presses We met
Eva presses Not yet

# On the next school day Gia is the third of two others, and Ben and Cleo go on.
clock +1d
Gia in #northshire types /buddy
Cleo in #northshire types /buddy

# Finn has said nothing. He is asked once more, rests then, and Eva joins two others.
clock +10d
Eva in #northshire types /buddy
Finn presses I am back
Finn in #northshire types /buddy

# At the end each says whether it was of use, and Iris writes a line for the group.
clock +8d
Ben presses Yes
Cleo presses Yes
Gia presses Somewhat
Eva presses Yes
Hugo presses No
Iris presses Yes
Iris presses A line for the group
Iris fills
  What came of it? = We built the same bridge in two schools.
Iris presses Share it
clock +1min
Ana in #northshire types /buddy report

# Two weeks later nobody can add to it any more, and it is told.
clock +15d
Ana in #northshire types /buddy report
Iris in #northshire types /buddy
Iris presses My buddies so far
