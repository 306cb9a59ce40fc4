"""How things are asked for in English. The signs are those of `meaning`."""

SAID = {
    "answer.no": """
        cant|cannot|wont|couldnt|shant come|make|attend|be|do|join|get|stay, can not
        come|make|attend|join, cant|cannot|wont, not
        come|coming|attend*|able|available|around|free|going|gonna, unable, unavailable, !count
        me out, have|got|need to miss|skip|drop|pull|bail, have|got to cancel, !my apologies,
        apologies for|from, ~apologies, ~sorry, double booked, clash* with, ~clash*, no longer
        come|coming|able|make|free, drop* out, pull* out, bail*,
        ~ill|sick|poorly|unwell|covid|signill, parents evening, no|without cover,
        didnt|wasnt|not get cover|released, head|slt|boss wont|said|refused, ~released, miss
        this|it|tuesday|thursday|that|the, gonna|going to miss, regrets, withdraw my, cancel my
        place|spot|seat|booking, not this time|week|one, skip this|it|tuesday|thursday, away
        that|on|then|for, ~buried, not for me, ~signsorry, ill miss, out for|on
        tuesday|thursday|the|this, not going to be|make, nope, give it a miss, cry off, wrong
        night, childcare fell, wont|not let|letting|allow* me, said no, stuck in|at|with, on
        duty|a trip|holiday|leave|maternity|a course, got duty|detention|interviews|a
        clash|another|to cover, too tired|busy|much, away|abroad, cover* lesson|class|for, rain
        check, another|prior commitment|engagement, in hospital, childcare, no chance,
        struggling to make|come|get
    """,
    "answer.yes": """
        i|we m|am|re|are coming to|along|on|tomorrow, im coming to|along|on|tomorrow, i m|will be
        there|in|coming|attending, im|ill coming|in|attending|there|be|come, i ll
        be|come|make|attend, will be there, will attend|come, see you|ya|u|everyone
        there|then|tuesday|thursday|all, !count me in, can|able come|make|attend|do,
        put|mark|pencil|stick|sign me|us down|up|in, ~coming, ~yes|yep|yeah|yup|ok, yes
        please|i|ill|can, happy|glad to come|attend|join|be, love|like to come|join|attend|be,
        works for me, fine for|by me, looking forward, ~sounds good|great|lovely, deal me in,
        cover sorted|got|arranged|found|agreed, register me, sign up, save|reserve|keep|book
        me|us a|place|seat|spot, wouldnt miss, !be there, in for, ~signyes, we re|are coming, up
        for it|this|tuesday|that, should|will be ok|fine|able|free|good, ok|fine|good for|with
        me|us, i ll|ill pop|drop in|along, all good, of course, definitely|deffo|def, would not
        miss, save me, wish to attend|come, free that|on|then|tuesday|thursday, changed my mind
    """,
    "answer.maybe": """
        !maybe, perhaps, might come|make|be|have|not|go|struggle, possibly, tentative*, not|bit
        sure|certain, depends|depending on|if|whether, if released|cover|can|get|allowed, let
        you know, unsure, dont know yet|if|whether, will|ll try|confirm, hopefully, tbc, fingers
        crossed, trying to get|come|make, ~signmaybe, 50 50, not decided, if i|we
        can|get|finish, touch and go, see how, may|might not, waiting on|to|for
        hear|cover|head|slt, unlikely|likely, pencil me
    """,
    "answer": """
        my answer|rsvp|response|reply|place|spot, change my answer|mind|rsvp|reply, !rsvp, am
        i|are signed|down|registered|on|booked|coming|enrolled, did i
        say|sign|answer|rsvp|reply|register, bring*
        colleague|friend|trainee|student|someone|somebody|nqt|ect|along|guest|ta|technician|
          with|my|a,
        colleague|someone|somebody instead|come|coming|comes|will|can, in my place|stead,
        instead of me, place of me, send* colleague|someone|somebody|my|a, from home,
        remotely|virtually, join|come|attend|do|dial online|remotely|via|by, dial in, on
        zoom|teams instead, who s|is|else coming|going|attending, whos coming|going|attending,
        how many coming|going|signed|people, places|spaces|seats|room left|still, waiting list,
        still|any space|places|seats, running|be|bit late, arrive late|after, leave early|at,
        for me|instead will, swap with, covering for me, actually can|cant|i,
        can|could|may|ok|okay colleague|trainee|partner, tag along, room for
        one|another|more|two|me, one more person, have|did i
        replied|answered|responded|signed|accepted|declined|confirm*, can|could|may my|our|a
        colleague|ta|nqt|ect|husband|wife|head|technician|student|partner, along with me, half
        an hour late, bit late, only stay|come|make for|until|the|half, have to|gotta leave,
        plus one, plus 1, take my place, sub for me, in my absence, two of us, with me
    """,
    "next": """
        !when next, when|whens|wheres|where is|s|are|does|do|will, what|which time|day|date,
        ~when|where|whens|wheres, what|which room|building|school|venue|campus|floor, what|which
        entrance|door, ~next one|meeting|session|time|meetup, how long, when|time
        finish*|end*|start*|over|done, until when, what time, link|url for|to, zoom|teams|meet
        call|link|online, ~link, address|postcode|parking|park, anything|something
        on|coming|planned|happening|before|this|next|after, what s|is next|on|coming,
        whats|whens next|on|coming, coming up, upcoming, date* of|for, get|getting there,
        directions, remind me when|where|what, details of|for|about, still on|happening|going,
        is it|tuesday|thursday|this|that on|still|online, ~calendar|diary, schedule, how far,
        where we meet*|going, do we have|finish|start, when meet*|session, finish* by|before|at,
        next week, do|are we meeting|on, far is, which bus, start at, is it|that
        tuesday|wednesday|thursday|monday|friday|in|at, how|where find|get|find|located, kick
        off, in person, online or, who is host|hosting|running, start* and|or, at what time, how
        many weeks, when again, next few|dates, rest of term|the, this term|month|week|year,
        remind me, ~finish*|starts
    """,
    "agenda": """
        !agenda, programme, what are|will|re|is we doing|do|cover|going|discuss*|on, what s|is
        planned|it|this about|on|happening|for, topics|topic, need|should|have to
        bring|prepare|read|do, what bring|prepare, ~about, who s|is presenting|speaking|leading,
        what to expect, what is|s going on|to, going to cover|do|be, plan for, about the
        session|meeting, running order, do i need, bring laptop|anything|something|stuff|kit,
        what s the plan, what is the focus|theme|topic|plan|point, ~cover|focus|theme|topics,
        prep*, what are we, homework beforehand, pre reading, in store
    """,
    "agenda.propose": """
        add|put|stick|get|squeeze agenda|to|on|in, propos*|suggest*, could|can|might we|you
        talk|discuss|look|cover|add|chat, like|love|want to
        talk|discuss|raise|present|show|share|demo|bring, item|topic|slot|point for|on|about, i
        could|can|d|will|ll present|show|demo|share|talk, minutes|mins on|for|to|about|slot,
        raise something|the|a, any other business, aob, room|space|time for on|in agenda,
        like|love to hear, someone|somebody talk|speak|show, few minutes, chance to, squeeze in,
        five|5|ten|10|few minutes|mins, worth discuss*|talking|adding, share
        something|what|how|my, bring up, show everyone|you|people
    """,
    "notes": """
        !notes|minutes, did|whatd|have i miss|missed, missed last|it|the|that, what
        was|were|did|got|have|had decided|agreed|said|discuss*|decide|agree|conclude, decision*,
        decided|agreed on|about|to|re|at, ~decided|agreed, catch* up, write up,
        writeup|summary|recap|summarise, slides|handouts|presentation|powerpoint from|of, what
        happened at|last|on, wasnt|couldnt|didnt there|make|come|get last|on|to, what did
        we|you|they|everyone decide*|agree*|say|end|settle, fill me in, last
        time|meeting|session|one, come out of|up, outcome*, record of, anything written|down,
        settle|settled on, last|previous meeting|time|session, did|do we|they
        settle|decide|agree|choose|pick, what happened, send me notes|slides|minutes, copy of,
        were there any notes|decisions, i was off|away|ill|absent|sick, follow up, conclusion*,
        key points, where|got any notes|minutes|slides
    """,
    "todo": """
        !to do, todo*, my actions|action|tasks|task|jobs|job|homework|bit|list, action
        point*|item*|list, did i say|promise|volunteer|agree|sign|offer, what|anything
        do|did|have i have|need|say|promise*|do|got|still|owe, supposed|meant to
        do|bring|send|have, i said i d|id|would|will, volunteer*, i|ive ve|have
        done|sent|finished|ordered|emailed|booked|rang|sorted|completed|asked|spoken, ive
        done|sent|finished|ordered|emailed|booked|sorted|completed, who|whos s|is|was
        doing|bringing|sorting|responsible|organising|meant|buying|charge|ordering|booking|
          taking,
        did|do i owe, tick* off, mark|marked done|complete|as, finished|sorted my|the, done
        it|that|the, ~done|signdone, !my to, deadline*, job|jobs i|for me, on my list, what i
        promise*, still to do, done with, emailed the, ordered the, spoke|spoken to, off my
        list, outstanding, who was|is|s|ll|will
        going|bring|supposed|getting|making|sorting|printing|emailing|contacting|writing, my
        bit|job|part|task, done my, who|whos brings|does|gets|buys|orders, was i, i was
        meant|supposed|down|going, job again, ve|have
        printed|bought|written|contacted|rung|called|shared|uploaded|paid|got, supposed to
        bring|send|contact, my to, left to do, tick, remind me what i
    """,
    "here": """
        i m|am|ve here|outside|at|arrived|in|downstairs|present, im|we|were
        here|outside|at|arrived|downstairs, just arrived|got|walked|parked, ~here,
        !sign|check|mark me in|present|here, check* in, ~present, at|in
        reception|gate|door|foyer|lobby|carpark, door* locked|shut|closed|open, the code is,
        ~been|was here, just got here, let me in, standing|waiting at|outside|in,
        ~outside|arrived, buzz me, which door, made it, in the
        building|room|hall|corridor|car|lobby, car park, i ve|m|ve arrived|parked|signed, where
        do i go, where now, am|was present|here, we ve made|arrived, locked out, at reception
    """,
    "reflect.results": """
        what did|do|was people|ppl|everyone|others|folk*|they|everybody|rest
        think|say|make|reckon|thought|feel, !feedback from|on|about|results|for, ~feedback, how
        did it|the|last|data go, results, how was it|last|the, ratings|rating|scores, what
        others thought|said|think, people|others|everyone|ppl
        think|thought|like*|enjoy*|find|found, did people|everyone|others like|enjoy|find,
        ~think, go down, thoughts on, reactions, everyone|people|others|they find|found|rate*,
        did it go, was it any|well, well received, feedback
    """,
    "reflect.back": """
        really|so|actually enjoy*|useful|good|great|liked|loved|helpful, loved|liked|enjoyed
        last|the|it|yesterday*|that|data, was|were
        great|brilliant|useful|boring|good|fab*|too|really|super|excellent|rushed|fantastic|
          lovely|bit|so|fun|long|brill|very|spot,
        great|brilliant|good|lovely|fab*|fantastic|cracking|super
        session|meeting|evening|afternoon|stuff|workshop|one, my feedback|reflection*|thoughts,
        give|leave|have|got|some feedback, thanks for last|the session|yesterday|data,
        looking|look back, reflect*, found it|the|that, most useful, i thought it|the|that,
        could have|been better|longer|shorter, too long|short|much|fast|slow|rushed, best
        session|meeting|one|bit, more time|hands on, fill survey|form|in,
        bit|quite|rather|so|very
        dull|boring|long|rushed|dry|slow|confusing|theoretical|fun|inspiring|helpful,
        learned|learnt|got a|loads|lots|so|out, if i m honest, best|worst,
        ~brilliant|fantastic|enjoyed|boring|dull|fab|loved, nice|good|lovely evening|to|session,
        wasn|wasnt|not my|very|that cup|good|useful|much, waste of, inspiring, would have
        liked|been, my highlight
    """,
    "class": """
        with|to|had|got|my|our|the
        class|pupils|kids|students|set|group|learners|y3|y4|y5|y6|y7|y8|y9|y10|y11|y12|y13|yr|
          year,
        my class|kids|pupils|students|lot|year|yr|form, in|during my|a|the|our
        lesson*|classroom|class, ~class|lesson*|pupils|kids|classroom|students, tried
        it|the|out|this|them|that|with, we tried|used|built|did|made, did the
        activity|lesson|experiment|task, lesson went|worked|flopped,
        pupils|kids|students|they|class|yr|year
        loved|hated|built|made|struggled|got|did|enjoyed|couldnt|broke|were, what happened in,
        worked|went well|brilliantly|badly|great|ok with|in|for, used|using the|it|them
        kit|loggers|with|in, ~tried, meant|supposed to try, try with|in, taught,
        ~y3|y4|y5|y6|y7|y8|y9|y10|y11|y12|y13, my|our
        kids|lot|class*|pupils|students|group|year|tutor,
        kids|pupils|students|children|girls|boys, did it|this|the with|in,
        loggers|robots|sensors|kit worked|failed|broke|died|went, with my
        y*|9s|8s|7s|year|class|set, after school club, stem club, ~club, lesson
        was|went|today|yesterday, ran the|it|this with
    """,
    "plan": """
        plan|set|organise|organize|schedule|arrange|book|create|fix|put|add|run
        a|another|new|next|an|up|in meeting|session|one|date|workshop|twilight|meetup, set up,
        new meeting|session|date|one, another|extra|additional
        session|meeting|workshop|one|date|twilight, can|could|should|shall we|you
        have|meet|schedule|do|fit|run a|another|an|up|again, let s|lets meet|have|do|plan|get,
        plan|schedule|organise|arrange|propose something|it|for,
        ~plan|schedule|arrange|organise, how about the|a|we, thinking the|of, shall we|say, meet
        up|again in|on, in the diary|calendar, want to run|host|hold, host* a|the|one, book
        us|a|the, need|want another|a|more|new date|session|meeting, next term, again
        in|next|before|after, another date|session|meeting|go|meet, get|put something|a|date in,
        could we meet|do|have|fit, ~another, for january|february|march|april|may|june, in
        january|february|march|april|may|june|july|september|october, spring|summer term, follow
        up session|meeting
    """,
    "change.move": """
        move*|moving tuesday|thursday|it|the|to|this|that|robot*|solder*, ~move*|moved,
        reschedul*, postpone*, shift*|push*|bump* it|the|tuesday|thursday|back|to,
        bring|put|push forward|back, change the|of|to|tuesday|thursday
        date|time|room|venue|start|place, ~change, different|new|another|bigger
        room|day|time|date|venue|place|building, need|have|got to move|change|shift|swap, swap
        rooms|room|the|to, make|do it|the|tuesday earlier|later|on|wednesday|monday, start*
        earlier|later|half|at, earlier|later instead|start|by, no longer available, is|are|has
        now|been moved, an hour|week earlier|later, half an hour, room
        booked|flooded|closed|unavailable|out, go online, online instead, from to, clashes with,
        different|another|other day|date|time|room|place|week|venue, we|ve|there got|s a clash,
        clash* with, move it, can|could|shall we change|move|shift|switch|swap|delay|push, an
        hour later|earlier, later|earlier start, wrong date|time|day, room s|is
        taken|gone|double, switch|swap to|it|the|days, brought|bring forward, delay*, instead
        of, other than
    """,
    "change.off": """
        !call off|it off, cancel* tuesday|thursday|it|meeting|session|this|that|the, ~cancel*,
        calling off, is|s off, scrap|bin|axe the|it|tuesday, isnt|not|no going|happening|longer
        ahead, not enough people|sign*|takers, have|need to cancel, off for everyone, wont
        happen, !call|calling it|the|whole off, thing off, snow day, have to call|cancel|scrap,
        not enough, no one|nobody is coming|can, everyone is ill|off, abandon*, pull the
    """,
    "buddy.join": """
        !like|want|wanna|need|find|get|give|join|looking buddy|buddies
    """,
    "buddy.pause": """
        !pause|stop|break|suspend buddy|buddies, !buddy|buddies pause|paused|break
    """,
    "buddy": """
        buddy|buddies, !who|whos|whose buddy, !my buddy
    """,
    "away": """
        !am|im|m|been|be|off|still|feel* ill|sick|poorly|unwell until|till|til,
        sick|poorly|unwell|away|absent|off until|till|til, signed off until|till|for, on
        holiday|leave until|till|til, off|out work|sick|school until|till|til,
        ill|sick|poorly|away|off|absent for week|weeks|month|months|days|term, !i am away, on
        maternity|paternity|parental|sick leave
    """,
    "privacy.stop": """
        stop
        messag*|writing|sending|emailing|pinging|dming|texting|bothering|these|the|nagging|
          contacting,
        no|fewer|less more messages|dms|reminders|pings|notifications, unsubscribe*, too|so
        many|much messages|reminders|notifications|pings|dms|emails, dont|not|never
        message|write|dm|contact|ping|send|remind me, mute, opt* out, leave me alone,
        notifications off, switch|turn off, quiet down, pinging|messaging|reminding|writing me,
        too much|many|often, less often, fewer, give it a rest, stop it
    """,
    "privacy.leave": """
        leave|quit the|this network|group, take|remove|delete|drop|strike me|my off|from|name,
        left|leaving the|this network|group, left|leaving teaching, retir*, no longer
        teach*|at|work*|part, remove|delete|take me, off|from the list|network|group, no longer,
        maternity, unenrol*|deregister, sign me off
    """,
    "privacy.school": """
        !left|leaving|leave|quit|quitting my|the|our|this school*|college, ve|have|am|m
        moved|changed|left|leaving|changing school*|job*|college, changing|changed
        school*|job*, left|leaving the|my|this job|post, moved|moving to another|new|different
        school*, new|another job|school*|post
    """,
    "privacy.erase": """
        !delete|erase|wipe|forget|remove everything|all|anything, erase me,
        delete|erase|wipe|forget|remove everything|all|data|information|info|details
        about|on|of|you me|have|hold|keep, delete|erase|wipe my data|info*|account|details
    """,
    "privacy": """
        my data|details|information|info, delete|erase|wipe|forget my|me|everything|all,
        what|which do|does|data you|u|it|bot know|keep|store|hold|have|save about|on|of, gdpr,
        who sees|can|reads|gets see|my|what, data protection, privacy, personal
        data|information, export my|data, confidential, ~data kept|stored, shared with,
        read|see|sees what i|my|the, delete|erase|remove my|all|everything
        stuff|data|answers|account|info*|history, who|what knows|know about, stored, recorded,
        spy*|listening|listen, safe to, anonymous*
    """,
    "help": """
        !help, what|how can|do you|u do|help, how do|does|to this|you|it|i|use work*|use,
        who|what are|r you|u|is, what is|s this|convenor|a, you a
        bot|robot|human|real|person|ai, ~hello|hi|hey|hiya, commands|command, ~stuck|lost,
        confused, dont understand|get|know how, instructions|manual, can i
        write|talk|type|ask|just, what exactly, do exactly, how use, you for|work, use
        you|this|it, what are|r you|u for, how do i, what|how can i ask|say|type, help me,
        ~who|what are you, new here|to|to this, never used, no idea, what now, can you
        help|explain, options
    """,
    "time.last": """
        last time|one|meeting|session|week|month, previous, the other day|night|evening, missed,
        yesterday
    """,
    "time.next": """
        next time|one|meeting|session
    """,
    "time.after": """
        one after, after next|that
    """,
}
