reminder-summary = see a reminder, or say done, later or stop
reminder-more = `done`: it is done. `later 2 hours` or `later tomorrow 9am`: I say it again then. `stop`: it does not come again. Who made it, whom it is for and the coordinator can stop it. Under the reminder itself ✅, 💤 or ❌ does the same; take your reaction away and it is as it was.

reminder-which = Which one? Put its number behind. Type `{ $list }` for the list.
reminder-unknown = I do not know “{ $typed }”, or it is not for you. Type `{ $list }` for what there is.
reminder-deeds = “{ $word }” is nothing one can do with a reminder. One can: `{ $command } done`, `later` or `stop`.
reminder-not-yours = Only who made { $number }, whom it is for, or a coordinator can do that: { $who }.
reminder-head = **Reminder { $number }**
reminder-overview = Weekly overview of the team
reminder-whom = **For:** { $who }
reminder-author = **Asked by:** { $who }
reminder-for-you = you alone
reminder-for-all = everybody here
reminder-status-planned = **State:** planned
reminder-status-open = **State:** said, waits for done
reminder-status-done = **State:** done
reminder-status-stopped = **State:** stopped
reminder-how = Type `{ $done }`, `{ $later }` or `{ $stop }`.

reminder-done = { $number } is done.
reminder-done-by = { $number } is done, says { $who }.
reminder-later = { $number } comes later.
reminder-stopped = { $number } is stopped.
reminder-stopped-by = { $number } is stopped by { $who }.
reminder-next-time = The next time: { $next }.
reminder-nothing-open = { $number } waits for nothing. To stop it altogether, type `{ $stop }`.
reminder-over = { $number } is done or stopped already.
reminder-later-unknown = “{ $typed }” is no time that is still to come. Type for example `{ $number } later 2 hours` or `{ $number } later tomorrow 9am`.
reminder-unticked = Your reaction is gone: { $number } is as it was before.
reminder-taken-back = { $number } is stopped, because the message that asked for it was removed or changed. I erased what it said.

reminder-says = **{ $text }**
reminder-late = { $missed ->
    [0] Late: this was for { $moment }.
    [one] Late: this was for { $moment }, and once before that. I was away.
   *[other] Late: this was for { $moment }, and { $missed } times before that. I was away.
}
reminder-again = I ask for time { $asked } of { $most } at most.
reminder-mine = Reminder { $number }
reminder-of = Reminder { $number }, asked by { $who }
reminder-answer-direct = Type `{ $done }`, `{ $later }` (for example `{ $later } 2 hours`) or `{ $stop }`.
reminder-answer = Answer this message with `{ $done }`, `{ $later }` or `{ $stop }`.
reminder-not-here = Reminder { $number }: somebody in this room is no member of the team now, so I do not say here what it is. Read it in a room with me alone: `{ $command }`.
reminder-waits-alone = { $person }: I have reminder { $number } for you, in our private room. Accept the invitation to read it.
reminder-homeless = I could not say reminder { $number }: its room belongs to the team no more. It is stopped.
reminder-unconfirmed = Reminder { $number } was said { $most } times and nobody said done. For: { $who }. To stop it: `{ $stop }`.
