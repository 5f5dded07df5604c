erase-summary = erase what you wrote yourself
erase-more = With the number of a signal, incident or reminder of your own. I erase it for everybody, take away what showed it where I may, and say what I cannot take away.
erase-how = Say what I must erase, by its number: `{ $command } S-2026-k7qd`. That can be a signal, incident or reminder that you wrote yourself. What I hold about you, you see with `{ $own }`.
erase-agreement = An agreement belongs to all partners together: nobody erases it alone. It can be stopped with `{ $command }`.
erase-action = An action belongs to an incident, and goes when that incident is erased. It can be dropped as well: `{ $command }`.
erase-reminder-not-yours = { $number } is not yours. Only who made a reminder can erase it.
erase-reminder = **{ $number } has been erased.** I do not say it any more.
erase-reminder-content = the words: their key has been overwritten
