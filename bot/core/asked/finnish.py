"""How things are asked for in Finnish, written and spoken. The signs are those of `meaning`."""

SAID = {
    "answer.no": """
        en|emme|ei|em|enpä|etten
        pääse*|pääs|tule|tuu|kykene|voi|ehdi|osallistu|ole|oo|jaksa|pysty|saa
        pääs*|tul*|osallistu*|pääse|pois|mukana|paikalla|mukaan|paikalle,
        ~en|ei|valitettavasti|harmi|harmittaa|ikävä*|sori|pahoittelut|signill|signsorry|
          kipeä*|sairas*|flunssa*|kuume*|kuumeessa,
        en
        pääs*|tule|tuu|pääsekään|kerkeä|kerkee|ehdi|osallistu|tulekaan|oo|ole|voi|pysty|kykene,
        en pääsekään|tulekaan, !peru*|perun*|peruutan|perua
        mun|minun|tulo*|ilmoittautumi*|osallistumi*, ~perun|perunkin|peruutan,
        joudun|pakko|täytyy|pitää peru*|jättä*|skip*|olla|väli*|poissa, jää|jätän|jätetään|jätän
        väliin|välistä|pois|multa|tällä|tän, väliin, olen|oon|oisin|oli
        pois|poissa|kipeä*|kipee*|sairaana|matkoilla|estynyt|lomalla|varattu|muualla|flunssa*,
        poissa, este|esteen|päällekkäin*|päällekkäi*, menee|menevät|osuu
        päällekkäin|samalle|samaan,
        arviointikeskust*|vanhempainilta*|opettajainkokous|opekokous|veso*, ei
        onnistu|käy|sovi|onnaa|pysty, ei sijais*, en tällä|nyt, skippaan|skippaa, mua|minua ei,
        ilman minua|mua, laps* kipeä*|sairas*|kipee*, estynyt, emme|ei pääs*|me,
        rehtori|esimies|pomo|koulu ei päästä|anna|suostu, ei päästä|päästetä|anneta,
        oon|olen|oisin
        kipeenä|kipeänä|sairaslomalla|kuumeessa|matkalla|reissussa|valvontavuorossa|toisessa|
          töissä|lomalla|muualla,
        väliin|välistä, jätän väliin|tällä|nyt, tällä kertaa, toinen|muu|muuta
        meno|menoa|kokous|menoja|tapaaminen, on muuta|muu|toinen|sovittuna, päällekkäi*, en
        kyllä|valitettavasti|nyt|pysty|ehdi|jaksa, täytyy jättää|perua|olla, lapsi|laps|lapset
        on|kipeenä|sairas*, ei mahdu|sovi|käy|pysty|päästä, sopimaton, joudun jää*|ole*|jättä*,
        harmi, pois|poissa tiistai*|torstai*|tältä
    """,
    "answer.yes": """
        pääsen|pääsemme|pääsee|pääsisin tule*|mukaan|paikalle|sittenkin|kyllä,
        ~pääsen|tulen|tuun|tulossa|mukana|osallistun|signyes|joo|kyllä|juu|jees|ok|jep,
        tulen|tuun|tulemme|tullaan|olen|oon|ollaan|tulossa|mä
        paikalle|mukaan|mukana|paikalla|tulossa|kyllä|sinne|tiistaina|torstaina, mukana
        ollaan|ollaan|olen|oon, olen|oon|ollaan mukana|tulossa|messissä|menossa|paikalla,
        ilmoittaudun|ilmoitan|ilmoita|ilmottaudun|ilmoittautuisin,
        laita|laittakaa|merkitse|merkkaa|pistä|kirjaa|merkatkaa|merkitkää
        mut|minut|mua|minua|mulle|me, nähdään|nähään|näkemiin|tavataan,
        käy|sopii|onnistuu|passaa mulle|minulle|hyvin|kyllä|mainiosti,
        ~käy|sopii|onnistuu|passaa, pääsenkin|tulenkin|sittenkin|pääsinkin, osallistun,
        varaa|varatkaa mulle|minulle|paikka|paikan, haluan|haluaisin|tahdon|mielellään
        tulla|mukaan|osallistua|tulen, mielellä*, sijainen|sijaisuus|sijaiset
        järjesty*|löyty*|hoidossa|sovittu|saatu, totta kai|hitossa, ilman muuta,
        sopii|käy|passaa mulle|minulle|hyvin|meille, tulen|tuun|tulee
        kyllä|mielellä*|varmasti|sittenkin|tiistai*|torstai*, pääsen|päästään|pääsemme
        kyllä|tiistai*|torstai*|tulemaan|sinne|nyt|sittenki*, totta|tottakai, ehdottomasti,
        ok|hyvä mulle|homma, merkkaa mukaan|tulijaks*, varmistui, jippii|jee|kiva
    """,
    "answer.maybe": """
        !ehkä,
        ~ehkä|mahdollisesti|kenties|varmaan|signmaybe|luultavasti|toivottavasti|riippuu|
          epävarma*,
        en|ei|emme tiedä|tiiä|oo|ole|varma|osaa|vielä vielä|varma|sanoa|varmuutta,
        riippuu|riippuen, saatan|saattaa|voi|voin tulla|olla|päästä|pystyä,
        ilmoitan|ilmottelen|ilmoittelen|vahvistan|palaan|kerron
        myöhemmin|vielä|kun|asiaan|lähempänä|pian, yritän|koitan|koetan päästä|tulla|ehtiä, jos
        saan|pääsen|rehtori|ehdin|sijai*|vaan|vain|saisin, katsotaan|kattoo|katellaan, vielä
        auki|epävarma*|epäselvä*|tiedä, puoliksi|50, jos saan|rehtori|pääsen|ehdin|onnistuu,
        ehkä pääs*|tul*, vaikea|hankala sanoa, toivon|toivottavasti, selvit*|selviää|kysyn,
        yritän, luultavasti, riippuu siitä|vähän|sijai*, kenties
    """,
    "answer": """
        mun|minun|oma|omaa|ilmoittautumi*|vastauksen
        vastau*|ilmoittautumi*|ilmottautumi*|paikka*|osallistumi*,
        ~ilmoittautu*|ilmottautu*|vastau*, vaihda*|muuta*|muutan|vaihdan
        vastau*|mun|ilmoittautumi*, olenko|oonko|onko|oonks|olenks|oonkohan|olinko
        minä|mä|mun|ilmoittautu*|ilmottautu*|listalla|mukana|jo|minut,
        ilmoittauduinko|ilmottauduinko|vastasinko|lupasinko|sanoinko,
        tuon|tuoda|otan|ottaa|saako|voinko|saanko|voiko|tuoko|otetaan
        mukaan|kollega*|kaverin|työkaver*|opiskelija*|harjoittelija*|ottaa|tuoda|avustaj*|
          tulla|vieraan,
        ~kollega*|työkaver*|harjoittelija*|kaverin, mun|minun|mua|minua
        tilalla*|sijas*|puolesta|paikalla tulee|tulis*|tilalle|tuuraa,
        tilalla|tilalleni|sijastani|puolestani|tilallani, tuuraa|sijaista*,
        lähetän|lähettää|laitan|tulee kollega*|työkaver*|jonkun|tilalle|mun|toinen,
        etänä|etäyhteydellä|etäosallistuminen|verkossa|etäyhteys|zoomilla|teamsilla|etäilen|
          kotoa|kotoota|netin|linjoilla|hybridinä|etäosallis*,
        ketkä|kuka|keitä|montako|kuinka|ketä
        tul*|on|kaikki|muut|moni|tulee|osallistu*|mukana|ovat|tulossa,
        vieläkö|onko|onks|mahtuu|mahtuuko|oisko vielä|tilaa|paikkoja|mahtu*|mukaan|paikkoja,
        ~mahtuu|mahtuuko|paikkoja|jonotuslista*|jonossa, myöhästy*|myöhässä|myöhemmin
        tul*|vähän|hieman|pääs*, tulen|tuun|pääsen vähän|myöhemmin|vasta|myöhässä, lähte*
        aikaisemmin|aiemmin|kesken, voinko|voiko|saako|saanko|voiks tulla|osallistua|olla|ottaa,
        myöhästyn|myöhästytään|myöhästyy|myöhästyisin, vartin|puoli|tunnin|10|15|20|minuutin|min
        tuntia|myöhässä|myöhästy*|myöhemmin|min, tulen vartin|myöhässä|vasta,
        ottaa|tuoda|otan|tuon kollega*|kaverin|mukaan|työkaver*|toisen|jonkun|oppilaan,
        kollega*|kaverin|työkaverin|opiskelijan mukaan|kanssa|kans, olenko|oonko|oonks
        ilmoittautu*|ilmottautu*|mukana|listal*|jo,
        etänä|etäyhteys|etäyhteyttä|etämahdollisuus|etäosallistuminen|etäilemään,
        onko|onks|saako|voiko|voiks etä*|mahdollista, lähteä aikaisemmin|aiemmin|ennen, vain
        alku*|alkuun|osan, ketkä on|tulee|ovat|pääsee, montako tulee|on|meitä
    """,
    "next": """
        !milloin|koska|koskas|millon seuraava*|on|onkaan|tavataan|nähdään|pidetään|ens*,
        ~milloin|koska|missä|mihin|monelta|moneltako|millon|koskas|mis|minne|misä,
        koska|milloin|missä|mihin|monelta|mis
        on|onkaan|se|alk*|lop*|pää*|kokoonnu*|tava*|me|mennä|pitää|tullaan|nähdään|ollaan|
          tapaaminen,
        seuraava*|ensi|ens tapaami*|kerta*|kokous|ilta|kerran|on|kerralla|tilaisuu*, ~seuraava*,
        monelta|mihin|moneltako|mihinkä aikaan|alk*|lop*|pää*|se, mihin aikaan, kuinka|miten
        kauan|pitkä*|pitkään|kauanko, kauanko|kestää|kestääkö|kesto,
        ~loppuu|päättyy|alkaa|kestää, mikä|missä|mis|mikäs
        luokka*|huone*|tila*|koulu*|päivä|osoite|paikka|paikassa|aika|rakennuks*|ovesta,
        linkki|linkkiä|linkin|zoom*|teams* kokouk*|tapaami*|on|mihin|mistä|jostain|etä*,
        ~linkki*|osoite|pysäköi*|parkki*|parkkipaikk*|kalenteri*|aikataulu*|luokassa|salissa,
        onko|onks|mitä|oliko|mitäs|oisko
        tässä|tulossa|mitään|jotain|vielä|enää|seuraavaksi|ensi|joulukuussa|ennen
        kuussa|mitään|tulossa|jotain|joulua|tapaami*|seuraava*|kokous*, mitä|onko|mitäs
        tulossa|seuraava*|seuraavaks*, ennen joulua|lomaa|joululomaa,
        onko|onks|vieläkö|pidetäänkö|pietäänkö se|tiistai*|torstai*|tapaami*|vielä
        voimassa|ennallaan|yhä|tiistai*|torstai*|samaan, pidetäänkö, miten|kuinka
        sinne|perille|pääsee|pääsen|löyt* pääs*|menn*|löyt*|perille|sinne, ajo-ohje*|reitti,
        muistuta*|muistutatko koska|milloin|missä|ajasta|mua, tapaamisen aika|paikka|ajankohta,
        ajankohta|päivämäärä*, tavataanko|nähdäänkö, tulossa olev*, seuraava on,
        onko|onks|löytyykö|saisko etälinkki*|linkki*|parkki*|osoite*|kartta*, etälinkki*,
        ~etälinkki*|luokka|sali|parkkipaikka, missä|mis|mikä
        luokas*|luokka|salis*|paikas*|koulus*|tilas*|huonees*, monelt*|mihin aikaan, mihin
        aikaan|päin|mennään|tullaan|saavutaan, milloin|koska|kosk*
        seuraava*|taas|nähdään|tavataan|alkaa|loppuu|oli|olikaan|meillä|se|tää,
        alkaa|loppuu|kestää|päättyy, mistä löytyy|löydän|ovesta|pääsee, millon on|taas, onko
        se|tää|tapaaminen tiistai*|torstai*|vielä|keskiviik*|etänä|paikan, seuraavat
        päiv*|tapaami*|kerrat, muistuta*, kello|klo|kellonaika, tällä|tässä
        viikolla|kuussa|lukukaudella
    """,
    "agenda": """
        !esityslista*|asialista*|agenda*, ~ohjelma*|aihe*|aiheena|aiheet|sisältö*|teema*,
        mitä|mistä
        siellä|tehdään|käsitellään|aiotaan|käydään|tapaamisessa|puhutaan|ohjelmassa|olikaan|
          on|ois|me|tiistaina|torstaina|tapahtuu|tullaan
        tehdään|käsitellään|ohjelmassa|puhutaan|oikein|käydään|tehdä|listalla|luvassa|
          agendalla|tapahtuu|aiheena|puhumaan,
        ~käsitellään|käsitelt*|luvassa,
        pitääkö|pitääks|tarviiko|täytyykö|tarvitseeko|mitä|pitäiskö
        valmist*|ottaa|tuoda|lukea|valmistautua|tehdä|varautua|mukaan,
        valmistautu*|valmistella|ennakkotehtävä*, mitä mukaan|otan|tuon, kuka
        vetää|puhuu|esittää|esittelee|pitää|alustaa, ohjelma|ohjelman|runko
        tapaami*|tiistai*|illa*, illan ohjelma|aihe|sisältö, mistä puhutaan|kyse|on, mitä
        tiistai*|torstai*|siel*|tehdään|siellä|illassa|käsitel*,
        pitääkö|tarviiko|tarvitaanko|tarviiks|pitääks|tuonko|otanko
        ottaa|tuoda|olla|läppäri*|kone*|mukaan|jotain|ottaa, läppäri*|tietokone* mukaan, mitä
        aiheita|aiheena|teemana|tehdään|tehtäis|luvassa, mikä on|aiheena|teemana
        aihe|teema|ohjelma|suunnitelma, suunnitelmissa|suunniteltu,
        otetaanko|tarvitsenko|tarviinko
    """,
    "agenda.propose": """
        lisä*
        agendalle|listalle|asialistalle|esityslistalle|esityslistaan|kohta|aihe|ohjelmaan|
          vielä|asia|agendaan,
        ~ehdot*|ehdotan|ehdotus|esittelisin,
        haluan|haluaisin|haluisin|voisin|voitaisiin*|voisko|voitaisko|voisimme|voitasko|
          pitäis|tahtoisin|pitäisi|voitasiin|vois|voinko|saanko
        puhu*|esitel*|ottaa|jutella|keskustel*|käsitel*|kertoa|näyttää|nostaa|ehdottaa|jakaa|
          lisätä|käydä|pitää,
        ottaa|otetaan|nostaa|otettaisko|nostetaan|otettais
        puhe*|esille|esiin|käsittel*|keskustel*|pöydälle|listalle|esityslistalle|agendalle,
        keskustel*|puhuttais*|puhuttaisiin, keskustelua|puhua, minuuttia|minuutin|min
        aikaa|puheenvuoro*|slotti*, puheenvuoro*, asia esityslista*|listalle,
        voitaisko|voitasko|voitaisiinko|voisko|voisiko|voiskohan|voidaanko
        ottaa|puhua|käsitellä|keskustella|käydä|lisätä, haluaisin|haluisin|haluan|tahtoisin
        puhua|kertoa|esitellä|näyttää|keskustella|jakaa|nostaa, ottaa
        anturit|esille|esiin|puheeksi|asia*, mulla|minulla olis|olisi|ois|on
        aihe|ehdotus|idea|asia|asiaa|juttu, viisi|5|kymmenen|10 minuuttia|min,
        puhetta|puhuttaisko|puhuttais, aiheeks*|aiheeksi, ehdotan
    """,
    "notes": """
        !muistio*|pöytäkirja*|muistiinpano*|kokousmuistio*,
        ~muistio*|pöytäkirja*|muistiinpano*|yhteenveto*|tiivistelmä*|koonti*,
        mitä|mikä|mitäs|mihin
        viimeksi|viime|silloin|siellä|sovittiin|päätettiin|tapahtui|jäi|puhuttiin|oli|
          jouduttiin|me|päädyttiin|sanottiin|lopulta|niistä|siitä|illassa|kerralla|sovittiinkaan
        päätettiin|sovittiin|sovittu|puhuttiin|tapahtui|sanottiin|päädyttiin|sovittiinkaan|
          päätettiinkään|käsiteltiin|jäi|päätetty,
        ~päätet*|sovit*|päätettiin|sovittiin|päätös|päätökset|päätöksiä|missasin, mitä
        sovittiin|päätettiin|sovittiinkaan, en|ei päässyt|ollut|ehtinyt|tullut|kerennyt
        viimeksi|paikalla|mukaan|silloin|viime, olin|oli|jouduin
        kipeä*|pois|poissa|sairaana|kipeenä viimeksi|viime|silloin,
        missasin|menikö|jäi|missas*|mitä multa|ohi|jotain|viime|missasin|väliin|menin
        ohi|viimeksi|kerta*, jäi väliin|paitsi, diat|kalvot|esitys|materiaali*|slaidit,
        lukea|luettav* mitä|jostain|jälkikäteen|mistään, mitä viime|viimeksi|viimeks,
        kertaa|kerrata|kertoa mitä, löytyykö|onko|oisko jostain|mistään|kellään
        muistio*|pöytäkirja*|muistiinpano*|materiaali*|diat, viimeksi|viimeks|viime
        päätet*|sovit*|tehtiin|puhuttiin|oli|paikalla|käsitelt*|tapahtui, missä|mistä
        muistio*|pöytäkirja*|muistiinpano*|diat|materiaali*|löytyy|löydän, en
        ollut|päässyt|päässy|ollu, olin pois|poissa|kipeä*|kipee*, mitä
        päätettiin|sovittiin|tapahtui|käsiteltiin, mitä me|multa|jäi,
        voisko|voitko|voiko|saisko|saako lähettää|laittaa|saada
        muistio*|diat|muistiinpano*|materiaali*, kooste|yhteenveto, jäikö päätös|jotain
    """,
    "todo": """
        !tehtävä*|tehtävälista*|todo*|hommat|tehtävät|tekeminen|to|läksy*,
        ~tehtävä*|hommat|hommani|vastuu*|vastuulla, mitä|mikä|mitäs|mitähän
        mun|minun|mä|minä|lupasin|pitikään|piti|lupasinkaan|mulla|jäi
        pitikään|piti|lupasin|tehdä|luvannut|tehtävä*|vastuulla|pitäisi|pitäis|kontol*|homma*|
          lupasinkaan|hoitaa|hommana,
        lupasin|lupasinko|lupasinkaan|lupauduin|lupauduinko|sitouduin, mun|minun
        piti|pitäisi|pitäis|pitikään|tehtävä*|vastuul*|homma*, kuka|ketkä|kenen
        hommaa|hoitaa|tuo|vastaa|tekee|tilaa|varaa|ostaa|järjestää|piti|pitäis|lupasi|
          vastuulla|keittää|huolehtii|kenen,
        kenen vastuul*|homma|tehtävä|vuoro,
        ~hoidin|hoidettu|signdone|tehty|lähetetty|tilattu|valmis|kuittaa|kuitata|kuitattu|tein,
        hoidin|tein|tilasin|lähetin|soitin|varasin|ostin|laitoin|kirjoitin|sovin|maksoin|
          toimitin|otin|sain|hoidettu|tulostin
        sen|jo|ne|rehtor*|kaikki|viestin|eilen|tarvik*|yhteyttä|valmiiksi|sähköposti*|tehtyä|
          hoidettua,
        voi kuitata|merkitä|ruksata|ruksia, merkkaa|merkitse|kuittaa|ruksaa
        tehdyksi|valmiiksi|hoidetuksi|tehty|valmis|se, on|nyt
        tehty|hoidettu|valmis|lähetetty|tilattu|hoidossa, deadline|määräaika|mennessä, mihin
        mennessä, pitäis tehdä, jäikö|jäi|oliko mulle|minulle|mulla|jotain
        tehtävä*|tehtävää|hommia|hommaa|jotain,
        tilasin|varasin|ostin|printtasin|tulostin|soitin|lähetin|hommasin|hoidin|kirjoitin|
          palautin|maksoin,
        kuka
        tuo|tuokaan|ostaa|hommaa|tilaa|varaa|tulostaa|hakee|kirjoittaa|soittaa|huolehtii|hoiti,
        mitä mun|minun|mä|mulle, mun piti, mikä mun|minun|oli, mun
        hommat|tehtävät|vastuulla|juttu, olin luvannut, lupasin, on
        tilattu|varattu|hoidettu|ostettu|tehty|lähetetty, tein|teinkö|sain oman|valmiiksi|sen,
        palauttaa|palautus, muistettavaa|tekemättä|hoitamatta
    """,
    "here": """
        olen|oon|ollaan|täällä|tultiin|ollaa
        täällä|paikalla|perillä|ovella|tässä|jo|aulassa|täälä|alhaalla|portilla|pihalla,
        ~täällä|perillä|paikalla|saavuin|saavuttu|ovella|aulassa|läsnä|pihalla,
        tulin|saavuin|pääsin|päästiin|tultiin|saavuttiin juuri|paikalle|perille|just|äsken,
        juuri|just saavuin|tulin|perillä|pääsin, oven|ulko|pääoven|ovi|etuoven|sivuoven
        takana|edessä|lukossa|kiinni|luona|on, ovi kiinni|lukossa, avaa*|avatkaa|tulkaa|voisko
        ovi|oven|avata|avaamaan|joku, merkitse|merkkaa|laita|kirjaa|kuittaa
        mut|minut|läsnä*|paikalla olevaksi, läsnä*|ilmoittaudun läsnä*, koodi on|koodi,
        kirjaudun|kirjaannun sisään|paikalle, odotan|seison|odottelen|venaan
        oven|ovella|aulassa|täällä|tässä|pihalla, olin paikalla|läsnä|mukana|siellä,
        oon|olen|ollaan|olemme|tultiin|tulin|saavuin
        ovella|täällä|paikalla|perillä|just|juuri|parkkipaikalla|pihassa|pihalla|aulassa|täs|
          täällä|koululla|sisällä,
        täällä ollaan|näin, just|juuri paikalla|tultiin|saavuin|tulin,
        parkkipaikalla|pihassa|koululla|käytävässä, mistä sisään|ovesta, ei pääse|pääsee|päästä
        sisään|sisälle, missä kaikki|olette|ootte
    """,
    "reflect.results": """
        mitä|miten|millais*
        muut|mieltä|palaut*|muiden|porukka|ihmiset|ope*|tykättiin|mieltä|kaikki|toiset|kollegat
        tykkä*|mieltä|pitivät|sanoi*|piti|ajatteli*|mielipi*|oli|palautetta|oltiin,
        ~palaut*|palautetta|mielipi*|tulokset|kommentit|kommentteja|fiilikset, !palaut*
        tuli|illasta|viime|kerrasta|saatiin|data|oli|kertynyt|tapaamis*, mitä mieltä,
        tykkä*|pitivät|tykättiin|tykkäsi|tykkäs
        muut|porukka|ihmiset|ne|illasta|siitä|kaikki|ope*, miten meni|se|viime|ilta meni|sujui,
        ~mieltä|tykkä*, miltä tuntu*|vaikutti, arvio*|arviot|arviointi, oliko
        hyvä|muiden|muista, muut|porukka|toiset|osallistujat|ihmiset
        sanoi*|sanoivat|oli|tykkäsi*|piti|ajatteli*, mitä muut, tyytyväisi*, miten
        muut|muilla|meni|se, muiden fiilikset|mielipi*|kommentit
    """,
    "reflect.back": """
        oli|olipa|oliki|tosi|todella|olipas
        tosi|hyvä|kiva|mahtava|hieno|loistava|huippu|antoisa|mielenkiintoi*|liian|hyödylli*|
          vähän|tylsä|turha|erinomai*|hauska|kiinnosta*|pitkä|ihan|mukava|upea|paras
        ilta|kerta|tapaami*|sessio|koulutus|pitkä|antoisa|setti|paja|hyvä|kiva|hyödylli*|
          teoria*|hyvät|hauska,
        hyvä|kiva|mahtava|hieno|loistava|huippu|antoisa
        ilta|kerta|tapaami*|sessio|koulutus|paja|setti|meininki,
        ~antoisa|hyödylli*|mahtava|huippu|loistava|tykkäsin|kiitos|kiitti,
        tykkäsin|pidin|nautin, kiitos|kiitti|kiitokset
        viime*|eilisestä|illasta|tapaami*|kerrasta|hyvä*|viimeis*|data, liian|liikaa
        pitkä*|teoria*|lyhyt|nopea|vähän|paljon|kiire|teoreetti*, enemmän
        aikaa|käytäntöä|tekemistä|käytännön, annan|antaa|anna|jätän|laitan|haluan|mun
        palautetta|palautteen|palaute|antaa, parasta|paras anti|oli|siinä, reflekt*|fiilikset,
        jäi mieleen|päällimmäi*|käteen, vähän|aika|tosi|liian|melko|todella|ihan|erittäin
        tylsä*|kiva*|pitkä*|hyvä*|hyödylli*|mielenkiintoi*|kuiva*|sekava*|raskas*|hauska*|
          onnistu*|antoisa*,
        ~tylsää|tylsä|kivaa|hauskaa|mahtavaa|hyvää|hyödyllistä, oli
        kiva*|tosi|hyvä*|hieno*|mukava*|hauska*|vähän|liian|aika|antoisa*|paras, opin|oppi
        paljon|uutta, kiitos ill*|kaikille|hyvä*|eili*, tykkäsin, parasta oli, ois|olis|olisi
        voinut|kaivannut|saanut, inspiroi*
    """,
    "class": """
        oppilaiden|oppilaat|oppilaat|oppilaita|luokan|luokassa|luokkani|tunnilla|oppitunnilla|
          tunnin|kutosten|vitosten|nelosten|kasien|seiskojen|ysien|kolmosten
        kanssa|kans|innoissa*|kokeil*|tykkä*|teki*|rakens*|testa*|oli*|meni|sai*,
        ~oppilaat|oppilaiden|oppilaita|luokan|luokassa|luokalla|tunnilla|oppitunnilla|
          kutosten|vitosten|nelosten|kasien|seiskojen|ysien|kolmosten|kutosille|seiskoille|
          kaseille|ysit|kasit|seiskat|kutoset|vitoset|oppilaille|muksut|lapset
        innostu*,
        kokeiltiin|kokeilin|testattiin|testasin|rakennettiin|mitattiin|käytettiin|tehtiin|
          koodattiin|ohjelmoitiin,
        ~kokeiltiin|kokeilin|testattiin|testasin|rakennettiin|kokeilu*,
        mun|minun|omassa|meidän|oma|mulla
        luokka*|luokassa|luokan|oppilaat|tunnilla|oppilaa*|ryhmä*,
        piti|pitikään|pitäis|oli|tarkoitus kokeilla|testata|tunnilla|luokassa|oppilaiden,
        kokeilla|testata luokassa|oppilaiden|tunnilla|omassa|omien, oppilaat
        innoissaan|innostui*|tykkä*|oli*|rakensi*|teki*|sai*, tunti meni|sujui|onnistui,
        toimi|toimii|onnistui|meni luokassa|tunnilla|hyvin|huonosti|oppilai*|ihan, kertoa|kerron
        miten|mitä|luokassa|kokeilu*,
        mun|minun|meidän|omat|seiskat|kasit|ysit|kutoset|vitoset|neloset|lukiolaiset
        seiskat|kasit|ysit|kutoset|vitoset|neloset|oppilaat|luokka|ryhmä|tykkäs|innostu*,
        tunnilla|luokassa|oppitunnilla eikä|ei|kokeil*|testat*|toimi|meni|oli|tehtiin,
        kokeiltiin|kokeilin|testattiin|testasin|tehtiin|käytin|käytettiin,
        oppilaat|seiskat|kasit|ysit|lapset|kutoset|vitoset
        tykkä*|innostu*|rikkoi*|sai*|oppi*|rakens*|tyk*|olivat|oli, ei toiminut|toimi|toiminu
        luokassa|tunnilla, kerho*, antureista|roboteista|loggereista, ~seiskat|tunnilla|luokkani
    """,
    "plan": """
        uusi|uutta|uuden|toinen|ylimääräi*|lisä|vielä|seuraava|seuraavan
        tapaami*|kokous|kerta|ilta|kokouksen|työpaja*|illan|tapaamisen|session|aika|pajan,
        järjest*|sovi*|suunnitel*|luo*|varat*|varaa*|perust*|pide*|pidet*|lisää|tee|tehdään|
          laita|laitetaan|pistä*
        uusi|uutta|tapaami*|vielä|kokous|ilta|yksi|seuraava*|toinen|kalenteri*|uuden|kerta|
          tammikuu*|helmikuu*|joku|paja,
        ~järjestetään|järjestä|suunnitella|suunnitellaan|sovitaan|järjestäis*,
        sovitaanko|pidetäänkö|pidettäisiinkö|voitaisko|voitaisiinko|tavattaisiinko|
          pidettäiskö|järjestettäis*|oisko|voitasko|pitäiskö|tavattaisko
        uusi|tapaami*|tavata|tammikuussa|uutta|vielä|järjestää|pitää|kokous|kokoontua|sopia|
          tammikuun|ylimääräi*|ehtiä,
        tapaaminen|ilta|kokous|kerta|paja tammikuu*|helmikuu*|maaliskuu*|keväälle|kevääll*,
        tammikuussa|tammikuulle|helmikuussa|helmikuulle|keväällä|keväälle, kalenteriin, ehdot*
        päivä*|aika*|uutta|tammikuu*|päivää,
        tarvittais|tarvitaan|tarvitsemme|tarvitaisiin|tarttis|haluttais|toivotaan|toivoisin
        vielä|uusi|yks|yksi|toinen|lisää|kerta|uutta, vielä yks|yksi|kerta|uusi|kerran,
        uusi|uuden|uutta tapaami*|kerta|kerran|aika|aikaa|päivä|ilta|ilta*,
        voisko|voitaisko|voitko|voisiko pitää|järjestää|sopia|luoda|varata|tehdä
        uuden|uusi|tapaami*|vielä, helmikuu*|tammikuu*|maaliskuu*|huhtikuu*|keväällä, tavata
        uudestaan|taas|keväällä|vielä|tammi*|helmi*, lisää kalenteriin|tapaami*, seuraava
        tapaaminen tammi*|helmi*|kevä*
    """,
    "change.move": """
        siirr*|siirt*|lykä*|lykät*|aikaist*|vaihd*|vaihtu*|muutt*|muutet*|myöhäist*,
        !siirr*|siirt*|lykät*|aikaist*
        tiistai*|torstai*|tapaami*|juotos*|robo*|ilta*|se|viiko*|tammi*|kokous*|tunti*|alku*,
        siirre*|siirty*|siirtää|siirt*
        tunti*|viiko*|myöhem*|aikaisem*|toiseen|eri|päivä*|aiemma*|keskiviiko*|perjanta*|
          maanant*,
        tapaami*|ilta|tiistai*|torstai*|kokous|kerta siirty*|siirre*|siirt*|vaihtu*|muuttu*,
        toinen|toiseen|eri|uusi|isompi|isompaan|muu
        luokka*|tila*|huone*|päivä*|aika*|paikka*|sali*|aikaan,
        ~myöhemmäks*|aikaisemmaks*|myöhemmin|aiemmaks*, tila|luokka|huone|sali|labra|paikka
        varattu*|remont*|vaihtuu|kiinni|käytössä|ei|vaihtui|muuttuu|suljettu,
        tunti|tuntia|viikko|viikkoa|puoli myöhem*|aikaisem*|eteenpäin|aiem*|tuntia,
        pakko|täytyy|pitää|joudutaan|voidaanko|pitäis|voiko|voisko
        siirtää|vaihtaa|aikaistaa|muuttaa|lykätä, alkaa|aloitetaan|alkaakin
        myöhem*|aikaisem*|vasta|jo|puoli, sen sijaan,
        keskiviikolle|maanantaille|perjantaille|torstaille|tiistaille|toiselle|toiseen|
          myöhemmäksi|aikaisemmaksi|ensi,
        siirretään|siirtäisi*|siirtyykö|siirtyy|siirretäänkö|siirtää|vaihdetaan|lykätään|
          aikaistetaan,
        toinen|eri|toiseen päivä|päivään|aika|aikaan|tila|tilaan|luokka|luokkaan,
        tila|luokka|sali|verstas|labra on|ei|onkin varattu|kiinni|vapaa|käytössä,
        puoli|tunti|tunnin tuntia|myöhem*|aikaisem*|myöhäsempään,
        alkaisko|alkais|aloitettaisko|aloitettais|alkaa, etänä sittenkin|tiistain|pidetäänki*,
        mieluummin|mielummin
    """,
    "change.off": """
        peru*|perut*|peruu*|perua|perutaan|peruttu|peruuntuu|peruutetaan
        tiistai*|torstai*|tapaami*|ilta*|kokous*|juotos*|robo*|koko|se|kaikki|10|1,
        ~perutaan|peruttu|peruuntuu|peruutetaan|perumaan|perua, !perutaan|peruuntuu|peruutetaan,
        tapaami*|ilta*|tiistai*|torstai*|kokous|juotos*|robo*|juottaminen|joudutaan|pakko|
          pitää|täytyy
        perut*|peruuntu*|perua|peruut*|perumaan|perutaan, ei pidetä|järjestetä|tule, liian
        vähän|moni ilmoittautu*|osallistuj*|kipeä*|sairaana|väkeä|porukkaa, jää
        pitämättä|väliin|pois koko, perutaan|perukaa|perutaanko|perumme|peruutus|peruttu, koko
        homma|juttu|ilta, jätetään pitämättä|väliin, liikaa|liian|paljon
        kipeitä|sairaita|vähän|poissa*, lumimyrsk*|lakko, ei järjestetä|pidetä|tulekaan
    """,
    "buddy.join": """
        !haluan|haluaisin|haluisin|tarvitsen|etsin|saisinko|toivon työpari*|buddy
    """,
    "buddy.pause": """
        !tauko|tauolle|keskeyt*|pysäyt* työpari*|buddy, !työpari*|buddy tauko|tauolle
    """,
    "buddy": """
        työpari*|buddy, !kuka|kenen työpari*|buddy
    """,
    "away": """
        !sairas|sairaana|kipeä|kipeänä|poissa|lomalla|sairaslomalla|sairauslomalla|flunssassa|
          matkoilla
        asti|saakka|viikon|viikkoa|kuukauden|kuukautta, olen|oon
        sairaslomalla|sairauslomalla|äitiyslomalla|vanhempainvapaalla
    """,
    "privacy.stop": """
        älä|älkää|elä|älä
        enää|laita|lähetä|lähettele|kirjoita|viesti*|laittako|muistuta|häiritse|pommita
        enää|viesti*|mulle|minulle|muistu*|yksityisviest*, lopeta*|lopeta
        viesti*|lähet*|muistu*|nää|nämä|spämm*,
        ~viestejä|viestit|ilmoitukset|muistutukset|muistutuksia|viestitulva,
        liikaa|liian|vähemmän|ei|en|lisää|tarpeeksi
        viesti*|muistutu*|ilmoitu*|paljon|enää|halua|tahdo
        viesti*|muistutu*|ilmoitu*|saada|enää, en halua|tahdo|jaksa|tarvitse
        enää|viesti*|saada|näitä|muistutu*|ilmoitu*, hiljenn*|mykist*, jätä|anna
        mut|minut|mun|olla rauhaan|rauhassa, ilmoitukset pois, peru tilaus, tulee liikaa,
        älä|älkää lähettele|lähetä|laita|laittele|kirjoittele|muistuttele|viestittele|spämmää,
        lopeta|lopettakaa, liikaa viestejä|muistutuksia|ilmoituksia, vähemmän
        viestejä|muistutuksia, ei enää viestejä|muistutuksia
    """,
    "privacy.leave": """
        poista|poistakaa|ota|ottakaa|poistakaapa|poistat mut|minut|mua|nimeni|mun
        listal*|pois|verkosto*|ryhmä*|nimi, pois listalta|verkostosta|ryhmästä,
        eroan|erota|eroon|lähden|lähteä|jätän|lähdössä verkosto*|ryhmä*|pois|eläk*,
        eläke*|eläkkeelle, vaihdan|vaihdoin|vaihtaa|vaihtanut alaa, en
        ole|oo|opeta enää, irtisanoudu*|lopetan, ~eroan,
        lopetan|lopetin|jään|jäin|vaihdan|vaihdoin|muutan|siirryn
        opettajana|työt|eläkkeelle|pois|vuorotteluvapaalle|äitiyslomalle, en
        enää|ole opeta|tässä|mukana, poistakaa|poista|ota minut|mut|mun,
        eläkkeelle, pois listalta|ryhmästä|verkostosta|porukasta, eroan
    """,
    "privacy.school": """
        !lähden|lähdin|lähtenyt|jätin|jätän|jättänyt|vaihdan|vaihdoin|vaihtaa|vaihtanut|siirryn|
          siirryin|muutan
        koulu*, vaihdan|vaihdoin|vaihtaa|vaihtanut työpaikkaa|koulua|kouluun,
        vaihdan|vaihdoin|muutan|siirryn toiseen|uuteen, toiseen|uuteen kouluun, lopetin|lopetan
        koulussa|koulussani
    """,
    "privacy.erase": """
        !poista*|unohda*|tuhoa*|hävitä* kaikki|kaiken|kaikkea, poista*|unohda*|tuhoa*|hävitä*
        kaikki minusta|musta|tiedot|tietoni|minun|mun, poista*|tuhoa*|hävitä*
        tiedot|tietoni|tietojani, poista*|tuhoa* mun|minun|omat tiedot|tietoni
    """,
    "privacy": """
        mun|minun|omat|omien|henkilö*|minusta|musta tiedot|tietoja|tietoni|tieto*|data,
        !tietosuoja*|gdpr|yksityisyy*|rekisteriselo*, mitä|mihin|kuka|ketkä|kuinka|minkä
        sä|tietoja|te|tiedät|minusta|musta|tietoa|tallen*|näkee|lukee|tiedot|bot*
        musta|minusta|tiedät|tallen*|kerää|säily*|keräät|näkee|mun|nämä|säilö*|lukee|tiedetään,
        poista|poistetaan|poistat|unohda|tuhoa kaikki|tiedot|tietoni|mun|minun|minut|data*,
        ~tietoni|tallennettu|tallennat|tallentuu|tietoja|luottamuksel*, kuka|ketkä|kenelle
        näkee|lukee|näkevät|pääsee|näkyy|näkyvät, lataa|vie|saanko tiedot|tietoni|omat, mitä
        tietoja|tietoa|tallennat|keräät|tiedät|säilytät, musta|minusta
        on|tallennettu|tiedetään|tallessa, tietoni|tietojani|tietojeni|viestini, kuka|ketkä
        lukee|näkee|pääsee, anonyymi*|nimettömänä, poista kaikki|mun|tietoni, mun
        viestit|vastaukset|tiedot
    """,
    "help": """
        !apua|ohje|ohjeet|ohjeita,
        ~apua|moi|moikka|hei|terve|ohje|ohjeet|auta|auttaa|heippa|moro,
        mitä|mihin|mikä|kuka|mikäs|mitäs sä|sinä|osaat|olet|voit|oot|teet|sinä|tää|tämä|sun|bot*
        osaat|teet|voit|oot|olet|pystyt|oikein|tää|tekee|kanssa|pysty*|kans, mitä
        osaat|voi|teet|tää, miten|kuinka tämä|tää|tätä|sä|tän|sua|sinua|käytän|tällä|toimit|bot*
        toimii|toimit|käyte*|käyttää|käytän|teen|sua, ~toimii|toimit|botti|bot,
        oletko|ootko|oletsä|ootsä|ooks botti|robotti|ihminen|sä|tekoäly, komennot|komento*, en
        ymmärrä|tajua|osaa|tiedä|hiffaa|keksi mitään|miten|tätä|käyttää, mikä on|tää|tämä
        convenor|tämä|tää, voinko|voiko|saako|voiks|voinks
        sulle|kirjoittaa|kysyä|sinulle|jutella|kirjottaa, mihin|mitä pystyt|sua käyte*,
        neuvo*|auttaisitko, hukassa|pihalla|ihan, mitä osaat|voit|pystyt|teet|osaisit, en
        tajua|ymmärrä|osaa|hiffaa|snaijaa, miten tää|tämä|sua|tätä|toimit, mitä mä|mun|tässä
        teen|pitää, uusi täällä, neuvo|neuvoa|opasta|selitä, mikä oot|olet|sä, kuka oot|olet|sä,
        mihin sua|susta, ei hajuakaan|aavistusta|mitään, toiminnot|vaihtoehdot
    """,
    "time.last": """
        viime|edelli*
        kerta*|kerralla|kerran|tapaami*|ilta*|illa*|kokou*|viikolla|kerrasta|tiistai*|torstai*,
        viimeksi|viimeks|eilen|äskei*|edellinen
    """,
    "time.next": """
        ensi|ens|seuraava* kerta*|kerralla|kerran|tapaami*|illa*|kerta
    """,
    "time.after": """
        sitä|sen seuraava*|jälkeen
    """,
}
