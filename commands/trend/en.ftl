trend-summary = signals and interventions over time, as a picture and in words
trend-more = By itself: the last 12 weeks. Or type after it `4 weeks`, `this month`, `last month`, `quarter`, `year`, `march`, `2026` or `since 1 September`; up to two years back. In a room only what everybody there may see is counted, never by person. 1 to 4 read “fewer than 5”.
trend-unknown = “{ $typed }” is no period that I understand. Type for example `{ $command } 4 weeks`, `{ $command } last month`, `{ $command } march` or `{ $command } since 1 September`.
trend-too-far = I look back two years at most: to { $day }. Type for example `{ $command } year`.
trend-none = From { $from } to { $until } nothing was counted that everybody here may see.
trend-none-you = From { $from } to { $until } nothing was counted that you may see.
trend-head = **Trend from { $from } to { $until }.** Only what everybody here may see is counted, never by person.
trend-head-you = **Trend from { $from } to { $until }.** Only what you may see is counted, never by person.
trend-title = Trend { $from } – { $until }
trend-sees = what everybody here may see
trend-sees-you = what you may see
trend-picture-name = trend-{ $from }.png
trend-panel = **{ $title }** ({ $note }): { $numbers }.
trend-panel-plain = **{ $title }:** { $numbers }.
trend-no-signals = No signals in this time.
trend-all = { $count } together
trend-weeks = Signals by week
trend-months = Signals by month
trend-level = How severe
trend-phase = What had been done, by phase
trend-phase-note = a signal can be in several phases
trend-platform = Platform
trend-feedback = Feedback to the reporter
trend-tried = What was tried, and what it did
trend-tried-more = those tried most; there are others
trend-week = week { $week }
trend-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[other] Dec
}
trend-month-year = { $month } { $year }
trend-day = { $day } { $month }
trend-day-year = { $day } { $month } { $year }
trend-nothing-done = nothing done yet
trend-other-phase = something else
trend-not-stated = not stated
trend-on-time = on time
trend-late = late
trend-to-come = not yet, still time
trend-overdue = not yet, day is over
trend-not-needed = not needed
trend-helped = helped
trend-no-effect = no effect
trend-worse = made it worse
trend-not-known = not known yet
trend-few = <5
trend-band = { $least }–{ $most }
trend-band-in-words = { $least } to { $most }
trend-item = { $label }: { $number }
trend-item-aside = { $label } ({ $aside }): { $number }
trend-piece = { $label } { $number }
trend-tried-item = { $label }: { $pieces }
trend-foot-few = <5 is 1 to 4. So a small number points at nobody.
trend-foot-band = A range such as 10–19 stands where the exact number would give away a small one.
trend-left-out = Not shown, because a small number could be reckoned out with it: { $what }.
trend-foot-week = The last week is not over yet.
trend-foot-month = The last month is not over yet.
trend-foot-ticked = “Not known yet” also counts what a reporter had done already.
