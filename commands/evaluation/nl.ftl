evaluation-summary = samen terugkijken op een incident: het pad, de sessie, de acties, het rapport, de les
evaluation-more = Ik vraag iedereen eerst apart, zoek een datum, leid de vragen en houd de acties bij. Wat iemand vooraf zegt, zien anderen pas als die persoon het vrijgeeft.

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
