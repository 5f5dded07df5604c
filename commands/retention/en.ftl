# How long something is kept, and what stays when it is gone.

retention-ends-yours = **{ $number }** is erased on { $day }: after that its term of { $days } days is over. Read it once more with `{ $show }` if you need anything of it.
retention-ends = **{ $number }** is erased on { $day }: after that its term of { $days } days is over. Whoever follows it up or wrote it knows as well.
retention-ends-frozen = Mind: the evaluation rests because an inquiry runs. Ask the lawyer whether this must be kept.
retention-hold-how = Must it be kept longer? Type `{ $command }` and why. Otherwise you need not do anything.
retention-hold-ask = Must it be kept longer? Ask your coordinator. Otherwise you need not do anything.
retention-only-coordinators = Only a coordinator can keep { $number } longer. Ask there, and say why.
retention-hold-why = Say why as well, for example: `{ $command } an inquiry runs`. That is put on record.
retention-gone = { $number } is not there any more.
retention-held = **{ $number } is kept until { $day }, that day included.** The log says so, and your reason stands with it.
retention-held-more = A week before the end you hear of it again. If it is closed before, or something changes, the longest term holds.
retention-held-until = **Kept longer**, until { $day }: { $reason }

erased-gone = This is gone:
erased-shown = what showed it: I take away { $mine ->
    [one] one message
   *[other] { $mine } messages
} of mine, and { $theirs ->
    [one] one message
   *[other] { $theirs } messages
} of people where I may
erased-stays = This I cannot take away:
erased-stays-read = what somebody has read, copied or photographed already, or what still stands in somebody's app
erased-stays-theirs = messages of people in rooms where I may not; there I say how they can
erased-stays-servers = what lies on the servers: the own server forgets a message that was taken away after { $redaction } days; of other servers I do not know
erased-stays-backups = backups: they stay for { $backups } days, and become unreadable when the administrator replaces the key, within 30 days
erased-stays-trace = that this number was there and when it went, without what it said, and the log
