remind-summary = ask for a reminder
remind-more = Say when and of what: `tomorrow 10am call`, `every weekday at 8:45 day start`, `every 2 weeks on Tuesday until 1 June`. **me** comes in our private room, **us** here for everybody, with @name here for that person. **with confirmation** I ask until somebody says done; **in working hours** I disturb nobody on free days or at quiet hours. Change your message and the reminder changes with it; remove it and it stops.

remind-made = **{ $number }** is set, for { $who }.
remind-made-anew = **{ $number }** is changed, for { $who }.
remind-what = **What:** { $text }
remind-when = **When:** { $when } (time of { $zone })
remind-next = **The next times:**
remind-moved = Nobody works then: it would be { $planned }, and it will be { $moment }.
remind-assumed-time = You named no time, so I chose one.
remind-assumed-day = You named no day, so I chose one.
remind-assumed-start = I begin as early as that allows.
remind-confirmed = I ask every hour in working hours, five times at most, until somebody says done; then the coordinator hears of it.
remind-working = On a free day or at a quiet hour I wait for the next working day.
remind-change = Not right? Change your message, or type `{ $command }`.

remind-no-text = What should I remind of? Put it behind, for example: `{ $command } call the school`.
remind-too-long = That is too long for a reminder: { $length } characters. Use { $most } at most.
remind-too-late = { $number } has been said or stopped, and stays so. Type a new message for a new reminder.
remind-not-direct = That works in a room of your team. Here it is just the two of us: type `remind me …`.
remind-not-of-team = This room belongs to no team. Ask in a room of your team, or in a room with me alone.
remind-strangers = { $who }: not in this room, or no member of the team. Here I remind only members who are here.

remind-nothing = I do not see when.
remind-unsure = That can mean more than one thing. Which one?
remind-past = That has passed.
remind-not-in-calendar = That day is not in the calendar.
remind-not-on-clock = That time does not exist: the clock goes forward then.
remind-no-such-time = “{ $typed }” is no time.
remind-too-far = That is more than five years away. Check the day.
remind-too-often = I do not remind more often than once an hour.
remind-never = That day never comes.
remind-ends-first = It ends before it begins.
remind-too-many = That is too many to count. Name a last day: `until 1 June`.
remind-rule-unknown = I do not understand “{ $typed }” in the rule.
remind-examples = For example: `{ $command } Friday 2pm call`, `{ $command } in 20 minutes call back` or `{ $command } every weekday at 8:45 day start`.
remind-offer-with = { $when }: “{ $text }”
remind-choose = { $last ->
    [1] Type **{ $prefix }1** if that is right, or type it again.
   *[other] Type **{ $prefix }1** to **{ $prefix }{ $last }**, or type it again.
}
