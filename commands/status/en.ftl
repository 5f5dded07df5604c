status-summary = how I am doing
status-more = I show which version I am, how long I have been running and whether I am up to date.
status-version = Schakel { $version }, up for { $since }.
status-well = I am up to date. { $waiting ->
    [0] All messages have been sent.
    [one] 1 message is still to be sent.
   *[other] { $waiting } messages are still to be sent.
}
status-behind = I am behind: { $waiting ->
    [one] 1 message waits
   *[other] { $waiting } messages wait
} to be sent.
status-matrix = The matrix has { $entries } interventions.
status-rotation-due = Something was erased. The administrator must replace the master key by { $day }: only then is it gone from old copies, too.
status-rotation-overdue = Something was erased more than 30 days ago, and the master key has not been replaced yet. The administrator must do that now.
status-rotation-unfinished = The administrator has begun to replace the master key and must still finish that.
