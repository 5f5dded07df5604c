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
