"""How days and times are named in English."""

from bot.core.dates.tongues.tongue import Tongue, numbered, table

ENGLISH = Tongue(
    weekdays=table(
        numbered(0, "monday mon mondays|tuesday tue tues tu|wednesday wed weds"
                    "|thursday thu thur thurs|friday fri|saturday sat|sunday sun")
    ),
    months=table(
        numbered(1, "january jan|february feb|march mar|april apr|may|june jun|july jul"
                    "|august aug|september sep sept|october oct|november nov|december dec")
    ),
    numbers=table(
        numbered(1, "one first a an|two second|three third|four fourth|five fifth|six sixth"
                    "|seven seventh|eight eighth|nine ninth|ten tenth|eleven eleventh"
                    "|twelve twelfth|thirteen thirteenth|fourteen fourteenth"
                    "|fifteen fifteenth|sixteen sixteenth|seventeen seventeenth"
                    "|eighteen eighteenth|nineteen nineteenth|twenty twentieth"
                    "|twenty-one twenty-first|twenty-two twenty-second"
                    "|twenty-three twenty-third|twenty-four twenty-fourth"
                    "|twenty-five twenty-fifth|twenty-six twenty-sixth"
                    "|twenty-seven twenty-seventh|twenty-eight twenty-eighth"
                    "|twenty-nine twenty-ninth|thirty thirtieth|thirty-first")
    ),
    days=table({0: "today tonight this_morning this_afternoon this_evening",
                1: "tomorrow tmrw tmw tomoz", -1: "yesterday",
                2: "day_after_tomorrow overmorrow"}),
    after=table({7: "week", 14: "fortnight"}),
    units=table({1: "day days", 7: "week weeks wk wks", 14: "fortnight fortnights"}),
    within=(
        r"in {n} {unit}(?:'?s?'? time)?",
        r"{n} {unit} from now",
        r"{n} {unit} (?:from )?(?P<day>today|tomorrow|tmrw)",
    ),
    next=("next",),
    this=("this", "this coming", "coming"),
    week=(r"(?:the )?next week", r"week after next"),
    at=("at", "@", "from", "about", "around", "by", "between"),
    hour=(r"o'? ?clock", "ish", "h", "hrs", "hours"),
    nth=(r"(?:the )?(\d{1,2})(?:st|nd|rd|th)",),
    fixed=table({12: "noon midday lunchtime", 0: "midnight"}),
    morning=("morning", "mornings", "in the morning", "this morning"),
    late=("afternoon", "evening", "tonight", "eve", "night", "aft"),
    half_past=("half past", "half"),
    quarter_to=("quarter to", "a quarter to"),
    quarter_past=("quarter past", "a quarter past"),
    behind={"thirty": 30, "fifteen": 15, "forty-five": 45, "forty five": 45},
    to=("-", "to", "till", "until", "til", "and"),
    beyond=("after next",),
    before={"a week on": 7, "week on": 7, "a fortnight on": 14, "a week": 7},
    joins=("or", "and", "/"),
    vague=("months?", "years?"),
    past={"past": 1, "after": 1, "to": -1},
    spaced_halves=True,
    month_first=True,
    turning=("last", "not", "after", "before", "except", "night", "nights", "week", "weeks",
             "month"),
)  # fmt: skip
