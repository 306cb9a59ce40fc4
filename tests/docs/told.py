"""What the printed pages say of things that have only a name in the code."""

ABILITIES = {
    "field_errors": "a mistake in a form stands at its field (else: all is kept, with [Fix it])",
    "day_picker": "a form has pickers for day and time (else: a line to type)",
    "lists_members": "the people of a channel are known (else: they press Join)",
    "repeat_safe": "for how many seconds a post may be sent again and appears once",
    "reads_back": "the bot can look whether its post is there (else: a coordinator is asked)",
    "local_commands": "commands have names in each reader's language",
    "submit_label": "a form's button has words of its own (else: Submit)",
    "heard_in_private": "a mention in a channel is answered unseen (else: in neutral words)",
    "files_in_place": "a file stands with the answer that brings it (else: in direct messages)",
    "hears_of_leaving": "it says who has left it (else: asked after 30 days of silence)",
}

VERBS = {
    "network.help": "Lists all commands that you may use, each in a line.",
    "network.set-up": (
        "Begins a network in this channel, with one form; later it brings the first steps back."
        " Without a network: an administrator, or whoever types the one-time code behind it."
    ),
    "network.deputy": "Names a deputy, who can do all that a coordinator can.",
    "network.join": (
        "Puts you on the list, and asks whether you may be written to. With a code behind it,"
        " `/network join CDF-HKM-NPR`, it does so from anywhere, for the network of that code."
    ),
    "network.invite": (
        "A code and a link by which people join: a coordinator's is the network's, for the wall;"
        " a member's is their own invitation."
    ),
    "network.away": "Until when you are away and asked nothing: `/network away until Monday`.",
    "network.back": "Says that you are back before that day.",
    "network.unlink": "Shows on which platforms you are one person, and where to separate them.",
    "network.hand-over": "What the network knows, to read and take along; handing it over.",
    "network.terms": "Terms, holidays and public holidays: add, paste, take over, remove.",
    "network.people": (
        "Who can help with what, each as they have agreed to be seen: `/network people robotics`."
    ),
    "network.import": (
        "Brings a list of people in: pasted, or as a file on a page of your own; with undo."
    ),
    "network.link": (
        "Shows a code that makes you one person on Slack and Discord; on the other platform, type"
        " the code behind it."
    ),
    "network.settings": "Whether you may be written to; for coordinators the network's settings.",
    "network.leave": "Asks you, then takes you off the list, with your answers to what is to come.",
    "meeting.plan": "Plans a meeting; what stands behind it fills the form in.",
    "meeting.move": "Changes a meeting's day, time, place or words.",
    "meeting.call-off": "Calls a meeting off, with a word to those who wanted to come.",
    "meeting.remind": "What goes out for a meeting: when, to whom, in which words.",
    "meeting.repeat": "Plans a meeting again every week, two weeks or month, until a day.",
    "meeting.copy": "Plans a meeting like a former one.",
    "meeting.invite": "Posts a meeting's announcement once more, here or in another channel.",
    "meeting.groups": "Puts the people of a meeting into groups, to look at, then to post.",
    "meeting.page": "Makes a page for somebody who is not in the chat, to answer by a link.",
    "meeting.places": "How long a meeting is, where people come, and how many have room.",
    "rsvp.list": "Enters what others have answered: a list of names, one a line.",
    "agenda.propose": "Proposes an item for the agenda: `/agenda propose Sharing robots, 20 min`.",
    "agenda.arrange": "Takes proposals in, and puts the items in order.",
    "reflect.results": "What people said when they looked back, for those who may read it.",
    "reflect.write": "Writes into your own journal, which nobody else can read.",
    "reflect.questions": "Puts the questions of looking back in the network's own words.",
    "reflect.visit": "Says that a meeting was a visit: then other questions are asked.",
    "reflect.ask": "Puts one question to everybody, between meetings.",
    "notes.write": "Writes what was said and decided; it stands in the meeting's thread.",
    "notes.add": "Adds something to do: what, who, and by which day.",
    "notes.try": "Sets a task to try with one class until a day.",
    "impact.results": "What people told happened in class, for those who may read it.",
    "buddy.join": "You would like a buddy for the weeks between meetings; or pause no more.",
    "buddy.pause": "Until when you are in no round of buddies: `/buddy pause until 1 February`.",
    "buddy.wishes": "How you would like to meet, how often, and a buddy of which phase.",
    "buddy.leave": "You would like no buddy any more; what you go on with now stays.",
    "buddy.round": "Who would go together next, and why; change it by hand, then introduce them.",
    "buddy.report": "What came of the rounds, in counts; and for whom nobody was found.",
    "buddy.settings": "Whether there are buddies, how often a round comes by itself.",
    "request.mine": "All that you asked for, and how far it is.",
    "request.kits": "What the network lends and gives, and how much of it is free.",
    "offer.mine": "All that you offer, and with what you helped.",
    "kit.late": "What should be back and is not.",
    "kit.who": "Who got what in the last year, and which schools never had a kit.",
    "kit.stock": "All kits: how many are where, and the way to count and change them.",
    "kit.add": "Puts a kit on the list.",
    "kit.import": "Brings a list of kits in, pasted or as a file, after a look at it.",
    "profile.work": "What you do, and since which year.",
    "profile.school": "Names a school or another place where you work; you can have several.",
    "profile.topics": "What you teach, are good at and would like to learn, in your own words.",
    "profile.free": "When you usually have time.",
    "profile.travel": "How far you would go, and which languages you speak.",
    "privacy.export": "Gives you a copy of everything that is kept about you.",
    "privacy.erase": "Erases everything about you, in every network, after one more question.",
    "privacy.pause": "Nothing private is sent to you until a day, or until you say otherwise.",
    "privacy.resume": "You are written to again.",
    "privacy.report": "How much has gone by itself, since its time was over; in numbers.",
}
"""By the name of the action."""

REMINDERS = {
    "unanswered": ("Will you come?", "who has not answered", "four days before the meeting, once"),
    "agenda": ("The agenda", "all, in the thread", "a week before the meeting"),
    "today": ("See you today", "who is coming", "in the morning of the day, or the evening before"),
    "own": ("A coordinator's own words", "as chosen", "when the coordinator has said"),
    "here": ("Who is here?", "all, in the thread", "when the meeting begins"),
    "look-back": (
        "Looking back, one minute", "all, in the thread",
        "at the meeting's end, or when its agenda has it",
    ),
    "roll": ("Who was there?", "the coordinators", "after the meeting, if nobody has said it"),
    "nudge": (
        "Looking back, once more", "who was there and has not looked back",
        "half a day after the first, on a school day",
    ),
    "results": ("How many looked back", "all, in the thread", "a week after the meeting"),
    "task": ("How did the task go?", "who was there", "in the morning of the task's day"),
    "class": ("What happened in class?", "who was there", "eight weeks later, never in holidays"),
    "harvest": ("How many have told", "all, in the thread", "two weeks after that"),
    "summary": ("What people told", "the coordinators", "two weeks after that"),
    "again": ("What happened in class?", "for whom it was too early", "next term, once"),
}  # fmt: skip
"""What goes out for a meeting, by the name of the plan: what, to whom, when."""

SENT = {
    "network.hello": ("The introduction", "the network's channel", "when a coordinator says so"),
    "network.no-terms": (
        "Tell me your terms", "the coordinators", "with the first meeting, if no terms are known",
    ),
    "network.undelivered": (
        "What did not arrive", "the coordinators", "when something could not be sent",
    ),
    "network.duty": (
        "May you look after the network?", "who is asked; of an offer, the coordinators",
        "when a deputy, a stand-in or a successor is named, in school time",
    ),
    "network.duty-answer": (
        "What they said to it", "who asked, or who offered", "when it is answered, in school time",
    ),
    "network.away-said": (
        "You are noted as away", "who is away", "when a coordinator says it of them",
    ),
    "network.back": ("Welcome back", "who was away", "on the day on which they are back"),
    "network.nobody": (
        "Whom to ask", "the channel", "when all coordinators are away, once",
    ),
    "network.held": ("Back from a backup", "the coordinators", "after a restore, before all else"),
    "meeting.announcement": (
        "The announcement", "the channel", "30 seconds after planning; or two weeks before it",
    ),
    "meeting.series": ("All dates of a series", "the channel", "30 seconds after planning it"),
    "meeting.moved": ("The meeting moved", "the thread, and who said yes", "30 seconds later"),
    "meeting.called-off": ("It is called off", "the thread, and who said yes", "30 seconds later"),
    "rsvp.place": ("A place for you", "who waits for one", "when one is free, in school time"),
    "rsvp.free": (
        "A place is free", "the thread", "when one is free and who waits may not be written to",
    ),
    "meeting.groups": ("The groups", "the thread", "30 seconds later; they follow changes"),
    "minutes.post": ("The notes", "the thread", "30 seconds later; they follow changes"),
    "minutes.due": ("What you have to do", "who took it on", "in the morning of its day"),
    "minutes.missed": ("What you missed", "who could not come", "when the notes are written, once"),
    "meeting.host": (
        "Who looks out for you", "who comes for the first time", "on the school day before",
    ),
    "meeting.newcomer": (
        "Who comes for the first time", "who welcomes newcomers", "on the school day before",
    ),
    "question.post": ("A question to all", "the channel", "30 seconds after it is asked"),
    "question.over": ("How many answered it", "its thread", "a week later"),
    "buddy.introduced": (
        "You are buddies now", "a pair, in a conversation of its own",
        "30 seconds after a round is introduced, in school time",
    ),
    "buddy.told": (
        "Who your buddy is", "who has no such conversation; and how to reach them, once both agree",
        "30 seconds after a round is introduced, in school time",
    ),
    "buddy.preview": (
        "The next round of buddies", "the coordinators", "two school days before it goes by itself",
    ),
    "buddy.half": (
        "Have you met?", "people who go together, in their conversation or each privately",
        "half-way through a round",
    ),
    "buddy.nudge": (
        "Have you met, once more", "who has not answered, privately", "within a week, once",
    ),
    "buddy.end": (
        "Was it of use?", "people who go together, in their conversation or each privately",
        "when a round is over",
    ),
    "buddy.alone": (
        "Nobody else is free just now", "whose group does not go on, and nobody was free",
        "the next school day, once",
    ),
    "buddy.closed": (
        "This group does not go on", "whose group does not go on, in their conversation",
        "the next school day, once",
    ),
    "buddy.resting": (
        "You have no buddy for now", "who said nothing, twice", "two school days after the second",
    ),
    "profile.ask": (
        "Is this still true?", "who has a profile", "a year after they last said so, once",
    ),
    "request.news": (
        "How far your request is", "who asked", "when others did something with it, in school time",
    ),
    "request.back": (
        "It is to be back", "who has it", "on the school day before, and if it is not, after it",
    ),
    "request.tale": (
        "What did your pupils do with it?", "who had it", "two days after it is back, once",
    ),
    "offer.ask": (
        "Can you help?", "people who agreed to be asked, and who offers it",
        "in school time, one or two at a time, when who asks wants it",
    ),
    "offer.nobody": (
        "Nobody can help just now", "who asked", "when all who were asked have said no, or nothing",
    ),
    "offer.fits": (
        "Somebody has offered something", "who asked for such a thing", "in school time, once",
    ),
    "offer.over": ("Your offer has come to its day", "who offers it", "the school day after it"),
    "kit.waiting": (
        "Requests wait for you", "the coordinators", "once a day, if any has to be decided",
    ),
    "kit.slow": (
        "What stands still", "the coordinators", "once a month, if anything does",
    ),
    "journal.post": ("A shared entry", "the channel", "30 seconds after its writer shares it"),
}  # fmt: skip
"""All other messages that leave by themselves, by their view: what, to whom, when."""

REMINDER = "meeting.reminder"
"""The one view of all reminders."""

PARTS = {
    "__main__": "the command line",
    "playground": "the trial in a browser",
    "rehearsal": "a made-up Slack and Discord, before an installation",
    "checks": "is everything set up?",
    "play": "stories, on any platform",
    "trial": "the trial's house and clock",
    "app": "puts everything together",
    "importing": "lists of people, by the command line",
    "without_chat": "tools apart",
    "platforms": "which chats there are",
    "calling": "calls share transactions",
    "adapters": "slack, discord, web …",
    "scheduler": "outbox, lanes, clock",
    "house": "a call, a transaction",
    "backups": "backup, restore",
    "retention": "what is kept no longer",
    "when": "what a day means",
    "pair": "pairs from files",
    "commands": "the router, and for each noun what people type, press and send",
    "views": "rows become messages and forms, in a language",
    "core": "what a network does: plain functions",
    "store": "the only place that knows SQL",
    "chat": "the port: what the house needs of any chat",
    "ui": "messages and forms",
    "i18n": "five languages",
    "pages": "templates and styles",
    "settings": ".env, and what is wrong",
    "log": "one line a fact",
}
"""The parts of the house, in a few words."""
