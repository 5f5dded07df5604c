evaluation-summary = look back on an incident together: the path, the session, the actions, the report, the lesson
evaluation-more = I ask everybody on their own first, find a date, lead the questions and follow up the actions. What somebody says beforehand others see only when that person releases it.

# The session
evaluation-session-in-a-room = You hold the session in a room of the team where everybody may see **{ $number }**. Type it there.
evaluation-session-not-here = The evaluation of **{ $number }** cannot be held in that room. This does not fit there:
evaluation-session-fault-plain = the room is not encrypted
evaluation-session-fault-open = people who were not invited can come in, too
evaluation-session-fault-history = whoever comes in later can read what was said before
evaluation-session-fault-team = it is no room of this team
evaluation-session-fault-stranger = { $person } is there and does not belong to the team
evaluation-session-fault-stopped = { $person } has a new key that is not confirmed yet
evaluation-session-fault-may-not = { $person } is there and may not see this incident
evaluation-session-fault-unknown = I cannot see now who is in the room
evaluation-session-elsewhere = The session on **{ $number }** is being held in another room; { $who } leads it. Do you want to go on here? Type `{ $pause }` there first.
evaluation-session-another-here = Another session is being held in this room. End that one first, or pause it.
evaluation-session-begins = **We evaluate { $number } together** ({ $what })
evaluation-session-goes-on = **We go on with { $number }** ({ $what })
evaluation-session-what = We want to learn from it. It is not about blame, and nobody is appraised. Name no young people, and colleagues by their role.
evaluation-session-law = **Please note:** what stands here may be demanded by law. Write facts.
evaluation-session-answer-how = Reply to my message with the question, in your own words; or type `{ $say } …`. Several people answer one question. Your organisation stands with your answer, not your name. Change your message or take it away, and I do the same.
evaluation-session-leads = { $who } leads.
evaluation-session-lead-how = { $who } types `{ $prefix }{ $next }`, `{ $prefix }{ $back }`, `{ $prefix }{ $park }` (comes back before the end), `{ $prefix }{ $pause }` or `{ $prefix }{ $end }`. To let somebody else lead: `{ $lead } @name`.
evaluation-session-open-actions = **First: these actions of earlier evaluations are still open.**
evaluation-session-question = **Question { $at } of { $of }. { $text }**
evaluation-session-beforehand = **Said beforehand and released:**
evaluation-session-said = **Said already:**
evaluation-session-line = { $who }: { $text }
evaluation-session-who-coordinator = { $organisation } (coordinator)
evaluation-session-actions-how = Agree on an action like this: `{ $command } @name 15 December: …` or `{ $command } police: …`
evaluation-session-reply = Reply to this message. { $who } types `{ $prefix }{ $next }` when everybody is done.
evaluation-session-reply-number = Reply to this message with a number from 1 to 5. You may say why after it. { $who } types `{ $prefix }{ $next }` when everybody is done.
evaluation-session-number = Begin with a number from { $least } to { $most }. You may say why after it.
evaluation-session-noted = ✓ { $who }
evaluation-session-noted-for = ✓ { $who }, with question { $at }
evaluation-session-reworded = ✓ { $who }, changed
evaluation-session-unsaid = ✓ I have taken that answer away.
evaluation-session-say-how = Put your answer behind it: `{ $command } …`
evaluation-session-none = There is no session on **{ $number }**. Begin: `{ $command }` in a room of the team.
evaluation-session-over = The session on **{ $number }** has ended. Reply to my message with the question if you want to add something.
evaluation-session-is-paused = The session on **{ $number }** is paused. Go on: `{ $command }`
evaluation-session-is-over = The session on **{ $number }** has ended. To go on after all: `{ $command }`
evaluation-session-paused = A break at question { $at }. Tomorrow, too, we go on where we were: `{ $command }`
evaluation-session-interrupted = The session on **{ $number }** pauses: not everybody in that room may read along. Is that solved? Then go on with `{ $command }`. This does not fit:
evaluation-session-other-room = The session on **{ $number }** is held in another room. Type it there.
evaluation-session-not-leading = { $who } leads this session. A coordinator can take over, and everybody once { $who } is gone: `{ $command }`
evaluation-session-lead-unknown = I do not know “{ $typed }”, or they may not see **{ $number }**. This is how: `{ $command } @name`
evaluation-session-first = This is the first question.
evaluation-session-only-this = This is the last question that is left. Go on, or end it.
evaluation-session-ended = **The session on { $number } is done. Thank you all.**
evaluation-session-counts = So many answers:
evaluation-session-count = { $organisation }: { $count }
evaluation-session-left = { $count ->
    [one] One question was parked and has not come back.
   *[other] { $count } questions were parked and have not come back.
}
evaluation-session-agreed = **Actions agreed:**
evaluation-session-no-actions = No action was agreed. There is still time: `{ $command } @name 15 December: …`
evaluation-session-then = **After this:**
evaluation-session-then-lesson = A lesson for the matrix: `{ $command } home visit: …`
evaluation-session-then-report = The report: `{ $command }`
evaluation-session-then-start = To discuss another question after all: `{ $command }`

evaluation-action-how = Put behind it who, when and what: `{ $command } @name 15 December: …` or `{ $command } police: …`. Without a day it is 30 days.
evaluation-action-whose = I do not know “{ $typed }” as a member of the team or an organisation. This is how: `{ $command } @name 15 December: …`, `{ $command } police: …` or `{ $command } me Friday: …`
evaluation-action-not-seen = { $owner } may not see **{ $number }**. Choose somebody who takes part.
evaluation-action-enough = There are { $most } actions already. Few actions that are done are better than many that are left. Drop one first, or finish it and agree on more later.
evaluation-action-agreed = ✓ **{ $action }** · { $owner } · by { $day }: { $what }
evaluation-action-yours = In the evaluation of { $number } an action was agreed for you: **{ $action }**, by { $day }. { $what }

    Finish, move or hand over: `{ $command }`

evaluation-lesson-how = Put behind it with which intervention, and what you learnt: `{ $command } home visit: …`. Short, without names or places.
evaluation-lesson-unknown = I do not find “{ $typed }” in the matrix. This is how: `{ $command } home visit: …`
evaluation-lesson-proposed = ✓ A lesson with **{ $name }**. Somebody else who opened or leads **{ $number }**, or a coordinator, confirms: `{ $command }`
evaluation-lesson-none = No lesson waits to be confirmed. To propose one: `{ $command } home visit: …`
evaluation-lesson-own = Somebody else must confirm your own lesson. Four eyes see whether nothing in it points to somebody.
evaluation-lesson-which = **Which lesson do you confirm?**
evaluation-lesson-confirmed = The lesson now stands with **{ $name }**: “{ $text }”. To see it: `{ $command }`
evaluation-lesson-counted = { $count ->
    [one] What one intervention of the timeline did is counted, too.
   *[other] What { $count } interventions of the timeline did is counted, too.
}
evaluation-lesson-nameless = There stands no number, place or name: nobody sees from which incident this comes.
