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

evaluation-debrief = **Praat vandaag even na over { $number }**, met wie erbij was: 5 tot 10 minuten, vrijwillig, zonder schuld. Begin met: “Hoe gaat het met je?” En: is iedereen veilig thuis, wie belt wie? Er wordt niets opgeschreven. Ik vraag dit vandaag, omdat napraten het meest helpt als het nog vers is.
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
evaluation-date-over = Voor { $number } hoeft geen datum meer: jullie hebben al samen teruggekeken, of het is niet nodig.
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
# De sessie
evaluation-session-in-a-room = De sessie houden jullie in een kamer van het team, waar iedereen **{ $number }** mag zien. Typ het daar.
evaluation-session-not-here = De evaluatie van **{ $number }** kan niet in die kamer. Dit past er niet:
evaluation-session-fault-plain = de kamer is niet versleuteld
evaluation-session-fault-open = ook wie niet is uitgenodigd, kan erin komen
evaluation-session-fault-history = wie later binnenkomt, kan lezen wat eerder is gezegd
evaluation-session-fault-team = het is geen kamer van dit team
evaluation-session-fault-stranger = { $person } is daar en hoort niet bij het team
evaluation-session-fault-stopped = { $person } heeft een nieuwe sleutel die nog niet is bevestigd
evaluation-session-fault-may-not = { $person } is daar en mag dit incident niet zien
evaluation-session-fault-unknown = ik kan nu niet zien wie er in de kamer is
evaluation-session-elsewhere = De sessie van **{ $number }** loopt al in een andere kamer; { $who } leidt haar. Wil je hier verder? Typ daar eerst `{ $pause }`.
evaluation-session-another-here = In deze kamer loopt al een andere sessie. Rond die eerst af, of neem daarin pauze.
evaluation-session-begins = **We evalueren samen { $number }** ({ $what })
evaluation-session-goes-on = **We gaan verder met { $number }** ({ $what })
evaluation-session-what = We willen ervan leren. Het gaat niet om schuld, en niemand wordt beoordeeld. Noem geen namen van jongeren, en collega's bij hun rol.
evaluation-session-law = **Let op:** wat hier staat, kan door de wet worden opgevraagd. Schrijf feiten.
evaluation-session-answer-how = Antwoord op mijn bericht met de vraag, in je eigen woorden; of typ `{ $say } …`. Meer mensen antwoorden op één vraag. Bij je antwoord staat je organisatie, niet je naam. Pas je bericht aan of haal het weg, dan doe ik dat ook.
evaluation-session-leads = { $who } leidt.
evaluation-session-lead-how = { $who } typt `{ $prefix }{ $next }`, `{ $prefix }{ $back }`, `{ $prefix }{ $park }` (komt terug voor het einde), `{ $prefix }{ $pause }` of `{ $prefix }{ $end }`. Een ander laten leiden: `{ $lead } @naam`.
evaluation-session-open-actions = **Eerst: deze acties uit eerdere evaluaties staan nog open.**
evaluation-session-question = **Vraag { $at } van { $of }. { $text }**
evaluation-session-beforehand = **Vooraf gezegd en vrijgegeven:**
evaluation-session-said = **Al gezegd:**
evaluation-session-line = { $who }: { $text }
evaluation-session-who-coordinator = { $organisation } (coördinator)
evaluation-session-actions-how = Spreek een actie zo af: `{ $command } @naam 15 december: …` of `{ $command } politie: …`
evaluation-session-reply = Antwoord op dit bericht. { $who } typt `{ $prefix }{ $next }` als iedereen klaar is.
evaluation-session-reply-number = Antwoord op dit bericht met een cijfer van 1 tot en met 5. Waarom mag erachter. { $who } typt `{ $prefix }{ $next }` als iedereen klaar is.
evaluation-session-number = Begin met een cijfer van { $least } tot en met { $most }. Waarom mag erachter.
evaluation-session-noted = ✓ { $who }
evaluation-session-noted-for = ✓ { $who }, bij vraag { $at }
evaluation-session-reworded = ✓ { $who }, aangepast
evaluation-session-unsaid = ✓ Dat antwoord heb ik weggehaald.
evaluation-session-say-how = Zet je antwoord erachter: `{ $command } …`
evaluation-session-none = Er loopt geen sessie over **{ $number }**. Beginnen: `{ $command }` in een kamer van het team.
evaluation-session-over = De sessie over **{ $number }** is afgerond. Antwoord op mijn bericht met de vraag als je er nog iets bij wilt zetten.
evaluation-session-is-paused = De sessie over **{ $number }** heeft pauze. Verder: `{ $command }`
evaluation-session-is-over = De sessie over **{ $number }** is afgerond. Toch verder: `{ $command }`
evaluation-session-paused = Pauze bij vraag { $at }. Ook morgen gaan we verder waar we waren: `{ $command }`
evaluation-session-interrupted = De sessie over **{ $number }** pauzeert: niet iedereen in die kamer mag meelezen. Is dat opgelost? Dan verder met `{ $command }`. Wat er niet past:
evaluation-session-other-room = De sessie over **{ $number }** loopt in een andere kamer. Typ het daar.
evaluation-session-not-leading = { $who } leidt deze sessie. Overnemen kan een coördinator, en iedereen als { $who } weg is: `{ $command }`
evaluation-session-lead-unknown = “{ $typed }” ken ik niet, of die mag **{ $number }** niet zien. Zo kan het: `{ $command } @naam`
evaluation-session-first = Dit is de eerste vraag.
evaluation-session-only-this = Dit is de laatste vraag die er nog is. Ga verder, of rond af.
evaluation-session-ended = **De sessie over { $number } is klaar. Dank jullie wel.**
evaluation-session-counts = Zoveel antwoorden:
evaluation-session-count = { $organisation }: { $count }
evaluation-session-left = { $count ->
    [one] Eén vraag was geparkeerd en is niet teruggekomen.
   *[other] { $count } vragen waren geparkeerd en zijn niet teruggekomen.
}
evaluation-session-agreed = **Afgesproken acties:**
evaluation-session-no-actions = Er is geen actie afgesproken. Dat kan nog: `{ $command } @naam 15 december: …`
evaluation-session-then = **Hierna:**
evaluation-session-then-lesson = Een les voor de matrix: `{ $command } huisbezoek: …`
evaluation-session-then-report = Het verslag: `{ $command }`
evaluation-session-then-start = Toch nog een vraag bespreken: `{ $command }`

evaluation-action-how = Zet erachter wie, wanneer en wat: `{ $command } @naam 15 december: …` of `{ $command } politie: …`. Zonder dag is het 30 dagen.
evaluation-action-whose = “{ $typed }” ken ik niet als lid van het team of als organisatie. Zo kan het: `{ $command } @naam 15 december: …`, `{ $command } politie: …` of `{ $command } mij vrijdag: …`
evaluation-action-not-seen = { $owner } mag **{ $number }** niet zien. Kies iemand die erbij hoort.
evaluation-action-enough = Er zijn al { $most } acties. Weinig acties die gebeuren, zijn beter dan veel die blijven liggen. Laat er eerst een vervallen, of maak die af en spreek later verder af.
evaluation-action-agreed = ✓ **{ $action }** · { $owner } · uiterlijk { $day }: { $what }
evaluation-action-yours = In de evaluatie van { $number } is een actie voor jou afgesproken: **{ $action }**, uiterlijk { $day }. { $what }

    Afronden, verzetten of overdragen: `{ $command }`

evaluation-lesson-how = Zet erachter bij welke interventie, en wat jullie leerden: `{ $command } huisbezoek: …`. Kort, zonder namen of plaatsen.
evaluation-lesson-unknown = “{ $typed }” vind ik niet in de matrix. Zo kan het: `{ $command } huisbezoek: …`
evaluation-lesson-proposed = ✓ Les bij **{ $name }**. Een ander die **{ $number }** opende of trekt, of een coördinator, bevestigt: `{ $command }`
evaluation-lesson-none = Er wacht geen les op bevestiging. Een les voorstellen: `{ $command } huisbezoek: …`
evaluation-lesson-own = Je eigen les kan alleen een ander bevestigen. Vier ogen zien of er niets in staat dat naar iemand wijst.
evaluation-lesson-which = **Welke les bevestig je?**
evaluation-lesson-confirmed = De les staat nu bij **{ $name }**: “{ $text }”. Bekijken: `{ $command }`
evaluation-lesson-counted = { $count ->
    [one] Ook telt nu mee wat één interventie uit de tijdlijn deed.
   *[other] Ook telt nu mee wat { $count } interventies uit de tijdlijn deden.
}
evaluation-lesson-nameless = Daar staat geen nummer, plaats of naam bij: niemand ziet uit welk incident dit komt.
