"""Who may do what: one table, default deny. The router refuses to start where it and its actions
differ.
"""

from enum import StrEnum


class Role(StrEnum):
    """What a person is in a network; a role appears with the feature that can give it."""

    STRANGER = "stranger"
    """In no network that the call could belong to."""
    GUEST = "guest"
    """In the network's channel, but not on its list: another organisation's person, or not joined.
    """
    MEMBER = "member"
    COORDINATOR = "coordinator"


ANYBODY = frozenset(Role)
IN_THE_ROOM = frozenset((Role.GUEST, Role.MEMBER, Role.COORDINATOR))
LISTED = frozenset((Role.MEMBER, Role.COORDINATOR))
COORDINATORS = frozenset((Role.COORDINATOR,))

_REQUESTS = (
    "request.look", "request.approve", "request.send", "request.ready", "request.return",
    "request.decline", "request.keep", "request.some", "request.label", "request.note",
)  # fmt: skip
_KITS = (
    "kit.queue", "kit.approve-all", "kit.late", "kit.who", "kit.stock", "kit.read", "kit.add",
    "kit.change", "kit.rules", "kit.count", "kit.train", "kit.moves", "kit.line", "kit.retire",
    "kit.first", "kit.import", "kits.page", "kits.paste", "kits.take", "kits.file",
    "kit.print", "kit.labels", "kit.notes", "kits.undo",
)  # fmt: skip
"""What is done with what people ask for, with the stock, and with lists of kits."""

RIGHTS: dict[str, frozenset[Role]] = {
    "network.home": ANYBODY,
    "network.help": ANYBODY,
    "network.words": ANYBODY,  # and then offers only what the person may do
    "network.pick": LISTED,
    "network.set-up": ANYBODY,  # and then an admin, a coordinator, or who has the code
    "network.introduce": COORDINATORS,
    "network.send": COORDINATORS,
    "network.undo": COORDINATORS,
    "network.skip": COORDINATORS,
    "network.undelivered": COORDINATORS,
    "network.try-again": COORDINATORS,
    "network.there": COORDINATORS,
    "network.let-go": COORDINATORS,
    "network.held": COORDINATORS,
    "network.held-send": COORDINATORS,
    "network.held-drop": COORDINATORS,
    "network.held-there": COORDINATORS,
    "network.held-again": COORDINATORS,
    "network.settings": IN_THE_ROOM,
    "network.me": IN_THE_ROOM,
    "network.change": COORDINATORS,
    "network.dismiss": COORDINATORS,
    "network.deputy": COORDINATORS,
    "network.terms": COORDINATORS,
    "network.terms-add": COORDINATORS,
    "network.terms-paste": COORDINATORS,
    "network.terms-undo": COORDINATORS,
    "network.terms-remove": COORDINATORS,
    "network.terms-again": COORDINATORS,
    "network.terms-again-now": COORDINATORS,
    "network.terms-public": COORDINATORS,
    "network.join": ANYBODY,  # and then who is in the room, or has a code
    "network.enter": ANYBODY,  # and then who has a code
    "network.invite": LISTED,
    "network.invite-new": LISTED,
    "network.invite-end": LISTED,
    "network.host": LISTED,
    "network.hosted": LISTED,
    "network.newcomers": COORDINATORS,
    "network.asked": COORDINATORS,
    "network.let-be": COORDINATORS,
    "network.ask-again": COORDINATORS,
    "network.same-one": COORDINATORS,
    "network.same-one-now": COORDINATORS,
    "network.away": IN_THE_ROOM,
    "network.is-away": COORDINATORS,
    "network.instead": COORDINATORS,  # and then who does not stand in for a while only
    "network.back": IN_THE_ROOM,  # and of somebody else only a coordinator
    "network.stand-in": IN_THE_ROOM,  # and then who comes onto the list
    "network.stand-in-yes": IN_THE_ROOM,  # and then a coordinator, or late an administrator
    "network.stand-in-no": IN_THE_ROOM,
    "network.accept": IN_THE_ROOM,  # and then who was asked
    "network.decline": IN_THE_ROOM,
    "network.hand-over": COORDINATORS,
    "network.hand-over-file": COORDINATORS,
    "network.hand-to": COORDINATORS,
    "network.left-school": LISTED,
    "network.import": COORDINATORS,
    "import.page": COORDINATORS,  # by a personal link
    "import.paste": COORDINATORS,
    "import.look": COORDINATORS,
    "import.reasons": COORDINATORS,
    "import.columns": COORDINATORS,
    "import.column": COORDINATORS,
    "import.same": COORDINATORS,
    "import.take": COORDINATORS,
    "import.drop": COORDINATORS,
    "import.undo": COORDINATORS,
    "network.leave": IN_THE_ROOM,
    "network.leave-now": IN_THE_ROOM,
    "network.private": IN_THE_ROOM,
    "network.share": IN_THE_ROOM,  # and of all these: who is on the list
    "network.share-it": IN_THE_ROOM,
    "network.share-back": IN_THE_ROOM,
    "network.people": IN_THE_ROOM,
    "network.people-find": IN_THE_ROOM,
    "network.person": IN_THE_ROOM,
    "network.everybody": COORDINATORS,
    "network.people-file": COORDINATORS,
    "network.link": ANYBODY,  # by an account of their own, and then a code
    "network.one-person": ANYBODY,
    "network.prefer": ANYBODY,
    "network.unlink": ANYBODY,
    "network.unlink-now": ANYBODY,
    "network.channel": COORDINATORS,
    "network.settle": ANYBODY,  # and then who has a coordinator's code
    "meeting.coming": IN_THE_ROOM,
    "meeting.read": IN_THE_ROOM,
    "meeting.plan": COORDINATORS,
    "meeting.move": COORDINATORS,
    "meeting.call-off": COORDINATORS,
    "meeting.places": COORDINATORS,
    "meeting.remind": COORDINATORS,
    "meeting.reminders": COORDINATORS,
    "meeting.reminder": COORDINATORS,
    "meeting.reword": COORDINATORS,
    "meeting.drop": COORDINATORS,
    "meeting.put-back": COORDINATORS,
    "meeting.remind-now": COORDINATORS,
    "meeting.remind-undo": COORDINATORS,
    "meeting.unanswered": COORDINATORS,
    "meeting.repeat": COORDINATORS,
    "meeting.dates": IN_THE_ROOM,
    "meeting.repeat-send": COORDINATORS,
    "meeting.repeat-undo": COORDINATORS,
    "meeting.copy": COORDINATORS,
    "meeting.invite": COORDINATORS,
    "meeting.invite-send": COORDINATORS,
    "meeting.invite-undo": COORDINATORS,
    "meeting.as-text": IN_THE_ROOM,
    "meeting.page": COORDINATORS,
    "meeting.send": COORDINATORS,
    "meeting.undo": COORDINATORS,
    "meeting.again": COORDINATORS,
    "meeting.discard": COORDINATORS,
    "rsvp.mine": IN_THE_ROOM,
    "rsvp.choose": IN_THE_ROOM,
    "rsvp.answer": IN_THE_ROOM,
    "rsvp.take": IN_THE_ROOM,
    "rsvp.bring": IN_THE_ROOM,
    "rsvp.colleague": IN_THE_ROOM,
    "rsvp.page": IN_THE_ROOM,  # and then only who sends somebody
    "rsvp.list": COORDINATORS,
    "rsvp.list-same": COORDINATORS,
    "rsvp.list-keep": COORDINATORS,
    "rsvp.list-undo": COORDINATORS,
    "rsvp.hide": IN_THE_ROOM,
    "rsvp.who": IN_THE_ROOM,
    "here.show": IN_THE_ROOM,
    "here.come": IN_THE_ROOM,
    "here.away": IN_THE_ROOM,
    "here.shorter": IN_THE_ROOM,
    "here.tick": COORDINATORS,
    "notes.show": IN_THE_ROOM,
    "notes.read": IN_THE_ROOM,
    "notes.write": COORDINATORS,
    "notes.send": COORDINATORS,
    "notes.keep": COORDINATORS,
    "notes.add": COORDINATORS,
    "notes.todo": IN_THE_ROOM,
    "notes.change": IN_THE_ROOM,
    "notes.done": IN_THE_ROOM,
    "notes.drop-it": IN_THE_ROOM,
    "notes.reopen": IN_THE_ROOM,
    "notes.due": COORDINATORS,
    "notes.try": COORDINATORS,
    "notes.tell": IN_THE_ROOM,
    "notes.line": IN_THE_ROOM,
    "notes.trials": IN_THE_ROOM,
    "impact.show": IN_THE_ROOM,
    "impact.tell": IN_THE_ROOM,
    "impact.results": IN_THE_ROOM,
    "reflect.show": IN_THE_ROOM,
    "reflect.back": IN_THE_ROOM,
    "reflect.results": IN_THE_ROOM,
    "reflect.circle": COORDINATORS,
    "reflect.questions": COORDINATORS,
    "reflect.visit": COORDINATORS,
    "reflect.ask": COORDINATORS,
    "reflect.write": IN_THE_ROOM,
    "journal.list": IN_THE_ROOM,  # and of all these: only who wrote it
    "journal.read": IN_THE_ROOM,
    "journal.change": IN_THE_ROOM,
    "journal.share": IN_THE_ROOM,
    "journal.share-it": IN_THE_ROOM,
    "journal.send": IN_THE_ROOM,
    "journal.take-back": IN_THE_ROOM,
    "journal.delete": IN_THE_ROOM,
    "question.send": COORDINATORS,
    "question.undo": COORDINATORS,
    "question.answer": IN_THE_ROOM,
    "question.read": IN_THE_ROOM,  # and then whom it promised
    "question.list": IN_THE_ROOM,
    "agenda.show": IN_THE_ROOM,
    "agenda.which": IN_THE_ROOM,
    "agenda.propose": IN_THE_ROOM,
    "agenda.take-back": IN_THE_ROOM,
    "agenda.arrange": COORDINATORS,
    "agenda.take": COORDINATORS,
    "agenda.drop": COORDINATORS,
    "agenda.bring-back": COORDINATORS,
    "agenda.move": COORDINATORS,
    "agenda.change": COORDINATORS,
    "agenda.before": COORDINATORS,
    "agenda.length": COORDINATORS,
    "request.ask": IN_THE_ROOM,  # and then who comes onto the list
    "request.help": IN_THE_ROOM,  # and only what they wrote themselves
    "request.mine": IN_THE_ROOM,
    "request.kits": IN_THE_ROOM,
    "request.read": IN_THE_ROOM,  # and of all these: who asked, or a coordinator
    "request.receive": IN_THE_ROOM,
    "request.give-back": IN_THE_ROOM,
    "request.use-up": IN_THE_ROOM,
    "request.cancel": IN_THE_ROOM,
    "request.happen": IN_THE_ROOM,
    "request.extend": IN_THE_ROOM,
    "request.lose": IN_THE_ROOM,
    "request.tell": IN_THE_ROOM,
    **dict.fromkeys(_REQUESTS, COORDINATORS),
    **dict.fromkeys(_KITS, COORDINATORS),
    "profile.show": IN_THE_ROOM,  # and of all these: only one's own
    "profile.work": IN_THE_ROOM,
    "profile.school": IN_THE_ROOM,
    "profile.schools": IN_THE_ROOM,
    "profile.school-is": IN_THE_ROOM,
    "profile.school-new": IN_THE_ROOM,
    "profile.left": IN_THE_ROOM,
    "profile.back": IN_THE_ROOM,
    "profile.topics": IN_THE_ROOM,
    "profile.settle": IN_THE_ROOM,
    "profile.mean": IN_THE_ROOM,
    "profile.free": IN_THE_ROOM,
    "profile.travel": IN_THE_ROOM,
    "profile.true": IN_THE_ROOM,
    "network.schools": COORDINATORS,
    "school.read": COORDINATORS,
    "school.change": COORDINATORS,
    "school.merge": COORDINATORS,
    "school.two": COORDINATORS,
    "school.apart": COORDINATORS,
    "network.topics": COORDINATORS,
    "topic.read": COORDINATORS,
    "topic.same": COORDINATORS,
    "topic.same-now": COORDINATORS,
    "topic.remove": COORDINATORS,
    "topic.remove-now": COORDINATORS,
    "privacy.show": ANYBODY,
    "privacy.export": ANYBODY,
    "privacy.erase": ANYBODY,
    "privacy.erase-now": ANYBODY,
    "privacy.more": ANYBODY,
    "privacy.pause": ANYBODY,
    "privacy.resume": ANYBODY,
    "privacy.report": COORDINATORS,
    "page.meeting": IN_THE_ROOM,  # by a personal link
    "page.member": IN_THE_ROOM,
    "page.leave": IN_THE_ROOM,
    "page.left": IN_THE_ROOM,
    "page.calendar": IN_THE_ROOM,
    "page.list": COORDINATORS,
    "page.again": IN_THE_ROOM,  # and of these two: who made it, or a coordinator
    "page.end": IN_THE_ROOM,
    "page.own": IN_THE_ROOM,  # and only whose page it is
    "page.link": IN_THE_ROOM,
    "draft.fix": ANYBODY,
}


def may(role: Role, action: str) -> bool:
    """Whether a person in this role may do this; what is not in the table nobody may."""
    return role in RIGHTS.get(action, frozenset())
