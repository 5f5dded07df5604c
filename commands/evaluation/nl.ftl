evaluation-summary = samen terugkijken op een incident: het pad, de sessie, de acties, het rapport, de les
evaluation-more = Ik vraag iedereen eerst apart, zoek een datum, leid de vragen en houd de acties bij. Wat iemand vooraf zegt, zien anderen pas als die persoon het vrijgeeft.

# Het rapport

evaluation-report = Hier is het rapport: als tekst (Markdown) en als PDF. Het is pseudoniem tenzij er anoniem op staat: wie erbij was, herkent het. Stuur het niet verder dan het label toestaat.
evaluation-report-file = evaluatie
evaluation-report-file-anonymous = anoniem
evaluation-report-title = Evaluatie van { $number }
evaluation-report-title-anonymous = Wat we leerden van een incident
evaluation-report-pseudonymous = PSEUDONIEM: geen namen, maar wie erbij was herkent het
evaluation-report-anonymous = ANONIEM: regel voor regel nagekeken door iemand die het niet schreef
evaluation-report-label-anonymous = Label: groen, voor de hele keten
evaluation-report-incident = Het incident
evaluation-report-timeline = Tijdlijn
evaluation-report-questions = Wat we bespraken
evaluation-report-actions = Wat we gaan doen
evaluation-report-lessons = Wat we leerden
evaluation-report-about = Over dit rapport
evaluation-report-law = Dit rapport is gemaakt om van te leren. Het is geen verantwoording en geen oordeel over personen. Het kan door de wet worden opgevraagd. Een label is geen wettelijke grondslag om te delen.
evaluation-report-open = open, { $day }
evaluation-report-done = klaar
evaluation-report-dropped = vervallen

evaluation-check-not-you = Dit moet iemand doen die het incident niet opende of trekt en de sessie niet leidde: wie erbij schreef, ziet niet meer wat een ander herkent. Vraag een collega.
evaluation-check-line = { $ahead ->
    [0] **De laatste regel. Kan een ander hieruit opmaken waar, wanneer of wie?**
   *[other] **Kan een ander hieruit opmaken waar, wanneer of wie?** Hierna nog { $ahead }.
}
evaluation-check-hints = Let op: { $hints }.
evaluation-check-hint-date = hier lijkt een datum of tijd te staan
evaluation-check-hint-group = hier staat een groepsnaam
evaluation-check-hint-place = hier lijkt de plaats te staan
evaluation-check-days = maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december gisteren vandaag vanavond vannacht
evaluation-check-stays = Nee, laten staan
evaluation-check-goes = Ja, haal de hele regel weg
evaluation-check-how = Of antwoord op dit bericht met de regel in andere woorden.
evaluation-check-first = { $open ->
    [one] Er is nog 1 regel niet nagekeken. Dat doet iemand die het niet schreef, met `{ $command }`.
   *[other] Er zijn nog { $open } regels niet nagekeken. Dat doet iemand die het niet schreef, met `{ $command }`.
}
evaluation-check-done = Alles is nagekeken. Het anonieme rapport: `{ $command }`.
evaluation-and = { " en " }
evaluation-step-debrief = kort napraten
evaluation-step-before = vooraf ieder apart
evaluation-step-session = samen terugkijken

evaluation-planned = **Zo kijken jullie terug op { $number }:**
evaluation-planned-how = Is een stap niet nodig? Typ `{ $command } sessie, omdat …`. Ik vraag niets dubbel, en alleen in werktijd.
evaluation-not-planned = Voor { $number } is nog geen evaluatie gepland. Typ `{ $command }`.

evaluation-state-on = **{ $step }**: op { $from }
evaluation-state-between = **{ $step }**: van { $from } tot en met { $until }
evaluation-state-done = **{ $step }**: ✓ gedaan op { $done }
evaluation-state-not-needed = **{ $step }**: niet nodig
evaluation-because = { $step } is niet nodig, zegt { $who }: { $reason }

evaluation-title = **Evaluatie van { $number }**
evaluation-answered-by = Vooraf klaar: { $who }
evaluation-waits-for = Nog niet klaar: { $who }
evaluation-date = **Datum om samen terug te kijken**
evaluation-date-is = { $moment }
evaluation-date-was = was { $moment }
evaluation-proposal = **{ $index }** · { $moment }
evaluation-voted = **{ $index }** · { $moment } · kan: { $who }
evaluation-beforehand = **Vooraf gezegd**
evaluation-said = **{ $question }** · { $who }: { $text }
evaluation-how = Zelf vooraf antwoorden: `{ $before }`. Een datum: `{ $date }`. Beginnen: `{ $start }`.
evaluation-deeds = “{ $word }” kan ik niet met een evaluatie. Wel kan `{ $command }` met erachter: `plan`, `gedaan`, `niet nodig`, `vooraf`, `vrijgeven`, `datum`, `kan`, `start`, `actie`, `les` of `rapport`.

evaluation-list = **Evaluaties die lopen, voor zover jullie ze hier mogen zien:**
evaluation-item = **{ $number }** · { $what } · { $next }
evaluation-next = { $step }, tot en met { $day }
evaluation-next-frozen = bevroren
evaluation-none = Er loopt geen evaluatie die je hier mag zien. Ze begint als een incident is afgesloten.

evaluation-done-how = Welke stap? Typ `{ $command } debrief`, of `vooraf` of `sessie` erachter.
evaluation-skip-how = Zet er de stap achter en waarom: `{ $command } sessie, omdat het een misverstand was`.
evaluation-step-done = ✓ Genoteerd voor **{ $number }**: { $step } is gedaan. Ik vraag er niet meer naar.
evaluation-step-skipped = ✓ Genoteerd voor **{ $number }**: { $step } is niet nodig. Ik vraag er niet meer naar.
evaluation-step-none = Voor **{ $number }** is deze stap niet gepland.

evaluation-debrief = **Praat vandaag even na over { $number }**, met wie erbij was: 5 tot 10 minuten, vrijwillig, zonder schuld. Begin met: “Hoe gaat het met je?” Er wordt niets opgeschreven. Ik vraag dit vandaag, omdat napraten het meest helpt als het nog vers is.
evaluation-debrief-again = **Is er al even nagepraat over { $number }?** 5 tot 10 minuten, vrijwillig, zonder schuld. Begin met: “Hoe gaat het met je?” Er wordt niets opgeschreven. Ik vraag dit nog één keer, omdat het kort na het incident het meest helpt.
evaluation-debrief-how = Gedaan? Typ `{ $command }`. Meer bewaar ik er niet van.

evaluation-invited = **Evaluatie van { $number }: wat is jouw kijk?** Ik vraag het ieder apart, omdat dag { $from } tot { $until } is bedoeld om eerst zelf na te denken. Het kan tot en met { $day }.
evaluation-invited-again = **Nog even over { $number }.** Ik heb nog niets van je. Ik vraag het, omdat dag { $from } tot { $until } is bedoeld om eerst zelf na te denken. Het kan tot en met { $day }.
evaluation-invited-last = **Vandaag kan het nog: jouw kijk op { $number }.** Dit is de laatste keer dat ik het vraag, omdat na vandaag de tijd om eerst zelf na te denken voorbij is.
evaluation-handed = **{ $who } vraagt jou om vooraf te antwoorden over { $number }.** Ik vraag het ieder apart, zodat ieder eerst zelf nadenkt. Het kan tot en met { $day }.
evaluation-about = Het zijn zeven korte vragen, in je eigen woorden. Overslaan mag. Niemand ziet je antwoorden tot jij ze vrijgeeft en de tijd voorbij is.
evaluation-about-light = Het zijn drie korte vragen, in je eigen woorden. Overslaan mag. Niemand ziet je antwoorden tot jij ze vrijgeeft en de tijd voorbij is.
evaluation-choose-begin = Beginnen: typ **1**.
evaluation-choose-nothing = Niets toe te voegen: typ **2**.
evaluation-choose-give = Een collega laten antwoorden: typ `geef @naam`.

evaluation-opening = **Jouw kijk op { $number }.** Gebruik je eigen woorden en noem geen namen. Niemand ziet je antwoorden tot jij ze vrijgeeft én de tijd voorbij is: na { $day }.
evaluation-before-sees = Dit ziet nu niemand anders. Geef je het vrij, dan zien de anderen het pas als de tijd voorbij is, met de naam van je organisatie.
evaluation-before-over = De tijd om vooraf te antwoorden over { $number } is voorbij. Neem je punten mee naar de sessie.
evaluation-before-gone = Dit incident kan ik niet meer vinden, of er loopt een onderzoek. Ik heb niets bewaard.
evaluation-answered = ✓ Dank je. Niemand ziet je antwoorden. Wil je dat na { $day } anders? Typ `{ $command }`.
evaluation-answered-released = ✓ Dank je. Na { $day } zien de anderen je antwoorden, met de naam van je organisatie. Toch liever niet? Typ `{ $command } niet`.
evaluation-passed = ✓ Goed, je hebt niets toe te voegen over { $number }. Ik vraag je vooraf niets meer.
evaluation-give-how = “{ $typed }” kan ik hier niet vragen. Het moet een collega van { $organisation } zijn die dit incident mag zien: `{ $command } @naam`.
evaluation-given = ✓ Je collega krijgt de vragen over { $number }. Ik vraag jou vooraf niets meer.
evaluation-released = ✓ Vrijgegeven. De anderen zien je antwoorden over { $number } als de tijd voorbij is.
evaluation-not-released = ✓ Niet vrijgegeven. Alleen jij ziet je antwoorden over { $number }. Wat al gelezen is, kan ik niet terughalen.
evaluation-release-how = Typ `vrijgeven`, of `vrijgeven niet`.
evaluation-release-nothing = Je hebt over { $number } vooraf niets gezegd.

evaluation-dates = **Wanneer kijken jullie samen terug op { $number }?** Ik vraag het nu, omdat dag { $from } tot { $until } is bedoeld om samen terug te kijken.
evaluation-dates-how = Wanneer kun je? Antwoord op dit bericht met `kan 1 3`, of tik op een cijfer. Kan van elke organisatie iemand, dan staat de datum vast. Anders kiest na twee werkdagen wie het incident trekt.
evaluation-dates-how-alone = Wanneer kun je? Typ `kan 1 3`. Kan van elke organisatie iemand, dan staat de datum vast. Anders kiest na twee werkdagen wie het incident trekt.
evaluation-proposed = ✓ Ik vraag wie wanneer kan.
evaluation-date-set = ✓ De datum staat vast.
evaluation-date-how = “{ $typed }” begrijp ik niet als moment dat nog komt. Typ bijvoorbeeld `{ $command } donderdag 14:00`, of `{ $command }` en ik stel er drie voor.
evaluation-session-over = Voor { $number } hoeft geen datum meer: jullie hebben al samen teruggekeken, of het is niet nodig.
evaluation-no-poll = Voor { $number } vraag ik nu niet wie wanneer kan.
evaluation-cannot = ✓ Genoteerd: jij kunt op geen van deze momenten.
evaluation-unvoted = Teruggenomen: voor { $number } telt dat moment niet meer mee.
evaluation-vote-how = Typ de cijfers van 1 tot en met { $last }: `{ $command } 1 { $last }`. Kun je nooit? `{ $command } niet`.
evaluation-settled = **{ $number }: jullie kijken samen terug op { $moment }.** Die ochtend zeg ik het nog eens.
evaluation-best = **Datum voor { $number }:** het best past { $moment }. Dan kan: { $can }. { $missing ->
    [0] Meer hoeft niet.
   *[other] Van { $silent } weet ik het niet.
} Typ **ja** als het die wordt. Een ander moment: `{ $command } donderdag 14:00`. Ik vraag het jou, omdat jij het incident trekt.
evaluation-no-votes = **Datum voor { $number }:** nog niemand zei wanneer het kan. Kies je er zelf een? `{ $command } donderdag 14:00`. Ik vraag het jou, omdat jij het incident trekt.
evaluation-today = **Vandaag: samen terugkijken op { $number }**, { $moment }. Begin met `{ $command }`.

evaluation-late = **Er is nog niet samen teruggekeken op { $number }.** Ik zeg het, omdat dag { $from } tot { $until } daarvoor is bedoeld.
evaluation-late-again = **Samen terugkijken op { $number } staat nog open.** Ik zeg het op dag { $day }, omdat na een maand veel vergeten is.
evaluation-unfinished = **De sessie over { $number } is begonnen en nog niet af.** Ik zeg het, omdat dag { $from } tot { $until } daarvoor is bedoeld.
evaluation-missing-votes = Van { $who } mis ik nog wanneer het kan.
evaluation-missing-answers = Van { $who } mis ik nog een eigen kijk. Dat kan ook in de sessie.
evaluation-late-how = Een datum: `{ $date }`. Nu beginnen: `{ $start }`. Niet nodig: `{ $skip } sessie, omdat …`.
evaluation-last = **Evaluatie van { $number }: de sessie is te laat.** Op dag { $day } is er nog niet samen teruggekeken. Dit is de laatste keer dat ik het zeg. Ik zeg het jou, omdat jij het team coördineert.

evaluation-terms = **De dagen van het pad, geteld vanaf het sluiten:**
evaluation-terms-set = ✓ **Zo telt het pad vanaf nu.** Wat al gepland is, houdt zijn dagen.
evaluation-terms-debrief = kort napraten: dag { $from } tot en met { $until }
evaluation-terms-debrief-working = kort napraten: werkdag { $from } tot en met { $until }
evaluation-terms-before = vooraf ieder apart: dag { $from } tot en met { $until }
evaluation-terms-before-working = vooraf ieder apart: werkdag { $from } tot en met { $until }
evaluation-terms-session = samen terugkijken: dag { $from } tot en met { $until }
evaluation-terms-session-working = samen terugkijken: werkdag { $from } tot en met { $until }
evaluation-terms-reminder = herinnering: dag { $day }
evaluation-terms-last = laatste herinnering, aan de coördinatoren: dag { $day }
evaluation-terms-how = Een coördinator zet ze zo: `{ $command } sessie 7 14`, `{ $command } vooraf 3 7 werkdagen`, `{ $command } herinnering 21` of `{ $command } standaard`. Elke stap eindigt niet voor ze begint, en de herinneringen komen na de sessie.
