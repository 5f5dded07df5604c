evaluation-summary = look back on an incident together: the path, the session, the actions, the report, the lesson
evaluation-more = I ask everybody on their own first, find a date, lead the questions and follow up the actions. What somebody says beforehand others see only when that person releases it.

# The report

evaluation-report = Here is the report: as text (Markdown) and as PDF. It is pseudonymous unless it says anonymous: whoever was there recognises it. Do not pass it further than the label allows.
evaluation-report-file = evaluation
evaluation-report-file-anonymous = anonymous
evaluation-report-title = Evaluation of { $number }
evaluation-report-title-anonymous = What we learnt from an incident
evaluation-report-pseudonymous = PSEUDONYMOUS: no names, but whoever was there recognises it
evaluation-report-anonymous = ANONYMOUS: checked line by line by somebody who did not write it
evaluation-report-label-anonymous = Label: green, for the whole chain
evaluation-report-incident = The incident
evaluation-report-timeline = Timeline
evaluation-report-questions = What we discussed
evaluation-report-actions = What we will do
evaluation-report-lessons = What we learnt
evaluation-report-about = About this report
evaluation-report-law = This report was made to learn from. It is no account and no judgement of persons. It may be demanded by law. A label is no legal basis for sharing.
evaluation-report-open = open, { $day }
evaluation-report-done = done
evaluation-report-dropped = dropped

evaluation-check-not-you = This must be done by somebody who neither opened nor leads the incident, nor led the session: whoever wrote it no longer sees what another recognises. Ask a colleague.
evaluation-check-line = { $ahead ->
    [0] **The last line. Can somebody tell from this where, when or who?**
   *[other] **Can somebody tell from this where, when or who?** { $ahead } more after this.
}
evaluation-check-hints = Note: { $hints }.
evaluation-check-hint-date = there seems to be a date or time in it
evaluation-check-hint-group = there is the alias of a group in it
evaluation-check-hint-place = the place seems to be in it
evaluation-check-days = Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December yesterday today tonight
evaluation-check-stays = No, leave it
evaluation-check-goes = Yes, take the whole line away
evaluation-check-how = Or reply to this message with the line in other words.
evaluation-check-first = { $open ->
    [one] 1 line has not been checked yet. Somebody who did not write it does that, with `{ $command }`.
   *[other] { $open } lines have not been checked yet. Somebody who did not write it does that, with `{ $command }`.
}
evaluation-check-done = Everything is checked. The anonymous report: `{ $command }`.
evaluation-and = { " and " }
evaluation-step-debrief = a short talk afterwards
evaluation-step-before = everybody on their own first
evaluation-step-session = looking back together

evaluation-planned = **This is how you look back on { $number }:**
evaluation-planned-how = Is a step not needed? Type `{ $command } session, because …`. I ask nothing twice, and only in working hours.
evaluation-not-planned = No evaluation is planned for { $number } yet. Type `{ $command }`.

evaluation-state-on = **{ $step }**: on { $from }
evaluation-state-between = **{ $step }**: from { $from } until { $until }
evaluation-state-done = **{ $step }**: ✓ done on { $done }
evaluation-state-not-needed = **{ $step }**: not needed
evaluation-because = { $step } is not needed, says { $who }: { $reason }

evaluation-title = **Evaluation of { $number }**
evaluation-answered-by = Ready beforehand: { $who }
evaluation-waits-for = Not ready yet: { $who }
evaluation-date = **Date to look back together**
evaluation-date-is = { $moment }
evaluation-date-was = was { $moment }
evaluation-proposal = **{ $index }** · { $moment }
evaluation-voted = **{ $index }** · { $moment } · can: { $who }
evaluation-beforehand = **Said beforehand**
evaluation-said = **{ $question }** · { $who }: { $text }
evaluation-how = Answer beforehand yourself: `{ $before }`. A date: `{ $date }`. Begin: `{ $start }`.
evaluation-deeds = “{ $word }” is nothing I can do with an evaluation. `{ $command }` works with one of these behind it: `plan`, `done`, `not needed`, `before`, `release`, `date`, `can`, `start`, `action`, `lesson` or `report`.

evaluation-list = **Evaluations under way, as far as you may see them here:**
evaluation-item = **{ $number }** · { $what } · { $next }
evaluation-next = { $step }, until { $day }
evaluation-next-frozen = frozen
evaluation-none = There is no evaluation under way that you may see here. One begins when an incident is closed.

evaluation-done-how = Which step? Type `{ $command } debrief`, or `beforehand` or `session` behind it.
evaluation-skip-how = Put the step behind it and why: `{ $command } session, because it was a misunderstanding`.
evaluation-step-done = ✓ Noted for **{ $number }**: { $step } is done. I will not ask about it again.
evaluation-step-skipped = ✓ Noted for **{ $number }**: { $step } is not needed. I will not ask about it again.
evaluation-step-none = This step is not planned for **{ $number }**.

evaluation-debrief = **Talk about { $number } for a moment today**, with those who were there: 5 to 10 minutes, voluntary, without blame. Begin with: “How are you?” And: is everybody home safely, who calls whom? Nothing is written down. I ask this today because talking helps most while it is fresh.
evaluation-debrief-again = **Has there been a short talk about { $number } yet?** 5 to 10 minutes, voluntary, without blame. Begin with: “How are you?” Nothing is written down. I ask once more because it helps most soon after the incident.
evaluation-debrief-how = Done? Type `{ $command }`. I keep nothing else of it.

evaluation-invited = **Evaluation of { $number }: how do you see it?** I ask everybody on their own, because day { $from } to { $until } is meant for thinking for yourself first. You have until { $day }.
evaluation-invited-again = **Once more about { $number }.** I have nothing from you yet. I ask because day { $from } to { $until } is meant for thinking for yourself first. You have until { $day }.
evaluation-invited-last = **Today you still can: your view of { $number }.** This is the last time I ask, because after today the time to think for yourself first is over.
evaluation-handed = **{ $who } asks you to answer beforehand about { $number }.** I ask everybody on their own, so that everybody thinks for themselves first. You have until { $day }.
evaluation-about = It is seven short questions, in your own words. You may pass over any. Nobody sees your answers until you release them and the time is over.
evaluation-about-light = It is three short questions, in your own words. You may pass over any. Nobody sees your answers until you release them and the time is over.
evaluation-choose-begin = Begin: type **1**.
evaluation-choose-nothing = Nothing to add: type **2**.
evaluation-choose-give = Let a colleague answer: type `give @name`.

evaluation-opening = **Your view of { $number }.** Use your own words and name nobody. Nobody sees your answers until you release them and the time is over: after { $day }.
evaluation-before-sees = Nobody else sees this now. If you release it, the others see it only when the time is over, with the name of your organisation.
evaluation-before-over = The time to answer beforehand about { $number } is over. Take your points to the session.
evaluation-before-gone = I cannot find this incident any more, or an inquiry runs. I kept nothing.
evaluation-answered = ✓ Thank you. Nobody sees your answers. Do you want that otherwise after { $day }? Type `{ $command }`.
evaluation-answered-released = ✓ Thank you. After { $day } the others see your answers, with the name of your organisation. Would you rather not? Type `{ $command } not`.
evaluation-passed = ✓ Fine, you have nothing to add about { $number }. I ask you nothing more beforehand.
evaluation-give-how = I cannot ask “{ $typed }” here. It must be a colleague of { $organisation } who may see this incident: `{ $command } @name`.
evaluation-given = ✓ Your colleague gets the questions about { $number }. I ask you nothing more beforehand.
evaluation-released = ✓ Released. The others see your answers about { $number } when the time is over.
evaluation-not-released = ✓ Not released. Only you see your answers about { $number }. What was read already I cannot take back.
evaluation-release-how = Type `release`, or `release not`.
evaluation-release-nothing = You said nothing about { $number } beforehand.

evaluation-dates = **When do you look back on { $number } together?** I ask now because day { $from } to { $until } is meant for looking back together.
evaluation-dates-how = When can you? Reply to this message with `can 1 3`, or tap a number. If somebody of each organisation can, the date is settled. Otherwise whoever leads the incident chooses after two working days.
evaluation-dates-how-alone = When can you? Type `can 1 3`. If somebody of each organisation can, the date is settled. Otherwise whoever leads the incident chooses after two working days.
evaluation-proposed = ✓ I am asking who can when.
evaluation-date-set = ✓ The date is settled.
evaluation-date-how = I do not understand “{ $typed }” as a moment to come. Type for example `{ $command } thursday 14:00`, or `{ $command }` and I propose three.
evaluation-date-over = { $number } needs no date any more: you have looked back together already, or it is not needed.
evaluation-no-poll = I am not asking who can when for { $number } now.
evaluation-cannot = ✓ Noted: you can at none of these moments.
evaluation-unvoted = Taken back: for { $number } that moment does not count any more.
evaluation-vote-how = Type numbers from 1 to { $last }: `{ $command } 1 { $last }`. If you can at none: `{ $command } not`.
evaluation-settled = **{ $number }: you look back together on { $moment }.** I will say so again that morning.
evaluation-best = **Date for { $number }:** { $moment } fits best. These can: { $can }. { $missing ->
    [0] Nothing else is needed.
   *[other] Of { $silent } I do not know.
} Type **yes** if it shall be that one. Another moment: `{ $command } thursday 14:00`. I ask you because you lead the incident.
evaluation-no-votes = **Date for { $number }:** nobody has said when they can. Will you choose one? `{ $command } thursday 14:00`. I ask you because you lead the incident.
evaluation-today = **Today: looking back on { $number } together**, { $moment }. Begin with `{ $command }`.

evaluation-late = **You have not looked back on { $number } together yet.** I say so because day { $from } to { $until } is meant for it.
evaluation-late-again = **Looking back on { $number } together is still open.** I say so on day { $day }, because after a month much is forgotten.
evaluation-unfinished = **The session about { $number } has begun and is not finished.** I say so because day { $from } to { $until } is meant for it.
evaluation-missing-votes = From { $who } I do not know yet when they can.
evaluation-missing-answers = From { $who } I have no view of their own yet. That can be in the session too.
evaluation-late-how = A date: `{ $date }`. Begin now: `{ $start }`. Not needed: `{ $skip } session, because …`.
evaluation-last = **Evaluation of { $number }: the session is overdue.** On day { $day } you have not looked back together. This is the last time I say so. I tell you because you coordinate the team.

evaluation-terms = **The days of the path, counted from closing:**
evaluation-terms-set = ✓ **The path counts like this from now on.** What is planned already keeps its days.
evaluation-terms-debrief = a short talk afterwards: day { $from } to { $until }
evaluation-terms-debrief-working = a short talk afterwards: working day { $from } to { $until }
evaluation-terms-before = everybody on their own first: day { $from } to { $until }
evaluation-terms-before-working = everybody on their own first: working day { $from } to { $until }
evaluation-terms-session = looking back together: day { $from } to { $until }
evaluation-terms-session-working = looking back together: working day { $from } to { $until }
evaluation-terms-reminder = reminder: day { $day }
evaluation-terms-last = last reminder, to the coordinators: day { $day }
evaluation-terms-how = A coordinator sets them like this: `{ $command } session 7 14`, `{ $command } before 3 7 working days`, `{ $command } reminder 21` or `{ $command } standard`. No step ends before it begins, and the reminders come after the session.
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
