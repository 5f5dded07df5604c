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
