# Typos and mischief: what is mistyped is answered kindly, and nothing that is typed turns into more
# than its words.
now 2026-11-23 10:00 Europe/London
room northshire: Ana (admin), Ben, Cleo
room southshire: Dev (admin)

# Dev's network has a name that would ring a bell everywhere, if names could.
Dev in #southshire types /network set-up
Dev fills
  What is your network called? = *South* <!channel> @everyone [x](https://evil.example)
  Which city's clocks do you live by? = Berlni
Dev fills
  What is your network called? = *South* <!channel> @everyone [x](https://evil.example)
  Which city's clocks do you live by? = Berlin
Dev presses Introduce yourself
Dev presses Send now
clock +5s

# Ana makes four mistakes: two in each form. What she typed is kept.
Ana in #northshire types /network set-up
Ana fills
  What is your network called? = \s\s
  Which city's clocks do you live by? = Helsnki
Ana fills
  What is your network called? = Northshire STEM teachers
  Which city's clocks do you live by? = London
Ana presses Introduce yourself
clock +30s
Ben presses Join
Ben presses No, thank you
Cleo presses Join
Cleo presses Yes, write to me
Ana in #northshire types /network join
Ana presses Yes, write to me
Ana in #northshire types /meeting plan
Ana fills
  What is it called? = \s
  Which day? = 2026-11-02
  What time does it start? = 16:00
  Where? = <https://evil.example|Room 12>
  What is it about? = > # Come!\n- @here :tada: `code` ||secret|| ~~no~~ __yes__
Ana fills
  What is it called? = **Robots** & <@U0002> \u202egnilevel\u202c שלום
  Which day? = 2026-12-02
  Where? = <https://evil.example|Room 12>

# She presses Undo a second too late: everybody has been told, and she is shown how it stands.
clock +31s
Ana presses Undo

# Ben mistypes, types nonsense, and tries what he may not do.
Ben in #northshire types /meeting plam
Ben presses plan
Ben in #northshire types /meeting no such thing <!here>
Ben in #northshire types /network ?!*_~
Ben in #northshire types /network dpeuty
Ben in #northshire types /rsvp perhaps @everyone
Ben in #northshire types /network set-up 00000000
Ben in #northshire types /privacy {name}

# Dev guesses. He finds nothing, and learns nothing.
Dev in #southshire types /meeting robots
Dev in #southshire types /meeting call-off robots
Dev in #southshire types /rsvp yes robots

# Ben says yes, has everything erased, comes back by answering again, and is erased again.
Ben presses Yes
clock +3s
Ben in #northshire types /privacy erase
Ben presses Yes, erase everything
clock +3s
Ben in #northshire types /privacy export
Ben in #northshire types /network
Ben presses Yes, if I am released
clock +3s
Ben in #northshire types /network
Ben in #northshire types /privacy erase
Ben presses Yes, erase everything
clock +3s
