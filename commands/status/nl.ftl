status-summary = hoe het met mij gaat
status-more = Ik laat zien welke versie ik ben, hoelang ik al draai en of ik bij ben.
status-version = Schakel { $version }, ik draai nu { $since }.
status-well = Ik ben bij. { $waiting ->
    [0] Alle berichten zijn verstuurd.
    [one] Er moet nog 1 bericht verstuurd worden.
   *[other] Er moeten nog { $waiting } berichten verstuurd worden.
}
status-behind = Ik loop achter: { $waiting ->
    [one] 1 bericht wacht
   *[other] { $waiting } berichten wachten
} om verstuurd te worden.
status-matrix = De matrix heeft { $entries } interventies.
status-rotation-due = Er is iets gewist. De beheerder moet de hoofdsleutel vervangen, uiterlijk op { $day }: pas dan is het ook uit oude kopieën weg.
status-rotation-overdue = Er is meer dan 30 dagen geleden iets gewist, en de hoofdsleutel is nog niet vervangen. De beheerder moet dat nu doen.
status-rotation-unfinished = De beheerder is begonnen met het vervangen van de hoofdsleutel en moet dat nog afmaken.
