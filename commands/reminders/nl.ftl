reminders-summary = wat er gepland staat
reminders-more = In een gesprek met mij alleen: jouw herinneringen en die van de kamers van je team. In een kamer van het team: die van de kamer. `agenda` geeft een bestand voor je agenda. Een coördinator zet met `overzicht maandag 9u` elke week een overzicht in de ketenkamer. `tijdzone` kiest in welke tijd je het bedoelt.
reminders-none = Er staat niets gepland. Vraag een herinnering met `{ $command } morgen 10u bellen`.
reminders-head = { $count ->
    [one] **Eén herinnering**
   *[other] **{ $count } herinneringen**, de eerste bovenaan
}
reminders-item = **{ $next }**: { $text } (voor { $who }, `{ $number }`)
reminders-item-repeats = **{ $next }** en daarna weer: { $text } (voor { $who }, `{ $number }`)
reminders-agenda = { $count ->
    [one] **Eén moment** tot en met { $until }, in een bestand voor je agenda.
   *[other] **{ $count } momenten** tot en met { $until }, in een bestand voor je agenda.
}
reminders-agenda-cut = Er staat meer gepland dan in het bestand past. Dit zijn de eerste { $count } momenten.
reminders-agenda-care = Het bestand verandert niet vanzelf mee: vraag het later opnieuw. Zet het in een agenda waar alleen jij in kijkt.
reminders-agenda-none = De komende { $days } dagen staat er niets gepland. `{ $list }` toont wat er verder is.
reminders-agenda-title = Herinneringen { $team }
reminders-agenda-file = agenda-{ $team }.ics
reminders-agenda-about = Herinnering { $number } (voor { $who })
reminders-agenda-room = iedereen in de kamer
reminders-zone-now = Tijden zijn hier in **{ $zone }**. Anders? Zet de tijdzone erachter, bijvoorbeeld `Europe/London`.
reminders-zone-unknown = “{ $typed }” is geen tijdzone die ik ken. Typ de naam zoals `Europe/Amsterdam`. Nu is het { $zone }.
reminders-zone-mine = Jouw tijden zijn voortaan in **{ $zone }**. Wat al gepland staat, blijft in de tijd waarin je het vroeg.
reminders-zone-team = Tijden in de kamers van het team zijn voortaan in **{ $zone }**. Wat al gepland staat, blijft zoals het was.
reminders-overview-now = Het weekoverzicht komt in de ketenkamer: { $when }. Niet meer? Typ `{ $off }`.
reminders-overview-none = Er is geen weekoverzicht. Een coördinator zet het aan, bijvoorbeeld met `{ $command } maandag 9u`.
reminders-overview-when = “{ $typed }” begrijp ik niet als vast moment. Typ bijvoorbeeld `{ $command } maandag 9u`.
reminders-overview-no-room = Het team heeft nog geen ketenkamer.
reminders-overview-set = Het weekoverzicht komt in de ketenkamer: { $when }. De eerste keer: { $first }. Ligt er niets open, dan zeg ik niets. Niet meer? Typ `{ $off }`.
reminders-overview-off = Het weekoverzicht komt niet meer.
reminders-overview-not-here = Het weekoverzicht laat ik nu niet zien: er is iemand in deze kamer die geen lid van het team is.
reminders-overview-head = **Dit ligt open**, voor zover iedereen hier het mag zien:
reminders-overview-new = nieuwe signalen: { $count }
reminders-overview-interpreting = signalen in duiding: { $count }
reminders-overview-taken = opgepakte signalen: { $count }
reminders-overview-unowned = daarvan nog door niemand opgepakt: { $count }
reminders-overview-late = terugkoppeling te laat: { $count }
reminders-overview-soon = terugkoppeling deze week: { $count }
reminders-overview-evaluations = evaluaties die lopen: { $count }
reminders-overview-actions = open acties: { $count }
reminders-overview-foot = Typ `{ $command }` voor wat jij mag zien.
