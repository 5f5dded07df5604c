intervention-summary = look up what you can do
intervention-more = I search the team's intervention matrix. Type a few words or a whole question. The matrix gives options, not permission: each says who decides.
intervention-title = **{ $name }** (`{ $slug }`)
intervention-lead = Lead: { $who }.
intervention-helps = Takes part: { $who }.
intervention-fits = **Fits when:** { $text }
intervention-not-when = **Not when:** { $text }
intervention-decides = **Who decides:** { $text }
intervention-limits = **Limits:** { $text }
intervention-status = **Is it allowed:** { $status } (checked on { $checked })
intervention-check-is-old = Note: this was checked more than a year ago. Ask before you do it.
intervention-evidence = **Evidence:** { $evidence }
intervention-sources = **Sources:**
intervention-unverified = (not verified)
intervention-not-allowed = **Not allowed:** { $why }
intervention-advised-against = **Advised against:** { $why }
intervention-item = **{ $name }** (`{ $slug }`): { $text }
intervention-list = This fits your question:
intervention-page = This fits your question ({ $from }–{ $to } of { $all }):
intervention-chosen-list = This fits your choice:
intervention-chosen-page = This fits your choice ({ $from }–{ $to } of { $all }):
intervention-nothing = I find nothing about “{ $text }” in the matrix.
intervention-none-fits = Nothing in the matrix fits all those filters together. Leave one out, or type `{ $command }` for the whole map.
intervention-nearest = These come closest:
intervention-nearest-foot = Type a number from **{ $prefix }1** to **{ $prefix }{ $last }** to open one, or `{ $command }` for the whole map.
intervention-map = **The matrix: { $all } interventions in four phases.**
intervention-phase = **{ $phase }** ({ $count })
intervention-map-foot = Type a number from **{ $prefix }1** to **{ $prefix }{ $last }** for a phase, or search with words: `{ $example }`

evidence-mentioned-in-research = mentioned in the Connect research
evidence-practice = experience from practice
evidence-evidence-based = researched, see the sources
evidence-mixed = mixed results
evidence-contra = there are findings against it, see the text
evidence-unverified = not verified

intervention-status-unchecked = **Is it allowed:** { $status } (not checked: ask before you do it)
intervention-own = This team's own, version { $version }, { $day }
intervention-own-changed = This team's own, version { $version }, { $day }. “Is it allowed”, evidence and sources are those of the usual text.
intervention-item-own = **{ $name }** (`{ $slug }`, this team's own): { $text }
intervention-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[other] Dec
} { $year }
intervention-used = Experience in the chain: used { $used } times, helped { $helped } times, { $worse ->
    [0] last in { $last }
   *[other] made it worse { $worse } times, last in { $last }
}.
intervention-used-seldom = Experience in the chain: used a few times.
intervention-lessons = **Learned in the chain:**
intervention-lesson = { $text } ({ $month })
intervention-found-by = **Also found by:** { $words }

intervention-propose-new = **A new intervention for your team.** You get eleven short questions. Then a coordinator decides. Name nobody: it is about what you do, not about whom.
intervention-propose-change = **Changing “{ $name }”.** Below is what it says now. Type the number of what should be different. Then a coordinator decides.
intervention-propose-unknown = “{ $typed }” is not in the matrix. Type the name as it stands there, or `{ $command }` for a new intervention.
intervention-proposal-sees = The coordinators of your team see this proposal. Once they accept it the whole team sees it.
intervention-proposed = Your proposal { $number } for `{ $slug }` is ready. A coordinator decides: { $who }. You hear here what becomes of it.
intervention-proposed-oneself = There is no other coordinator. You may accept it yourself: `{ $command }`
intervention-by-operator = the administrator
intervention-proposal-item = **{ $name }** (`{ $slug }`), proposal { $number } by { $by }
intervention-proposal-new = New in the team's matrix.
intervention-proposal-changes = Takes the place of what stands there now.
intervention-proposal-how = To accept: type **1** or `{ $accept }`. To refuse: type `{ $refuse }` and why behind it.
intervention-proposals = { $all ->
    [one] **One proposal waits for a coordinator.**
   *[other] **{ $all } proposals wait for a coordinator.**
}
intervention-proposals-none = No proposal waits. To propose something: `{ $command }`
intervention-no-proposal = No proposal with that number waits for “{ $typed }”.
intervention-which-proposal = Type behind `{ $command }` which proposal you mean, for example `huisbezoek 1`. What waits stands in `{ $list }`.
intervention-accept-own = This proposal is your own. Another coordinator looks at it.
intervention-accept-outdated = This proposal began with an older text: version { $version } of `{ $slug }` holds now. Nothing was changed. Whoever still wants it does it again: `{ $command }`
intervention-accepted = Proposal { $number } for `{ $slug }` is accepted. The whole team finds version { $version } now.
intervention-accepted-yours = Your proposal { $number } for `{ $slug }` is accepted. The whole team finds version { $version } now. Thank you.
intervention-refuse-why = Say why as well, in at most { $most } characters: `{ $command } …`
intervention-refused = Proposal { $number } for `{ $slug }` is refused. Whoever proposed it hears why.
intervention-refused-yours = Your proposal { $number } for `{ $slug }` was not accepted. The reason: { $reason }
intervention-withdrawn = Your proposal { $number } for `{ $slug }` is withdrawn.
intervention-export = { $count ->
    [one] Here is your team's own intervention as a file.
   *[other] Here are the { $count } interventions of your team as a file.
} The administrator of another team can read it in. Experience and lessons are not in it.
intervention-export-none = Your team has no interventions of its own yet. To propose one: `{ $command }`
intervention-export-head = A team's own interventions, { $day }

proposal-label-name = Name
proposal-ask-name = What is the intervention called?
proposal-why-name = Others find it under this name. Short and plain is good.
proposal-label-phase = Phase
proposal-ask-phase = To which phase does it belong?
proposal-why-phase = The map of the matrix is divided into these four phases.
proposal-label-timing = Moment
proposal-ask-timing = When do you do it?
proposal-why-timing = So whoever searches can choose what fits now.
proposal-label-channel = Channel
proposal-ask-channel = Online or on the street?
proposal-why-channel = So whoever searches can choose what fits where it happens.
proposal-label-lead = Lead
proposal-ask-lead = Who leads it?
proposal-why-lead = So others know whom to phone. Passed over, it stays as it is, or is your own organisation.
proposal-label-what = What
proposal-ask-what = What exactly do you do?
proposal-why-what = Somebody who never did it must be able to begin. The first sentence stands in lists.
proposal-label-fits = Fits when
proposal-ask-fits = When does it fit?
proposal-why-fits = So others recognise the moment.
proposal-label-not_when = Not when
proposal-ask-not_when = When should you not do it?
proposal-why-not_when = An intervention at the wrong moment can make things worse.
proposal-label-decides = Who decides
proposal-ask-decides = Who decides whether it is done?
proposal-why-decides = The matrix gives options, not permission.
proposal-label-limits = Limits
proposal-ask-limits = Where is the limit?
proposal-why-limits = What is not allowed, and what do you agree first?
proposal-label-words = Search words
proposal-ask-words = With which words do people look for it? Put commas between them.
proposal-why-words = Name and text are searched already. Think of plain words and street language.
