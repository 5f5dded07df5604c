agreement-summary = afspraken van het team: wie deelt wat, wie is eerst aan zet
agreement-more = Ik zoek in de afspraken van je team, en in suggesties om mee te beginnen. Een lid stelt een afspraak voor. Hij geldt als iemand met mandaat van elke organisatie die eraan vastzit hem heeft bevestigd. Met het nummer erbij kan verder: `bevestig`, `wijzig` met de nieuwe tekst, `herzien` met een dag, en `stop`.

agreement-no-basis = Een afspraak is geen wettelijke grondslag.
agreement-law = Het recht hierin is nagekeken op { $checked }.
agreement-law-is-old = Let op: het recht hierin is nagekeken op { $checked }, meer dan een jaar geleden. Vraag het na bij een jurist.
agreement-from-suggestion = Overgenomen uit de suggestie `{ $slug }`.

agreement-sharing = **Delen:** { $giver } → { $receiver }: { $rule }
agreement-rule-free = mag vrij
agreement-rule-ask = eerst vragen aan de melder
agreement-rule-not = niet
agreement-first = **Eerst aan zet:** { $first }
agreement-first-with = **Eerst aan zet:** { $first }. Daarna: { $others }
agreement-signal = **Na een signaal:** { $who }
agreement-feedback = **Terugkoppeling:** { $who }

agreement-title = **{ $number }** – { $status }
agreement-holds = geldt
agreement-only-proposed = voorgesteld, geldt nog niet
agreement-stopped = gestopt op { $day }
agreement-withdrawn = ingetrokken op { $day }
agreement-replaced = vervangen door een nieuwere afspraak op { $day }
agreement-binds = Wie eraan vastzit: { $who }.
agreement-confirmed = Bevestigd door: { $who }.
agreement-confirmed-by = { $organisation } ({ $role }, { $day })
agreement-role-member = lid
agreement-role-coordinator = coördinator
agreement-version-holds = Versie { $version }, geldt sinds { $since }. Opnieuw bekijken op { $review }.
agreement-version-proposed = Versie { $version }, voorgesteld door { $organisation } op { $day }. Opnieuw bekijken op { $review }.
agreement-new-version = **Voorgesteld: versie { $version }**, door { $organisation } op { $day }. Opnieuw bekijken op { $review }.
agreement-due = **Opnieuw bekijken:** dat moest op { $day }. De afspraak geldt nog. Klopt hij nog? Typ `{ $renew }`. Zo niet: `{ $stop }`, of stel een wijziging voor.

agreement-awaits = Nog te bevestigen door:
agreement-awaits-one = { $organisation } – mandaat heeft: { $who }
agreement-awaits-nobody = { $organisation } – daar heeft nog niemand mandaat
agreement-give-mandate = Een coördinator geeft iemand mandaat met `{ $command }`.
agreement-mandate-words = lid @naam:server mandaat
agreement-how-to-confirm = Wie mandaat heeft, typt `{ $command }`. Een reactie telt niet.

agreement-proposed = **Voorstel { $number }.** Zo begrijp ik het, en het geldt nog niet:
agreement-changed = **{ $number }, voorstel voor versie { $version }.** Wat nu geldt, blijft gelden tot iedereen dit heeft bevestigd:
agreement-looked-at-on = Opnieuw bekijken op { $day }.
agreement-now-holds = **{ $number } geldt vanaf nu:** { $organisation } heeft als laatste bevestigd. { $title }
agreement-confirmed-now = Genoteerd: { $organisation } bevestigt { $number }. Hij geldt nog niet.
agreement-stopped-now = **{ $number } is gestopt** en geldt vanaf nu niet meer.
agreement-from-now-ask = Voor { $giver } → { $receiver } geldt nu geen afspraak: ik vraag het per keer aan de melder.
agreement-taken-back = Het voorstel { $number } is ingetrokken.
agreement-version-taken-back = Het voorstel voor versie { $version } van { $number } is ingetrokken. Wat gold, blijft gelden.

agreement-unknown = In dit team ken ik geen afspraak “{ $typed }”. Typ `{ $command }` voor wat er is.
agreement-deeds = “{ $word }” kan ik niet met een afspraak. Wel kan `{ $command }` met erachter: `bevestig`, `wijzig` en de nieuwe tekst, `herzien` en een dag, of `stop`.
agreement-has-ended = { $number } is al gestopt of ingetrokken. Stel een nieuwe afspraak voor als je iets anders wilt.
agreement-nothing-proposed = Bij { $number } staat niets open om te bevestigen of in te trekken.
agreement-not-bound = { $number } gaat over { $who }. Namens { $organisation } kun je er niets aan doen.
agreement-no-mandate = Daarvoor is mandaat van { $organisation } nodig. Dat heeft: { $who }.
agreement-no-mandate-nobody = Daarvoor is mandaat van { $organisation } nodig, en dat heeft nog niemand. Een coördinator geeft het met `{ $command }`.
agreement-confirmed-before = { $organisation } heeft deze versie van { $number } al bevestigd.
agreement-which-version = Er is een eerdere versie. Lees deze, en typ `{ $command }` als je organisatie die wil.
agreement-wider = Stoppen zou betekenen dat er meer gedeeld kan worden. Dat kan alleen { $giver }. Wil je het anders? Stel het voor met `{ $command }` en de nieuwe regel.
agreement-nothing-new = Zo staat het er al. Typ achter `{ $command }` wat er anders moet.
agreement-no-suggestion = De suggestie “{ $typed }” ken ik niet. Typ `{ $command }` voor wat er is.
agreement-not-in-team = Van { $organisation } zit er niemand in dit team, dus er is niemand die kan bevestigen. Een coördinator kan iemand toevoegen; mandaat geven gaat met `{ $command }`. Of noem zelf voor wie de afspraak is.
agreement-new-how = **Wat spreek je af?** Zo stel je iets voor, of neem je een suggestie over:
agreement-which-pair = Noem wie deelt en met wie, bijvoorbeeld `{ $example }`.
agreement-oneself = Binnen één organisatie is geen afspraak nodig. Noem er twee, bijvoorbeeld `{ $example }`.
agreement-which-rule = Zet achter de organisaties `vrij`, `eerst vragen` of `niet`, bijvoorbeeld `{ $example }`.
agreement-which-parties = Noem eerst voor wie het geldt, dan een dubbele punt en dan de afspraak, bijvoorbeeld `{ $example }`.
agreement-no-text = Zet de afspraak zelf achter de dubbele punt, bijvoorbeeld `{ $example }`.
agreement-too-long = Dat zijn { $length } tekens. Een afspraak past in hoogstens { $most }; maak hem korter en stuur hem opnieuw.

agreement-list = Dit past erbij:
agreement-page = Dit past erbij ({ $from } t/m { $to } van { $all }):
agreement-item = **{ $number }** { $title }
agreement-item-proposed = **{ $number }** (voorgesteld) { $title }
agreement-item-suggestion = Suggestie: { $name } (`{ $slug }`)
agreement-nothing = Over “{ $text }” vind ik geen afspraak en geen suggestie. Typ `{ $command }` voor alles wat er is.

agreement-map = **De afspraken van dit team**
agreement-map-suggestions = **Suggesties voor afspraken.** Wat een team heeft afgesproken, laat ik alleen aan zijn leden zien.
agreement-map-kind = **{ $name }** – { $in_force } van kracht, { $suggestions } suggesties
agreement-map-kind-proposed = **{ $name }** – { $in_force } van kracht, { $proposed } voorgesteld, { $suggestions } suggesties
agreement-map-kind-suggestions = **{ $name }** – { $suggestions } suggesties
agreement-map-awaiting = **Wacht op bevestiging ({ $all }):**
agreement-map-awaits = `{ $number }` { $title }. Wacht op: { $who }
agreement-map-all-due = **Opnieuw te bekijken ({ $all }); ze gelden nog:**
agreement-map-due = `{ $number }` { $title }, sinds { $day }
agreement-and-more = en nog { $more }
agreement-map-foot = Typ **{ $prefix }1** tot en met **{ $prefix }{ $last }** voor een soort, of zoek met woorden: `{ $example }`. De { $all } suggesties tellen voor niets tot de partners er zelf een afspraak van maken.

agreement-suggestion-title = **Suggestie: { $name }** (`{ $slug }`)
agreement-suggestion-is-one = Dit is een suggestie. Ze telt voor niets tot de partners er zelf een afspraak van maken.
agreement-suggestion-certain = Nagekeken op { $checked }.
agreement-suggestion-uncertain = Onzeker: deels algemene kennis zonder bron, opgeschreven op { $checked }.
agreement-suggestion-take = Overnemen als voorstel: `{ $command }`, met erachter de organisaties als het andere zijn.

agreement-review = **Tijd om opnieuw te kijken: klopt dit nog?**
agreement-review-line = `{ $number }` ({ $kind }), sinds { $day }
agreement-review-who = { $people }: kijk samen of het nog klopt.
agreement-review-how = Typ `{ $show }` om er een te lezen. Klopt hij nog, dan `{ $renew }`; anders `wijzig` of `stop`. Tot die tijd blijft hij gelden.
