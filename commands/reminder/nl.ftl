reminder-summary = bekijk een herinnering, of zeg klaar, later of stop
reminder-more = `klaar`: het is gedaan. `later 2 uur` of `later morgen 9u`: dan zeg ik het opnieuw. `stop`: hij komt niet meer. Stoppen kan wie hem maakte, voor wie hij is, en de coördinator. Onder de herinnering zelf kan het ook met ✅, 💤 of ❌; haal je reactie weg en het is weer zoals het was.

reminder-which = Welke? Zet het nummer erachter. Typ `{ $list }` voor de lijst.
reminder-unknown = “{ $typed }” ken ik niet, of hij is niet voor jou. Typ `{ $list }` voor wat er staat.
reminder-deeds = “{ $word }” kan niet met een herinnering. Wel: `{ $command } klaar`, `later` of `stop`.
reminder-not-yours = Dat kan alleen wie { $number } maakte, voor wie hij is, of een coördinator: { $who }.
reminder-head = **Herinnering { $number }**
reminder-overview = Weekoverzicht van het team
reminder-whom = **Voor:** { $who }
reminder-author = **Gevraagd door:** { $who }
reminder-for-you = jou alleen
reminder-for-all = iedereen hier
reminder-status-planned = **Stand:** staat klaar
reminder-status-open = **Stand:** gezegd, wacht op klaar
reminder-status-done = **Stand:** klaar
reminder-status-stopped = **Stand:** gestopt
reminder-how = Typ `{ $done }`, `{ $later }` of `{ $stop }`.

reminder-done = { $number } is klaar.
reminder-done-by = { $number } is klaar, zegt { $who }.
reminder-later = { $number } komt later.
reminder-stopped = { $number } is gestopt.
reminder-stopped-by = { $number } is gestopt door { $who }.
reminder-next-time = De volgende keer: { $next }.
reminder-nothing-open = { $number } wacht nergens op. Helemaal stoppen? Typ `{ $stop }`.
reminder-over = { $number } is al klaar of gestopt.
reminder-later-unknown = “{ $typed }” is geen tijd die nog komt. Typ bijvoorbeeld `{ $number } later 2 uur` of `{ $number } later morgen 9u`.
reminder-unticked = Je reactie is weg: { $number } is weer zoals daarvoor.
reminder-taken-back = { $number } is gestopt, omdat het bericht ervoor is weggehaald of veranderd. Wat erin stond, heb ik gewist.

reminder-says = **{ $text }**
reminder-late = { $missed ->
    [0] Te laat: dit was voor { $moment }.
    [one] Te laat: dit was voor { $moment }, en ook één keer daarvoor. Ik was er niet.
   *[other] Te laat: dit was voor { $moment }, en ook { $missed } keer daarvoor. Ik was er niet.
}
reminder-again = Ik vraag het voor de { $asked }e keer, van hoogstens { $most }.
reminder-mine = Herinnering { $number }
reminder-of = Herinnering { $number }, gevraagd door { $who }
reminder-answer-direct = Typ `{ $done }`, `{ $later }` (bijvoorbeeld `{ $later } 2 uur`) of `{ $stop }`.
reminder-answer = Antwoord op dit bericht met `{ $done }`, `{ $later }` of `{ $stop }`.
reminder-not-here = Herinnering { $number }: er is nu iemand in deze kamer die geen lid van het team is, dus zeg ik hier niet wat erin staat. Lees hem in een gesprek met mij alleen: `{ $command }`.
reminder-waits-alone = { $person }: ik heb herinnering { $number } voor je, in ons privégesprek. Neem de uitnodiging aan, dan lees je hem.
reminder-homeless = Herinnering { $number } kon ik niet zeggen: de kamer ervoor hoort niet meer bij het team. Hij is gestopt.
reminder-unconfirmed = Herinnering { $number } is { $most } keer gezegd en niemand heeft klaar gezegd. Voor: { $who }. Stoppen kan met `{ $stop }`.
