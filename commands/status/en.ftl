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
