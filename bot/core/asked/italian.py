"""How things are asked for in Italian. The signs are those of `meaning`."""

SAID = {
    "answer.no": """
        non|nn|no
        posso|riesco|potrò|potro|vengo|verrò|verro|ci|ce|sarò|saro|ci|sono|partecipo|
          parteciperò|potrei
        venire|partecipare|esserci|sarò|saro|la|essere|posso|riesco|martedì|giovedì|più, ~non
        posso|riesco|vengo|potrò|verrò|partecipo, non ci sarò|saro|sono|posso|riesco, non ce la,
        ~mi
        dispiace|spiace|purtroppo|scusate|malat*|assente|febbre|influenza|signill|signsorry|
          impegno|impegnat*,
        purtroppo non|ho|devo|sono|salto, sarò|saro|sono
        assente|impegnat*|via|fuori|malat*|occupat*|in gita, devo|dovrò
        rinunciare|disdire|annullare|saltare|dare, do|mi buca|forfait, mi ritiro|chiamo,
        disdico|disdire|rinuncio|salto, senza di me, consiglio di classe, collegio docenti,
        scrutini, gita, altro impegno, ho già|un|il|gli impegno|altro|colloqui*|consiglio,
        niente martedì|giovedì|da, impossibilitat*, contrattempo|imprevisto, passo
        questa|stavolta, stavolta no|non|passo, accavall*, sovrappon*, ~no, ho
        il|un|consiglio|scrutini|riunione|colloqui|altro|la|già|gli|febbre
        consiglio|impegno|collegio|riunione|colloqui|corso|visita|scrutini|febbre|scrutinio|
          dentista,
        non mi lascia|danno|autorizza|libera, preside|dirigente non|mi|ha|dice, dice no,
        martedì|giovedì no|non|niente|impossibile, non|nn
        vengo|verrò|posso|riesco|potrò|potrei|venivo, troppo stanc*|lavoro|impegni, sto male,
        figlio|figlia|bambino malat*|ha|sta, in gita|viaggio|malattia|congedo|maternità|ferie,
        sono di|in sorveglianza|turno|servizio, mi tocca|devo, mancherò|mancare, salto questa,
        peccato
    """,
    "answer.yes": """
        ci sarò|saro|sono|sarro|saremo|vediamo|sto,
        ~vengo|verrò|partecipo|parteciperò|presente|signyes|volentieri|ok|sì|confermo,
        vengo|verrò|partecipo volentieri|anche|anch|io|sicuramente|martedì|giovedì|il, presente
        il|martedì|giovedì|anche, contate*|conta|contatemi su|me|anche, ce la faccio,
        riesco|posso a|venire|esserci|partecipare|martedì|giovedì,
        segna*|segnatemi|iscriv*|metti|mettetemi|aggiungi|mettimi
        mi|me|anche|pure|per|tra|nella, ~segnami|iscrivimi|mettimi|iscrivetemi, a
        martedì|giovedì|presto, mi va|sta bene|benissimo, va|per|per bene|me|benissimo, non vedo
        l, con piacere, confermo la|presenza|che|per|il, tieni*|riserva*|prenota* mi|un|posto,
        io ci, sono|siamo dei|in|della|dentro, vorrei|voglio
        venire|partecipare|esserci|iscrivermi, supplente trovato|ok, contrordine, alla fine
        ci|vengo|posso|riesco, ok|va|si|sì ci|per|bene|sono|vengo, per me ok|va|bene, ci sono,
        conto di|su, sicuramente, ci vediamo lì|martedì|giovedì|là, mi
        sono|segno|iscrivo|aggiungo|unisco liberat*, mi segno|iscrivo|aggiungo|unisco, adesso
        posso|riesco, invece posso|vengo|ci|riesco, allora vengo, perfetto, eccomi presente,
        senz altro, d accordo
    """,
    "answer.maybe": """
        !forse, non so|sono ancora|se|sicur*|cert*|saprei, dipende, vi|ti faccio|so
        sapere|dire|dico, se mi|riesco|ho|trovo|il|posso
        danno|liber*|sostitu*|preside|lascia*|permett*|copr*,
        ~magari|probabil*|signmaybe|eventualmente|spero|vediamo|vedrò|provo|cerco, da
        confermare|vedere, salvo, in forse|dubbio, ancora non so, cerco|provo di|a,
        incert*|indecis*, 50 50, se tutto va, non so|sono|sapei|ancora se|sicur*, se
        riesco|posso|trovo|mi, vedo se, ci provo, potrei, faccio sapere, difficile, quasi
    """,
    "answer": """
        mia|la|il|mio risposta|iscrizione|adesione|posto|partecipazione, cambi*
        risposta|idea|la, sono|risulto|ero|io iscritt*|segnat*|in|registrat*|nella,
        ~iscritt*|iscrizione|risulto, ho risposto|detto|confermato|dato,
        port*|posso|portare|porto|portar un*|una|anche|il|con|la|mia|qualcuno|portare|venire
        collega|tirocinant*|amic*|qualcuno|stagist*, ~collega|tirocinante|specializzand*, al|in
        posto|mio|vece, posto mio, mio posto, invece di|mia|me me|mia, vece mia,
        viene|venga|manderei|mando|mandare|mand* una|un|il|la|al
        collega|prof|qualcuno|posto|mio|altro, mi sostituisce|rimpiazza, da casa|remoto, mi
        collego, collego|collegarmi|collegarsi|seguire|partecipare
        da|online|in|a|remoto|distanza, ~online|remoto|distanza|videochiamata|zoom|meet, a
        distanza, chi viene|c|altro|ci|partecipa|sarà|saremo, in quanti|quante, quanti|quante
        siamo|saremo|vengono|posti, ci sono|c|posto ancora|posti|posto|è, ~posti|posto, lista
        d|attesa, in|farò|arrivo ritardo|tardi, arrivo|arriverò più|dopo|in|un|alle,
        esco|andare|uscire|via prima|presto, posso venire con|anche|da, mi sono|ero|avevo|ho
        già|iscritt*|prenotat*|risposto, sono già|io, con dieci|10|un|qualche|venti|15|20
        minuti|po|di, minuti di ritardo, ritardo, arrivo con|alle|dopo|tardi|un, portare|porto
        un*|una|la|il|anche collega|amic*|tirocinant*|stagist*, venire in due, siamo in due,
        posso portare|venire|collegarmi|partecipare, solo fino|per|online, cambio risposta, al
        mio, chi viene, devo uscire|andare
    """,
    "next": """
        !quando è|e|ci|si|prossim*|c, ~quando|dove, dove si|ci|è|e|sarà|dobbiamo|si
        fa|trova*|vediamo|tiene|va|svolge, a che ora, che|quale|in
        ora|aula|giorno|stanza|scuola|sede|data|laboratorio|orario|piano|edificio|orari,
        ~orario|aula|indirizzo|parcheggio|link|orari|calendario|sede|date|durata, prossim*
        incontro|riunione|volta|appuntamento|data|serata|riunioni|incontri, ~prossima|prossimo,
        ci vediamo quando|dove|la|prossim*|a, quanto dura|tempo|durerà,
        ~dura|finisce|inizia|comincia, fino a|che|quando|quale, quando|ora|che
        finisce|inizia|comincia|finiamo|si, link|zoom|meet|teams per|di|del|alla|della|al, come
        ci|si|arriv*|raggiung* arriva|arrivo|va, c|ce|qualcosa è|e|qualcosa|in|prima|altro
        qualcosa|altro|programma|prima|in|incontro, in programma|vista|calendario, è|e
        sempre|ancora|confermat* martedì|confermat*|valido|alle, confermat*, si fa|tiene
        ancora|o|lo|sempre|martedì, ricord*|ricordi|ricordami mi|quando|dove|la|l|che, quand
        è|e, prossimamente, a che|quale ora|punto, in|che che|quale|aula|piano
        aula|ora|stanza|laboratorio|giorno, si può|potrà parcheggi*|entrare, parcheggi*,
        come|dove arrivo|arrivare|entro|entrare|parcheggio|siamo|trovo|è, che giorno, prossime
        date|volte|riunioni, le date, date prossim*|degli, martedì o|a|alle, ancora
        martedì|valido|confermato, orari|orario di|inizio|fine|della, fino alle|a, entro che, ci
        si vede|trova, quando siamo|finiamo|iniziamo, questa|questo settimana|mese|anno, prima
        di natale|delle
    """,
    "agenda": """
        !odg, !ordine del giorno, ~programma|scaletta|argoment*|temi|tema|odg, cosa|che|di
        si|facciamo|faremo|c|è|e|prevede|dobbiamo|parliamo|si|trattiamo|cosa|tratterà|faremo|
          bisogna
        fa|parla|facciamo|farà|tratta|previsto|programma|portare|parleremo|fare|parliamo|
          discute|preparare|giorno|parlerà,
        di cosa|che|parl*, di che si, devo|dobbiamo|bisogna|serve|cosa
        portare|preparare|leggere|studiare|qualcosa, ~portare|preparare, programma
        di|della|del|per|martedì|giovedì, chi presenta|parla|tiene|conduce|relatore|interviene,
        punti all|previsti, che si fa|combina, tema della|dell, facciamo|faremo|fate|faremo
        martedì|giovedì|cosa|di, cosa
        facciamo|faremo|farete|è|c|vediamo|tratteremo|portare|serve, portare
        il|un|computer|qualcosa|portatile, devo|serve|bisogna portare|preparare|leggere,
        previsto, che argomento|tema|programma, tema è|di, all ordine
    """,
    "agenda.propose": """
        aggiung*|inser*|mett* un|all|l|nell|al|una|anche
        punto|odg|ordine|scaletta|argomento|tema|programma|proposta|voce,
        propor*|propongo|proposta|propost*,
        vorrei|volevo|mi|potrei|posso|voglio|potremmo|possiamo|vorremmo|dobbiamo
        proporre|parlare|presentare|mostrare|piacerebbe|condividere|discutere|raccontare|
          affrontare|far|portare|aggiungere|far,
        parlare di|dei|del|della, si può|potrebbe|puo
        parlare|discutere|aggiungere|affrontare|trattare,
        ~discutere|affrontare|presentare|argomento, un punto su|sul|sulla|per|all, minuti
        per|su|di, all odg|ordine, parlare del|della|di|dei|delle, fare vedere, far vedere,
        mostrare|presentare un|una|il|la|quello|come, ho un*|una idea|proposta|argomento|tema,
        possiamo|potremmo|si|dovremmo parlare|aggiungere|discutere|mettere|dedicare|inserire,
        cinque|5|dieci|10 minuti, un attimo per, tema per|da, all ordine del, ci tengo a
    """,
    "notes": """
        !verbale|verbali|appunti|resoconto, ~verbale|appunti|riassunto|riassumere|sintesi|note,
        cosa|che|quello|quanto|si si|avevamo|abbiamo|è|e|avete|era|hanno|ha|ci
        è|deciso|detto|stabilito|concordato|stato|detti|fatto
        deciso|detto|stabilito|fatto|detti|concordato,
        ~deciso|decisioni|decisione|concordato|stabilito, decis* su|sui|per|riguardo|sulla|sul,
        ho|mi|sono perso|persa|saltato|mancato|mancata, perso|persa|saltato|mancato
        la|l|lo|qualcosa|cosa|quello, non c|ho|sono|ero|potuto
        ero|potuto|riuscit*|venut*|l|presente, ero assente|malat*|via,
        slide|slides|materiali|presentazione|dispense di|della|dell|del|le|dei, come
        siamo|ci|avevamo rimasti|lasciati, recuper*, aggiorna*|aggiornarmi mi|su,
        esito|conclusioni|verbal*, cosa è successo|emerso|uscito,
        giraremi|girarmi|girare|mandarmi gli|il|appunti, scritto da|qualcosa, c|ci|avete|esiste
        è|sono|un|un'|gli verbale|appunti|resoconto|riassunto, l altra volta, cosa
        abbiamo|avete|hanno|si|mi|ho, mi sono pers*, persa, non c ero, sono mancat*, ero
        assente|malata|malato, alla fine, si era|è deciso|detto, dove|trovo
        sono|trovo|il|verbale|appunti|slide, cosa s|si, passarmi|mandarmi|inviarmi|mandare,
        conclusion*
    """,
    "todo": """
        da fare, ~todo|compiti|compito|incaric*|tocca, cosa|che|io|ma
        devo|dovevo|dovevo|avevo|ho|mi
        fare|promesso|detto|preso|portare|preparare|impegnat*|dovevo, dovevo
        fare|portare|mandare|preparare|scrivere|contattare, miei|mie|il|mio|i|le
        compiti|attività|impegni|incarichi|compito|cose|incarico, avevo
        promesso|detto|preso|dato|offert*, mi ero|sono|toccava|tocca
        offert*|impegnat*|pres*|proposta, chi
        porta|si|pensa|fa|deve|doveva|aveva|era|prenota|compra|ordina|è|e
        il|la|i|occupa|incaricat*|gli|responsabile|le|portare|al|a|doveva, si occupa
        di|del|della|dei, ~occupa|incaricat*, ho
        fatto|mandato|chiamato|finito|ordinato|inviato|spedito|prenotato|scritto|contattato|
          comprato|completato|parlato|sentito|consegnato|stampato|già,
        ~fatto|signdone|completato|consegnato|spedito, fatto segna*|tutto|ho,
        spunta*|chiudi|segna come|fatto|il|la, già fatto|mandato, entro quando, scadenz*, tocca
        a|me, a me, mi spetta, cosa mi, in sospeso, ancora da, dovevo|devo
        fare|portare|comprare|ordinare|scrivere|chiamare|io|preparare, cosa
        dovevo|devo|tocca|mi, ho
        ordinato|comprato|stampato|prenotato|scritto|chiamato|mandato|consegnato|sistemato|
          pagato|sentito,
        chi porta|ordina|compra|prenota|stampa|scrive|chiama|contatta|pensa|prende, mi
        tocca|toccava, il mio compito|ruolo, era compito, fatto io|tutto, mi ero, ci
        penso|pensavo io, da consegnare, i compiti|miei
    """,
    "here": """
        sono|siamo|io qui|qua|arrivat*|davanti|appena|giù|fuori|all|al|in|già,
        ~qui|qua|arrivat*|davanti|fuori|giù, eccomi|eccoci, appena arrivat*|entrat*, davanti
        al|alla|all|portone|cancello|scuola|ingresso, segna*|segnami|segnatemi
        presente|la|presenza|arrivat*, ~presenza, firm* presenz*|il|foglio|registro, il
        codice|codice è|e, porta|cancello|portone chius*|è, mi apr*|aprite|apre|aprire,
        aprite|aprire|apre la|il|mi, c ero|ero, sul posto, in
        portineria|segreteria|atrio|bidelleria, ero presente|qui, siamo|sono|son|appena
        arrivat*|qui|qua|davanti|dentro|fuori|giù|al|nel|all, qui fuori|davanti|sotto,
        sono|siamo in|al|nel|davanti|fuori portineria|parcheggio|cancello|cortile|ingresso,
        parcheggio|parcheggiato, non c|è nessuno|aperto, dove devo, dove vado|entro,
        arrivata|arrivato
    """,
    "reflect.results": """
        che|cosa|come|quali
        commenti|ne|hanno|è|dicono|pensano|pensato|opinioni|sono|impressioni|feedback
        pens*|detto|andat*|stat*|ci|gli|altri|trovat*|colleghi|dett*,
        ~commenti|feedback|opinion*|pareri|riscontr*|risultati,
        !commenti|feedback|opinioni|pareri|riscontri|risultati
        su*|sull|sulla|di|della|dell|ci|del|degli, gli|altri|colleghi
        altri|colleghi|hanno|è|pensano detto|pensato|pensano|piaciut*|dicono|trovato, è|e
        piaciut*|andat* a|agli|la|l|ai, com è|e andata|andato|stata, come andata|andato|hanno,
        ne pens*|hanno|dicono|dite, ne pensano, pensano|dicono|hanno gli|detto|pensato, gli
        altri, è piaciuto|piaciuta, com|come è|era|andata|andato, voti|gradimento|valutazion*,
        cosa hanno
    """,
    "reflect.back": """
        mi|ci|è|l è|e|ha|sono piaciut*|stat*|servit*|divertit*|divertent*|utile,
        bell*|bravi|ottim*|splendid*|super|gran*|interessant*
        incontro|serata|riunione|lezione|laboratorio|workshop|formazione|pomeriggio,
        ~piaciut*|bellissim*|interessante|utilissim*|noios*|utile|ottim*|bravi,
        incontro|serata|riunione|data|laboratorio|volta
        è|e|era|molto|bell*|interessante|utile|un|troppo|davvero
        stat*|bell*|troppo|po|molto|utile, troppo teoric*|lung*|cort*|breve|veloc*|poco, un po
        troppo|lung*, più pratica|tempo|esempi|pause, grazie per|della|dell|ancora
        la|l|ieri|per|il, mio|lasciare|dare|un|mia
        feedback|parere|commento|opinione|riflessione|impressione, lascio un|il, ho trovato,
        parte migliore|più, riflession*, davvero bell*|utile|interessante,
        molto|davvero|veramente|troppo|un|proprio
        bell*|interessante|utile|lungo|noios*|carin*|brav*|teoric*|ben|ricc*|pratic*, un po,
        bello|bella|bellissimo|bellissima giovedì|martedì|ieri|incontro|serata|la|l|tutto,
        ~bello|bella|carino|carina, ho imparato|apprezzato|trovato|gradito, mi è|sono
        piaciut*|servit*|divertit*, grazie di|per|mille|ancora, complimenti, peccato che, tempo
        perso, soddisfatt*
    """,
    "class": """
        in|mia|miei|con|mie|alla|nella|la|i
        classe|alunni|studenti|ragazzi|1a|2a|3a|1b|2b|3b|1c|2c|3c|4a|4b|5a|5b|prima|seconda|
          terza|quarta|quinta|bambini|classi,
        ~classe|alunni|ragazzi|studenti|bambini|lezione|1a|2a|3a|1b|2b|3b|1c|2c|3c|4a|4b|5a|5b,
        abbiamo|ho|li
        provato|provate|usato|costruito|testato|sperimentato|fatto|misurato|montato|
          programmato|provati,
        ~provato|sperimentato|testato|usato|provata, ragazzi|alunni|studenti|bambini|loro|classe
        hanno|erano|si|sono|entusiast*|divertit*, con i|la|gli|le
        miei|mia|mie|ragazzi|alunni|classe|studenti|bambini, in classe|aula, a lezione, ha|non|è
        funzionat*|funzionava, ~funzionat*|disastro, provare con|in, dovevamo
        provare|sperimentare|fare, raccont* come|com|cosa|della,
        miei|mie|mia|i|con|alla|nella|in|la|ai|le
        ragazzi|alunni|studenti|bambini|classe|1a|1b|1c|2a|2b|2c|2d|3a|3b|3c|3d|4a|4b|4c|5a|
          5b|5c|prima|seconda|terza|quarta|quinta|prime|seconde|terze|piccoli,
        provato in|con|a|il|i|le, si sono divertiti|annoiati|bloccati|entusiasmati,
        ~1a|1b|2a|2b|2c|3a|3b|3c|4a|4b|5a|5b|alunno|studentesse,
        funziona*|funzionato|rotto|rotti, laboratorio con, sperimentazione, a scuola
        con|ho|abbiamo, li hanno
    """,
    "plan": """
        organizz*|pianific*|programm*|fiss*|crea*|cre|prenot*|metti*|aggiung*|mettiamo
        un|una|nuov*|altr*|il|la|l|in
        incontro|riunione|altr*|nuov*|data|serata|appuntamento|laboratorio|workshop|prossim*|
          calendario,
        ~organizzare|fissare|pianificare|organizziamo|fissiamo, nuov*|altr*
        incontro|riunione|data|serata|appuntamento|laboratorio, un altr* incontro|riunione|data,
        facciamo|possiamo|potremmo|riusciamo|rivediamoci|vediamoci|ci
        un|una|un'altra|altro|fare|vediamo|vederci|rivedere|trovarci|organizzare|incontrarci|a,
        incontro|riunione|serata|appuntamento extra|aggiuntiv*|a gennaio|febbraio, a|il|per
        gennaio|febbraio|marzo|aprile|maggio, rivederci|rivediamo|ritrovarci,
        pensavo|proporrei|direi al|il|a|un|per, in calendario, un altro|altra|altr,
        altro|altra|nuova|nuovo|ulteriore incontro|riunione|data|serata|appuntamento,
        serve|servirebbe|ci|vorrei|vorremmo|manca una|un|altro|altra|nuova,
        facciamo|fissiamo|organizziamo|mettiamo|creiamo, a
        gennaio|febbraio|marzo|aprile|maggio|giugno|settembre, incontro a|in|il|per, nuova data,
        prossimo trimestre|quadrimestre|anno, vederci|rivederci|ritrovarci|incontrarci,
        dopo|prima le|di|delle vacanze|natale|pasqua, puoi|puo
        creare|fissare|organizzare|mettere|aggiungere
    """,
    "change.move": """
        spost*|rimand*|rinvi*|posticip*|anticip*, !spost*|rimand*|rinvi*|posticip*|anticip*
        la|il|l|a|al|di|martedì|giovedì|tutto, cambi*
        aula|ora|orario|data|sede|giorno|stanza|l|la|posto, ~cambiare|cambio|slitta*,
        altr*|nuov*|divers* aula|giorno|data|orario|ora|sede|stanza|laboratorio,
        aula|laboratorio|lab|palestra occupat*|chius*|inagibil*|non|allagat*|prenotat*, c è
        cantiere, invece di|che|del, più tardi|avanti|presto, un ora|mezz|settimana
        dopo|prima|più|ora, mezz ora, slitt*, dobbiamo|devo|bisogna|possiamo|tocca
        spostare|cambiare|anticipare|rinviare|rimandare|posticipare,
        iniziamo|cominciamo|partiamo|si prima|dopo|più|alle, facciamo online|in|alle|mercoledì,
        non più|alle|in, sposti*|spostiamo|spostare|rinviamo|posticipiamo|anticipiamo, a
        mercoledì|lunedì|venerdì|un|altro, meglio mercoledì|lunedì|venerdì|il|un|più,
        aula|laboratorio|palestra|aula|sala non|è|già|occupat*|pres*, altro giorno|orario|posto,
        altra data|aula|sede|ora, mezz ora|un, mezzora|un'ora, un ora dopo|prima|più, dopo|prima
        invece, iniziare|cominciare più|prima|dopo|alle, cambiamo|cambia|scambi*, online
        invece|anziché
    """,
    "change.off": """
        annull*, !annull* la|il|l|martedì|giovedì|tutto|incontro|serata|riunione|dobbiamo,
        dobbiamo|bisogna|devo|tocca|si|è|viene annull*|disdire|cancellare|salta, cancell*
        incontro|riunione|serata|la|il|l|martedì, salta|saltata|saltato
        la|l|il|incontro|riunione|serata|tutto, non si fa|tiene|farà|terrà, troppo|pochi|poche
        poch*|iscritti|iscritt*|partecipanti|adesioni, sospes*|sospend*,
        annulliamo|disdiciamo|cancelliamo|saltiamo, salta tutto|martedì|giovedì|la|l,
        neve|sciopero|allerta, tutti malati, annullat*, non facciamo|si|possiamo più|fare|farlo,
        lasciamo perdere, troppi malati|assenti
    """,
    "buddy.join": """
        !vorrei|voglio|cerco|desidero|serve|piacerebbe tandem|buddy
    """,
    "buddy.pause": """
        !pausa|sospend*|ferma*|interromp* tandem|buddy, !tandem|buddy pausa
    """,
    "buddy": """
        tandem|buddy, !chi|mio tandem|buddy
    """,
    "away": """
        !malat*|assente|via|fuori|ferie|malattia|influenza|indisponibile fino|sino, !fino
        malat*|assente|via|ferie|malattia, malat*|assente|via per giorni|settimana|settimane|
          mese|mesi, in congedo|maternità
    """,
    "privacy.stop": """
        non|basta|stop|no|nn
        voglio|mandarmi|scrivermi|mandatemi|scrivetemi|mandare|con|ai|più|messaggi|
          disturbarmi|ricevere
        più|piu|ricevere|messaggi|notifiche|altri|questi, basta|stop|troppi|troppe|meno
        messaggi|notifiche|avvisi|promemoria|con,
        ~notifiche|messaggi|promemoria|disiscriv*|silenzi*, smett*|smettila|smettete di|con,
        disattiv*|togli*|elimin*|silenzi* notifiche|le|i|avvisi, lascia* mi|in pace, in pace,
        voglio più|piu|ricevere, non ricevere, basta messaggi|notifiche|scriver*|mail,
        basta|stop|troppi|troppe|meno, non scriver*|mandar*|ricever*|disturb* mi|più|messaggi,
        messaggi mi, smett*
    """,
    "privacy.leave": """
        togli*|toglimi|toglietemi|cancella*|cancellami|rimuov*|elimin*|leva*
        mi|dalla|dal|me|dall lista|gruppo|dalla|dal|rete|elenco,
        ~toglietemi|toglimi|cancellami|cancellatemi|eliminami, lasci*|abbandon*|uscire|esco|esci
        la|il|dal|dalla|l rete|gruppo|insegnamento, uscire|esco dal|dalla, pensione,
        non|più|piu insegn*|lavoro|parte, non
        faccio più,
        toglietemi|toglimi|cancellatemi|cancellami|rimuovetemi|rimuovimi, dalla lista, vado in
        pensione, non insegno, uscire dalla|dal, non faccio, mi cancello
    """,
    "privacy.school": """
        !lasci*|cambi*|cambiat* scuola|istituto, ho|sto lasci*|cambi* scuola|istituto|lavoro,
        cambio|cambiato|trasferi* scuola|sede|in, cambio|cambiato|cambiata|lascio|vado
        scuola|istituto|lavoro|in, mi trasferisco, altra|nuova scuola
    """,
    "privacy.erase": """
        !cancell*|elimin*|dimentic*|rimuov* tutto|tutti, cancell*|elimin*|dimentic*|rimuov*
        tutto|dati su|di|che me|hai|avete, cancell*|elimin* miei dati
    """,
    "privacy": """
        miei|mie|dati dati|informazioni|info|personali, !privacy|gdpr, cosa|che|quali|chi
        sai|sapete|salvi|conserv*|tieni|registr*|dati|memorizz* su|di|me|tu|hai|che,
        cancell*|elimin*|dimentic* i|tutto|tutti|miei|dati|quello, chi vede|legge|può|puo
        vedere|leggere|i|quello|le|cosa, ~dati|riservat*|conservat*|registrat*|memorizz*,
        scaric*|esport* i|miei|dati, trattamento dei, che|quali dati|informazioni, dati
        hai|avete|conservi|tieni|raccogli, su di me, cosa sai|ricordi|salvi|registri, quello che
        scrivo|dico, chi legge|vede|può, cancell* tutto|i|miei, anonim*, i miei dati|messaggi
    """,
    "help": """
        !aiuto, ~aiuto|ciao|salve|buongiorno|aiutami|buonasera, cosa|che|a
        sai|puoi|fai|sei|serve|servi|cosa fare|fai|tu|servi|serve|aiutarmi, come
        funzion*|si|ti|funzioni|posso usa*|usare|funziona|uso|sto|questo,
        ~funziona|funzioni|bot, chi|cosa|sei sei|un|tu|umano, a cosa|che servi|serve,
        comand*|istruzioni|guida|manuale, non capisco|ho|so capito|come|usare, posso|si|ti|vi
        scriver*|chieder*|parlar*|può, cos è|e questo|convenor|sto, che roba|cosa è, come
        si|faccio fa|usa, a cosa|che, servi|serve|serviresti, non capisco|so|ci, capisco
        niente|come|nulla|nulla, come funziona|funzioni|uso|faccio|si, cosa puoi|posso|devo|sai,
        sono nuov*, nessuna idea, spieg*, mi aiuti, opzioni|funzioni, chi sei, che fai
    """,
    "time.last": """
        ultim*|scors* volta|incontro|riunione|serata|appuntamento, volta|
          settimana scorsa, l altra
        volta|sera|settimana, l altro giorno, precedente|ieri, ultima volta
    """,
    "time.next": """
        prossim* volta|incontro|riunione|serata|appuntamento
    """,
    "time.after": """
        successiv*, quello|quella dopo
    """,
}
