mydata-summary = alles wat ik over jou bewaar, als bestand voor jou alleen
mydata-more = Ik stuur je een bestand met alles wat ik over jou bewaar: je instellingen, je teams, waar jij bij betrokken bent en wat het logboek over je zegt. Het komt alleen in je eigen gesprek met mij.

mydata-here = **Dit is alles wat ik over je bewaar**, in { $files ->
    [one] één bestand
   *[other] { $files } bestanden
 }. Alleen jij krijgt het.
mydata-stands = Het blijft hier { $days } dagen staan. Dan haal ik het weg, want wat ik wis moet ook hier weg zijn. Sla het eerder op als je het nodig hebt, en bewaar het veilig.
mydata-wrong = Klopt er iets niet, of wil je iets laten wissen? Typ `hulp privacy`.
mydata-file = inzage
mydata-title = Inzage: { $person }
mydata-for-you = Alleen voor jou
mydata-moment = { $day }, { $time }

mydata-about = Over dit bestand
mydata-about-what = Hier staat alles wat de bot Schakel over jou bewaart, op de dag die hierboven staat. Van een signaal of incident zie je wat je nu mag zien.
mydata-about-not = Dit staat er niet in: wat anderen in hun eigen woorden over jou schreven, want daar wordt niet op naam in gezocht; wat in de kamers en op de servers staat, want dat bewaart de bot niet; en reservekopieën. Vraag de beheerder van de bot daarnaar.
mydata-about-rights = Je kunt laten verbeteren wat niet klopt, laten wissen wat van jou is, en klagen. Typ bij de bot: hulp privacy.
mydata-you = Jij
mydata-account = Account: { $person }
mydata-language = Taal die je koos: { $language ->
    [nl] Nederlands
   *[other] Engels
 }
mydata-language-none = Taal: je koos er geen
mydata-zone = Tijdzone die je koos: { $zone }
mydata-zone-none = Tijdzone: je koos er geen
mydata-identity = Publieke sleutel waaraan ik je herken: { $key } (gezien op { $at })
mydata-admin = Je bent beheerder van de bot. Dat staat in de instellingen.
mydata-teams = Teams
mydata-team = { $team }: { $what }
mydata-away = Je bent afwezig tot en met { $day }
mydata-team-chosen = In de kamer { $room } bedoel je team { $team }
mydata-rooms = Eigen gesprekken
mydata-room = { $room }, sinds { $at }
mydata-room-making = Er wordt een eigen gesprek voor je gemaakt
mydata-messages = Berichten
mydata-waiting = { $count ->
    [one] Eén bericht wacht
   *[other] { $count } berichten wachten
 } op je, uiterlijk tot { $until }
mydata-event-rows = Van { $count ->
    [one] één bericht in je eigen gesprek weet ik dat het er was
   *[other] { $count } berichten in je eigen gesprek weet ik dat ze er waren
 } en wanneer, niet wat erin stond; de laatste regel verdwijnt na { $until }
mydata-message-rows = Van { $count ->
    [one] één bericht van mij aan jou weet ik dat het er was
   *[other] { $count } berichten van mij aan jou weet ik dat ze er waren
 } en wanneer, niet wat erin stond; de laatste regel verdwijnt na { $until }
mydata-invited = Ik vraag je nog één keer om naar je eigen gesprek te komen, uiterlijk { $until }
mydata-dialogue = Formulier waar je mee bezig bent: { $form } ({ $team })
mydata-dialogue-touched = Laatste antwoord: { $at }

mydata-signal = Melding { $number } ({ $team })
mydata-signal-is = { $status }, niveau { $level }, label { $label }
mydata-incident = Incident { $number } ({ $team })
mydata-incident-is = { $nature }, { $status }, label { $label }
mydata-not-shown = Wat erin staat, laat ik je niet zien: je bent geen lid meer van het team, of mag het niet meer zien. Vraag de beheerder van de bot naar de inhoud.
mydata-your-interpretation = Jouw duiding:
mydata-feedback = Terugkoppeling van { $who } op { $at }: { $text }
mydata-closed = Gesloten op { $at }: { $reason }
mydata-line = Regel { $line } in de tijdlijn, door jou, over { $at }: { $text }
mydata-said = Jij zei in de evaluatie op { $at } ({ $question }): { $text }
mydata-can = Je kunt op { $at } bij de evaluatie zijn

mydata-part-at = { $part } ({ $at })
mydata-part-written = jij schreef dit
mydata-part-owned = dit is van jou om op te volgen
mydata-part-named = jij staat hierin genoemd
mydata-part-interpreted = jij gaf een duiding
mydata-part-feedback = jij gaf een terugkoppeling
mydata-part-asked = jij vroeg of meer mensen het mogen zien
mydata-part-asked-about = iemand vroeg of jij het mag zien
mydata-part-contact = jij houdt na het incident contact
mydata-part-line = jij schreef een regel in de tijdlijn
mydata-part-said = jij zei iets in de evaluatie
mydata-part-evaluation = jij doet mee aan de evaluatie
mydata-part-offered = iemand vroeg of jij dit overneemt
mydata-part-proposed = jij stelde dit voor
mydata-part-confirmed = jij bevestigde dit voor je organisatie
mydata-part-decided = jij besliste hierover
mydata-part-other = jij staat hierbij
mydata-record = { $number } ({ $team }): { $roles }. { $words }
mydata-actions = Acties
mydata-action = { $what }, uiterlijk { $day }
mydata-reminders = Herinneringen
mydata-reminder = { $what } ({ $when })
mydata-agreements = Afspraken
mydata-agreement-no-text = Er hoort geen tekst bij.
mydata-proposals = Voorstellen voor de matrix
mydata-refused = Niet doorgegaan: { $reason }
mydata-aftercare = Nazorg
mydata-aftercare-next = Je doet mee aan nazorg. Ik vraag weer hoe het gaat op { $at }. Wat je antwoordt, bewaar ik niet.
mydata-aftercare-runs = Je doet mee aan nazorg. Wat je antwoordt, bewaar ik niet.
mydata-coordinating = Als coördinator
mydata-held = Je laat { $number } langer bewaren
mydata-search-allowed = Je liet de beheerder zoeken in team { $team } ({ $at })
mydata-log = Logboek
mydata-log-you = jij
mydata-log-somebody = iemand
mydata-log-asked = jij vroeg op wat ik over je bewaar
mydata-log-line = { $at }: { $act }
