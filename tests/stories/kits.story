# Kits: one learns to use one, asks for it, gets it, tells what pupils did, and gives it back. Who
# waits gets it next, with a word of who had it. Help wanted becomes a request by its writer's tap.
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
Cleo presses Yes, write to me

# Ana puts a kit on the list: there is one, and one learns to use it at a meeting.
Ana in #northshire types /meeting plan Robot evening, 1.12.2026 16:00, Room 12
Ana fills
Ana presses Send now
clock +5s
Ana in #northshire types /kit add
Ana fills
  What is it called? = Robot arm
  How many are there? = 1
  Where does it stand? = Library
  What has one to know of it? = Charge it the night before.
Ana presses Rules
Ana fills
  For how many days? = 14
  What else? = One has to be trained to use it, A coordinator says yes each time
Ana presses Who may use it
Ana fills
  At which meeting does one learn it? = Robot evening

# Ben asks too early, and for more than there is. He reads what he can do, and Ana says why not.
Ben in #northshire types /request Robot arm for class 8b, 30.11.2026
Ben fills
  How many? = 2
Ben fills
  How many? = 1
  For how many pupils? = 28
clock +6h
Ana presses What waits
Ana presses It cannot be
Ana fills
  Why not? They read it. = Please come to the Robot evening first.
clock +8d
clock +10min

# Ben and Cleo learn it. Cleo wants help, and her tap makes a request of it.
Ben presses I am here
Cleo in #northshire types /here
Cleo presses I am here
clock +2h
Cleo presses Looking back
Cleo fills
  Was it worth your time? = Mostly
  With what do you want help? = Somebody who shows me how to program the arm
Cleo presses Ask the network for help
Cleo fills
clock +1d

# Both ask for the arm. Ben was first; Cleo is the next.
Ben in #northshire types /request
Ben fills
  What do you need? = Robot arm
  What for? = Class 8b builds a crane
  For how many pupils? = 28
Cleo in #northshire types /request
Cleo fills
  What do you need? = Robot arm
  What for? = The coding club
  For how many pupils? = 12
Ana in #northshire types /kit
Ana presses Yes, they get it
Ana presses Yes, they get it
Ana presses Yes, they get it
Ana presses It can be fetched
clock +1d
Ben presses I have it
Cleo in #northshire types /request mine
clock +8d

# Ben is reminded, needs it longer, and hears that others wait. He gives it back and tells.
clock +6d
Ben presses I need it longer
Ben fills
  Until which day? = 2027-01-20
Ben presses Show
Ben presses Tell how it went
Ben fills
  How many pupils used it? = 26
  What did they do with it? = They built a crane that lifts a cup.
  A word for who gets it next = The gripper needs two spare batteries.
Ben in #northshire types /network
Ben presses I have given it back
Ana in #northshire types /kit
Ana presses It is back
clock +1d
Ana in #northshire types /kit
Ana presses It is sent
clock +20h
Cleo presses I have it
Ana in #northshire types /kit who
Ana presses What waits
Ana presses The stock
Ana presses Show
Ana presses What was moved

# Dev of another network finds nothing, and a curious member no queue.
Dev in #southshire types /request kits
Ben in #northshire types /kit
