team-summary = who is in the team, and whom to phone
team-more = Without a word I show the team: members, rooms, groups and the phone list. A coordinator adds and removes members and says what each room is. Anybody can say that they are away. Coming into a room makes nobody a member: a coordinator has to add you.
team-unknown = I do not know “{ $typed }” with `{ $team }`. This is what you can do:
team-how-overview = `{ $team }` – show the team
team-how-members = `{ $team } members`, `{ $team } member @name:server police`, `{ $team } remove @name:server` – who is a member
team-how-room = `{ $team } room chain`, `{ $team } room organisation police` – what this room is
team-how-more = `{ $team } member @name:server mandate`, `{ $team } confirm @name:server` – who may speak for the organisation; let somebody with new encryption in again
team-how-lists = `{ $team } group Canal group`, `{ $team } call 2 police 0900-8844` – groups and the phone list
team-how-away = `{ $team } away until Friday`, `{ $team } switch` – say that you are away, choose another team
team-not-direct = Do that in the room that it is about, not in a chat with me alone.
team-not-encrypted = This room is not encrypted, so a team cannot talk here safely. Turn on encryption in the settings of the room and type it again.
team-choose = Type **{ $prefix }1** to **{ $prefix }{ $last }**.
team-coordinator = coordinator
team-mandate = with mandate
team-somebody = @name:server

team-make-taken = This room belongs to a team already. Make the new team in another room.
team-make-example = Youth West municipality
team-make-name = What is the team called? Type for example `{ $command }`: the name, and then your organisation.
team-make-long = That name is too long: { $length } characters. Keep it to { $most } at most.
team-make-named = There is a team called **{ $name }** already. Choose another name.
team-make-organisation = **For which organisation are you in the team { $name }?**
team-made = Team **{ $name }** is there. This room is its chain room, for all partners. You are its coordinator, for: { $organisation }. Whoever leaves this room later is no member any more.
team-made-next = Now the others: `{ $members }` shows who in this room is no member yet. Or type `{ $member }`.

team-member-example = @name:server police
team-coordinator-example = @name:server coordinator
team-member-organisation = **For which organisation does { $person } join the team?**
team-whom = Whom do you mean? Type an @ and choose the name, or type the whole address, such as `{ $example }`.
team-not-full = “{ $typed }” is no whole address. Type an @ and choose the name, or type the whole address, such as `{ $example }`.
team-one-person = One person at a time, please. Several people at once? Type `{ $members }`.
team-not-me = I am a bot: I cannot be a member of a team.
team-not-allowed = { $person } cannot become a member: people of { $server } are not allowed here. These are: { $servers }. The bot's administrator can change that.
team-added = **{ $person }** is a member of the team now: { $what }. To undo: `{ $undo }`.
team-changed = **{ $person }** is now: { $what }. Before: { $was }. To undo: `{ $undo }`.
team-same = It was so already: **{ $person }** is { $what }.
team-no-police-data = For police and prosecution: type no police data (Wpg) here. Refer to the number in your own system.
team-no-member = { $person } is no member of team { $team }.
team-last-coordinator = That is the only coordinator, and without one nobody can keep the team. Appoint somebody else first: `{ $command }`.
team-removed = **{ $person }** is no member of the team any more. To undo: `{ $undo }`.
team-removed-stays = That does not take { $person } out of the rooms: do that yourself, in the room's list of people. Until then I show no signals, agreements or phone list in a room where { $person } still is.

team-members = These people in the room are no members of team **{ $team }** yet:
team-members-none = There is nobody left in this room whom you can make a member of team **{ $team }**.
team-members-more = And { $more } more. They come when this list is done.
team-members-how = Give each an organisation: `{ $example }`
team-members-example = 1 police, 2 youth work
team-members-not-allowed = These people cannot become members, because their server is not allowed here: { $people }. Allowed: { $servers }.
team-members-nothing = Nothing has been changed yet, because this is not right:
team-members-no-number = “{ $words }”: put a number from the list before it.
team-members-unknown = { $number }: that number is not in the list, which runs from 1 to { $last }.
team-members-twice = { $number }: that number is there twice.
team-members-already = { $number }: { $person } is a member already.
team-members-wrong = { $number }: { $text }
team-members-line = **{ $person }**: { $what }
team-members-added = Now members of team **{ $team }**:
team-members-undo = To take somebody out again: `{ $undo }`.

team-room-is-chain = the chain room
team-room-is-organisation = the room for { $organisation }
team-room-is-loose = a loose room
team-room-how = To me this room is now: { $what }. Otherwise? Type `{ $chain }` for all partners of team { $team }, `{ $organisation }` with the name of one organisation, or `{ $loose }`.
team-room-taken = This room belongs to another team, and a room belongs to one team at most. Take another room for your team.
team-room-same = It was so already: this room is { $what }.
team-room-bound = In team **{ $team }** this room is now { $what }. To undo: `{ $undo }`.
team-room-moved = The earlier chain room is a loose room now.
team-room-leaving = Whoever leaves this room from now on is no member of the team any more.
team-room-loose = This room belongs to team **{ $team }** no more: here you can only look things up. To undo: `{ $undo }`.
team-room-no-chain = The team has no chain room now. Type `{ $command }` in the room that it is to be.

team-group-example = Canal group
team-group-how = Put the alias of a youth group in the list, such as `{ $command }`. No names of persons.
team-group-long = That alias is too long: { $length } characters. Keep it to { $most } at most.
team-group-same = **{ $alias }** is in the list already.
team-group-unknown = “{ $alias }” is not in the list. Type `{ $command }` for the whole list.
team-group-added = Group **{ $alias }** is in the list. Put no names of persons in it. To undo: `{ $undo }`.
team-group-removed = Group **{ $alias }** is out of the list. To undo: `{ $undo }`.

team-call-example = 2 police community officer South, 0900-8844
team-call-how = Put in the phone list whom to phone: a level from 0 to 3, the organisation, and then who and which number, such as `{ $example }`. To take one out: `{ $gone }`.
team-call-long = That is too long: { $length } characters. Keep it to { $most } at most.
team-call-full = The phone list is full: it holds { $most } lines. Take one out first.
team-call-number = That number is not in the phone list: it has { $last } lines. Type `{ $overview }` for the list.
team-call-entry = from level { $level }, { $organisation }: { $words }
team-call-added = In the phone list, number { $number }: { $entry }. Check before { $day } whether it still holds. To undo: `{ $undo }`.
team-call-removed = Out of the phone list: { $entry }. To undo: `{ $undo }`.
team-call-holds = Checked: { $entry }. The next time before { $day }.

team-away-example = until Friday
team-away-how = Until when are you away? Type for example `{ $example }`. Back again? Type `{ $back }`.
team-away-today = That is today: then you are there again. Choose a later day.
team-away = In team **{ $team }** you are away until { $day }; on that day you are there again. To undo: `{ $undo }`.
team-back = In team **{ $team }** you are not away any more.

team-confirm-self = You cannot confirm yourself. Ask another coordinator or the bot's administrator.
team-confirm-nothing = There is nothing to confirm for { $person }: the encryption has not changed.
team-confirm-gone = { $person } has no encryption now that I can trust. Have { $person } set it up in the app first (Settings, Encryption), and confirm it then.
team-confirmed = **{ $person }** is confirmed and has access again. Was it somebody else after all? Then remove { $person } from the rooms and from the team at once.

team-switch = **Which team is it about here?**
team-switched = For you it is about team **{ $team }** here from now on.
team-switch-bound = In this room it is always about team **{ $team }**.
team-switch-only = You are in one team: **{ $team }**. There is nothing to choose.

team-title = **Team { $team }**
team-people = { $count ->
    [one] **1 member:**
   *[other] **{ $count } members:**
}
team-people-of = **{ $organisation }**: { $people }
team-is-away = away until { $day }
team-is-stopped = stopped: the encryption has changed; ask and type `{ $command }`
team-rooms = **Rooms:**
team-rooms-none = The team has no rooms.
team-room-shows-here = This room, { $what }: here I show what all members here may see.
team-room-shows = There I show what all members there may see.
team-room-hides-here = This room, { $what }: here I show **nothing of the team**. This must change:
team-room-hides = There I show **nothing of the team**. This must change:
team-mend-encryption = Turn on encryption.
team-mend-invite = Let in only people who have been invited.
team-mend-history = Set “who can read history” to: members only, since they were invited.
team-mend-strangers = No members, but in the room or invited: { $people }. Type `{ $command }` there to make them members, or take them out of the room.
team-mend-stopped = The encryption of { $person } has changed. Ask and type `{ $command }`.
team-mend-others = They do not work for { $organisation }: { $people }. So I do not show in that room what only { $organisation } may see.
team-mend-unknown = I cannot see now who is in the room. Try again later.
team-groups = **Groups:** { $groups }
team-phones = **Phone list:**
team-phone = { $entry } (check before { $day })
team-phone-old = { $entry } – **not checked since { $day }: ask whether it still holds**

team-left = **{ $name }** ({ $person }) is no longer in this room and therefore no member of the team any more. Does { $name } belong to it? Invite { $name } again and type `{ $command }`.
team-left-last = The team has no coordinator now. The bot's administrator can appoint a new one here: `{ $command }`.
team-coordinator-appointed = member @name:server police coordinator
