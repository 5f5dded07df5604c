erase-summary = wis wat je zelf schreef
erase-more = Met het nummer van een signaal, incident of herinnering van jezelf. Ik wis het voor iedereen, haal weg wat het liet zien waar ik dat mag, en zeg wat ik niet kan weghalen.
erase-how = Zeg wat ik moet wissen, met het nummer: `{ $command } S-2026-k7qd`. Dat kan met een signaal, incident of herinnering die je zelf schreef. Wat ik over jou bewaar, zie je met `{ $own }`.
erase-agreement = Een afspraak is van alle partners samen: die wis je niet alleen. Stoppen kan met `{ $command }`.
erase-action = Een actie hoort bij een incident, en gaat weg als dat incident gewist wordt. Hij kan ook vervallen: `{ $command }`.
erase-reminder-not-yours = { $number } is niet van jou. Alleen wie een herinnering maakte, kan die wissen.
erase-reminder = **{ $number } is gewist.** Ik zeg het niet meer.
erase-reminder-content = de woorden: de sleutel ervan is overschreven
