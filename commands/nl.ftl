# Wat de bot los van één commando zegt.

not-an-alarm-line = **Gevaar nu? Bel 112.** Ik ben geen alarmlijn en niemand leest hier live mee.

introduction = Dag! Ik ben **{ $name }**, de bot van de keten. Ik zoek voor jullie op wat je kunt doen als jongeren elkaar online opjutten. Typ `{ $help }` voor wat ik kan.
introduction-who-reads = Alle leden van deze kamer kunnen lezen wat hier staat, en ik ook: ik ben een lid van de kamer. De server kan de tekst niet lezen, maar ziet wel wie wanneer schrijft. Schrijf geen namen van jongeren.
introduction-who-reads-plain = Let op: deze kamer is **niet versleuteld**. Alle leden kunnen lezen wat hier staat, ik ook, en de server leest alles mee. Schrijf geen namen van jongeren.
introduction-keeps = Een vraag bewaar ik hoogstens { $hours } uur, een signaal { $unfollowed } of, als iemand het opvolgt, { $followed }. Alles over wie meeleest, hoe lang ik iets bewaar en wat jij kunt vragen: `{ $help } privacy`
introduction-run-by = Wie mij beheert: { $contacts }
greeting = Dag! Ik ben **{ $name }**. Typ gewoon wat je wilt weten, bijvoorbeeld:

unknown = “{ $word }” ken ik niet.
unknown-near = “{ $word }” ken ik niet. Bedoel je { $commands }?
unknown-search = Of typ **{ $prefix }1**: dan zoek ik “{ $text }” op in de matrix.
unknown-help = Typ `{ $help }` voor wat ik kan.
or = { " of " }
hello = Dag! Typ `{ $help }` voor wat ik kan.
attachment = Ik kan geen foto's, geluid of bestanden lezen, en ik bewaar ze niet. Typ je vraag.
too-long = Dat is te lang voor mij: { $length } tekens. Vraag het in hoogstens { $most } tekens.
too-fast = Dat gaat me te snel: hoogstens { $most } vragen per minuut. Probeer het zo weer.
was-away = Ik was er even niet; vraag het opnieuw.
went-wrong = Dat ging mis bij mij, sorry. Er is niets veranderd. Probeer het zo nog eens.
file-not-there = Het bestand **{ $name }** kan ik hier niet neerzetten. Waarschijnlijk is het te groot. Vraag de beheerder van de bot om hulp.
choose-number = Kies een nummer van 1 tot en met { $last }.
must-be-typed = Dat kan niet met een reactie: zo'n reactie is niet versleuteld. Typ **{ $typed }**.
stands-as-it-is = Je hebt je bericht aangepast, maar wat er staat blijft zo. Wil je het anders? Typ `{ $command }` opnieuw.
not-here = `{ $command }` kan in deze kamer niet.
only-admins = Dat kan alleen de beheerder van de bot.
only-encrypted = Dat kan hier niet, want deze kamer is niet versleuteld: de server kan hier een bericht in jouw naam maken. Zet de versleuteling aan bij de instellingen van de kamer en typ het dan opnieuw.
only-members = Dat is voor leden van een team. Vraag de coördinator van je team of, als die er niet is, de beheerder van de bot om je toe te voegen.
only-members-here = Dat is voor leden van het team van deze kamer. Vraag om je toe te voegen: { $who }.
only-coordinators = Dat kan alleen een coördinator van het team: { $who }.
organisation-missing = Welke organisatie? Kies uit: { $organisations }.
organisation-unknown = “{ $typed }” is geen organisatie die ik ken. Kies uit: { $organisations }.
the-administrator = de beheerder van de bot
which-team = **Je zit in meer teams. Voor welk team is dit?**
which-team-room = Typ **{ $prefix }1** tot en met **{ $prefix }{ $last }**. Ik onthoud het voor jou in deze kamer.
which-team-direct = Typ **{ $prefix }1** tot en met **{ $prefix }{ $last }**. Ik onthoud het voor dit gesprek.

unreadable-direct-key-missing = Ik kon je bericht niet lezen: de sleutel kwam niet aan. Stuur het nog eens. Helpt dat niet, log dan uit en weer in.
unreadable-direct-key-withheld = Ik kon je bericht niet lezen: je app geeft de sleutel alleen aan apparaten die je hebt bevestigd. Zet dat uit voor deze kamer, of bevestig mij.
unreadable-direct-damaged = Ik kon je bericht niet lezen: het is beschadigd. Stuur het nog eens.
cannot-take-back = Ik mag je bericht hier niet weghalen. Doe het zelf: houd het bericht ingedrukt en kies verwijderen.
fewer-than-five = minder dan 5
guarding-none = geen persoonsgegevens
guarding-back = haal weg
guarding-how = Ik heb nog niets gedaan. Typ **{ $prefix }1** als het geen persoonsgegevens zijn, **{ $prefix }2** als ik je bericht moet weghalen, of typ het opnieuw in andere woorden.
guarding-taken-back = Ik haal je bericht weg als ik dat mag. Er is verder niets gedaan.
device-not-signed = **{ $person }**: ik lees alleen berichten van apparaten die je zelf hebt bevestigd, en dit apparaat nog niet. Bevestig het in je app (Instellingen, Sessies) en stuur je bericht opnieuw.
device-not-known = **{ $person }**: ik kan niet zien van welk apparaat je bericht komt. Daarom doe ik er niets mee. Stuur het opnieuw vanaf een apparaat dat je zelf hebt bevestigd.
device-tell-them = { $person } kan dit op dat apparaat waarschijnlijk niet lezen. Wil een collega het doorgeven?

access-stopped = Je versleuteling is opnieuw ingesteld, of iemand anders deed dat in jouw naam. Daarom is je toegang gestopt, tot een coördinator van je team bij je heeft nagevraagd of jij het was. Bel je coördinator. Opzoeken kan nog wel.
identity-changed = De versleuteling van **{ $name }** ({ $person }) is opnieuw ingesteld. Dat doet iemand soms zelf, bijvoorbeeld na het verlies van een telefoon. Maar het kan ook dat een ander zich nu voor { $name } uitgeeft.
identity-changed-stopped = Daarom heb ik de toegang van { $name } gestopt: opzoeken kan nog, de rest niet. Let op: wat jullie hier schrijven, kan wie nu als { $name } is ingelogd wel lezen.
identity-changed-ask = { $coordinators }: vraag het { $name } zelf, in het echt of aan de telefoon, niet in een chat. Deed { $name } dit zelf? Typ dan `{ $team } bevestig { $person }`. Zo niet: haal { $name } uit de kamers van het team.
identity-changed-ask-admin = Er is in dit team geen andere coördinator die dit kan bevestigen. Vraag het { $name } zelf, in het echt of aan de telefoon, en laat de beheerder van de bot hier `{ $team } bevestig { $person }` typen. Deed { $name } dit niet zelf? Haal { $name } dan uit de kamers van het team.

unreadable-room = Een of meer berichten hier kon ik niet lezen. Was er een voor mij? Stuur het dan nog eens, of vraag het mij direct.

answered-privately = Ik antwoord je privé.
invited-privately = Dat zeg ik je privé. Ik heb je uitgenodigd voor een gesprek met mij alleen: neem de uitnodiging aan, dan lees je het daar.
room-changed = Deze kamer is net veranderd, dus laat ik het hier niet meer zien. Vraag het opnieuw, of vraag het in een gesprek met mij alleen.
direct-changed = Dit gesprek is net veranderd, dus laat ik het hier niet meer zien. Vraag het opnieuw in een gesprek met mij alleen.
direct-third-person = Dat laat ik alleen zien in een gesprek met mij alleen, en hier is nog iemand bij of uitgenodigd. Haal die persoon uit dit gesprek, of begin een nieuw gesprek met mij.
direct-not-encrypted = Dat laat ik alleen zien in een versleuteld gesprek, en dit gesprek is niet versleuteld. Zet de versleuteling aan bij de instellingen van dit gesprek, of begin een nieuw gesprek met mij.
room-not-known = Ik kan nu niet nagaan wie hier meeleest. Probeer het zo weer.

list-open = Typ **{ $prefix }1** tot en met **{ $prefix }{ $last }** om er een te openen.
list-open-or-more = Typ **{ $prefix }1** tot en met **{ $prefix }{ $last }** om er een te openen, of **{ $prefix }meer**.
list-no-more = Meer zijn er niet: je hebt ze alle { $all } gezien.

filter-unknown = “{ $value }” ken ik niet bij { $filter }. Kies uit: { $options }.
filter-several = “{ $value }” kan bij { $filter } meer betekenen: { $options }. Welke?

for-minutes = { $count ->
    [one] 1 minuut
   *[other] { $count } minuten
}
for-hours = { $count } uur
for-days = { $count } dagen

day-unknown = “{ $typed }” is geen dag die ik begrijp. Typ bijvoorbeeld `morgen`, `vrijdag`, `3 december` of `over 2 weken`.
day-not-in-calendar = “{ $typed }” staat niet in de kalender. Kijk de dag na.
day-past = { $day } is al geweest. Kies een dag die nog komt.
day-too-far = { $day } is meer dan vijf jaar weg. Kijk de dag na.
day = { $day } { $month } { $year }
month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
weekday-1 = maandag
weekday-2 = dinsdag
weekday-3 = woensdag
weekday-4 = donderdag
weekday-5 = vrijdag
weekday-6 = zaterdag
weekday-7 = zondag
weekday-day = { $weekday } { $day }
when-moment = { $day }, { $time }
when-whole-day = { $day }, hele dag
when-between = { $day }, tussen { $from } en { $until }
when-days = van { $day } tot en met { $other }
when-across = van { $day }, { $from } tot { $other }, { $until }

# Iets wat terugkomt. Dagen staan met hun lidwoord; `count` is een aantal, of de hoeveelste, vanaf het einde als het onder nul is.
when-again = { $often }, vanaf { $from }
when-again-until = { $often }, van { $from } tot en met { $last }
when-at = { $often } om { $times }
when-both = { $first } en { $last }
when-by-rule = volgens de regel { $rule }
when-in-months = { $often }, alleen in { $months }
when-every-hour = { $count ->
    [1] elk uur
   *[other] elke { $count } uur
}
when-every-day = { $count ->
    [1] elke dag
    [2] om de dag
   *[other] elke { $count } dagen
}
when-every-working-day = elke werkdag
when-every-week = { $count ->
    [1] elke { $days }
    [2] om de week op { $days }
   *[other] elke { $count } weken op { $days }
}
when-every-nth = elke { $which } van de maand
when-every-month = { $count ->
    [1] elke maand op { $days }
   *[other] elke { $count } maanden op { $days }
}
when-every-quarter = elk kwartaal op { $days }
when-every-half-year = elk half jaar op { $days }
when-every-year = { $count ->
    [1] elk jaar op { $days }
   *[other] elke { $count } jaar op { $days }
}
when-year-day = { $day } { $month }
when-of-month = { $days } van { $month }
when-the = de { $which }
when-working-day = werkdag
when-nth = { $count ->
    [1] eerste { $what }
    [2] tweede { $what }
    [3] derde { $what }
    [4] vierde { $what }
    [5] vijfde { $what }
    [-1] laatste { $what }
   *[other] op één na laatste { $what }
}
when-month-day = { $count ->
    [-1] de laatste dag
    [-2] de op één na laatste dag
   *[other] de { $count }e
}
when-day-or-last = de { $count }e, of de laatste dag als de maand die niet heeft

# Wat een tekst kan bevatten.
guard-citizen_number = burgerservicenummer
guard-phone = telefoonnummer
guard-email = e-mailadres
guard-iban = rekeningnummer
guard-licence_plate = kenteken
guard-address = adres
guard-birth_date = geboortedatum
guard-handle = account of profiel
guard-name = naam
guard-health = gezondheid
guard-religion = geloof
guard-origin = afkomst
guard-criminal_record = strafverleden

term-hours = { $hours } uur
term-days = { $days ->
    [one] 1 dag
   *[other] { $days } dagen
 }
term-year = een jaar
term-months = { $months } maanden
