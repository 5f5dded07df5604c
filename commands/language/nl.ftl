language-summary = kies de taal van mijn antwoorden
language-more = In een direct gesprek kies je je eigen taal, overal. In een kamer van een team kiest een coördinator de taal van die kamer, elders de beheerder.
language-now = Ik antwoord nu in het Nederlands. Liever Engels? Typ `{ $command } en`.
language-unknown = “{ $typed }” spreek ik niet. Typ `{ $command } nl` of `{ $command } en`.
language-mine = Ik antwoord jou voortaan in het Nederlands.
language-room = In deze kamer antwoord ik voortaan in het Nederlands.
language-not-yours = De taal van deze kamer kiest { $who }. Voor jezelf: stuur mij een direct bericht met `{ $command } en`.
