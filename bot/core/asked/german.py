"""How things are asked for in German. The signs are those of `meaning`."""

SAID = {
    "answer.no": """
        kann|könnte|konnte|kanns nicht|leider|net|ned|nich|doch, schaffe|schaff|schaffs|packs|
          pack
        es|das|nicht|leider|net|nich, komme|komm|bin nicht|leider|nich|net|doch
        dabei|kommen|da|nicht|verhindert|krank|raus, bin raus|verhindert|krank|unterwegs|weg,
        !muss absagen, ~absagen|absage, sage|sag ab|leider, melde|meld mich|ab ab|krank,
        ~krank|erkältet|corona|signill, klappt|geht|passt|klappts|gehts|passts
        nicht|leider|bei|nich|net, ~leider|sorry|schade|signsorry, keine
        zeit|vertretung|freistellung, ohne mich, nicht kommen|dabei|teilnehmen|schaffen|da|frei,
        fall|falle aus, wird nichts|nix, muss passen, hab|habe schon|leider was|einen|termin|
          was,
        elternabend|elternsprechtag|zeugniskonferenz|konferenz|klassenfahrt am|dazwischen,
        dazwischen gekommen, überschneid*, doch nicht, diesmal|dieses nicht|mal ohne,
        streich|streicht mich, entschuldig* mich|für, nicht freigestellt, nee|nein
    """,
    "answer.yes": """
        bin dabei|da|dort|mit|gern*, ich komme|komm, ~komme|komm, komme|komm
        gern*|auch|doch|mit|am, ~dabei, sind wir|dabei, zusage|zusagen, sage|sag zu, kann
        kommen|doch|am|gern*|jetzt, passt|klappt|geht mir|bei|für|gut, ~passt|klappt,
        trag|trage|tragt|schreib|schreibt|setz mich|uns ein|auf|an|drauf, melde|meld mich|
          uns an,
        bis dann|dienstag|donnerstag|dahin, freu* mich|auf, ~ja|jo|jep|gerne|ok|signyes, nehme
        teil, möchte|will|würde kommen|gern*|teilnehmen|dabei|mitmachen, vertretung
        steht|geregelt|organisiert|gefunden, halte platz|mir, reservier*, seh|sehe|
          sehen uns, auf
        jeden fall, fix dabei, mit von der
    """,
    "answer.maybe": """
        !vielleicht|vllt|evtl|eventuell, weiß|weiss noch|nicht|nich|net ob|nicht, unsicher,
        nicht|noch sicher|klar|unklar, kommt|hängt|je drauf|darauf|auf|davon|nach|ab, falls|wenn
        ich|die|der frei*|vertretung|darf|kann, mal sehen|schauen|gucken, geb|gebe|sag|sage
        bescheid|noch, unter vorbehalt, möglicherweise, versuch* zu|es, ~hoffentlich|signmaybe,
        entscheide|entscheidet sich|noch
    """,
    "answer": """
        meine|mein antwort|anmeldung|zusage|platz|absage, antwort ändern, bin ich
        angemeldet|eingetragen|dabei|drauf|auf|schon, hab|habe ich
        zugesagt|angemeldet|geantwortet|mich, bring|bringe|mitbringen|mitnehmen
        noch|eine*|ne|nen|meine*|jemand*|wen, ~mitbringen|mitnehmen|mitkommen,
        statt|anstelle|anstatt mir|meiner|mich|von, für mich|mir kommt|kommen|geht,
        kollege|kollegin|vertretung kommt|schicken|statt|mit|übernimmt|anstelle|auch,
        ~kollege|kollegin|referendar*|lehramtsanwärter*, schick* kolleg*|jemand*|
          meine*, vertritt
        mich, von zuhause|zu|daheim, zu hause, online
        teilnehmen|dabei|dazu|zuschalten|mitmachen|kommen|möglich,
        ~zuschalten|zuschalte|virtuell|dazuschalten|remote, wer kommt|ist|noch
        alles|dabei|noch|kommt|mit, wie viele kommen|sind|dabei|plätze, noch
        plätze|platz|frei*|was, warteliste, später|verspätet|bisschen komme|kommen|dazu|später,
        verspäte*, früher gehen|weg|los, komme später|etwas|nach|erst|10|15,
        ~anmeld*|angemeldet|zusage*, meine* nehme|ersatz
    """,
    "next": """
        !wann ist|is|nächste*, ~wann|wo|wohin, wo treffen|ist|findet|is|sind|müssen|genau,
        welche*|welcher|was für raum|zimmer|uhrzeit|tag|schule|gebäude|eingang|datum, um
        wie|welche viel|uhrzeit, wie lange|lang, ~nächste* treffen|termin|mal|sitzung,
        was|steht|gibt|kommt an|als|noch|nächstes demnächst|an|nächstes|dieses|diesen|vor,
        nächster|nächste termin|treffen, termin* des|der|für|vom|noch, link|zoom|teams
        zum|für|zur|call|link|zugang, ~link|adresse|parken|parkplatz|parkplätze|raum|
          uhrzeit, wie
        komm*|kommt hin|man|ich|dahin, anfahrt, wann|wie|bis
        geht|fängt|beginnt|endet|aus|los|wann, bis wann|wie, steht|bleibt|findet
        noch|es|statt|der, findet statt, wann treffen|wieder|gehts|fängt|wars|kommen,
        terminübersicht|termine|kalender, in der nähe, beginn*|ende, wieder was
    """,
    "agenda": """
        !tagesordnung|agenda|to|programm|tops, was machen|steht|ist|besprechen|behandeln|haben
        wir|auf|geplant|drauf|an|denn|da, auf der to|tagesordnung|liste,
        ~thema|themen|inhalt|inhalte|ablauf, worum|wovon|um geht|was|gehts|handelt, was
        geplant|vorbereiten|mitbringen|passiert, muss|soll|müssen|sollen ich|man|wir|was
        mitbringen|vorbereiten|lesen, wer referiert|hält|präsentiert|leitet|spricht, eigentlich
        vor, haben vor, was kommt dran
    """,
    "agenda.propose": """
        auf die|den agenda|tagesordnung|to|plan|liste, punkt|top|thema
        für|aufnehmen|zu|vorschlagen|einbringen|auf|über|dazu, vorschlag*|vorschlagen,
        möchte|würde|will|wollte|könnte|kann|mag über|gern*|was|etwas|kurz|mal
        vorstellen|sprechen|reden|zeigen|ansprechen|vorschlagen|präsentieren|berichten|
          besprechen|diskutieren,
        können|könnten|könnte|sollten|lasst|kann wir|man|uns über|noch|auch|mal|das|bitte
        sprechen|reden|besprechen|aufnehmen|thema*|diskutieren, ~vorstellen|ansprechen|
          aufnehmen,
        minuten für|zu|über|um, aufs programm
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
        sind wir verblieben, stand der|vom, nicht da|dabei war|gewesen
    """,
    "todo": """
        !to do*, todo*, aufgabe*|aufgaben|hausaufgabe*, was hatte|hab|habe|muss|soll|sollte
        ich|noch|nochmal|ich|alles
        zugesagt|machen|versprochen|tun|erledigen|übernommen|besorgen|noch|
          vorbereiten, hatte ich
        zugesagt|versprochen|übernommen|gesagt,
        ~zugesagt|versprochen|übernommen|zuständig|erledigt|signdone|abgehakt|bestellt, wer
        kümmert|macht|bringt|besorgt|organisiert|übernimmt|bestellt|ist|wollte|hat
        sich|den|die|das|zuständig|verantwortlich|eigentlich|denn, kümmert sich um, ist|hab|habe
        erledigt|fertig|gemacht|bestellt|geschickt|angerufen|abgeschickt|verschickt|gekauft|
          besorgt|abgegeben,
        habe|hab die|den|das|alles|mit
        bestellt|geschickt|angerufen|erledigt|gesprochen|organisiert|besorgt|gekauft,
        abhaken|haken, wofür|für was war|bin ich, bis wann muss|soll ich, ~frist|offen|offene*,
        meine liste|punkte, steht für mich, noch zu tun, hinter machen, war|bin ich
        zuständig|dran|verantwortlich
    """,
    "here": """
        bin|sind da|hier|angekommen|gerade|jetzt|grad|vor|im|schon|wir
        da|hier|angekommen|gebäude|haus|ort|eingang|tür, ~hier|angekommen|anwesend,
        steh|stehe|stehen|warte vor|am|draußen|unten|hier|im, vor der|dem|verschlossener
        tür|eingang|tor|schule|haupteingang, vor ort, grad*|gerade|eben
        angekommen|da|rein|eingetroffen, trag* mich anwesend|als, der code|code ist, tür ist|zu,
        jemand aufmachen|auf|öffnen, ist zu, ~draußen|haupteingang|sekretariat|eingetroffen, ich
        war da|hier, check* ein, melde mich anwesend|hier
    """,
    "reflect.results": """
        wie fand*|fanden|war|wars|kam|kams|lief|hat|haben
        die|es|das|den|andern|anderen|letztes|letzte|euch|ihr|gefallen|an|data|denn, was
        sagen|haben|meinen|denken|dachten|sagten|halten die|andere*|leute|kollegen,
        ~rückmeldung*|feedback|fanden|ergebnis*|auswertung*|resonanz, !feedback|rückmeldung*
        zum|zur|von|vom|der|der, wie kam an, hat gefallen|geschmeckt,
        andern|anderen|leute|kollegen fanden|sache|gesagt|dazu|zum, gut angekommen, stimmen
        zum|zur, ~meinung*
    """,
    "reflect.back": """
        hat mir|uns gefallen|gut|sehr|spaß|viel|gebracht|geholfen, war|fand
        super|toll|klasse|gut|spitze|interessant|langweilig|zu|sehr|echt|richtig|mega|prima|
          hilfreich|etwas|ein|bisschen|total|wirklich,
        fand|fands es|das|den|die|super|gut|toll|zu, tolle*|super|gute*|klasse|schöne*|gelungen*
        veranstaltung|treffen|abend|sitzung|nachmittag|workshop|fortbildung|termin, danke
        für|fürs|nochmal letzte*|den|das|gestern|die,
        ~rückblick|rückblicken|gefallen|spannend|lehrreich, möchte|will|kurz feedback|
          rückmeldung,
        mein|meine feedback|rückmeldung|eindruck, zu
        lang|lange|kurz|viel|wenig|schnell|theoretisch|voll, mehr zeit|praxis|übung*|pausen, am
        besten|meisten, zurückblick*, nützlich*|hilfreich*
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
        war|lief
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
        januar|februar treffen|noch
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
        gehen|weichen
    """,
    "change.off": """
        fällt|faellt|fallen|fall|muss|müssen aus|ausfallen, canceln|cancel*|gecancelt,
        absagen|abgesagt|abblasen, wir|müssen|muss|bitte|das|den|treffen|termin|abend|sitzung
        absagen|canceln|streichen|abblasen|ausfallen|abgesagt, ~ausfallen|streichen, zu
        viele|wenig* krank|anmeldung*, sagen wir ab, !müssen|muss wir|den|das|die|der|treffen
        absagen|canceln|streichen|ausfallen, findet nicht statt
    """,
    "privacy.stop": """
        keine|weniger|zu viele* nachrichten|mails|erinnerungen|benachrichtigungen|dms|mehr|pns,
        schreib*|schick*|send* mir|nicht|bitte|keine|nix nicht|keine|mehr, hör|hoer|höre auf,
        ~nachrichten|benachrichtigung*|abbestellen|abmelden|stumm|erinnerungen, lass* mich|mir
        in|ruhe, in ruhe, nicht mehr schreiben|anschreiben|angeschrieben|erinnert|
          benachrichtigt,
        nervt|nerv, abbestell*, stumm schalten|stellen, nachrichten ab*|aus*|stop*
    """,
    "privacy.leave": """
        !nehmt|nimm|streich*|lösch*|entfern*|trag* mich aus|von|der|raus|bitte|liste, aus der|
          dem
        liste|netzwerk|gruppe|verteiler, austreten|austragen|aussteigen,
        verlasse*|wechsle|wechsele|wechsel die|das|den|schule|netzwerk|gruppe|zum, gehe in
        pension|rente|ruhestand, pensionier*|pension|ruhestand|rente, nicht mehr
        an|lehrer*|dabei|teil|unterrichte, andere schule|stelle|versetzt
    """,
    "privacy": """
        meine|personenbezogen* daten|angaben|infos|name|namen, was|welche
        speicher*|weißt|weisst|daten|hast|wird|weiß du|ihr|über|von|gespeichert,
        !dsgvo|datenschutz*|datenauskunft, lösch*|lösche|löschen|vergiss alles|meine|mich|daten,
        wer|wird sieht|kann|liest|meine|das|lesen das|sehen|meine|lesen|was|weitergegeben,
        ~gespeichert|speicherst|daten|privatsphäre|vertraulich, auskunft über
    """,
    "help": """
        !hilfe, ~hilfe|hallo|servus|moin|hi|hey|grüezi|huhu, was
        kannst|machst|tust|bist|kann|könntest du|der|dieser|bot|alles, wie
        funktionier*|geht|benutz*|bedien*|gehst|gehts das|der|du|hier|man|dieser, wer|
          was bist du,
        kannst du|helfen, kann|darf|soll man|ich dir|mit|dich|einfach schreiben|fragen|reden|so,
        ~bot, befehl*|kommando*|anleitung, versteh*|kapier* nicht|das|net, kenne mich, wozu|
          wofür
        bist|ist|gibts|gut, bist du|ein|n, dir einfach, komm* nicht klar|weiter|
          zurecht, wie geht
        das|hier
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
