# What the bot says about incidents. What the form asks stands in `forms/`.

incident-summary = record what happened or what you prevented, with a timeline
incident-more = Everybody who may see it adds to the timeline. Afterwards you evaluate it together with `evaluation`.

incident-unknown = I know no incident “{ $typed }”, or you may not see it. Type `{ $command }` for what you may see.
incident-deeds = “{ $word }” is nothing I can do with an incident. `{ $command }` works with one of these behind it: `log`, `correct`, `signal`, `intervention`, `timeline`, `take`, `share`, `name`, `label`, `contact`, `freeze`, `close` or `withdraw`.
incident-not-there = I take words about an incident only where everybody may see that incident. There it was not so. I did nothing with it, and take your message away there if I may. Type it again here: `{ $command }` and then your text.
incident-too-long = That is { $length } characters. { $most } fit. Can you say it shorter?
incident-choose = Type **{ $prefix }1** to **{ $prefix }{ $last }**.

incident-nature-incident = incident
incident-nature-near-miss = prevented
incident-status-open = still going on
incident-status-closed = closed

incident-opening-112 = **I am not an alarm line. Is there danger now? Call 112.**
incident-opening = We record an incident together; that takes two minutes. Do not name young people or colleagues. Before you open it, you see who gets to see what.
incident-law = **Note:** a record here may be demanded by law. Write facts, no judgements about persons.
incident-opened = Incident **{ $number }** is open. What you told is line 1 of the timeline.
incident-signals-unknown = I do not know these signals, or you may not see them: { $numbers }. They are not with it.
incident-notice = Incident **{ $number }** ({ $what }) is open. Look at it: `{ $command }`. What happened I do not put here.
incident-notice-gone = Something stood here about an incident that not everybody in this room may see any more.

incident-title = **{ $number }** · { $what } · { $status }
incident-opened-by = Opened on { $day } by { $author }
incident-label = Label: { $label }
incident-led-by = { $who } leads it
incident-timeline-head = **Timeline**
incident-timeline = **Timeline of { $number }**
incident-timeline-empty = There is nothing in it yet that you may see.
incident-timeline-more = { $count ->
    [one] 1 earlier line: `{ $command }`
   *[other] { $count } earlier lines: `{ $command }`
}
incident-line = **{ $line }** · { $at } · { $who }: { $text }
incident-line-signal = signal { $number }
incident-line-intervention = { $name } (`{ $slug }`): { $effect }
incident-line-correction = corrects line { $line }: { $text }
incident-kind-signal = signal
incident-kind-intervention = intervention
incident-page = p.
incident-picture-name = timeline-{ $place }.png
incident-closed-because = Closed on { $day }: { $reason }

incident-how-log = Add to the timeline: `{ $command } yesterday 22:15 …`
incident-how-intervention = What you did, and what it did: `{ $command } huisbezoek helped`
incident-how-share = Share with a partner: `{ $command } police`
incident-how-close = Is it over? `{ $command } …` and how it ended. Then I plan the evaluation.
incident-how-contact = Who keeps contact with the young people? `{ $command } @name`
incident-how-freeze = Does an inquiry run? `{ $command } …`
incident-how-thaw = Go on: `{ $command }`
incident-how-withdraw = Take it back: `{ $command }`

incident-logged = ✓ **{ $number }**, line { $line }: { $at }. { $text }
incident-log-how = Put the moment and your text behind it: `{ $command } yesterday 22:15 Group at the station`. Without a moment I take now.
incident-correct-how = Put the number of the line behind it and how it was: `{ $command } 2 It was a quarter past ten`. The old line stays.
incident-which-moment = **That can be more than one moment. Which do you mean?**
incident-signal-unknown = I know no signal “{ $typed }”, or you may not see it. I added nothing.
incident-intervention-how = I do not find “{ $typed }” in the matrix. Put the name of the intervention behind it and what it did: `{ $command } huisbezoek helped`. It can be: helped, no effect, made it worse, unknown. Was it earlier? Put the moment before it: `{ $command } yesterday 22:15 huisbezoek helped`.
incident-which-intervention = **Do you mean one of these?**
incident-which-effect = **{ $name }: what did it do?**
incident-timeline-full = The timeline is full: { $most } lines fit. Nothing was added.

incident-taken = You lead **{ $number }** from now on.
incident-widened = Done. Whoever may see **{ $number }** now as well is told so.
incident-narrowed = Done. Fewer people can see **{ $number }** now. What was read already I cannot take back.
incident-name-unknown = I do not know “{ $typed }” in this team. Name somebody like this: `{ $command } @name:server`.
incident-label-how = Choose a label: { $labels }.

incident-contact = { $who } keeps contact with the young people, since { $day }
incident-contact-how = Who keeps contact with the young people after { $number }? Type `{ $command } @name:server`. If it is not needed any more: `{ $command } not`.
incident-contact-unknown = “{ $typed }” cannot keep contact for { $number }: it must be somebody of the team who may see this incident. Type `{ $command } @name:server`.
incident-contact-named = ✓ { $who } keeps contact with the young people after **{ $number }**. I ask about it after a week, after six weeks and after three months. About young people themselves I write nothing down.
incident-contact-ended = ✓ For **{ $number }** nobody keeps contact with the young people any more. I do not ask about it any more.
incident-contact-you = **You keep contact with the young people after { $number }.** So you prevent that somebody falls back, and can offer a step ahead: school, work, help. I ask about it after a week, after six weeks and after three months.
incident-contact-week = **A week after { $number }: have you talked to the young people yet?** A short talk helps right now. Ask what goes well and what is needed.
incident-contact-six-weeks = **Six weeks after { $number }: how are the young people?** Now that it is quiet again, somebody may fall back. Look them up once more, and offer a step ahead: school, work, help.
incident-contact-three-months = **Three months after { $number }: one last time.** Is there a way on, or is something still needed? Agree who goes on. After this I do not ask any more.
incident-contact-can = Put what you did into the timeline, without names: `{ $log } …`. Does it suit somebody else better? `{ $contact } @name`. Not needed any more? `{ $contact } { $no }`. You need not tell me anything about young people.
incident-contact-gone = **After { $number } nobody keeps contact with the young people any more:** who did is not there any more, or may not see the incident any more. Who takes over? Type `{ $contact } @name`. Not needed any more? `{ $contact } { $no }`.
incident-contact-gone-number = At **{ $number }** nobody keeps contact with the young people any more. Ask those who took part who takes over.

incident-closed = **{ $number }** is closed.
incident-close-how = Put behind it how it ended: `{ $command } …`.
incident-frozen = **{ $number }** is frozen. I ask nobody anything about this incident any more, until somebody thaws it. Ask your lawyers when that can be.
incident-freeze-how = Put behind it why: `{ $command } A criminal inquiry runs`. Then I ask nothing more.
incident-is-frozen = **{ $number } is frozen:** { $reason }. That is why I ask nothing now. Ask your lawyers when it can go on.
incident-thawed = **{ $number }** is thawed. The evaluation goes on.

incident-is-closed = **{ $number }** is closed already.
incident-not-author = Only who opened **{ $number }** can do that: { $who }.
incident-no-part = Only who opened or leads **{ $number }**, or a coordinator, can do that: ask { $who }.
incident-already-so = It is so already.
incident-partners-agreed-not = That cannot be: you have agreed that this organisation does not get this.

incident-withdraw-sure = **Sure?** Then everything of { $number } is gone: the timeline, what everybody said in the evaluation, and the actions. Type `{ $yes }`.
incident-withdrawn = **{ $number } is withdrawn.**
incident-withdrawn-content = the content, with timeline, evaluation and actions: its key is overwritten

incident-list = **Incidents that you may see here, the newest first:**
incident-item = **{ $number }** · { $what } · { $status } · { $day }
incident-none = There is no incident that you may see here.
