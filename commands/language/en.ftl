language-summary = choose the language of my answers
language-more = In a direct chat you choose your own language, everywhere. In a room of a team a coordinator chooses the language of that room, elsewhere the administrator.
language-now = I answer in English now. Rather Dutch? Type `{ $command } nl`.
language-unknown = I do not speak “{ $typed }”. Type `{ $command } nl` or `{ $command } en`.
language-mine = From now on I answer you in English.
language-room = From now on I answer in English in this room.
language-not-yours = The language of this room is chosen by { $who }. For yourself: send me a direct message with `{ $command } nl`.
