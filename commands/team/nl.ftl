team-summary = wie er in het team zitten, en wie je belt
team-more = Zonder woord laat ik het team zien: leden, kamers, groepen en de bellijst. Een coördinator voegt leden toe, haalt ze weg en zegt wat elke kamer is. Iedereen kan zich afwezig melden. Wie in een kamer komt, is nog geen lid: dat word je pas als een coördinator je toevoegt.
team-unknown = “{ $typed }” ken ik niet bij `{ $team }`. Dit kan wel:
team-how-overview = `{ $team }` – laat het team zien
team-how-members = `{ $team } leden`, `{ $team } lid @naam:server politie`, `{ $team } weg @naam:server` – wie er lid zijn
team-how-room = `{ $team } kamer keten`, `{ $team } kamer organisatie politie` – wat deze kamer is
team-how-more = `{ $team } lid @naam:server mandaat`, `{ $team } bevestig @naam:server` – wie voor de organisatie mag spreken; iemand met nieuwe versleuteling weer toelaten
team-how-lists = `{ $team } groep Kanaalgroep`, `{ $team } bel 2 politie 0900-8844` – groepen en de bellijst
team-how-away = `{ $team } afwezig tot vrijdag`, `{ $team } wissel` – jezelf afmelden, een ander team kiezen
team-not-direct = Dat doe je in de kamer waar het om gaat, niet in een gesprek met mij alleen.
team-not-encrypted = Deze kamer is niet versleuteld, dus een team kan hier niet veilig praten. Zet de versleuteling aan bij de instellingen van de kamer en typ het dan opnieuw.
team-choose = Typ **{ $prefix }1** tot en met **{ $prefix }{ $last }**.
team-coordinator = coördinator
team-mandate = met mandaat
team-somebody = @naam:server

team-make-taken = Deze kamer hoort al bij een team. Maak het nieuwe team in een andere kamer.
team-make-example = Jeugd West gemeente
team-make-name = Hoe heet het team? Typ bijvoorbeeld `{ $command }`: de naam, en dan jouw organisatie.
team-make-long = Die naam is te lang: { $length } tekens. Houd het op hoogstens { $most }.
team-make-named = Er is al een team dat **{ $name }** heet. Kies een andere naam.
team-make-organisation = **Voor welke organisatie zit jij in het team { $name }?**
team-made = Team **{ $name }** is er. Deze kamer is de ketenkamer, voor alle partners. Jij bent de coördinator, voor: { $organisation }. Wie later uit deze kamer weggaat, is geen lid meer.
team-made-next = Nu de anderen: `{ $members }` laat zien wie er in deze kamer nog geen lid is. Of typ `{ $member }`.

team-member-example = @naam:server politie
team-coordinator-example = @naam:server coordinator
team-member-organisation = **Voor welke organisatie komt { $person } in het team?**
team-whom = Wie bedoel je? Typ een @ en kies de naam, of typ het hele adres, zoals `{ $example }`.
team-not-full = “{ $typed }” is geen heel adres. Typ een @ en kies de naam, of typ het hele adres, zoals `{ $example }`.
team-one-person = Dat gaat met één persoon tegelijk. Meer mensen in één keer? Typ `{ $members }`.
team-not-me = Ik ben een bot: ik kan geen lid van een team zijn.
team-not-allowed = { $person } kan geen lid worden: mensen van { $server } zijn hier niet toegelaten. Wel van: { $servers }. De beheerder van de bot kan dat veranderen.
team-added = **{ $person }** is nu lid van het team: { $what }. Terugdraaien: `{ $undo }`.
team-changed = **{ $person }** is nu: { $what }. Dat was: { $was }. Terugdraaien: `{ $undo }`.
team-same = Dat was al zo: **{ $person }** is { $what }.
team-no-police-data = Voor politie en OM: typ hier geen politiegegevens (Wpg). Verwijs naar het nummer in je eigen systeem.
team-no-member = { $person } is geen lid van team { $team }.
team-last-coordinator = Dat is de enige coördinator, en zonder coördinator kan niemand het team bijhouden. Wijs eerst een ander aan: `{ $command }`.
team-removed = **{ $person }** is geen lid meer van het team. Terugdraaien: `{ $undo }`.
team-removed-stays = Dat haalt { $person } niet uit de kamers: dat doe je zelf, bij de leden van de kamer. Tot dan laat ik in een kamer waar { $person } nog zit geen meldingen, afspraken of bellijst zien.

team-members = Deze mensen in de kamer zijn nog geen lid van team **{ $team }**:
team-members-none = In deze kamer is niemand meer die je lid kunt maken van team **{ $team }**.
team-members-more = En nog { $more }. Die komen als deze lijst klaar is.
team-members-how = Geef ieder een organisatie: `{ $example }`
team-members-example = 1 politie, 2 jongerenwerk
team-members-not-allowed = Deze mensen kunnen geen lid worden, want hun server is hier niet toegelaten: { $people }. Wel toegelaten: { $servers }.
team-members-nothing = Er is nog niets veranderd, want dit klopt niet:
team-members-no-number = “{ $words }”: zet er een nummer uit de lijst voor.
team-members-unknown = { $number }: dat nummer staat niet in de lijst. Die loopt van 1 tot en met { $last }.
team-members-twice = { $number }: dat nummer staat er twee keer.
team-members-already = { $number }: { $person } is al lid.
team-members-wrong = { $number }: { $text }
team-members-line = **{ $person }**: { $what }
team-members-added = Nu lid van team **{ $team }**:
team-members-undo = Iemand er weer uit halen: `{ $undo }`.

team-room-is-chain = de ketenkamer
team-room-is-organisation = de kamer voor { $organisation }
team-room-is-loose = een losse kamer
team-room-how = Deze kamer is nu voor mij: { $what }. Anders? Typ `{ $chain }` voor alle partners van team { $team }, `{ $organisation }` met de naam van één organisatie, of `{ $loose }`.
team-room-taken = Deze kamer hoort al bij een ander team, en een kamer hoort bij hoogstens één team. Neem een andere kamer voor jouw team.
team-room-same = Dat was al zo: deze kamer is { $what }.
team-room-bound = In team **{ $team }** is deze kamer nu { $what }. Terugdraaien: `{ $undo }`.
team-room-moved = De vorige ketenkamer is nu een losse kamer.
team-room-leaving = Wie vanaf nu uit deze kamer weggaat, is geen lid meer van het team.
team-room-loose = Deze kamer hoort niet meer bij team **{ $team }**: hier kun je alleen nog opzoeken. Terugdraaien: `{ $undo }`.
team-room-no-chain = Het team heeft nu geen ketenkamer. Typ `{ $command }` in de kamer die het wordt.

team-group-example = Kanaalgroep
team-group-how = Zet de schuilnaam van een jeugdgroep in de lijst, zoals `{ $command }`. Geen namen van personen.
team-group-long = Die schuilnaam is te lang: { $length } tekens. Houd het op hoogstens { $most }.
team-group-same = **{ $alias }** staat al in de lijst.
team-group-unknown = “{ $alias }” staat niet in de lijst. Typ `{ $command }` voor de hele lijst.
team-group-added = Groep **{ $alias }** staat in de lijst. Zet er geen namen van personen in. Terugdraaien: `{ $undo }`.
team-group-removed = Groep **{ $alias }** is uit de lijst. Terugdraaien: `{ $undo }`.

team-call-example = 2 politie wijkagent Zuid, 0900-8844
team-call-how = Zet in de bellijst wie je belt: een niveau van 0 tot en met 3, de organisatie en dan wie en welk nummer, zoals `{ $example }`. Eruit halen: `{ $gone }`.
team-call-long = Dat is te lang: { $length } tekens. Houd het op hoogstens { $most }.
team-call-full = De bellijst is vol: er passen { $most } regels in. Haal er eerst een uit.
team-call-number = Dat nummer staat niet in de bellijst: er staan { $last } regels in. Typ `{ $overview }` voor de lijst.
team-call-entry = vanaf niveau { $level }, { $organisation }: { $words }
team-call-added = In de bellijst, nummer { $number }: { $entry }. Kijk voor { $day } na of het nog klopt. Terugdraaien: `{ $undo }`.
team-call-removed = Uit de bellijst: { $entry }. Terugdraaien: `{ $undo }`.
team-call-holds = Nagekeken: { $entry }. De volgende keer voor { $day }.

team-away-example = tot vrijdag
team-away-how = Tot wanneer ben je afwezig? Typ bijvoorbeeld `{ $example }`. Weer terug? Typ `{ $back }`.
team-away-today = Dat is vandaag: dan ben je er weer. Kies een latere dag.
team-away = In team **{ $team }** sta je als afwezig tot { $day }; die dag ben je er weer. Terugdraaien: `{ $undo }`.
team-back = In team **{ $team }** sta je niet meer als afwezig.

team-confirm-self = Jezelf bevestigen kan niet. Vraag een andere coördinator of de beheerder van de bot.
team-confirm-nothing = Bij { $person } is er niets te bevestigen: de versleuteling is niet veranderd.
team-confirm-gone = { $person } heeft nu geen versleuteling waar ik op kan vertrouwen. Laat { $person } die eerst instellen in de app (Instellingen, Versleuteling), en bevestig het daarna.
team-confirmed = **{ $person }** is bevestigd en heeft weer toegang. Was het toch iemand anders? Haal { $person } dan meteen uit de kamers en uit het team.

team-switch = **Over welk team gaat het hier?**
team-switched = Voor jou gaat het hier vanaf nu over team **{ $team }**.
team-switch-bound = In deze kamer gaat het altijd over team **{ $team }**.
team-switch-only = Je zit in één team: **{ $team }**. Er is niets te kiezen.

team-title = **Team { $team }**
team-people = { $count ->
    [one] **1 lid:**
   *[other] **{ $count } leden:**
}
team-people-of = **{ $organisation }**: { $people }
team-is-away = afwezig tot { $day }
team-is-stopped = gestopt: de versleuteling is veranderd; vraag het na en typ `{ $command }`
team-rooms = **Kamers:**
team-rooms-none = Het team heeft geen kamers.
team-room-shows-here = Deze kamer, { $what }: hier laat ik zien wat alle leden hier mogen zien.
team-room-shows = Daar laat ik zien wat alle leden daar mogen zien.
team-room-hides-here = Deze kamer, { $what }: hier laat ik **niets van het team** zien. Dit moet anders:
team-room-hides = Daar laat ik **niets van het team** zien. Dit moet anders:
team-mend-encryption = Zet de versleuteling aan.
team-mend-invite = Laat alleen mensen binnen die zijn uitgenodigd.
team-mend-history = Zet “wie kan de geschiedenis lezen” op: alleen leden, vanaf hun uitnodiging.
team-mend-strangers = Geen lid, wel in de kamer of uitgenodigd: { $people }. Typ daar `{ $command }` om ze lid te maken, of haal ze uit de kamer.
team-mend-stopped = De versleuteling van { $person } is veranderd. Vraag het na en typ `{ $command }`.
team-mend-others = Zij werken niet voor { $organisation }: { $people }. Wat alleen { $organisation } mag zien, laat ik daarom in die kamer niet zien.
team-mend-unknown = Ik kan nu niet zien wie er in de kamer zitten. Probeer het later nog eens.
team-groups = **Groepen:** { $groups }
team-phones = **Bellijst:**
team-phone = { $entry } (nakijken voor { $day })
team-phone-old = { $entry } – **niet nagekeken sinds { $day }: vraag na of het nog klopt**

team-left = **{ $name }** ({ $person }) is niet meer in deze kamer en daarom geen lid meer van het team. Hoort { $name } er wel bij? Nodig { $name } opnieuw uit en typ `{ $command }`.
team-left-last = Het team heeft nu geen coördinator. De beheerder van de bot kan hier een nieuwe aanwijzen: `{ $command }`.
team-coordinator-appointed = lid @naam:server politie coordinator
