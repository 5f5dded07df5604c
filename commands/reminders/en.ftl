reminders-summary = what is planned
reminders-more = In a room with me alone: your reminders and those of your team's rooms. In a room of the team: those of the room. `agenda` gives a file for your calendar. With `overview Monday 9am` a coordinator puts an overview into the chain room every week. `zone` chooses in which time you mean it.
reminders-none = Nothing is planned. Ask for a reminder with `{ $command } tomorrow 10am call`.
reminders-head = { $count ->
    [one] **One reminder**
   *[other] **{ $count } reminders**, the first one on top
}
reminders-item = **{ $next }**: { $text } (for { $who }, `{ $number }`)
reminders-item-repeats = **{ $next }** and again after that: { $text } (for { $who }, `{ $number }`)
reminders-agenda = { $count ->
    [one] **One moment** up to and including { $until }, in a file for your calendar.
   *[other] **{ $count } moments** up to and including { $until }, in a file for your calendar.
}
reminders-agenda-cut = More is planned than fits into the file. These are the first { $count } moments.
reminders-agenda-care = The file does not change by itself: ask for it again later. Put it into a calendar that only you look into.
reminders-agenda-none = Nothing is planned for the next { $days } days. `{ $list }` shows what else there is.
reminders-agenda-title = Reminders { $team }
reminders-agenda-file = agenda-{ $team }.ics
reminders-agenda-about = Reminder { $number } (for { $who })
reminders-agenda-room = everybody in the room
reminders-zone-now = Times here are in **{ $zone }**. To change that, put the zone behind, for example `Europe/London`.
reminders-zone-unknown = “{ $typed }” is no time zone that I know. Type its name as `Europe/Amsterdam`. Now it is { $zone }.
reminders-zone-mine = Your times are in **{ $zone }** from now on. What is planned already keeps the time in which you asked.
reminders-zone-team = Times in the team's rooms are in **{ $zone }** from now on. What is planned already stays as it was.
reminders-overview-now = The weekly overview comes in the chain room: { $when }. No more? Type `{ $off }`.
reminders-overview-none = There is no weekly overview. A coordinator turns it on, for example with `{ $command } Monday 9am`.
reminders-overview-when = I do not understand “{ $typed }” as a fixed moment. Type for example `{ $command } Monday 9am`.
reminders-overview-no-room = The team has no chain room yet.
reminders-overview-set = The weekly overview comes in the chain room: { $when }. The first time: { $first }. When nothing lies open I say nothing. No more? Type `{ $off }`.
reminders-overview-off = The weekly overview comes no more.
reminders-overview-not-here = I do not show the weekly overview now: somebody in this room is no member of the team.
reminders-overview-head = **This lies open**, as far as everybody here may see it:
reminders-overview-new = new signals: { $count }
reminders-overview-interpreting = signals being interpreted: { $count }
reminders-overview-taken = signals taken up: { $count }
reminders-overview-unowned = of these taken up by nobody yet: { $count }
reminders-overview-late = feedback overdue: { $count }
reminders-overview-soon = feedback due this week: { $count }
reminders-overview-evaluations = evaluations under way: { $count }
reminders-overview-actions = open actions: { $count }
reminders-overview-foot = Type `{ $command }` for what you may see.
