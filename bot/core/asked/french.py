"""How things are asked for in French. The signs are those of `meaning`."""

SAID = {
    "answer.no": """
        peux|peut|pourrai|pourrais|pourrons|puis|pourra|peu pas|plus|malheureusement|hélas, ne|n
        viendrai|viendrais|viens|serai|peux|pourrai|suis|participerai pas|plus,
        viendrai|viens|serai|serais|participerai|suis|vais pas|absent*,
        ~absent*|absente|excus*|désolé*|malade|empêch*|signill|signsorry, !me désist*|excuse*,
        désist*, pas dispo*|disponible*|libre|possible|là, impossible de|pour|d|mardi|jeudi,
        ~impossible|indisponible, sans moi, conseil de classe, réunion parents, voyage scolaire,
        déjà pris*|quelque, j annule|décline, dois annuler|renoncer|me,
        contretemps|imprévu|empêchement, pas cette fois|venir|être|participer|pouvoir,
        excusez|excuse moi, rater|manquer mardi|jeudi|la|cette|ça, je passe|saute mon|cette,
        finalement non|pas|je, non désolé*|merci|je, ~non, refus* de|me, ne me
        libère|laisse|lâche, pas me libérer, n ai pas|aucun, pas l|d autorisation, un
        conseil|rdv|empêchement|rendez|contretemps|imprévu|souci|conflit, ai
        un|une|conseil|rdv|réunion|formation, malheureusement, en
        arrêt|congé|sortie|déplacement|formation|stage, de garde|surveillance, trop
        fatigué*|de|chargé*, mon fils|enfant|mari|fille malade|est, serai en|absent*|pas, ne
        pourrai|peux|viendrai|serai, pas mardi|jeudi|cette|pour, j passe mon, dommage, indispo,
        zut
    """,
    "answer.yes": """
        je|j|on|nous
        serai|viens|viendrai|participe|participerai|confirme|vien|arrive|serais|viendrons,
        ~viens|viendrai|participe|présent*, suis|serai|serais|sera|seront
        dispo*|partant*|là|présent*|des|de|avec, ~partant*|dispo|signyes|ok|oui|volontiers,
        compte*|compter|comptez sur|moi|avec, j y|je serai|vais|suis, inscri* moi|nous|me, m
        inscri*|inscrit|inscrire, peux venir|participer|être|finalement|mardi|jeudi|enfin, c est
        ok|bon|d|noté|parfait, me convient|va|arrange, avec plaisir|joie, à
        mardi|jeudi|bientôt|tous, oui je|pour|avec|merci, hâte|impatient*, réserv*|garde*
        moi|une|place|nous, remplac* trouvé|réglé|ok, finalement je|c|ça|oui
        peux|viens|serai|bon, d accord, en suis|serai|être, ça marche|roule|joue,
        mets|met|met*|note|notez moi, aimerais|voudrais|souhaite|veux
        venir|participer|m|assister, ok|bon|bien|parfait|noté pour|le|moi|mardi|jeudi, c est
        bon|ok|noté, compte sur, comptez, avec nous|vous, je confirme|suis|serai|viens|y,
        on|nous y|serons|sera|vient, présence confirmée, finalement oui|libre|ok|je, me
        libère|libérer, remplacée, parfait, sans problème|souci, je note|prends, dispo
    """,
    "answer.maybe": """
        !peut être, peut-être|peutêtre|ptet|ptetre|ptêtre, pas|encore sûr*|sur|certain*|décidé,
        sais pas|encore, dépend*, redis|redirai|confirme*|tiens vous|courant|plus|bientôt, je
        te|vous redis|dirai|confirme*|tiens|recontacte, si mon|ma|je|j|le
        remplac*|peux|suis|libre|principal|chef|direct*|obtiens, sous réserve,
        éventuellement|possiblement, essaie|essaye|essaierai|vais de|essayer,
        ~espère|signmaybe|hésite|verrai|hypothétique, à confirmer|voir, on verra, en attente de,
        pas sûre|sûr|certaine|encore, selon, essayer, verrai, sauf,
        probablement|probable|surement|sûrement, pas garanti, attends|attend la|le|une|l|d,
        incertain*, 50
    """,
    "answer": """
        ma|mon réponse|inscription|participation|place|choix, changer|modifier|corriger
        ma|de|mon réponse|avis|inscription, suis|est je inscrit*|noté*|compté*|sur|bien, est ce
        que je suis, j ai|je répondu|inscrit|dit|confirmé, venir|viens|vien|amen*|emmèn*|ramèn*
        avec|un*|mon|ma|quelqu|une|des stagiaire|collègue|ami*|personne|autre|quelqu,
        ~stagiaire|collègue|remplaçant*|accompagn*, amen*|emmèn* un*|mon|ma|quelqu, à ma place,
        me remplace*, remplacé* par, à la place, envoie|envoyer|envoi un*|mon|ma|quelqu, en
        visio|distanciel|ligne|distance, à distance, ~visio|distanciel|visioconférence|zoom,
        depuis chez, de chez moi, qui vient|sera|participe|viendra|est|y|d, combien
        serons|viennent|sont|de|serez, reste|encore|il y|des des|y|place*|encore places|place,
        ~places, liste d, en retard, retard|tard, arriver* plus|en|après|à, partir|pars|partirai
        plus|avant|tôt, liste attente, peux|puis|possible|jpeux venir|de avec, avec
        une|un|mon|ma|deux collègue|stagiaire|ami*|aesh|étudiant*, viens avec|à, être deux, on
        sera|viendra, suivre|assister|participer|venir en|à|depuis|par
        visio|distance|ligne|distanciel, un peu|peu en|plus, peu de retard, qu|minutes de|en
        retard, quart d heure, suis je, ai|avais je|déjà répondu|inscrit*|confirmé, encore de
        la|place, il reste, me désinscrire|inscrire, venir plus|que|seulement, partir
        à|plus|avant
    """,
    "next": """
        !quand prochain*|est|a, ~quand|où, c quand|où|est quand|où, est quand|où|à|ce que, à
        quelle heure|salle, quelle|quel|quelles
        heure|salle|jour|date|école|adresse|bâtiment|lieu|étage|entrée, prochaine|prochain
        réunion|séance|fois|rencontre|rdv|date|atelier, ~prochaine|prochain, où
        se|est|c|on|a|ça, on se|est retrouve|rejoint|voit|retrouvons, rendez vous, combien de
        temps, dure|durée|longtemps, ça|la|séance|réunion
        finit|commence|termine|fini|débute|dure|se, ~finit|commence|termine,
        lien|zoom|teams|visio|url pour|de|du|vers,
        ~lien|adresse|parking|garer|salle|horaire*|lieu|calendrier|planning, comment
        y|on|venir|aller|va, y a|il t|quelque|encore|qch|un|une
        quelque|prévu|chose|réunion|avant|bientôt, quelque chose prévu|de|avant|d, c
        toujours|est bien|mardi|maintenu, toujours maintenu*|prévu*|mardi|jeudi|d, prévu
        ce|avant|d|en|la|prochainement, date* de|des|du, rappel*|rappelle|redonne*
        moi|nous|la|l|le|les, ~rappel, jusqu à|quelle, à venir, se passe où, aura lieu, lieu
        où|quand, quelles sont les|prochaines, prochaines dates|réunions|séances, les dates,
        les|la|des|prochaines date|dates|horaires, à quelle, c est
        à|où|quand|quelle|mardi|jeudi|bien, quel jour, on se voit|retrouve quand|où|à, y a|il
        un|du|des parking|bus|tram, se garer, quelle salle|heure|adresse|ligne|porte, ça
        commence|finit|dure|démarre|débute, fin de|à, c est bien|toujours|mardi, comment
        on|j|y|je|venir|va, l adresse|heure|horaire|endroit, où déjà|ça|est|c, cette
        semaine|année|période, d ici noël|vacances|la
    """,
    "agenda": """
        !ordre du jour, !odj, ~programme|sujet*|thème*|thèmes|odj, programme
        de|du|pour|mardi|jeudi, qu|quoi|que|on est|on|allons|va|fait|fera|y|fais
        ce|va|faire|au|parler|de|quoi|travailler|parle|mardi, de quoi|on parle*|va|on|s, au
        programme|menu, faut|dois|doit|devons il|on|je|t|apporter|amener|préparer|prévoir|lire
        apporter|amener|préparer|prévoir|emporter|lire|quelque|quoi, quoi
        apporter|prévoir|amener|préparer|faire, ~apporter|préparer, qui
        présente|intervient|anime|parle, on va|fait faire|voir|quoi|parler,
        contenu*|déroulé|déroulement, points à|prévus, fait|fera|faites quoi, quoi
        au|mardi|jeudi|de, faut il|apporter|venir|prévoir, besoin de|d|d'un, on
        fait|fera|va|parle|voit|travaille quoi|de|faire|sur, quel sujet|thème|programme|contenu,
        prévu mardi|jeudi|pour, apporter quelque|un|mon|le|l, ordinateur, qu est prévu
    """,
    "agenda.propose": """
        ajout*|rajout*|mettre|inscrire|mets|met|mettez un|à|l|au|du|sur
        point|ordre|sujet|programme|temps|odj, propos*, j|je|on
        voudrais|aimerais|souhaite|souhaiterais|voudrai|veux|peux|pourrais|jaimerais
        parler|présenter|aborder|proposer|montrer|qu|partager|évoquer|discuter,
        jaimerais|aimerais|voudrais|faudrait qu|quon|que|qu parle*|aborde|discute|en|on|évoque,
        pourrait|pourrions|peut|pouvons|possible on|nous|ajouter|de|parler
        ajouter|parler|discuter|aborder|évoquer|mettre, parler des|de|du,
        ~aborder|évoquer|discuter, un point sur|à|pour|concernant, minutes pour|sur|de, parler
        du|de|des|d, présenter mon|ma|un|une|le|ce, montrer ce|mon|ma|un, peut|peux on|tu
        mettre|ajouter|parler|inscrire|aborder, à l ordre, une
        idée|proposition|question|suggestion, mettre|mets|met les|le|la|un, cinq|5|dix|10
        minutes|min, on devrait|pourrait parler|discuter|aborder|voir
    """,
    "notes": """
        !compte rendu*|rendus, compterendu|cr|notes|relevé, ~notes|cr, notes de|du|des|d|la, s
        est|sest|été dit|décidé|passé|raconté, qu|quoi|que|on|a été|est|avait|avons|a|s|ont
        décidé|dit|convenu|conclu|retenu|acté|raconté, ~décidé*|décision*|convenu|acté|conclu,
        décision*|décidé|convenu pour|sur|de|finalement|concernant|quoi, raté|manqué|loupé
        la|le|quoi|l|cette|une|dernière, ~raté|manqué|loupé, résum*, récap*,
        diapos|support*|diaporama|powerpoint|documents|présentation de|du|des|la, pas
        pu|là|pouvais venir|être|la|dernière|assister|participer, étais absent*|pas|malade, où
        en|on en|était|sommes, la dernière fois|séance|réunion, dernière|dernier
        fois|séance|réunion|rencontre dit|décidé|était|quoi|j, ressorti|sorti, quoi
        finalement|de, trace écrite, par écrit, il s, avait|avions|a|avons
        décidé|dit|convenu|prévu|conclu, étais|était|suis|pas|ai absent*|pas|là|malade|venu*, la
        dernière, ai|j raté|manqué|loupé|pas, pas venu*|pu|là, qu est ce|il, ce qui, s est|sest
        passé|dit|décidé, envoyer|envoie|envoyez|avoir|aurait le|les|un|des
        cr|compte|notes|diapos|document*|résumé, où est|sont|trouver|trouve le|les|compte|notes,
        conclusions, des notes
    """,
    "todo": """
        !à faire, todo*|to do, je|j|qu|avais|devais|dois|moi
        devais|dois|dit|promis|engagé|faire|fasse|prévu
        faire|quoi|faire|que|ferais|apporter|envoyer|rendre|déjà, ferais|ferai|faire|devais|fait
        quoi|déjà, mes|ma|mon|les|ta tâche*|mission*|action*|devoirs|tâches|todo|engagement*,
        ~tâche*|action*|mission*, qui s|se|doit|est|devait|va|fait|a|apporte|ramène
        occupe|charge|chargé*|fait|apporte*|responsable|commande*|réserve*|les|le|apporter|
          acheter,
        s occupe de|du|des, ~occupe|responsable, j|c|est|on ai|est|bon
        appelé|envoyé|fini|fait|commandé|terminé|réservé|réglé|contacté|acheté|écrit|transmis|
          livré|imprimé,
        c bon|est|fait|réglé, c est fait|bon|réglé|envoyé|commandé,
        ~signdone|fait|envoyé|réglé|commandé, m étais|suis|avais
        engagé*|proposé*|inscrit|porté*, promis, coche*|valider|validé, échéance|délai|date
        limite, reste à|t faire, pour quand|quelle, m en charge|occupe, ma part, est|c moi|à
        qui|moi|devais|de, moi qui, mes tâches|trucs|missions|devoirs, je devais|dois|avais, qui
        apporte|ramène|amène|achète|contacte|imprime|prépare|rédige|organise|appelle, ai|j
        commandé|acheté|imprimé|rédigé|contacté|préparé|rempli|récupéré|prévenu|terminé|rendu,
        devais|devait réserver|apporter|acheter|appeler|envoyer|faire|contacter|préparer, c est
        fait, mission accomplie, ce que je, avais promis|dit, à rendre|rapporter
    """,
    "here": """
        je|j|on|suis|nous suis|sommes|est|arrive|arrivé*|bien|là
        là|ici|arrivé*|sur|devant|dans|bien|là|présent*, ~là|ici|arrivé*|devant, devant
        la|le|l|porte|loge|lycée|collège|école|entrée|portail|grille, sur place, viens|vien d
        arriver, ~présent*|émarg*|pointer|pointe, signer|signe la|feuille, noter|note*|marque*
        moi|présent*|ma présence, code est, ça y est, porte fermée|close|est, ouvrir|ouvre*
        la|porte|moi, j étais là|présent*, bien arrivé*, à l accueil|entrée, dans le hall, en
        bas|salle, suis|sommes|on|est arrivé*|devant|là|au|dans|garé*|sur, suis arrivé*|là,
        devant le|la|l, au portail|parking|accueil|secrétariat|bout, je viens d|juste, personne
        à|pour|ne, où aller|je|entrer, enfin arrivé*, suis présent*
    """,
    "reflect.results": """
        qu|que|quoi|ce|comment|en ont|est|pensent|pensé|disent|dit|trouvé|s
        pensé|dit|trouvé|les|passé|autres|collègues, ~avis|retour*|retours|bilan|résultats,
        !avis|retours|retour|bilan|résultats|réactions de|des|du|sur|d, les|des
        autres|gens|collègues|collegues|participants ont|pensent|pensé|trouvé|dit|en|aimé, ont
        pensé|aimé|trouvé|apprécié|dit, a plu, ça s est|passé, s est|sest passé, comment|c
        était|etait|s'est, en ont pensé|dit, synthèse des, les|des autres ont|pensent|en, en
        ont|pensent|pense, pensé quoi, ça a|s plu|passé, avis des|du|sur, satisf*, retours
    """,
    "reflect.back": """
        super|très|bonne|belle|chouette|excellente|génial*
        séance|atelier|réunion|rencontre|soirée|formation|moment|contenu*,
        ~super|génial*|bravo|excellent*|intéressant*|enrichissant*,
        j|ai|c|était|la|séance|trouvé ai|était|etait|est|a
        adoré|aimé|apprécié|trouvé|bien|super|top|génial*|trop|très|intéressant*|utile|long|
          chouette|sympa|un|vraiment|excellent*|enrichissant*|plu,
        m a plu|beaucoup, merci pour|encore la|le|l|cette|pour|hier, trop
        de|long|longue|court|courte|théorique|rapide|théorie|vite, à mon goût,
        mon|donner|laisser|faire|un|mes|petit avis|retour|retours|ressenti|bilan, plus de
        pratique|temps|manipulation|pauses, le plus utile, retour sur|réflexi*|regard,
        séance|atelier|réunion|rencontre était|etait|géniale|super|utile|top|bien|très|du|d,
        aurait pu|fallu, un peu|peu
        trop|long|court|théorique|rapide|ennuyeux|fouilli|confus|déç*,
        vraiment|très|trop|super|plutôt
        bien|utile|intéressant*|bon|top|sympa|chouette|riche|long|dense|clair, j ai
        adoré|appris|aimé|trouvé|apprécié|passé, c était|etait|est
        vraiment|bien|super|top|long|un|très|trop|génial|chouette|sympa|intéressant|bof|jeudi,
        ~bof|ennuyeux|passionnant|chouette|génial, quand même, bon moment|souvenir, merci
        pour|beaucoup|encore|à, beaucoup appris
    """,
    "class": """
        en|ma|mes|ma|la|avec|dans|nos|les|notre|retour
        classe|cours|élèves|eleves|cm1|cm2|ce1|ce2|cp|6e|5e|4e|3e|seconde*|première|terminale|
          4ème|5ème|6ème|3ème|gamins|mômes,
        ~classe|élève*|élèves|cours|cm1|cm2|ce1|ce2|cp|6e|5e|4e|3e|gamins, on|nous|j|ai
        a|avons|ai|testé|essayé
        testé|essayé|fabriqué|construit|monté|utilisé|mesuré|programmé|fait,
        ~testé|essayé|expérimenté, élèves|eleves|classe|ils|gamins|enfants
        ont|étaient|sont|adoré, avec mes|les|ma|nos, essayer|tester avec|en|dans, a|n
        pas|bien|super|mal marché|fonctionné, ~marché|fonctionné, de ma classe, en classe|cours,
        mes élèves, raconter|partager comment|ce|mon|ma, séance avec,
        mes|ma|les|des|avec|en|chez
        6e|5e|4e|3e|6ème|5ème|4ème|3ème|6emes|5emes|4emes|3emes|secondes|premières|terminales|
          cp|ce1|ce2|cm1|cm2,
        en classe|cours|tp, ils|elles ont adoré|aimé|réussi|galéré|cassé|construit|fait|bien,
        mes élèves|gamins|petits|loulous, testé avec|en|les|mes, réussi à,
        marché|fonctionné|foiré|raté|planté en|avec|dans|chez, avec mes|ma, séance en|avec|hier,
        atelier avec|club
    """,
    "plan": """
        organis*|planifi*|programm*|prévoir|fixer|caler|créer|prévoi*|poser|cale|fixe|crée|
          ajouter|prévoit
        un*|une|la|autre|nouvelle|nouveau|prochaine|date
        autre|réunion|séance|rencontre|atelier|date|nouvelle|soirée|créneau|rdv|session,
        ~organiser|planifier|programmer|fixer|caler, nouvelle|nouveau|autre|prochaine
        séance|réunion|rencontre|date|atelier|créneau|session à, une autre|nouvelle|nouvel
        séance|réunion|date|rencontre|session, séance|réunion|rencontre|atelier|session
        supplémentaire|en janvier|février|le|mi, on|pourrait|peut|si se|on|refaire|faire
        refai*|revoit|refasse|voyait|réunir|réunissait|voir|retrouvait|fasse|faisait, en
        janvier|février|mars|avril|mai|juin, refaire une|un, on se|fait|fasse
        voit|revoit|une|réunit, je propose le|un|une|qu, séance|réunion|date|rencontre|fois
        de|en plus|janvier|février|mars|avril|mai|juin, il faut|faudrait
        une|un|prévoir|organiser|qu autre|séance|date|nouvelle|réunion|autre, se
        revoir|retrouver|réunir|voir en|avant|après|bientôt, prochain trimestre, créer
        une|un|la, en plus, après|avant les vacances|noël|pâques, revoir en, ~créer|organiser,
        on remet|refait, peux tu|t créer|organiser|ajouter|planifier
    """,
    "change.move": """
        déplac*|décal*|report*|repouss*|avanc*, !déplac*|décal*|report*|repouss*|avanc*
        la|le|à|de|au|séance|réunion|mardi|jeudi|soirée, chang*|modifi*
        de|la|l|le|d|salle|heure|horaire|date salle|heure|horaire|date|jour|lieu,
        ~changer|changement, autre|nouvelle|nouveau salle|jour|date|heure|horaire|lieu|créneau,
        salle|cdi|labo occupé*|fermé*|indispo*|prise|pris|inondé*|indisponible, plus tôt|tard,
        une heure|demi|semaine plus|après|avant, à la place de, au lieu de|du, en visio
        finalement|plutôt, finalement ce|en|à|au|le|dans sera, plutôt
        mercredi|lundi|vendredi|à|le|la, faut|doit|devons changer|déplacer|décaler|reporter, d
        une heure|semaine|jour, heure|semaine|jour plus|avant|après, salle|cdi|labo|amphi
        est|déjà|n prise|pris|occupée|fermé*|indisponible|pas, on
        change|déplace|décale|reporte|échange|bouge, trouver une|un autre, autre
        jour|date|salle|créneau|endroit, mieux|plutôt le|mercredi|vendredi|lundi|en|un,
        décaler|avancer|reporter|déplacer, commencer|débuter plus|à|une, mettre|faire en
        visio|visio|ligne, un autre
    """,
    "change.off": """
        annul*, !annul* la|le|mardi|jeudi|séance|réunion|rencontre|soirée|l|on|tout,
        on|faut|dois|doit|est|nous annul*|annuler, n aura pas|lieu, tombe à|l, pas
        assez|trop|peu d|de|inscrits|inscrit*|monde|participants, n|a pas lieu, supprim*, laisse
        tomber, on laisse|annule|abandonne, trop de malades|absents|absences, grève, pas lieu,
        annulé*|annulation, plus lieu, neige, à cause
    """,
    "buddy.join": """
        !voudrais|veux|aimerais|souhaite|cherche|besoin binôme|buddy
    """,
    "buddy.pause": """
        !pause|suspendre|suspends|arrêter|arrête binôme|buddy, !binôme|buddy pause
    """,
    "buddy": """
        binôme|buddy, !qui|mon|quel binôme|buddy
    """,
    "away": """
        !malade|souffrant|souffrante|absent*|indisponible|arrêt|congé|congés|vacances
        jusqu|jusque, !jusqu|jusque malade|absent*|arrêt|congé|vacances,
        malade|absent*|indisponible pour|pendant jours|semaine|semaines|mois, en congé
        maternité|parental|maladie
    """,
    "privacy.stop": """
        stop aux|les|messages|svp|mp|notif*, ~stop, arrêt* de|les|d|m|avec|svp|messages
        m|messages|écrire|envoyer|mp|ces, plus|moins|pas|trop|tant de|recevoir|aucun
        messages|message|notif*|rappels|mp|mails, ne|n m|me|plus
        écri*|envo*|recevoir|contact*|rien plus|pas|messages|de, veux|souhaite|voudrais
        plus|pas|ne recevoir|de|être|messages|recevoir, ~notif*|messages|désabonn*|spam,
        désabonn*, désactiv*, laisse*|fiche* moi|tranquille|paix, reçois trop, en reçois, ne
        m|me écris|écrivez|envoie|envoyez|contacte, m écris plus, plus de
        messages|message|rappels|mails|notif*, trop de messages|message|rappels|notif*|mails,
        arrête|arrêtez de|d, moins de messages|rappels, plus me
    """,
    "privacy.leave": """
        quitt* le|l|ce|groupe|réseau|la,
        !retir*|enlev*|supprim*|désinscri*|radi*|effac* moi|m|me|mon|de de|moi|la|nom|liste,
        ~quitte|quitter|désinscri*, retraite, mut*|muté*|mutation, plus partie|enseign*|prof,
        sortir|sors|partir|pars du|de groupe|réseau|liste, je quitte|pars|change|suis
        l|le|la|d|de|en|du, quitte l|le,
        enlève|enlevez|retire|retirez|supprime|supprimez|raye* moi|mon, de la liste, à la
        retraite, plus dans|membre|prof, retirez moi
    """,
    "privacy.school": """
        !quitt* établissement|collège|lycée|école, !je|ai|j quitt*|change*
        établissement|collège|lycée|école, !change|changé|changer d|de
        établissement|collège|lycée|école|poste, quitt* mon établissement|collège|lycée|école,
        changé|change d|de, nouvel|nouvelle|nouveau établissement|école|poste|collège|lycée
    """,
    "privacy.erase": """
        !supprim*|effac*|oubli*|détrui* tout|toutes, supprim*|effac*|oubli*|détrui* tout|toutes
        sur|de|ce|mes, supprim*|effac* mes données|infos|informations, efface moi
    """,
    "privacy": """
        mes|données|infos données|donnees|infos|informations|personnelles|coordonnées,
        !rgpd|confidentialité, supprim*|effac*|oubli* mes|tout|toutes|mon|mes|ce|moi,
        sais|savez|gardes|conserv*|stock*|enregistr*|gardez|garde tu|sur|quoi|vous|de|moi
        moi|sur|quoi, qui voit|peut|lit|a|verra voir|lire|mes|accès|ce|ça,
        ~données|confidentiel*|vie|enregistré*|conserv*|stock*, export*|récupérer|télécharger
        mes|données, droit à|l|d, quelles données|informations|infos, données
        gardes|garde|gardez|avez|as|sont|sur, sur moi, ce que j|je|tu écris|dis|sais|gardes, qui
        lit|peut|voit|a, supprimer|effacer mes|tout|mon|mes, anonyme*, mes
        messages|réponses|infos
    """,
    "help": """
        !aide, ~aide|aidez|aider|bonjour|salut|coucou|hello, tu|vous|qu|que
        sais|peux|fais|sert|sers|es|pouvez|peut|savez faire|fais|quoi|à|qui|tu|aider, comment
        ça|tu|on|t|fonctionne*|marche|utilis*|s marche|fonctionne*|utilis*|servir|sert|fait,
        ~fonctionnes|fonctionne|marche, qui|t|tu es|es qui|tu|un|toi, à quoi tu|ça|sers|sert,
        un|es robot|bot|humain, commande*|mode d|emploi|notice, comprends|comprend|compris
        rien|pas, on peut|puis|peux te|t|vous écrire|parler|demander, c est quoi|qui
        convenor|ce|ça|toi, perdu*, je fais comment, comment faire|je, sers|sert à|tu quoi, tu
        sers, comment|je fais|dois|faut, que dois|puis|peux, je fais comment|quoi, j y|ne
        comprends, nouveau|nouvelle ici|dans|sur, aucune idée, expliqu*, besoin d aide, que
        faire, tes fonctions|commandes|options, tu comprends
    """,
    "time.last": """
        dernière|dernier fois|séance|réunion|rencontre|atelier, l autre jour|fois|soir,
        précédent*|hier
    """,
    "time.next": """
        prochaine|prochain fois|séance|réunion|rencontre|atelier
    """,
    "time.after": """
        celle|celui d après, suivante|suivant, la séance d après
    """,
}
