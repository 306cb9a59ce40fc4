"""How things are asked for in German. The signs are those of `meaning`."""

SAID = {
    "answer.no": """
        kann|könnte|konnte|kanns nicht|leider|net|ned|nich|doch,
        schaffe|schaff|schaffs|packs|pack es|das|nicht|leider|net|nich, komme|komm|bin
        nicht|leider|nich|net|doch dabei|kommen|da|nicht|verhindert|krank|raus, bin
        raus|verhindert|krank|unterwegs|weg, !muss absagen, ~absagen|absage, sage|sag ab|leider,
        melde|meld mich|ab ab|krank, ~krank|erkältet|corona|signill,
        klappt|geht|passt|klappts|gehts|passts nicht|leider|bei|nich|net,
        ~leider|sorry|schade|signsorry, keine zeit|vertretung|freistellung, ohne mich, nicht
        kommen|dabei|teilnehmen|schaffen|da|frei, fall|falle aus, wird nichts|nix, muss passen,
        hab|habe schon|leider was|einen|termin|was,
        elternabend|elternsprechtag|zeugniskonferenz|konferenz|klassenfahrt am|dazwischen,
        dazwischen gekommen, überschneid*, doch nicht, diesmal|dieses nicht|mal ohne,
        streich|streicht mich, entschuldig* mich|für, nicht freigestellt, nee|nein,
        lässt|laesst|lassen mich nicht|ned|net, chef|chefin|schulleitung|direktor*|rektor*
        lässt|sagt|erlaubt|will|hat, hab|habe
        aufsicht|dienst|konferenz|termin|unterricht|elternabend|vertretung|fieber|migräne|
          urlaub,
        bin im|auf urlaub|klassenfahrt|fortbildung|elternzeit|reha|dienstreise, nicht weg, schon
        was vor, anderen termin, krank geschrieben|gemeldet, kriege|krieg|bekomme keine, muss
        zum|leider|zu|auf|absagen|kinder*, zu spät|viel los|um, terminkollision|terminkonflikt,
        schaffe|schaff ich|leider, raus diesmal|für, kann dienstag|donnerstag|am nicht|leider
    """,
    "answer.yes": """
        bin dabei|da|dort|mit|gern*, ich komme|komm, ~komme|komm, komme|komm
        gern*|auch|doch|mit|am, ~dabei, sind wir|dabei, zusage|zusagen, sage|sag zu, kann
        kommen|doch|am|gern*|jetzt, passt|klappt|geht mir|bei|für|gut, ~passt|klappt,
        trag|trage|tragt|schreib|schreibt|setz mich|uns ein|auf|an|drauf, melde|meld mich|uns
        an, bis dann|dienstag|donnerstag|dahin, freu* mich|auf, ~ja|jo|jep|gerne|ok|signyes,
        nehme teil, möchte|will|würde kommen|gern*|teilnehmen|dabei|mitmachen, vertretung
        steht|geregelt|organisiert|gefunden, halte platz|mir, reservier*, seh|sehe|sehen uns,
        auf jeden fall, fix dabei, mit von der, wär|wäre|bin gern*|auch|wieder dabei, kann
        jetzt|ja|es|doch|am|kommen|schon|dienstag|donnerstag, doch ja, steht bei, mach|mache
        mit, plan*|plant mich, bin am|da|dienstag|donnerstag, klar, passt, zähl|zählt auf mich,
        klappt jetzt|doch|bei, würde kommen|mich|gern, mich bitte ein|eintragen
    """,
    "answer.maybe": """
        !vielleicht|vllt|evtl|eventuell, weiß|weiss noch|nicht|nich|net ob|nicht, unsicher,
        nicht|noch sicher|klar|unklar, kommt|hängt|je drauf|darauf|auf|davon|nach|ab, falls|wenn
        ich|die|der frei*|vertretung|darf|kann, mal sehen|schauen|gucken, geb|gebe|sag|sage
        bescheid|noch, unter vorbehalt, möglicherweise, versuch* zu|es, ~hoffentlich|signmaybe,
        entscheide|entscheidet sich|noch, muss noch|erst fragen|schauen|klären|abklären|gucken,
        je nachdem, schwierig, eher nicht|schon, kläre|klär noch|das, wahrscheinlich, 50
    """,
    "answer": """
        meine|mein antwort|anmeldung|zusage|platz|absage, antwort ändern, bin ich
        angemeldet|eingetragen|dabei|drauf|auf|schon, hab|habe ich
        zugesagt|angemeldet|geantwortet|mich, bring|bringe|mitbringen|mitnehmen
        noch|eine*|ne|nen|meine*|jemand*|wen, ~mitbringen|mitnehmen|mitkommen,
        statt|anstelle|anstatt mir|meiner|mich|von, für mich|mir kommt|kommen|geht,
        kollege|kollegin|vertretung kommt|schicken|statt|mit|übernimmt|anstelle|auch,
        ~kollege|kollegin|referendar*|lehramtsanwärter*, schick* kolleg*|jemand*|meine*,
        vertritt mich, von zuhause|zu|daheim, zu hause, online
        teilnehmen|dabei|dazu|zuschalten|mitmachen|kommen|möglich,
        ~zuschalten|zuschalte|virtuell|dazuschalten|remote, wer kommt|ist|noch
        alles|dabei|noch|kommt|mit, wie viele kommen|sind|dabei|plätze, noch
        plätze|platz|frei*|was, warteliste, später|verspätet|bisschen komme|kommen|dazu|später,
        verspäte*, früher gehen|weg|los, komme später|etwas|nach|erst|10|15,
        ~anmeld*|angemeldet|zusage*, meine* nehme|ersatz, kann erst|nur|auch
        ab|bis|online|später|kurz, erst ab|um|später|gegen, nur bis|kurz|online,
        jemanden|jemand|wen mitbringen|mit|dazu, zu zweit, kommen zu|zwei, noch jemand,
        etwas|bisschen|viertelstunde|minuten später|spät|verspätung, verspätung, geht auch
        online|digital|hybrid|virtuell, online, ist noch platz|was|frei, bin ich auf|auf, wer
        ist|sind|kommt|hat, hab|habe schon|ich abgesagt|geantwortet|zugesagt, abmelden, mich
        abmelden|anmelden|eintragen|austragen
    """,
    "next": """
        !wann ist|is|nächste*, ~wann|wo|wohin, wo treffen|ist|findet|is|sind|müssen|genau,
        welche*|welcher|was für raum|zimmer|uhrzeit|tag|schule|gebäude|eingang|datum, um
        wie|welche viel|uhrzeit, wie lange|lang, ~nächste* treffen|termin|mal|sitzung,
        was|steht|gibt|kommt an|als|noch|nächstes demnächst|an|nächstes|dieses|diesen|vor,
        nächster|nächste termin|treffen, termin* des|der|für|vom|noch, link|zoom|teams
        zum|für|zur|call|link|zugang, ~link|adresse|parken|parkplatz|parkplätze|raum|uhrzeit,
        wie komm*|kommt hin|man|ich|dahin, anfahrt, wann|wie|bis
        geht|fängt|beginnt|endet|aus|los|wann, bis wann|wie, steht|bleibt|findet
        noch|es|statt|der, findet statt, wann treffen|wieder|gehts|fängt|wars|kommen,
        terminübersicht|termine|kalender, in der nähe, beginn*|ende, wieder was, um
        wieviel|wie|welche, wieviel uhr, wie spät, ist das|es
        am|noch|in|im|nun|dienstag|donnerstag|jetzt|wirklich, am dienstag|donnerstag noch|oder,
        gehts los, geht los, oder mittwoch|donnerstag|dienstag, parken, in
        welcher*|welchem|welche, wo|wohin muss|ist|nochmal|genau|findet, wann|wo
        sehen|treffen|ist|wars|gehts|war nochmal, nächsten termine|treffen, welche termine,
        steht noch|als, wie oft, noch diese*|dieses|vor, kommende*
    """,
    "agenda": """
        !tagesordnung|agenda|to|programm|tops, was machen|steht|ist|besprechen|behandeln|haben
        wir|auf|geplant|drauf|an|denn|da, auf der to|tagesordnung|liste,
        ~thema|themen|inhalt|inhalte|ablauf, worum|wovon|um geht|was|gehts|handelt, was
        geplant|vorbereiten|mitbringen|passiert, muss|soll|müssen|sollen ich|man|wir|was
        mitbringen|vorbereiten|lesen, wer referiert|hält|präsentiert|leitet|spricht, eigentlich
        vor, haben vor, was kommt dran, was ist geplant|dran|los|thema, was
        nehmen|bring|brauche|brauch|brauchen|benötige ich|wir|man|mit, laptop mit*, was
        kommt|passiert|erwartet|lernen, ~geplant|mitbringen|vorbereiten|ablauf|inhalte, steht
        auf dem|der, programm
    """,
    "agenda.propose": """
        auf die|den agenda|tagesordnung|to|plan|liste, punkt|top|thema
        für|aufnehmen|zu|vorschlagen|einbringen|auf|über|dazu, vorschlag*|vorschlagen,
        möchte|würde|will|wollte|könnte|kann|mag über|gern*|was|etwas|kurz|mal
        vorstellen|sprechen|reden|zeigen|ansprechen|vorschlagen|präsentieren|berichten|
          besprechen|diskutieren,
        können|könnten|könnte|sollten|lasst|kann wir|man|uns über|noch|auch|mal|das|bitte
        sprechen|reden|besprechen|aufnehmen|thema*|diskutieren,
        ~vorstellen|ansprechen|aufnehmen, minuten für|zu|über|um, aufs programm, hätte|hab|habe
        noch|ein|einen|ne|eine|was thema|punkt|idee|vorschlag|anliegen|etwas,
        reden|sprechen|diskutieren|unterhalten wir|über, über das|die|den|leihgeräte|unsere
        reden|sprechen|diskutieren|austauschen, kurz vorstellen|zeigen|berichten|was,
        fünf|5|zehn|10 minuten|min, dazu nehmen, thema für|wäre|dazu, anregung,
        vorzustellen|vorstellen
    """,
    "notes": """
        !protokoll*|mitschrift*|notizen|aufzeichnung*, was wurde|haben|hat|war|ist
        beschlossen|besprochen|vereinbart|entschieden|ausgemacht|gesagt|rausgekommen|
          herausgekommen|verpasst,
        ~beschlossen|vereinbart|beschluss|beschlüsse|ausgemacht|besprochen|entschieden, zum
        nachlesen|lesen, nachlesen, hab*|habe ich|was|das|letztes|letzte|es|die
        verpasst|gefehlt|versäumt, ~verpasst|versäumt|gefehlt|zusammenfassung|zusammenfassen,
        letztes|letzte mal|sitzung|treffen|mal krank|gefehlt|nicht|war, war
        letztes|letzte|nicht|am, konnte nicht|letztes kommen|mal, was kam raus|heraus,
        folien|präsentation|unterlagen|material*|handout* vom|von|zum|der, wie verblieben|sind,
        sind wir verblieben, stand der|vom, nicht da|dabei war|gewesen, beim|vom
        letzten|letztes|letzter mal|treffen|ausgemacht|sitzung|besprochen, wo
        find*|ist|sind|liegt|kann das|die|ich protokoll|notizen|folien, haben|habt|wurde
        wir|ihr|beim|letztes|etwas
        ausgemacht|beschlossen|entschieden|besprochen|vereinbart|gemacht, ergebnis*
        vom|von|der|des, nicht da|dabei, war krank|nicht|verhindert, was lief|war
        letztes|letzten, schick* mir das|die|protokoll|folien, zum nachschauen, gefehlt
    """,
    "todo": """
        !to do*, todo*, aufgabe*|aufgaben|hausaufgabe*, was hatte|hab|habe|muss|soll|sollte
        ich|noch|nochmal|ich|alles
        zugesagt|machen|versprochen|tun|erledigen|übernommen|besorgen|noch|vorbereiten, hatte
        ich zugesagt|versprochen|übernommen|gesagt,
        ~zugesagt|versprochen|übernommen|zuständig|erledigt|signdone|abgehakt|bestellt, wer
        kümmert|macht|bringt|besorgt|organisiert|übernimmt|bestellt|ist|wollte|hat
        sich|den|die|das|zuständig|verantwortlich|eigentlich|denn, kümmert sich um, ist|hab|habe
        erledigt|fertig|gemacht|bestellt|geschickt|angerufen|abgeschickt|verschickt|gekauft|
          besorgt|abgegeben,
        habe|hab die|den|das|alles|mit
        bestellt|geschickt|angerufen|erledigt|gesprochen|organisiert|besorgt|gekauft,
        abhaken|haken, wofür|für was war|bin ich, bis wann muss|soll ich, ~frist|offen|offene*,
        meine liste|punkte, steht für mich, noch zu tun, hinter machen, war|bin ich
        zuständig|dran|verantwortlich,
        bestellt|erledigt|verschickt|gekauft|gebucht|reserviert|abgegeben|geschrieben|
          kontaktiert|gedruckt,
        sind bestellt|da|gekauft|verschickt, meine|mein aufgabe*|part|teil|job, war meine
        aufgabe, hab|habe ich das|erledigt|schon|alles, wer
        bring*|besorg*|nimmt|wollte|sollte|hat|holt|kauft|schreibt|fragt|ruft|druckt, mitbringen
        wer, was muss|soll|sollte ich bis|noch|bis|erledigen|machen|tun, was war
        nochmal|meine|mein, dran bin|war|ist, hatte|habe ich|mich nicht|bereit|gemeldet, offene
        punkte|aufgaben, angerufen, fertig
    """,
    "here": """
        bin|sind da|hier|angekommen|gerade|jetzt|grad|vor|im|schon|wir
        da|hier|angekommen|gebäude|haus|ort|eingang|tür, ~hier|angekommen|anwesend,
        steh|stehe|stehen|warte vor|am|draußen|unten|hier|im, vor der|dem|verschlossener
        tür|eingang|tor|schule|haupteingang, vor ort, grad*|gerade|eben
        angekommen|da|rein|eingetroffen, trag* mich anwesend|als, der code|code ist, tür ist|zu,
        jemand aufmachen|auf|öffnen, ist zu, ~draußen|haupteingang|sekretariat|eingetroffen, ich
        war da|hier, check* ein, melde mich anwesend|hier, am
        parkplatz|eingang|tor|sekretariat|lehrerzimmer, bin jetzt|nun|schon|gleich
        da|hier|angekommen|drin, wo muss ich hin, bin im|am|vor
        gebäude|parkplatz|eingang|haus|raum|foyer, komme nicht rein, wo lang, war
        dabei|anwesend, sitze|sitzen im|schon|in, steh|stehe|stehen vorm|vor, bin da
        wo|steh*|und, is|ist zu|abgeschlossen|geschlossen
    """,
    "reflect.results": """
        wie fand*|fanden|war|wars|kam|kams|lief|hat|haben
        die|es|das|den|andern|anderen|letztes|letzte|euch|ihr|gefallen|an|data|denn, was
        sagen|haben|meinen|denken|dachten|sagten|halten die|andere*|leute|kollegen,
        ~rückmeldung*|feedback|fanden|ergebnis*|auswertung*|resonanz, !feedback|rückmeldung*
        zum|zur|von|vom|der|der, wie kam an, hat gefallen|geschmeckt,
        andern|anderen|leute|kollegen fanden|sache|gesagt|dazu|zum, gut angekommen, stimmen
        zum|zur, ~meinung*, sagen|meinen|denken|finden die|andere*|dazu|so, wie
        kam|fanden|war|lief|ging, ankam, kam es|das an, stimmung, bewertung*
    """,
    "reflect.back": """
        hat mir|uns gefallen|gut|sehr|spaß|viel|gebracht|geholfen, war|fand
        super|toll|klasse|gut|spitze|interessant|langweilig|zu|sehr|echt|richtig|mega|prima|
          hilfreich|etwas|ein|bisschen|total|wirklich,
        fand|fands es|das|den|die|super|gut|toll|zu, tolle*|super|gute*|klasse|schöne*|gelungen*
        veranstaltung|treffen|abend|sitzung|nachmittag|workshop|fortbildung|termin, danke
        für|fürs|nochmal letzte*|den|das|gestern|die,
        ~rückblick|rückblicken|gefallen|spannend|lehrreich, möchte|will|kurz
        feedback|rückmeldung, mein|meine feedback|rückmeldung|eindruck, zu
        lang|lange|kurz|viel|wenig|schnell|theoretisch|voll, mehr zeit|praxis|übung*|pausen, am
        besten|meisten, zurückblick*, nützlich*|hilfreich*,
        richtig|echt|sehr|total|super|ziemlich|etwas|bisschen|eher
        gut|schön|interessant|spannend|langweilig|zäh|trocken|lang|cool|lehrreich|hilfreich|
          theoretisch|inspirierend,
        ~langweilig|toll|spannend|großartig, hat spaß|viel|mir|sich|richtig
        gemacht|gebracht|gelohnt|gefallen, war gut|schön|toll|super|am|gestern|echt|ein, viel
        gelernt|mitgenommen, fand es|ich|gut|die|den, gelohnt, schade dass, lob
    """,
    "class": """
        im|unserem|meinem|meiner|mein|in unterricht|klasse|stunde|kurs,
        mit|in|bei|meiner|meine|der|den
        klasse|klassen|schülern|schülerinnen|kindern|kids|kurs|sus|siebte*|achte*|5a|6a|6b|7a|
          7b|7c|8a|8b|8c|9a|9b,
        ~unterricht|klasse|schüler*|kinder|sus|schulklasse|unterrichtsstunde, haben|hab|habe
        wir|es|das|die|mit|heute|gestern
        ausprobiert|getestet|gebaut|probiert|gebastelt|programmiert|gemessen|eingesetzt,
        ~ausprobiert|getestet|probiert|eingesetzt|gebastelt, schüler*|kinder|klasse|kids|sus|die
        haben|waren|fanden|begeistert|hatten|gebaut, lief*|gelaufen|funktioniert|geklappt
        in|im|mit|gut|super|nicht, unterricht gelaufen|ausprobiert|erzählen, ausprobieren
        im|mit|sollten, ~gelaufen, was wir ausprobieren|probieren, wie es|wies im|in|bei, stunde
        war|lief, meine|meiner|unsere|die|mit|der
        5|6|7|8|9|10|5a|5b|5c|6a|6b|6c|7a|7b|7c|7d|8a|8b|8c|8d|9a|9b|9c|10a|10b,
        ~5a|5b|5c|6a|6b|6c|7a|7b|7c|8a|8b|8c|9a|9b|10a|10b|klassen|achten|siebten|neunten|
          sechsten,
        war|waren begeistert, mit meiner|meinen|der|meinem|den
        klasse|kurs|schülern|kindern|achten|siebten, kinder|schüler waren|fanden|hatten|haben,
        ag, mit der, gestern probiert|ausprobiert|getestet, kaputt gegangen|gemacht
    """,
    "plan": """
        neuer|neuen|neues|weiteren|weiterer|weiteres|zusätzlich*|extra|noch
        termin|treffen|treffen|sitzung|workshop, termin|treffen|workshop|sitzung
        anlegen|planen|einstellen|eintragen|ansetzen|organisieren|machen|vereinbaren|finden|
          festlegen|ausmachen|erstellen|im|am|für|einplanen,
        ~planen|anlegen|ansetzen|einplanen|organisieren, leg*|plan*|mach*|trag*|stell*|setz*
        bitte|mal|noch|einen|ein|nen|neues|neuen|doch termin|treffen|sitzung|an|ein|workshop,
        sollten|könnten|können|wollen|lasst wir|uns noch|wieder|nochmal|im|mal|noch|ein
        treffen|treffen|termin|machen|zusammensetzen, wollen wir uns, wie wäre|wärs, noch
        ein|einen termin|treffen|nachmittag, treffen im januar|februar|märz|april|mai|neuen, im
        januar|februar treffen|noch, brauchen|bräuchten|wünsche noch|einen|ein|mal
        termin|treffen|nachtermin, noch einen|ein|mal, im
        januar|februar|märz|april|mai|juni|juli|september, vor|nach
        ostern|weihnachten|pfingsten|den|ferien, wieder treffen|mal|im,
        folgetermin|folgetreffen, zusatztermin, treffen machen|ansetzen|organisieren|planen,
        machen wir|noch|ein, nächstes jahr|halbjahr
    """,
    "change.move": """
        verschieb*|verleg*|umlegen|vorverleg*|vertag*, !verschieb* auf|den|das|wir|die,
        muss|müssen|müssten|können|könnten|sollten wir|das|den|der|die
        verschieb*|verlegen|ändern|tauschen|umziehen|wechseln|vorziehen,
        anderer|anderen|andere|neuer|größeren raum|tag|termin|zeit|uhrzeit|ort,
        raum|uhrzeit|termin|ort|zeit
        ändern|geändert|ändert|wechsel*|tauschen|belegt|gesperrt|nicht,
        ~umziehen|raumwechsel|belegt|gesperrt|später|früher, stunde früher|später, eine|halbe
        stunde früher|später, auf mittwoch|montag|freitag|den|18|17|16
        verlegen|verschieben|legen|vorziehen, woche später|früher|nach,
        fangen|beginnen|starten|anfangen wir|erst|früher|später, doch lieber|erst|im, findet|ist
        jetzt|in|nun|doch statt|im, statt um|am|in|dienstag|donnerstag, ausweichen, wir
        gehen|weichen, eine|halbe|ne stunde|woche|tag später|früher|nach|vor, später|früher
        anfangen|beginnen|starten|machen, anderer|anderen|anderes|andern, ist|sind
        belegt|gesperrt|besetzt|nicht|geschlossen, stattdessen, statt
        dienstag|donnerstag|in|im|um, lieber am|mittwoch|montag|freitag|um|online, auf
        den|mittwoch|montag|freitag|nächste, raum|aula|werkraum|labor|saal
        ist|belegt|geht|anderen|tauschen|wechsel*, online statt|machen, tausch*, nach
        hinten|vorne
    """,
    "change.off": """
        fällt|faellt|fallen|fall|muss|müssen aus|ausfallen, canceln|cancel*|gecancelt,
        absagen|abgesagt|abblasen, wir|müssen|muss|bitte|das|den|treffen|termin|abend|sitzung
        absagen|canceln|streichen|abblasen|ausfallen|abgesagt, ~ausfallen|streichen, zu
        viele|wenig* krank|anmeldung*, sagen wir ab, !müssen|muss wir|den|das|die|der|treffen
        absagen|canceln|streichen|ausfallen, findet nicht statt,
        treffen|termin|dienstag|donnerstag|abend|alles|das muss|müssen|fällt|wird|absagen
        ausfallen|aus|abgesagt|absagen|gestrichen|flach, müssen absagen|ausfallen,
        sturm|schnee|glatteis|streik, komplett absagen|aus, lassen wir|das ausfallen|sein, flach
    """,
    "buddy.join": """
        !möchte|will|hätte|brauche|suche|such|wünsche buddy|buddies
    """,
    "buddy.pause": """
        !buddy|buddies pause|pausieren|aussetzen|unterbrechen, !pausier*|pause|unterbrich
        buddy|buddies
    """,
    "buddy": """
        buddy|buddies, !wer|wen|mein|meinen|meinem buddy
    """,
    "away": """
        !krank|krankgeschrieben|weg|abwesend|verreist|unterwegs|beurlaubt|urlaub|elternzeit bis,
        !bis krank|krankgeschrieben|weg|abwesend|verreist|unterwegs|urlaub,
        krank|krankgeschrieben|weg|abwesend|verreist für|noch tage|woche|wochen|monat|monate,
        für tage|woche|wochen|monat|monate weg|krank|abwesend|verreist, falle bis aus, bin
        krankgeschrieben, in mutterschutz|elternzeit
    """,
    "privacy.stop": """
        keine|weniger|zu viele* nachrichten|mails|erinnerungen|benachrichtigungen|dms|mehr|pns,
        schreib*|schick*|send* mir|nicht|bitte|keine|nix nicht|keine|mehr, hör|hoer|höre auf,
        ~nachrichten|benachrichtigung*|abbestellen|abmelden|stumm|erinnerungen, lass* mich|mir
        in|ruhe, in ruhe, nicht mehr
        schreiben|anschreiben|angeschrieben|erinnert|benachrichtigt, nervt|nerv, abbestell*,
        stumm schalten|stellen, nachrichten ab*|aus*|stop*, nicht|nichts|keine mehr
        schreiben|schicken|nachrichten|mails|senden|erinnern|bekommen, bitte nicht|keine
        mehr|nachrichten, zu oft|viel|viele, hör auf, stopp|stop, weniger schreiben
    """,
    "privacy.leave": """
        !nehmt|nimm|streich*|lösch*|entfern*|trag* mich aus|von|der|raus|bitte|liste, aus
        der|dem liste|netzwerk|gruppe|verteiler, austreten|austragen|aussteigen,
        verlasse* das|dieses|die netzwerk|gruppe|runde, gehe in
        pension|rente|ruhestand, pensionier*|pension|ruhestand|rente, nicht mehr
        an|lehrer*|dabei|teil|unterrichte,
        !streich|nehmt|nimm mich, !lösch* mich aus|von, bin nicht|nimmer mehr|an, nicht mehr
        an|dabei|lehrer*|teil|im|der, von|aus der|dem|euer liste|gruppe|netzwerk, abmelden
        vom|von|aus, höre auf|als
    """,
    "privacy.school": """
        !schule|stelle gewechselt|verlassen|gekündigt, !verlasse*|wechsle|wechsele|wechsel
        schule|stelle, schule wechsle|wechsel*|verlasse*, neue|neuen|andere|anderen
        schule|stelle, versetzt, wechsle|wechsele|wechsel zum|die|an
    """,
    "privacy.erase": """
        !lösch*|vergiss|vergesst|vernicht*|entfern* alles|sämtliche, alles|daten
        löschen|vergessen|entfernen, lösch*|vergiss|entfern* alles|daten|infos
        über|von|zu mich|mir, lösch* mich, lösch* meine daten|angaben|infos
    """,
    "privacy": """
        meine|personenbezogen* daten|angaben|infos|name|namen, was|welche
        speicher*|weißt|weisst|daten|hast|wird|weiß du|ihr|über|von|gespeichert,
        !dsgvo|datenschutz*|datenauskunft, lösch*|lösche|löschen|vergiss alles|meine|mich|daten,
        wer|wird sieht|kann|liest|meine|das|lesen das|sehen|meine|lesen|was|weitergegeben,
        ~gespeichert|speicherst|daten|privatsphäre|vertraulich, auskunft über, was
        speicherst|weißt|merkst, meine daten|nachrichten|antworten|namen|angaben, über mich,
        daten löschen|herunterladen|einsehen|exportieren, mitlesen|liest|lesen, anonym, alles
        löschen, wer alles|kann|darf das|meine|sehen|lesen
    """,
    "help": """
        !hilfe, ~hilfe|hallo|servus|moin|hi|hey|grüezi|huhu, was
        kannst|machst|tust|bist|kann|könntest du|der|dieser|bot|alles, wie
        funktionier*|geht|benutz*|bedien*|gehst|gehts das|der|du|hier|man|dieser, wer|was bist
        du, kannst du|helfen, kann|darf|soll man|ich dir|mit|dich|einfach
        schreiben|fragen|reden|so, ~bot, befehl*|kommando*|anleitung, versteh*|kapier*
        nicht|das|net, kenne mich, wozu|wofür bist|ist|gibts|gut, bist du|ein|n, dir einfach,
        komm* nicht klar|weiter|zurecht, wie geht das|hier, versteh*|kapier*|check*
        nicht|nur|das|nix|gar, wie geht|funktioniert|läuft das|es|du|hier|der, was
        mach*|kann|soll ich|man|hier|damit, neu hier, keine ahnung, erklär*, bahnhof, hilf mir,
        was bist, wer bist, was geht, bedienung, funktionen, was alles
    """,
    "time.last": """
        letzte* mal|treffen|sitzung|termin|woche|workshop,
        letztens|neulich|gestern|vorige*|vergangene*, beim letzten
    """,
    "time.next": """
        nächste* mal|treffen|sitzung|termin
    """,
    "time.after": """
        übernächste*, danach
    """,
}
