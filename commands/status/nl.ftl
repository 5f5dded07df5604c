status-summary = hoe het met mij gaat
status-more = Ik laat zien welke versie ik ben, hoelang ik al draai en of ik bij ben.
status-version = Schakel { $version }, ik draai nu { $since }.
status-well = Ik ben bij. Er { $waiting ->
    [0] wacht niets
    [one] wacht 1 bericht
   *[other] wachten { $waiting } berichten
} om verstuurd te worden.
status-behind = Ik loop achter: { $waiting ->
    [one] 1 bericht wacht
   *[other] { $waiting } berichten wachten
} om verstuurd te worden.
status-matrix = De matrix heeft { $entries } interventies.
