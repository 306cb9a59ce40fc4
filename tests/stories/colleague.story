# A colleague without an account: sent instead, she answers, comes and reads the notes by a page of her own.
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

Ana in #northshire types /meeting plan Robotics twilight, 1.12.2026 16:00, Room 12
Ana fills
Ana presses Send now
clock +5s

# Ben cannot come and sends Kim; he gets a page to pass on to her. Cleo copies the invitation.
Ben presses Yes
Ben presses I send a colleague
Ben fills
  Who comes for you? = Kim Lee
Cleo presses Copy as text
clock +5s

# Looking at the page changes nothing; when Kim answers, the place is hers, and Ben sees it.
Kim opens the link of Ben
Kim on the page presses Yes
Kim on the page presses Hide my name
Kim on the page presses Show my name
Kim opens the link of Ben
Kim on the page presses Agenda
Kim opens the link of Ben
Kim on the page presses Calendar file
clock +5s
Ben in #northshire types /rsvp
Ana presses Who is coming

# Ana enters what others have written to her.
Ana presses Enter a list of names
Ana fills
  Who has answered? = Cleo maybe\nno: Tom Fox
Ana presses Keep it
clock +5s
Ana presses Who is coming

# In the room Ana ticks her, as anybody else.
clock +8d
clock +7h
Ana in #northshire types /here
Ana presses Tick who was there
Ana fills

# The next day she reads the notes that Ana has written. To look back she makes the page hers alone.
Ana in #northshire types /notes write
Ana fills
  What was said? = We tried line followers.
  What was decided? = Kits for every school.
Ana presses Send now
clock +12h
Kim opens the link of Ben
Kim on the page presses Read the notes
Kim opens the link of Ben
Kim on the page presses Make this page mine alone
Kim opens the link of Kim
Kim on the page presses Looking back
Kim on the page fills
  Was it worth your time? = Mostly
  What was most useful? = The line followers
Kim opens the link of Kim

# Six weeks later the page is over.
clock +6w
Kim opens the link of Kim
