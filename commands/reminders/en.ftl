reminders-summary = what is planned
reminders-more = In a room with me alone: your reminders and those of your team's rooms. In a room of the team: those of the room. `agenda` gives a file for your calendar. With `overview Monday 9am` a coordinator puts an overview into the chain room every week. `zone` chooses in which time you mean it.
reminders-none = Nothing is planned. Ask for a reminder with `{ $command } tomorrow 10am call`.
reminders-head = { $count ->
    [one] **One reminder**
   *[other] **{ $count } reminders**, the first one on top
}
reminders-item = **{ $next }**: { $text } ({ $who }, `{ $number }`)
reminders-item-repeats = **{ $next }** and again after that: { $text } ({ $who }, `{ $number }`)
reminders-agenda = { $count ->
    [one] **One moment** up to and including { $until }, in a file for your calendar.
   *[other] **{ $count } moments** up to and including { $until }, in a file for your calendar.
}
reminders-agenda-cut = More is planned than fits into the file. These are the first { $count } moments.
reminders-agenda-care = The file does not change by itself: ask for it again later. Put it into a calendar that only you look into.
reminders-agenda-none = Nothing is planned for the next { $days } days. `{ $list }` shows what else there is.
reminders-agenda-title = Reminders { $team }
reminders-agenda-file = agenda-{ $team }.ics
reminders-agenda-about = Reminder { $number } ({ $who })
reminders-agenda-room = for everybody in the room
reminders-zone-now = Times here are in **{ $zone }**. To change that, put the zone behind, for example `Europe/London`.
reminders-zone-unknown = “{ $typed }” is no time zone that I know. Type its name as `Europe/Amsterdam`. Now it is { $zone }.
reminders-zone-mine = Your times are in **{ $zone }** from now on. What is planned already keeps the time in which you asked.
reminders-zone-team = Times in the team's rooms are in **{ $zone }** from now on. What is planned already stays as it was.
