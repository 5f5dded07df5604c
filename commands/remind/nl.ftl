remind-summary = vraag een herinnering
remind-more = Zeg wanneer en waaraan: `morgen 10u bellen`, `elke werkdag 08:45 dagstart`, `elke 2 weken op dinsdag tot 1 juni`. **mij** komt in ons privégesprek, **ons** hier voor iedereen, met @naam hier voor die persoon. Met **met bevestiging** vraag ik het tot iemand klaar zegt; met **in werktijd** val ik niemand lastig op vrije dagen of stille uren. Wijzig je bericht en de herinnering wijzigt mee; haal het weg en hij stopt.

remind-made = **{ $number }** staat, voor { $who }.
remind-made-anew = **{ $number }** is aangepast, voor { $who }.
remind-what = **Wat:** { $text }
remind-when = **Wanneer:** { $when } (tijd van { $zone })
remind-next = **De volgende keren:**
remind-moved = Dan werkt niemand: het zou { $planned } zijn, en het wordt { $moment }.
remind-assumed-time = Je noemde geen tijd, dus koos ik er een.
remind-assumed-day = Je noemde geen dag, dus koos ik er een.
remind-assumed-start = Ik begin zo vroeg als dat kan.
remind-confirmed = Ik vraag het elk uur in werktijd, hoogstens vijf keer, tot iemand klaar zegt; daarna hoort de coördinator het.
remind-working = Op een vrije dag of in de stille uren wacht ik tot de volgende werkdag.
remind-change = Toch anders? Wijzig je bericht, of typ `{ $command }`.

remind-no-text = Waaraan moet ik herinneren? Zet het erachter, bijvoorbeeld: `{ $command } bellen met school`.
remind-too-long = Dat is te lang voor een herinnering: { $length } tekens. Doe het in hoogstens { $most }.
remind-too-late = { $number } is al gezegd of gestopt, en blijft zo. Typ een nieuw bericht voor een nieuwe herinnering.
remind-not-direct = Dat kan in een kamer van je team. Hier zijn we met z'n tweeën: typ `herinner mij …`.
remind-not-of-team = Deze kamer hoort niet bij een team. Vraag het in een kamer van je team, of in een gesprek met mij alleen.
remind-strangers = { $who }: niet in deze kamer, of geen lid van het team. Ik herinner hier alleen leden die hier zijn.

remind-nothing = Ik zie niet wanneer.
remind-unsure = Dat kan meer betekenen. Welke bedoel je?
remind-past = Dat is al geweest.
remind-not-in-calendar = Die dag staat niet in de kalender.
remind-not-on-clock = Die tijd is er niet: de klok gaat dan vooruit.
remind-no-such-time = “{ $typed }” is geen tijd.
remind-too-far = Dat is meer dan vijf jaar weg. Kijk de dag na.
remind-too-often = Vaker dan eens per uur herinner ik niet.
remind-never = Die dag komt nooit.
remind-ends-first = Het eind ligt voor het begin.
remind-too-many = Dat is te vaak om te tellen. Noem een laatste dag: `tot 1 juni`.
remind-rule-unknown = “{ $typed }” in de regel begrijp ik niet.
remind-examples = Bijvoorbeeld: `{ $command } vrijdag 14:00 bellen`, `{ $command } over 20 minuten terugbellen` of `{ $command } elke werkdag 08:45 dagstart`.
remind-offer-with = { $when }: “{ $text }”
remind-choose = { $last ->
    [1] Typ **{ $prefix }1** als dat goed is, of typ het opnieuw.
   *[other] Typ **{ $prefix }1** tot en met **{ $prefix }{ $last }**, of typ het opnieuw.
}
