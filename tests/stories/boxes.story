# Boxes: a list of kits comes in and is taken back; what is set aside gets a label and a note to sign.
now 2026-11-23 10:00 Europe/London
room northshire: Ana (admin), Ben, Cleo
room southshire: Dev (admin)

Ana in #northshire types /network set-up
Ana fills
  What is your network called? = Northshire STEM teachers
Ana in #northshire types /network join
Ana presses Yes, write to me
Ben in #northshire types /network join
Ben presses Yes, write to me
Cleo in #northshire types /network join
Cleo presses No, thank you

# Ana brings her list, sees that it was last year's, takes it back, and brings the right one.
Ana in #northshire types /kit import
Ana presses Paste a list
Ana fills
  One line for each kit = Name;Kind;Count;Place\nOld lamp;kit;4;Cellar
Ana presses Take it in
Ana presses Take it back
Ana in #northshire types /kit import
Ana presses Paste a list
Ana fills
  One line for each kit = Name;Kind;Count;Place\nRobot arm;class-set;3;Library\nLitmus paper;consumable;200;Store
Ana presses Take it in

# Ben asks; what Ana approves she packs: a label for the box, and a note to put in.
Ben in #northshire types /request 2 Robot arm for class 8b
Ben fills
Ana in #northshire types /kit
Ana presses Yes, they get it
Ana presses To print
Ana presses Labels
Ana presses What waits
Ana presses Show
Ana presses Delivery note
Ana in #northshire types /kit
Ana presses It is sent

# Dev and Ben get neither.
Dev in #southshire types /kit
Ben in #northshire types /kit

# Who takes over reads what is out.
Ana in #northshire types /network hand-over
