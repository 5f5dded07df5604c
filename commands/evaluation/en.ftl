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

evaluation-debrief = **Talk about { $number } for a moment today**, with those who were there: 5 to 10 minutes, voluntary, without blame. Begin with: “How are you?” Nothing is written down. I ask this today because talking helps most while it is fresh.
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
evaluation-session-over = { $number } needs no date any more: you have looked back together already, or it is not needed.
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
