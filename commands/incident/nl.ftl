# Wat de bot zegt over incidenten. Wat het formulier vraagt staat in `forms/`.

incident-summary = leg vast wat er gebeurde of wat jullie tegenhielden, met een tijdlijn
incident-more = Iedereen die het mag zien vult de tijdlijn aan. Daarna evalueren jullie samen met `evaluatie`.

incident-unknown = Ik ken geen incident “{ $typed }”, of jij mag het niet zien. Typ `{ $command }` voor wat je wel mag zien.
incident-deeds = “{ $word }” kan ik niet met een incident. Wel kan `{ $command }` met erachter: `log`, `verbeter`, `signaal`, `interventie`, `tijdlijn`, `pak`, `deel`, `noem`, `label`, `contact`, `bevries`, `sluit` of `intrek`.
incident-not-there = Woorden over een incident neem ik alleen aan waar iedereen dat incident mag zien. Daar was dat niet zo. Ik heb er niets mee gedaan en haal je bericht daar weg als ik dat mag. Typ het hier opnieuw: `{ $command }` en dan je tekst.
incident-too-long = Dat zijn { $length } tekens. Er passen er { $most }. Kun je het korter zeggen?
incident-choose = Typ **{ $prefix }1** tot en met **{ $prefix }{ $last }**.

incident-nature-incident = incident
incident-nature-near-miss = tegengehouden
incident-status-open = loopt nog
incident-status-closed = afgesloten

incident-opening-112 = **Ik ben geen alarmlijn. Is er nu gevaar? Bel 112.**
incident-opening = We leggen samen een incident vast; dat duurt twee minuten. Noem geen namen van jongeren of collega's. Voor je opent, zie je wie wat te zien krijgt.
incident-law = **Let op:** wat hier staat, kan door de wet worden opgevraagd. Schrijf feiten, geen oordelen over personen.
incident-opened = Incident **{ $number }** staat open. Wat je vertelde is regel 1 van de tijdlijn.
incident-signals-unknown = Deze signalen ken ik niet, of jij mag ze niet zien: { $numbers }. Ze staan er niet bij.
incident-notice = Incident **{ $number }** ({ $what }) staat open. Bekijken: `{ $command }`. Wat er gebeurde, zet ik hier niet neer.
incident-notice-gone = Hier stond iets over een incident dat niet iedereen in deze kamer meer mag zien.

incident-title = **{ $number }** · { $what } · { $status }
incident-opened-by = Geopend op { $day } door { $author }
incident-label = Label: { $label }
incident-led-by = { $who } trekt het
incident-timeline-head = **Tijdlijn**
incident-timeline = **Tijdlijn van { $number }**
incident-timeline-empty = Er staat nog niets in wat jij mag zien.
incident-timeline-more = { $count ->
    [one] Eerder staat er nog 1 regel: `{ $command }`
   *[other] Eerder staan er nog { $count } regels: `{ $command }`
}
incident-line = **{ $line }** · { $at } · { $who }: { $text }
incident-line-signal = signaal { $number }
incident-line-intervention = { $name } (`{ $slug }`): { $effect }
incident-line-correction = verbetert regel { $line }: { $text }
incident-kind-signal = signaal
incident-kind-intervention = ingreep
incident-page = blz.
incident-picture-name = tijdlijn-{ $place }.png
incident-closed-because = Afgesloten op { $day }: { $reason }

incident-how-log = Iets erbij in de tijdlijn: `{ $command } gisteren 22:15 …`
incident-how-intervention = Wat jullie deden, en wat het deed: `{ $command } huisbezoek hielp`
incident-how-share = Delen met een partner: `{ $command } politie`
incident-how-close = Is het voorbij? `{ $command } …` en hoe het afliep. Dan plan ik de evaluatie.
incident-how-contact = Wie houdt contact met de jongeren? `{ $command } @naam`
incident-how-freeze = Loopt er een onderzoek? `{ $command } …`
incident-how-thaw = Weer verder: `{ $command }`
incident-how-withdraw = Terugnemen: `{ $command }`

incident-logged = ✓ **{ $number }**, regel { $line }: { $at }. { $text }
incident-log-how = Zet er het moment en je tekst achter: `{ $command } gisteren 22:15 Groep bij het station`. Zonder moment houd ik nu aan.
incident-correct-how = Zet er het nummer van de regel achter en hoe het was: `{ $command } 2 Het was kwart over tien`. De oude regel blijft staan.
incident-which-moment = **Dat kan meer dan één moment zijn. Welk bedoel je?**
incident-signal-unknown = Ik ken geen signaal “{ $typed }”, of jij mag het niet zien. Ik heb niets toegevoegd.
incident-intervention-how = “{ $typed }” vind ik niet in de matrix. Zet er de naam van de interventie achter en wat die deed: `{ $command } huisbezoek hielp`. Dat kan zijn: hielp, geen effect, maakte het erger, onbekend. Was het eerder? Zet het moment ervoor: `{ $command } gisteren 22:15 huisbezoek hielp`.
incident-which-intervention = **Bedoel je een van deze?**
incident-which-effect = **{ $name }: wat deed het?**
incident-timeline-full = De tijdlijn is vol: er passen { $most } regels in. Er is niets toegevoegd.

incident-taken = Jij trekt **{ $number }** vanaf nu.
incident-widened = Gedaan. Wie **{ $number }** nu ook mag zien, krijgt dat te horen.
incident-narrowed = Gedaan. **{ $number }** is nu voor minder mensen te zien. Wat al gelezen is, kan ik niet terughalen.
incident-name-unknown = “{ $typed }” ken ik niet in dit team. Noem iemand zo: `{ $command } @naam:server`.
incident-label-how = Kies een label: { $labels }.

incident-contact = { $who } houdt contact met de jongeren, sinds { $day }
incident-contact-how = Wie houdt na { $number } contact met de jongeren? Typ `{ $command } @naam:server`. Is het niet meer nodig: `{ $command } niet`.
incident-contact-unknown = “{ $typed }” kan geen contact houden voor { $number }: het moet iemand van het team zijn die dit incident mag zien. Typ `{ $command } @naam:server`.
incident-contact-named = ✓ { $who } houdt contact met de jongeren na **{ $number }**. Ik vraag ernaar na een week, na zes weken en na drie maanden. Over jongeren zelf schrijf ik niets op.
incident-contact-ended = ✓ Voor **{ $number }** houdt niemand meer contact met de jongeren. Ik vraag er niet meer naar.
incident-contact-you = **Jij houdt contact met de jongeren na { $number }.** Zo voorkom je dat iemand terugvalt, en kun je een stap vooruit aanbieden: school, werk, hulp. Ik vraag ernaar na een week, na zes weken en na drie maanden.
incident-contact-week = **Een week na { $number }: heb je de jongeren al gesproken?** Juist nu helpt een kort gesprek. Vraag wat er goed gaat en wat er nodig is.
incident-contact-six-weeks = **Zes weken na { $number }: hoe staat het met de jongeren?** Nu de rust terug is, kan iemand terugvallen. Zoek ze nog eens op, en bied een stap vooruit aan: school, werk, hulp.
incident-contact-three-months = **Drie maanden na { $number }: nog één keer.** Is er perspectief, of is er nog iets nodig? Spreek af wie er verdergaat. Hierna vraag ik er niet meer naar.
incident-contact-can = Wat jullie deden, zet je zonder namen in de tijdlijn: `{ $log } …`. Past het beter bij iemand anders? `{ $contact } @naam`. Niet meer nodig? `{ $contact } { $no }`. Mij hoef je niets over jongeren te vertellen.
incident-contact-gone = **Na { $number } houdt niemand meer contact met de jongeren:** wie het deed, is er niet meer bij of mag het incident niet meer zien. Wie neemt het over? Typ `{ $contact } @naam`. Niet meer nodig? `{ $contact } { $no }`.
incident-contact-gone-number = Bij **{ $number }** houdt niemand meer contact met de jongeren. Vraag aan wie erbij betrokken was wie het overneemt.

incident-closed = **{ $number }** is afgesloten.
incident-close-how = Zet erachter hoe het afliep: `{ $command } …`.
incident-frozen = **{ $number }** is bevroren. Ik vraag niemand meer iets over dit incident, tot iemand het ontdooit. Overleg met jullie juristen wanneer dat kan.
incident-freeze-how = Zet erachter waarom: `{ $command } Er loopt een strafrechtelijk onderzoek`. Dan vraag ik niets meer.
incident-is-frozen = **{ $number } is bevroren:** { $reason }. Daarom vraag ik nu niets. Overleg met jullie juristen wanneer het verder kan.
incident-thawed = **{ $number }** is ontdooid. De evaluatie gaat verder.

incident-is-closed = **{ $number }** is al afgesloten.
incident-not-author = Dat kan alleen wie **{ $number }** opende: { $who }.
incident-no-part = Dat kan alleen wie **{ $number }** opende of trekt, of een coördinator: vraag het { $who }.
incident-already-so = Dat is al zo.
incident-partners-agreed-not = Dat kan niet: jullie hebben afgesproken dat deze organisatie dit niet krijgt.

incident-withdraw-sure = **Zeker weten?** Dan is alles van { $number } weg: de tijdlijn, wat iedereen in de evaluatie zei, en de acties. Typ `{ $yes }`.
incident-withdrawn = **{ $number } is ingetrokken.**
incident-withdrawn-content = de inhoud, met tijdlijn, evaluatie en acties: de sleutel ervan is overschreven

incident-list = **Incidenten die jullie hier mogen zien, de nieuwste eerst:**
incident-item = **{ $number }** · { $what } · { $status } · { $day }
incident-none = Er is geen incident dat je hier mag zien.
