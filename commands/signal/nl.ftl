signal-summary = meld wat je ziet, en volg wat ermee gebeurt
signal-more = Zonder nummer begin je een melding: ik vraag je privé wat je zag, in ongeveer drie minuten. Met een nummer erbij lees je het signaal, als je het mag zien. Daarna kan: `pak` (jij volgt het op), `duid` (jij kijkt als tweede), `deel`, `noem` en `label` (wie het ziet), `terug` (wat de melder hoort), `sluit` met een reden, en `intrek` door de melder.

signal-unknown = Ik ken geen signaal “{ $typed }”, of jij mag het niet zien. Typ `{ $command }` voor wat je wel mag zien.
signal-deeds = “{ $word }” kan ik niet met een signaal. Wel kan `{ $command }` met erachter: `pak`, `duid`, `deel`, `noem`, `label`, `terug`, `sluit` of `intrek`.
signal-not-there = Woorden over een signaal neem ik alleen aan waar iedereen dat signaal mag zien. Daar was dat niet zo. Ik heb er niets mee gedaan en haal je bericht daar weg als ik dat mag. Typ het hier opnieuw: `{ $command }` en dan je tekst.

signal-level-0 = informatie
signal-level-1 = laag (groen)
signal-level-2 = verhoogd (oranje)
signal-level-3 = hoog (rood)
signal-status-new = nieuw
signal-status-interpreting = in duiding
signal-status-taken = opgepakt
signal-status-closed = gesloten

signal-title = **{ $number }** – { $level }, { $status }
signal-reported = Gemeld op { $day } om { $time } door { $author }.
signal-owner = Wie het opvolgt: { $who }.
signal-no-owner = Nog niemand heeft het opgepakt.
signal-label = Label: { $label }.
signal-shared-with = Gedeeld met: { $who }. Dat telt bij label oranje en ruimer.
signal-named = Genoemd: { $who }.
signal-feedback-by = De melder hoort iets terug voor { $day }.
signal-nothing-released = Van de inhoud is niets vrijgegeven voor iedereen hier.
signal-views = { $count ->
    [one] **Twee kanten naast elkaar.** Een collega keek mee:
   *[other] **Naast elkaar.** { $count } collega's keken mee:
}
signal-view-of = { $organisation } ({ $day })
signal-view-of-reporter = melder
signal-feedback-was = **Terugkoppeling** van { $who } op { $day }: { $text }
signal-feedback-read = Gelezen op { $day }.
signal-feedback-unread = Nog niet gelezen.
signal-closed-because = **Gesloten** op { $day }: { $reason }
signal-no-basis = Een label is geen wettelijke grondslag om te delen.
signal-deed-take = `{ $command }`: jij volgt het op
signal-deed-interpret = `{ $command }`: jij kijkt als tweede
signal-deed-feed-back = `{ $command }` en je tekst: de melder hoort het
signal-deed-share = `{ $command }` en een organisatie: die mag het ook zien
signal-deed-close = `{ $command }` en een reden: klaar
signal-deed-withdraw = `{ $command }`: je trekt het in, en ik wis het

signal-taken = Jij volgt { $number } op. De melder hoort dat. Laat voor { $day } iets horen: `{ $command }` en je tekst.
signal-taken-own = Jij volgt { $number } op.
signal-taken-told = Je signaal { $number } is opgepakt door { $who } ({ $organisation }).
signal-wave = **Wil je { $number } oppakken?** Typ `{ $take }`. Een reactie is niet versleuteld en telt daarom niet.

signal-is-closed = { $number } is al gesloten.
signal-owned = { $who } volgt { $number } al op.
signal-owned-by-you = Jij volgt { $number } al op.
signal-is-yours = { $number } heb je zelf gemeld. Dit doet een collega.
signal-interpreted-before = Je hebt { $number } al geduid.
signal-not-owner = Dat doet wie { $number } opvolgt. Ben jij dat? Typ eerst `{ $command }`.
signal-no-part = Dat kan de melder, of wie { $number } opvolgt. Ben jij dat? Typ eerst `{ $command }`.
signal-not-author = Dat kan alleen de melder van { $number }.
signal-already-so = Dat is bij { $number } al zo.
signal-partners-agreed-not = De partners hebben afgesproken dat die organisatie dit niet krijgt. Daarom deel ik { $number } niet.

signal-name-unknown = “{ $typed }” ken ik niet in dit team. Noem iemand zo: `{ $command } @naam:server`.
signal-label-how = Welk label? Kies uit: { $labels }.
signal-wish-share = delen met { $organisation }
signal-wish-name = { $who } erbij noemen
signal-wish-label = label { $label }
signal-widened = Gedaan bij { $number }: { $wish }. Dat staat in het logboek.
signal-narrowed = Dat geldt niet meer zo ruim bij { $number }: { $wish } is aangepast. Wat iemand al gelezen heeft, kan ik niet terughalen.
signal-widened-told = { $who } deed bij je signaal { $number }: { $wish }. Volgens jullie afspraak mag dat zonder vraag. Wil je het niet? Je kunt het altijd terugdraaien.
signal-asked = Ik vraag het de melder. Zegt die voor { $day } niets, dan blijft het zoals het is. Je hoort het van mij.
signal-asked-before = Dat heb ik al gevraagd. Je hoort het van mij.
signal-asks-you = **Mag dit bij je signaal { $number }: { $wish }?** { $who } ({ $organisation }) vraagt het.
signal-asks-you-how = Typ `{ $yes }` of `{ $no }`. Morgen of later: `{ $command } { $yes }`. Zeg je niets, dan is het vanaf { $day } nee. Je hoeft niet te zeggen waarom.
signal-not-asked = Die vraag staat niet meer open.
signal-granted = Goed, gedaan: { $wish }. Wie het vroeg, hoort het.
signal-denied = Goed, dan blijft het zoals het is. Wie het vroeg, hoort alleen dat het niet gedeeld is.
signal-was-shared = { $number }: gedeeld ({ $wish }).
signal-was-not-shared = { $number }: niet gedeeld ({ $wish }).
signal-author-gone = De melder is geen lid meer van dit team. Dit kan dus niet.

signal-feedback-how = Zet achter `{ $command }` wat de melder mag weten.
signal-feedback-told = **Terugkoppeling** op je signaal { $number }, van { $who } ({ $organisation }):
signal-feedback-receipt = Heb je het gelezen? Typ `{ $read }`. Morgen of later: `{ $command }`.
signal-feedback-sent = Gestuurd aan de melder. Je hoort het als die het gelezen heeft.
signal-feedback-noted = Dank je, dat geef ik door.
signal-feedback-none = Er staat geen terugkoppeling open die je nog niet had gelezen.
signal-feedback-read-told = De melder heeft je terugkoppeling op { $number } gelezen.
signal-remark-long = Dat zijn { $length } tekens. Er passen er { $most }. Kun je het korter zeggen?
signal-close-how = Zet achter `{ $command }` waarom het klaar is.
signal-closed = { $number } is gesloten. De melder hoort de reden.
signal-closed-told = Je signaal { $number } is gesloten door { $who }. De reden:

signal-withdraw-sure = **Weet je zeker dat je { $number } wilt intrekken?** Dan wis ik het voor iedereen, en dat kan niet terug. Typ `{ $yes }`.
signal-withdrawn = **{ $number } is ingetrokken.**
signal-withdrawn-content = de inhoud, met duidingen en terugkoppeling: de sleutel ervan is overschreven
signal-withdrawn-told = { $number } is ingetrokken door de melder. Je hoeft er niets meer mee te doen.

signal-notice = **Nieuw signaal { $number }:** { $level }.
signal-notice-shared = **Signaal { $number } is nu ook met jullie gedeeld:** { $level }.
signal-notice-kind = Soort: { $what }.
signal-notice-asks = Gevraagd: { $what }.
signal-notice-how = Lezen: `{ $show }`. Oppakken: zet 👋 onder dit bericht, of typ `{ $take }`.
signal-notice-calls = { $people }: kijken jullie of iemand dit oppakt?
signal-notice-gone = Hier stond een bericht dat ik nu niet meer kan laten zien.
signal-notice-named = Iemand heeft je genoemd bij signaal **{ $number }** ({ $level }). Jij mag het dus zien. Typ `{ $show }`.
signal-notice-to-you = Er is een signaal dat jij mag zien: **{ $number }** ({ $level }). Er is geen kamer waar ik het kan melden. Typ `{ $show }`.
signal-phone-now = **Bel nu.** Ik schrijf het alleen op. Gevaar nu? Bel 112. Jullie bellijst:
signal-phone = { $organisation }: { $entry }
signal-phone-old = { $organisation }: { $entry } (nog niet opnieuw nagekeken)
signal-phone-none = **Bel nu je eigen piket.** Ik schrijf het alleen op. Gevaar nu? Bel 112.

signal-group = **Kijk samen naar de groep “{ $group }”.** In { $days } dagen kwamen er meer signalen over. Die jij mag zien ({ $count }):
signal-group-unnamed = **Kijk samen naar een groep.** In { $days } dagen kwamen er meer signalen over dezelfde groep. Die jij mag zien ({ $count }):
signal-group-entries = Hiermee kun je beginnen:
signal-group-not-persons = Kijk naar wat de groep doet en wat er speelt, niet naar personen.
signal-untaken = Signaal { $number } heeft na een werkdag nog niemand die het opvolgt. Vraag rond wie dat doet.
signal-feedback-due = Vandaag zou de melder van { $number } iets van je horen. Kort mag ook: “opgepakt, meer kan niet”. Typ `{ $command }` en je tekst.
signal-feedback-late = De melder van signaal { $number } wacht nog op een terugkoppeling. Vraag na wie dat doet.
