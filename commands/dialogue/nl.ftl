# Wat de bot zegt in een geleid gesprek, welk formulier het ook is. Vragen en antwoorden staan bij het formulier zelf.

dialogue-path = **Hoeveel tijd heb je?**
dialogue-number = { $ahead ->
    [0] Vraag { $here }, de laatste
    [one] Vraag { $here }, nog ongeveer 1
   *[other] Vraag { $here }, nog ongeveer { $ahead }
}
dialogue-changing = Je verandert: { $label }
dialogue-how = Antwoord met een nummer of in woorden. `{ $why }`: waarom ik dit vraag. `{ $back }`: een vraag terug. `{ $overview }`: wat je al hebt. `{ $later }`: even pauze. `{ $stop }`: stoppen, dan bewaar ik niets.
dialogue-may-skip = Mag je overslaan: typ `{ $skip }`.
dialogue-now = Nu staat er: { $value }. Laten staan? Typ `{ $continue }`.
dialogue-several = Meer mag ook, bijvoorbeeld **1 3**.
dialogue-search = Typ een of twee woorden, dan zoek ik het op in de matrix. Bijvoorbeeld: gesprek.
dialogue-more-search = Nog een? Typ weer woorden. Dit was alles? Typ `{ $done }`.
dialogue-groups-search = Typ de naam van de groep, of een stuk ervan.
dialogue-people-search = Typ de naam van je collega, of een stuk ervan.
dialogue-no-names = De lijst is nog leeg.
dialogue-day = Zeg je niets, dan houd ik { $day } aan. Een andere dag mag ook, bijvoorbeeld `vrijdag` of `over 2 weken`.
dialogue-found = **Bedoel je een van deze?**
dialogue-found-how = Typ het nummer, of andere woorden.
dialogue-which = **Dat kan meer dan één moment zijn. Welk bedoel je?**
dialogue-suggestion = Mijn voorstel is **{ $option }**, maar jij beslist. Dit telde ik mee:
dialogue-rules = Zo kom ik aan een voorstel. Jij beslist.

dialogue-noted = ✓ { $label }: { $value }
dialogue-changed = Aangepast: **{ $label }** is nu: { $value }
dialogue-added = Toegevoegd aan **{ $label }**.
dialogue-reopened = Je antwoord bij **{ $label }** geldt niet meer. Ik vraag het opnieuw.
dialogue-overview = **Dit heb je tot nu toe:**
dialogue-no-choice = Dat kan ik hier niet kiezen. Typ een nummer uit de lijst.
dialogue-cannot-skip = Deze vraag heb ik echt nodig. Weet je het niet? Kies dan wat er het dichtst bij komt.
dialogue-nothing-before = Dit is het begin. Verder terug kan niet.
dialogue-not-yet = { $open ->
    [one] Er is nog 1 vraag die ik nodig heb voordat je kunt versturen.
   *[other] Er zijn nog { $open } vragen die ik nodig heb voordat je kunt versturen.
}
dialogue-no-media = Foto's, filmpjes, spraak en bestanden neem ik niet aan: er staan vaak herkenbare jongeren in, en ik kan ze niet nakijken. Beschrijf in woorden wat je zag. Zal ik je bericht hier weghalen? Typ `{ $remove }`.
dialogue-taking-back = Ik haal je bericht weg. Schrijf het anders.

dialogue-empty = Daar staat niets in.
dialogue-no-option = “{ $typed }” past niet bij deze vraag. Kies een nummer of een woord uit de lijst.
dialogue-several-options = Dat kan meer betekenen: { $options }. Welke?
dialogue-only-one = Kies er hier één.
dialogue-option-alone = “{ $option }” kies je alleen, niet samen met iets anders.
dialogue-too-short = Dat is te kort. Schrijf minstens { $least } tekens.
dialogue-too-long = Dat zijn { $length } tekens. Er passen er { $most }. Kun je het korter zeggen?
dialogue-not-found = “{ $typed }” vind ik niet. Probeer een ander woord.
dialogue-no-day = Die dag begrijp ik niet. Typ bijvoorbeeld `morgen`, `vrijdag`, `3 december` of `over 2 weken`.
dialogue-no-moment = Dat moment begrijp ik niet. Typ bijvoorbeeld `gisteravond half elf`, `vanochtend` of `za 21 nov 22:15`.
dialogue-not-in-calendar = Die dag staat niet in de kalender. Kijk hem na.
dialogue-not-on-the-clock = Die tijd bestond niet: de klok ging toen een uur vooruit. Bedoel je { $nearest }?
dialogue-ahead = { $moment } moet nog komen. Wanneer is het gebeurd?
dialogue-too-far = { $moment } is wel erg ver weg. Kijk het na.

dialogue-summary = **Klopt dit zo?**
dialogue-summary-how = Iets veranderen? Typ het nummer van de regel. Klaar? Typ `{ $send }`. Toch niet? Typ `{ $stop }`.
dialogue-summary-more = Wil je meer vertellen? Typ `{ $more }`.
dialogue-alone = **Let op: nu kan niemand anders dit zien, dus pakt niemand het op.** Wat wil je?

dialogue-guard = **Ik zie iets dat op persoonsgegevens lijkt.** Dat bewaar ik liever niet:
dialogue-guard-soft = **Let op: dit lijkt iets over een persoon te zeggen.** Heb je het nodig voor dit signaal?

dialogue-stopped = Gestopt. Ik heb niets bewaard. Je berichten hierboven kun je zelf nog weghalen.
dialogue-parked = Goed, we laten het rusten. Typ `{ $continue }` als je verder wilt; dat kan nog { $days } dagen. Daarna wis ik het.
dialogue-nudge = We waren nog bezig. Hier waren we gebleven; `{ $later }` mag ook.
dialogue-rests = Dit gesprek rust nu. Typ `{ $continue }` als je verder wilt; dat kan nog { $days } dagen. Daarna wis ik het.
dialogue-warning = Er rust nog een gesprek dat je niet hebt verstuurd. **Morgen wis ik het.** Typ `{ $continue }` om verder te gaan.
dialogue-erased = Het gesprek dat je niet had verstuurd, heb ik gewist.
dialogue-restored = Ik ben teruggezet vanaf een reservekopie. Wat je kort geleden antwoordde, kan ik kwijt zijn. Typ `{ $continue }`, dan zie je waar we zijn; dat kan nog { $days } dagen.
dialogue-back = Daar zijn we weer.
dialogue-busy = Je was nog bezig met een gesprek dat niet is verstuurd. Typ `{ $continue }` om verder te gaan, of `{ $anew }` om het te wissen en opnieuw te beginnen.
dialogue-not-member = Je bent geen lid meer van dit team. Ik heb gewist wat je nog niet had verstuurd.
dialogue-asked-privately = Ik vraag het je privé.
dialogue-invited = Ik heb je uitgenodigd voor een gesprek met mij alleen. Neem de uitnodiging aan, dan beginnen we daar.
dialogue-invited-again = **{ $person }**: ik wacht nog op je in ons gesprek. Neem je de uitnodiging aan? Na een dag laat ik het los.
dialogue-as-answer = Was dit je antwoord? Zet er dan een `'` voor.
dialogue-too-late = Je bericht aanpassen verandert nu niets meer aan wat je toen antwoordde.
