# What the bot says outside any one command.

not-an-alarm-line = **Danger now? Call 112.** I am not an alarm line and nobody is watching here.

introduction = Hello! I am **{ $name }**, the bot of this chain. I look up what you can do when young people stir each other up online. Type `{ $help }` for what I can do.
introduction-who-reads = All members of this room can read what is written here, and so can I: I am a member too. The server cannot read the text, but sees who writes when. Do not write names of young people.
introduction-who-reads-plain = Mind: this room is **not encrypted**. All members can read what is written here, so can I, and the server reads everything. Do not write names of young people.
introduction-keeps = I keep a question for { $hours } hours at most, a signal for { $unfollowed } or, when somebody follows it up, { $followed }. All about who can read, how long I keep things and what you can ask for: `{ $help } privacy`
introduction-run-by = Who runs me: { $contacts }
greeting = Hello! I am **{ $name }**. Just type what you want to know, for example:

unknown = I do not know “{ $word }”.
unknown-near = I do not know “{ $word }”. Do you mean { $commands }?
unknown-search = Or type **{ $prefix }1**: then I look up “{ $text }” in the matrix.
unknown-help = Type `{ $help }` for what I can do.
or = { " or " }
hello = Hello! Type `{ $help }` for what I can do.
attachment = I cannot read pictures, sound or files, and I keep none. Type your question.
too-long = That is too long for me: { $length } characters. Ask it in at most { $most }.
too-fast = That is too fast for me: at most { $most } questions a minute. Try again in a moment.
was-away = I was away for a moment; please ask again.
went-wrong = Something went wrong on my side, sorry. Nothing was changed. Try again in a moment.
file-not-there = I cannot put the file **{ $name }** here. It is probably too large. Ask the administrator of the bot for help.
choose-number = Choose a number from 1 to { $last }.
must-be-typed = That cannot be done with a reaction: reactions are not encrypted. Type **{ $typed }**.
stands-as-it-is = You changed your message, but what it did stays. Do you want something else? Type `{ $command }` again.
not-here = `{ $command }` cannot be used in this room.
only-admins = Only the bot's administrator can do that.
only-encrypted = That cannot be done here, because this room is not encrypted: the server can make a message in your name here. Turn on encryption in the settings of the room and type it again.
only-members = That is for members of a team. Ask the coordinator of your team or, if there is none, the bot's administrator to add you.
only-members-here = That is for members of this room's team. Ask to be added: { $who }.
only-coordinators = Only a coordinator of the team can do that: { $who }.
organisation-missing = Which organisation? Choose from: { $organisations }.
organisation-unknown = “{ $typed }” is no organisation that I know. Choose from: { $organisations }.
the-administrator = the bot's administrator
which-team = **You are in several teams. Which team is this for?**
which-team-room = Type **{ $prefix }1** to **{ $prefix }{ $last }**. I remember it for you in this room.
which-team-direct = Type **{ $prefix }1** to **{ $prefix }{ $last }**. I remember it for this conversation.

unreadable-direct-key-missing = I could not read your message: its key did not arrive. Send it again. If that does not help, log out and in again.
unreadable-direct-key-withheld = I could not read your message: your app gives its keys only to devices that you have verified. Turn that off for this room, or verify me.
unreadable-direct-damaged = I could not read your message: it is damaged. Send it again.
cannot-take-back = I may not take your message away here. Do it yourself: press and hold the message and choose remove.
fewer-than-five = fewer than 5
guarding-none = no personal data
guarding-back = take away
guarding-how = I have done nothing yet. Type **{ $prefix }1** if it is no personal data, **{ $prefix }2** if I should take your message away, or type it again in other words.
guarding-taken-back = I take your message away if I may. Nothing else has been done.
device-not-signed = **{ $person }**: I only read messages from devices that you have confirmed yourself, and not yet this one. Confirm it in your app (Settings, Sessions) and send your message again.
device-not-known = **{ $person }**: I cannot see which device your message comes from. So I do nothing with it. Send it again from a device that you have confirmed yourself.
device-tell-them = { $person } can probably not read this on that device. Will a colleague pass it on?

access-stopped = Your encryption was set up anew, or somebody else did so in your name. That is why your access has stopped, until a coordinator of your team has asked you whether it was you. Call your coordinator. You can still look things up.
identity-changed = The encryption of **{ $name }** ({ $person }) was set up anew. People do that themselves at times, for instance after losing a phone. But it may also be that somebody else now poses as { $name }.
identity-changed-stopped = So I have stopped the access of { $name }: looking up still works, nothing else does. Mind: whoever is logged in as { $name } now can read what you write here.
identity-changed-ask = { $coordinators }: ask { $name } in person or by phone, not in a chat. Did { $name } do this? Then type `{ $team } confirm { $person }`. If not: remove { $name } from the rooms of the team.
identity-changed-ask-admin = There is no other coordinator in this team who can confirm this. Ask { $name } in person or by phone, and have the bot's administrator type `{ $team } confirm { $person }` here. Was it not { $name }? Then remove { $name } from the rooms of the team.

unreadable-room = I could not read one or more messages here. Was one for me? Then send it again, or ask me directly.

answered-privately = I am answering you in private.
invited-privately = I will tell you that in private. I have invited you to a chat with me alone: accept the invitation and you can read it there.
room-changed = This room has just changed, so I no longer show that here. Ask again, or ask in a chat with me alone.
direct-changed = This chat has just changed, so I no longer show that here. Ask again in a chat with me alone.
direct-third-person = I only show that in a chat with me alone, and somebody else is here or has been invited. Remove that person from this chat, or start a new chat with me.
direct-not-encrypted = I only show that in an encrypted chat, and this chat is not encrypted. Turn on encryption in the settings of this chat, or start a new chat with me.
room-not-known = I cannot check now who is reading here. Try again in a moment.

list-open = Type a number from **{ $prefix }1** to **{ $prefix }{ $last }** to open one.
list-open-or-more = Type a number from **{ $prefix }1** to **{ $prefix }{ $last }** to open one, or **{ $prefix }more**.
list-no-more = There are no more: you have seen all { $all }.

filter-unknown = I do not know “{ $value }” for { $filter }. Choose from: { $options }.
filter-several = “{ $value }” can mean more than one thing for { $filter }: { $options }. Which one?

for-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
for-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
for-days = { $count } days

day-unknown = “{ $typed }” is no day that I understand. Type for example `tomorrow`, `Friday`, `3 December` or `in 2 weeks`.
day-not-in-calendar = “{ $typed }” is not in the calendar. Check the day.
day-past = { $day } has passed already. Choose a day that is still to come.
day-too-far = { $day } is more than five years away. Check the day.
day = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
weekday-day = { $weekday } { $day }
when-moment = { $day }, { $time }
when-whole-day = { $day }, all day
when-between = { $day }, between { $from } and { $until }
when-days = from { $day } to { $other } inclusive
when-across = from { $day }, { $from } to { $other }, { $until }

# Something that comes again. Days stand with their article; `count` is a number, or a rank, from the end when it is below nought.
when-again = { $often }, from { $from }
when-again-until = { $often }, from { $from } up to and including { $last }
when-at = { $often } at { $times }
when-both = { $first } and { $last }
when-by-rule = by the rule { $rule }
when-in-months = { $often }, only in { $months }
when-every-hour = { $count ->
    [1] every hour
   *[other] every { $count } hours
}
when-every-day = { $count ->
    [1] every day
    [2] every other day
   *[other] every { $count } days
}
when-every-working-day = every working day
when-every-week = { $count ->
    [1] every { $days }
    [2] every other week on { $days }
   *[other] every { $count } weeks on { $days }
}
when-every-nth = every { $which } of the month
when-every-month = { $count ->
    [1] every month on { $days }
   *[other] every { $count } months on { $days }
}
when-every-quarter = every quarter on { $days }
when-every-half-year = every half year on { $days }
when-every-year = { $count ->
    [1] every year on { $days }
   *[other] every { $count } years on { $days }
}
when-year-day = { $day } { $month }
when-of-month = { $days } of { $month }
when-the = the { $which }
when-working-day = working day
when-nth = { $count ->
    [1] first { $what }
    [2] second { $what }
    [3] third { $what }
    [4] fourth { $what }
    [5] fifth { $what }
    [-1] last { $what }
   *[other] second to last { $what }
}
when-month-day = { $count ->
    [-1] the last day
    [-2] the second to last day
    [1] the 1st
    [2] the 2nd
    [3] the 3rd
    [21] the 21st
    [22] the 22nd
    [23] the 23rd
    [31] the 31st
   *[other] the { $count }th
}
when-day-or-last = the { $count }th, or the last day where a month has none

# What a text may hold.
guard-citizen_number = citizen service number
guard-phone = phone number
guard-email = e-mail address
guard-iban = bank account number
guard-licence_plate = licence plate
guard-address = address
guard-birth_date = date of birth
guard-handle = account or profile
guard-name = name
guard-health = health
guard-religion = religion
guard-origin = origin
guard-criminal_record = criminal record

term-hours = { $hours } hours
term-days = { $days ->
    [one] 1 day
   *[other] { $days } days
 }
term-year = a year
term-months = { $months } months
