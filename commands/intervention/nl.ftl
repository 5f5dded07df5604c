intervention-summary = zoek wat je kunt doen
intervention-more = Ik zoek in de interventiematrix van het team. Typ een paar woorden of een hele vraag. De matrix geeft mogelijkheden, geen toestemming: bij elke staat wie beslist.
intervention-title = **{ $name }** (`{ $slug }`)
intervention-lead = Trekker: { $who }.
intervention-helps = Doet mee: { $who }.
intervention-fits = **Past bij:** { $text }
intervention-not-when = **Niet als:** { $text }
intervention-decides = **Wie beslist:** { $text }
intervention-limits = **Grens:** { $text }
intervention-status = **Mag het:** { $status } (nagekeken op { $checked })
intervention-check-is-old = Let op: dit is meer dan een jaar geleden nagekeken. Vraag het na voor je het doet.
intervention-evidence = **Bewijs:** { $evidence }
intervention-sources = **Bronnen:**
intervention-unverified = (niet getoetst)
intervention-not-allowed = **Mag niet:** { $why }
intervention-advised-against = **Afgeraden:** { $why }
intervention-item = **{ $name }** (`{ $slug }`): { $text }
intervention-list = Dit past bij je vraag:
intervention-page = Dit past bij je vraag ({ $from } t/m { $to } van { $all }):
intervention-chosen-list = Dit past bij je keuze:
intervention-chosen-page = Dit past bij je keuze ({ $from } t/m { $to } van { $all }):
intervention-nothing = Over “{ $text }” vind ik niets in de matrix.
intervention-none-fits = Niets in de matrix past bij al die filters samen. Laat er een weg, of typ `{ $command }` voor de hele kaart.
intervention-nearest = Het dichtst in de buurt komt:
intervention-nearest-foot = Typ **{ $prefix }1** tot en met **{ $prefix }{ $last }** om er een te openen, of `{ $command }` voor de hele kaart.
intervention-map = **De matrix: { $all } interventies in vier fasen.**
intervention-phase = **{ $phase }** ({ $count })
intervention-map-foot = Typ **{ $prefix }1** tot en met **{ $prefix }{ $last }** voor een fase, of zoek met woorden: `{ $example }`

evidence-mentioned-in-research = genoemd in het onderzoek Connect
evidence-practice = ervaring uit de praktijk
evidence-evidence-based = onderzocht, zie de bronnen
evidence-mixed = wisselende uitkomsten
evidence-contra = er pleit iets tegen, zie de tekst
evidence-unverified = niet getoetst

intervention-status-unchecked = **Mag het:** { $status } (niet nagekeken: vraag het na voor je het doet)
intervention-own = Eigen van dit team, versie { $version }, { $day }
intervention-own-changed = Eigen van dit team, versie { $version }, { $day }. “Mag het”, bewijs en bronnen zijn die van de gewone tekst.
intervention-item-own = **{ $name }** (`{ $slug }`, eigen van dit team): { $text }
intervention-month = { $month ->
    [1] jan
    [2] feb
    [3] mrt
    [4] apr
    [5] mei
    [6] jun
    [7] jul
    [8] aug
    [9] sep
    [10] okt
    [11] nov
   *[other] dec
} { $year }
intervention-used = Ervaring in de keten: { $used } keer ingezet, { $helped } keer geholpen, { $worse ->
    [0] laatst { $last }
   *[other] { $worse } keer erger geworden, laatst { $last }
}.
intervention-used-seldom = Ervaring in de keten: enkele keren ingezet.
intervention-lessons = **Geleerd in de keten:**
intervention-lesson = { $text } ({ $month })
intervention-found-by = **Ook te vinden met:** { $words }

intervention-propose-new = **Een nieuwe interventie voor jullie team.** Je krijgt elf korte vragen. Daarna beslist een coördinator. Noem geen namen: het gaat om wat je doet, niet om wie.
intervention-propose-change = **“{ $name }” veranderen.** Hieronder staat wat er nu staat. Typ het nummer van wat anders moet. Daarna beslist een coördinator.
intervention-propose-unknown = “{ $typed }” staat niet in de matrix. Typ de naam zoals ze er staat, of `{ $command }` voor een nieuwe interventie.
intervention-proposal-sees = De coördinatoren van je team zien dit voorstel. Aanvaarden ze het, dan ziet het hele team het.
intervention-proposed = Je voorstel { $number } voor `{ $slug }` staat klaar. Een coördinator beslist: { $who }. Je hoort hier wat het wordt.
intervention-proposed-oneself = Er is geen andere coördinator. Je mag het zelf aanvaarden: `{ $command }`
intervention-by-operator = de beheerder
intervention-proposal-item = **{ $name }** (`{ $slug }`), voorstel { $number } van { $by }
intervention-proposal-new = Nieuw in de matrix van het team.
intervention-proposal-changes = Komt in plaats van wat er nu staat.
intervention-proposal-how = Aanvaarden: typ **1** of `{ $accept }`. Weigeren: typ `{ $refuse }` met erachter waarom.
intervention-proposals = { $all ->
    [one] **Eén voorstel wacht op een coördinator.**
   *[other] **{ $all } voorstellen wachten op een coördinator.**
}
intervention-proposals-none = Er wacht geen voorstel. Zelf een voorstel doen: `{ $command }`
intervention-no-proposal = Voor “{ $typed }” wacht er geen voorstel met dat nummer.
intervention-which-proposal = Typ achter `{ $command }` welk voorstel je bedoelt, bijvoorbeeld `huisbezoek 1`. Wat er wacht, staat in `{ $list }`.
intervention-accept-own = Dit voorstel is van jezelf. Een andere coördinator kijkt ernaar.
intervention-accept-outdated = Dit voorstel ging uit van een oudere tekst: nu geldt versie { $version } van `{ $slug }`. Er is niets veranderd. Wie het nog wil, doet het opnieuw: `{ $command }`
intervention-accepted = Voorstel { $number } voor `{ $slug }` is aanvaard. Het hele team vindt nu versie { $version }.
intervention-accepted-yours = Je voorstel { $number } voor `{ $slug }` is aanvaard. Het hele team vindt nu versie { $version }. Dank je wel.
intervention-refuse-why = Typ er ook bij waarom, in ten hoogste { $most } tekens: `{ $command } …`
intervention-refused = Voorstel { $number } voor `{ $slug }` is geweigerd. Wie het voorstelde, hoort waarom.
intervention-refused-yours = Je voorstel { $number } voor `{ $slug }` is niet aanvaard. De reden: { $reason }
intervention-withdrawn = Je voorstel { $number } voor `{ $slug }` is ingetrokken.
intervention-export = { $count ->
    [one] Hier is de eigen interventie van je team als bestand.
   *[other] Hier zijn de { $count } eigen interventies van je team als bestand.
} De beheerder van een ander team kan het inlezen. Ervaring en lessen staan er niet in.
intervention-export-none = Je team heeft nog geen eigen interventies. Een voorstel doen: `{ $command }`
intervention-export-head = Eigen interventies van een team, { $day }

proposal-label-name = Naam
proposal-ask-name = Hoe heet de interventie?
proposal-why-name = Onder deze naam vinden anderen haar. Kort en gewoon is goed.
proposal-label-phase = Fase
proposal-ask-phase = Bij welke fase hoort ze?
proposal-why-phase = De kaart van de matrix is verdeeld in deze vier fasen.
proposal-label-timing = Moment
proposal-ask-timing = Wanneer doe je het?
proposal-why-timing = Wie zoekt, kan zo kiezen wat nu past.
proposal-label-channel = Kanaal
proposal-ask-channel = Online of op straat?
proposal-why-channel = Wie zoekt, kan zo kiezen wat past bij waar het speelt.
proposal-label-lead = Trekker
proposal-ask-lead = Wie trekt het?
proposal-why-lead = Anderen weten zo wie ze moeten bellen. Sla je dit over, dan blijft het zoals het is, of is het je eigen organisatie.
proposal-label-what = Wat
proposal-ask-what = Wat doe je precies?
proposal-why-what = Iemand die het nooit deed, moet ermee kunnen beginnen. De eerste zin staat in lijsten.
proposal-label-fits = Past bij
proposal-ask-fits = Wanneer past het?
proposal-why-fits = Zo herkent een ander het moment.
proposal-label-not_when = Niet als
proposal-ask-not_when = Wanneer moet je het niet doen?
proposal-why-not_when = Een interventie op het verkeerde moment kan het erger maken.
proposal-label-decides = Wie beslist
proposal-ask-decides = Wie beslist of het gebeurt?
proposal-why-decides = De matrix geeft mogelijkheden, geen toestemming.
proposal-label-limits = Grens
proposal-ask-limits = Waar ligt de grens?
proposal-why-limits = Wat mag er niet, en wat spreek je eerst af?
proposal-label-words = Zoekwoorden
proposal-ask-words = Met welke woorden zoeken mensen hiernaar? Zet er komma's tussen.
proposal-why-words = Op de naam en de tekst wordt al gezocht. Denk aan gewone woorden en straattaal.
