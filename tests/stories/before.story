# Before the meeting: a school year with a holiday, two meetings and a series, an agenda, reminders.
now 2026-11-23 10:00 Europe/London
room northshire: Ana (admin), Ben, Cleo

# Ana begins, and everybody says that they may be written to.
Ana in #northshire types /network set-up
Ana fills
  What is your network called? = Northshire STEM teachers
  Which city's clocks do you live by? = London
Ana presses Introduce yourself
clock +30s
Ana presses Join
Ana presses Yes, write to me
Ben presses Join
Ben presses Yes, write to me
Cleo presses Join
Cleo presses Yes, write to me

# The school year is pasted from the school's page; one line has its days the wrong way round.
Ana in #northshire types /network terms
Ana presses Paste or import
Ana fills
  Terms and holidays = Autumn term; 1.9.2026; 18.12.2026\nChristmas holiday; 19.12.2026; 3.1.2026\nSpring term; 4.1.2027; 26.3.2027
Ana fills
  Terms and holidays = Autumn term; 1.9.2026; 18.12.2026\nChristmas holiday; 19.12.2026; 3.1.2027\nSpring term; 4.1.2027; 26.3.2027

# A meeting is planned into the holidays, which is said, and then moved out of them.
Ana in #northshire types /meeting plan Winter visit, 22.12.2026 16:00, Science museum
Ana fills
Ana presses Undo
Ana presses Change and send
Ana fills
  Which day? = 2026-12-15
Ana presses Send now
clock +2s

# Robotics has an agenda. Ben proposes something, Ana arranges it, and says what to bring.
Ana in #northshire types /meeting plan Robotics twilight, 8.12.2026 4pm, Room 12
Ana fills
Ana presses Send now
clock +2s
Ben presses Agenda
Ben presses Propose an item
Ben fills
  What is it? = Line following, hands on
  How many minutes? = 45
  What do people do? = hands-on
  Who leads it? = I lead it
Ana in #northshire types /agenda arrange Robotics
Ana presses Take it
Ana presses Add an item
Ana fills
  What is it? = News from the university
  How many minutes? = 60
  What do people do? = presentation
  Who leads it? = Not settled yet
Ana presses Up
Ana presses Change
Ana fills
  How many minutes? = 20
Ana presses Before you come
Ana fills
  What should people bring, read or try? = Bring one robot and a roll of black tape.

# Room 12 has two places. Ben and Cleo take them, Ana waits; Cleo sends a colleague, Ben falls ill.
Ana in #northshire types /meeting places Robotics
Ana fills
  When does it end? = 15:00
  How many places in the room? = 2
Ana fills
  When does it end? = 17:30
Ben in #northshire types /rsvp yes Robotics
Cleo in #northshire types /rsvp yes Robotics
Ana in #northshire types /rsvp yes Robotics
Cleo presses I send a colleague
Cleo fills
  Who comes for you? = Mira
Ben in #northshire types /rsvp no Robotics
clock +6h
Ana presses Take the place
clock +2s

# A lesson study comes again every week; one date is in the holidays, and is left out.
Ana in #northshire types /meeting plan Lesson study, 10.12.2026 15:45, Room 3
Ana fills
Ana presses Send now
clock +2s
Ana in #northshire types /meeting repeat Lesson
Ana fills
  How often? = every week
  Until which day? = 2027-01-14
clock +31s

# Ana looks at what goes out, rewords one, drops one, and adds one of her own; ten o'clock is lessons.
Ana in #northshire types /meeting remind Robotics
Ana presses Change
Ana presses Drop it
Ana in #northshire types /meeting remind Monday 7.12. 10:00, to those coming: bring your box
Ana fills
Ana fills
  What time? = 16:00

# Ben comes to the lesson study, and is on the waiting list of Robotics; Cleo has no time for it.
Ben presses Yes
Ben in #northshire types /rsvp yes Robotics
Cleo presses No
clock +1w

# The visit is moved; Ana copies it for the next term, and posts it again.
Ana in #northshire types /meeting move Winter visit
Ana fills
  Which day? = 2026-12-16
Ana presses Send now
clock +2s
Ana in #northshire types /meeting copy Winter visit
Ana fills
  What is it called? = Spring visit
  Which day? = 2027-01-20
Ana presses Send now
clock +2s

# The days come. Ben, who comes to both, hears of Robotics twice; of the lesson he knows, and is spared.
clock +1w
clock +1w
Ana in #northshire types /meeting remind Lesson study
Ana presses This one

# Then the holidays, in which nobody hears a word.
clock +1w
clock +1w
Ana in #northshire types /meeting remind Spring visit
