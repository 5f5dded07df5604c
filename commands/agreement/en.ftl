agreement-summary = the team's agreements: who shares what, who acts first
agreement-more = I search your team's agreements, and suggestions to begin with. A member proposes an agreement. It holds once somebody with the mandate of each organisation that it binds has confirmed it. With its number you go on: `confirm`, `change` with the new text, `review` with a day, and `stop`.

agreement-no-basis = An agreement is no legal basis.
agreement-law = The law in this was checked on { $checked }.
agreement-law-is-old = Note: the law in this was checked on { $checked }, more than a year ago. Ask a lawyer.
agreement-from-suggestion = Taken from the suggestion `{ $slug }`.

agreement-sharing = **Sharing:** { $giver } → { $receiver }: { $rule }
agreement-rule-free = free
agreement-rule-ask = ask the reporter first
agreement-rule-not = not
agreement-first = **Acts first:** { $first }
agreement-first-with = **Acts first:** { $first }. Then: { $others }
agreement-signal = **After a signal:** { $who }
agreement-feedback = **Feedback:** { $who }

agreement-title = **{ $number }** – { $status }
agreement-holds = in force
agreement-only-proposed = proposed, not yet in force
agreement-stopped = stopped on { $day }
agreement-withdrawn = withdrawn on { $day }
agreement-replaced = replaced by a newer agreement on { $day }
agreement-binds = Whom it binds: { $who }.
agreement-confirmed = Confirmed by: { $who }.
agreement-confirmed-by = { $organisation } ({ $role }, { $day })
agreement-role-member = member
agreement-role-coordinator = coordinator
agreement-version-holds = Version { $version }, in force since { $since }. To be looked at again on { $review }.
agreement-version-proposed = Version { $version }, proposed by { $organisation } on { $day }. To be looked at again on { $review }.
agreement-new-version = **Proposed: version { $version }**, by { $organisation } on { $day }. To be looked at again on { $review }.
agreement-due = **To be looked at again:** that was due on { $day }. It is still in force. Does it still hold? Type `{ $renew }`. If not: `{ $stop }`, or propose a change.

agreement-awaits = Still to be confirmed by:
agreement-awaits-one = { $organisation } – mandate: { $who }
agreement-awaits-nobody = { $organisation } – nobody there has the mandate yet
agreement-give-mandate = A coordinator gives somebody the mandate with `{ $command }`.
agreement-mandate-words = member @name:server mandate
agreement-how-to-confirm = Whoever has the mandate types `{ $command }`. A reaction does not count.

agreement-proposed = **Proposal { $number }.** This is how I understand it, and it is not in force yet:
agreement-changed = **{ $number }, proposal for version { $version }.** What is in force now stays so until all have confirmed this:
agreement-looked-at-on = To be looked at again on { $day }.
agreement-now-holds = **{ $number } is in force from now on:** { $organisation } was the last to confirm. { $title }
agreement-confirmed-now = Noted: { $organisation } confirms { $number }. It is not in force yet.
agreement-stopped-now = **{ $number } is stopped** and no longer in force.
agreement-from-now-ask = For { $giver } → { $receiver } there is no agreement now: I ask the reporter each time.
agreement-taken-back = The proposal { $number } is withdrawn.
agreement-version-taken-back = The proposal for version { $version } of { $number } is withdrawn. What was in force stays so.

agreement-unknown = I know no agreement “{ $typed }” in this team. Type `{ $command }` for what there is.
agreement-deeds = I cannot “{ $word }” an agreement. What I can do is `{ $command }` followed by: `confirm`, `change` and the new text, `review` and a day, or `stop`.
agreement-has-ended = { $number } was stopped or withdrawn before. Propose a new agreement if you want something else.
agreement-nothing-proposed = With { $number } nothing is open to be confirmed or withdrawn.
agreement-not-bound = { $number } is about { $who }. For { $organisation } you can do nothing about it.
agreement-no-mandate = That needs the mandate of { $organisation }. It is with: { $who }.
agreement-no-mandate-nobody = That needs the mandate of { $organisation }, and nobody has it yet. A coordinator gives it with `{ $command }`.
agreement-confirmed-before = { $organisation } has confirmed this version of { $number } before.
agreement-which-version = There is an earlier version. Read this one, and type `{ $command }` if your organisation wants it.
agreement-wider = To stop it would let more be shared. Only { $giver } can do that. Do you want it otherwise? Propose it with `{ $command }` and the new rule.
agreement-nothing-new = That is how it stands already. Type after `{ $command }` what should be different.
agreement-no-suggestion = I do not know the suggestion “{ $typed }”. Type `{ $command }` for what there is.
agreement-not-in-team = Nobody of { $organisation } is in this team, so there is nobody to confirm it. A coordinator can add somebody; the mandate is given with `{ $command }`. Or name yourself whom the agreement is for.
agreement-new-how = **What do you agree?** This is how you propose something, or take over a suggestion:
agreement-which-pair = Name who shares and with whom, for example `{ $example }`.
agreement-oneself = Within one organisation no agreement is needed. Name two, for example `{ $example }`.
agreement-which-rule = After the organisations put `free`, `ask first` or `not`, for example `{ $example }`.
agreement-which-parties = Name first whom it binds, then a colon and then the agreement, for example `{ $example }`.
agreement-no-text = Put the agreement itself after the colon, for example `{ $example }`.
agreement-too-long = That is { $length } characters. An agreement has at most { $most }; make it shorter and send it again.

agreement-list = This fits:
agreement-page = This fits ({ $from }–{ $to } of { $all }):
agreement-item = **{ $number }** { $title }
agreement-item-proposed = **{ $number }** (proposed) { $title }
agreement-item-suggestion = Suggestion: { $name } (`{ $slug }`)
agreement-nothing = I find no agreement and no suggestion about “{ $text }”. Type `{ $command }` for all there is.

agreement-map = **The agreements of this team**
agreement-map-suggestions = **Suggestions for agreements.** What a team has agreed I show only to its members.
agreement-map-kind = **{ $name }** – { $in_force } in force, { $suggestions } suggestions
agreement-map-kind-proposed = **{ $name }** – { $in_force } in force, { $proposed } proposed, { $suggestions } suggestions
agreement-map-kind-suggestions = **{ $name }** – { $suggestions } suggestions
agreement-map-awaiting = **Waiting for confirmation ({ $all }):**
agreement-map-awaits = `{ $number }` { $title }. Waits for: { $who }
agreement-map-all-due = **To be looked at again ({ $all }); still in force:**
agreement-map-due = `{ $number }` { $title }, since { $day }
agreement-and-more = and { $more } more
agreement-map-foot = Type **{ $prefix }1** to **{ $prefix }{ $last }** for a kind, or search with words: `{ $example }`. The { $all } suggestions count for nothing until the partners make an agreement of one.

agreement-suggestion-title = **Suggestion: { $name }** (`{ $slug }`)
agreement-suggestion-is-one = This is a suggestion. It counts for nothing until the partners make an agreement of it.
agreement-suggestion-certain = Checked on { $checked }.
agreement-suggestion-uncertain = Uncertain: partly general knowledge without a source, written down on { $checked }.
agreement-suggestion-take = To take it over as a proposal: `{ $command }`, followed by the organisations if they are others.

agreement-review = **Time to look again: does this still hold?**
agreement-review-line = `{ $number }` ({ $kind }), since { $day }
agreement-review-who = { $people }: look together whether it still holds.
agreement-review-how = Type `{ $show }` to read one. If it still holds, `{ $renew }`; if not, `change` or `stop`. Until then it stays in force.
