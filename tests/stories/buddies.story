# Buddies: who would like one, a round that Ana sees first and changes, and five are a pair and a trio.
now 2026-11-23 16:00 Europe/London
room northshire: Ana (admin), Ben, Cleo, Mira, Tom, Zoe

Ana in #northshire types /network set-up
Ana fills
  What is your network called? = Northshire STEM teachers
Ana in #northshire types /network join
Ana presses Yes, write to me

# Each says yes to private messages, and that they would like a buddy.
Ben in #northshire types /network join
Ben presses Yes, write to me
Ben in #northshire types /buddy join
Cleo in #northshire types /network join
Cleo presses Yes, write to me
Cleo in #northshire types /buddy join

# Mira says what she is good at, and shows it; Tom would like to learn it.
Mira in #northshire types /network join
Mira presses Yes, write to me
Mira in #northshire types /buddy join
Mira in #northshire types /profile topics
Mira fills
  What are you good at? = Robotics
Mira in #northshire types /network settings
Mira presses What others see of me
Mira presses Show it #2
Tom in #northshire types /network join
Tom presses Yes, write to me
Tom in #northshire types /buddy
Tom presses I would like a buddy
Tom in #northshire types /profile topics
Tom fills
  What would you like to learn? = Robotics
Tom in #northshire types /network settings
Tom presses What others see of me
Tom presses Show it #3

# Zoe would like to meet in person, in every second round; and never with Ben, which nobody else reads.
Zoe in #northshire types /network join
Zoe presses Yes, write to me
Zoe in #northshire types /buddy
Zoe presses I would like a buddy
Zoe in #northshire types /buddy wishes
Zoe fills
  How would you like to meet? = In person
  How often? = In every second round
Zoe presses Never with …
Zoe fills
  With whom? = Ben

# Ana looks at the round, and lets two change places. Zoe and Ben are never in one pair.
Ana in #northshire types /buddy round
Ana presses Change
Ana presses Swap somebody
Ana fills
  Who changes places? = Ben
  With whom? = Zoe
Ana presses Deal again
Ana presses Add a task
Ana fills
  What do they try together? = The same bridge of paper, each with a class.
Ana presses Introduce them
Ana presses Undo
Ana presses Introduce them
clock +1min
Mira in #northshire types /buddy
Tom in #northshire types /network

# The next time Zoe sits out by her own wish, and nobody meets again.
clock +21d
Ana in #northshire types /buddy round
Ana presses Who goes together
Ana presses Buddy round
Ana presses A new round
Ana presses Not this time
