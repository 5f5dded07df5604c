# What everybody is asked on their own beforehand, and why.

before-label-expected = Expected
before-ask-expected = What did you expect or agree beforehand?
before-why-expected = So we see later where it went otherwise.

before-label-happened = What happened
before-ask-happened = What happened, as you saw it?
before-why-happened = Everybody saw a part. Together it becomes whole.

before-label-not_shared = Not or late shared
before-ask-not_shared = Which signals were not or late shared, and why did that make sense then?
before-why-not_shared = It is about how it went, not about who did it.

before-label-effect = What helped
before-ask-effect = What helped, and what fed it?
before-why-effect = This goes to the interventions later, so that others learn from it.

before-label-hurt = Who is hurt
before-ask-hurt = Who is hurt (young people, parents, neighbours, colleagues), and what is needed? Name no names.
before-why-hurt = Repair begins with whom it touched.

before-label-keep = Keep
before-ask-keep = What went well and do we want to keep?
before-why-keep = What went well is a lesson too.

before-label-differently = Next time
before-ask-differently = What do we do differently next time?
before-why-differently = Together you choose one to three of these.

before-label-release = Release
before-ask-release = May the others see your answers when the time is over?
before-why-release = Until then nobody sees them. You can still change this later.

before_light-label-happened = What happened
before_light-ask-happened = What was going on, as you saw it?
before_light-why-happened = Everybody saw a part. Together it becomes whole.

before_light-label-effect = What prevented it
before_light-ask-effect = What prevented it?
before_light-why-effect = This goes to the interventions later, so that others learn from it.

before_light-label-keep = Keep
before_light-ask-keep = What of that do we want to keep?
before_light-why-keep = What works we want to do more often.

before_light-label-release = Release
before_light-ask-release = May the others see your answers when the time is over?
before_light-why-release = Until then nobody sees them. You can still change this later.
# The questions of the session, and why.

session-label-expected = Expected or agreed
session-ask-expected = What did we expect or agree beforehand?
session-why-expected = Whoever knows the plan also sees where it went otherwise. That is no mistake.

session-label-happened = What happened
session-ask-happened = What happened? The timeline, online and physical.
session-why-happened = Facts first. Each of you saw another part; together it becomes one course.

session-label-signals = Signals
session-ask-signals = Which signals were there, held by whom, when?
session-why-signals = Often somebody had a piece. This way you see who knew what, and when.

session-label-not_shared = Not or late shared
session-ask-not_shared = What was not or late shared, and why did it make sense then?
session-why-not_shared = There was a reason not to share something. That reason teaches more than who it was.

session-label-interpreted = Interpretation
session-ask-interpreted = How did we interpret it? Content, reach, change, reputation, group.
session-why-interpreted = How you read something decides what you do. Look too at what was different from before.

session-label-serious = Testing or serious
session-ask-serious = Was it testing or serious; how did we see that, or not?
session-why-serious = This is hard to see beforehand. What you saw then helps next time.

session-label-interventions = Interventions
session-ask-interventions = What interventions did we do, including ordinary contact?
session-why-interventions = A chat in the street is an intervention, too.

session-label-effect = Effect
session-ask-effect = What helped, what fed it?
session-why-effect = What is meant well can feed a conflict. Without this the matrix learns nothing.

session-label-dynamics = Group dynamics
session-ask-dynamics = Which group dynamics played a part, apart from individuals?
session-why-dynamics = Look at the group: pressure, standing, audience. Not at who did it.

session-label-trust = Contact and trust
session-ask-trust = Who had contact; what was the effect of our acting on the trust of young people?
session-why-trust = Trust that is gone comes back slowly.

session-label-roles = Role, power and decision
session-ask-roles = Were role, power and decision clear?
session-why-roles = If it was unclear who decides, that is seldom one person's mistake.

session-label-not_allowed = What was not allowed
session-ask-not_allowed = What was not allowed, and was that really so?
session-why-not_allowed = Sometimes we think that something is not allowed, and it turns out otherwise.

session-label-feedback = Feedback
session-ask-feedback = Did the reporter hear back?
session-why-feedback = Whoever hears nothing back reports less readily next time.

session-label-hurt = Who is hurt
session-ask-hurt = Who is hurt (young people, parents, neighbourhood, colleagues), what do they need, who acts?
session-why-hurt = Repair begins with who is hurt, also when that is a colleague.

session-label-keep = Keep
session-ask-keep = What went well, and what do we want to keep?
session-why-keep = What went well only goes well again by itself if you know why.

session-label-differently = Next time different
session-ask-differently = What do we do differently next time? One to three actions, owner, date.
session-why-differently = Few actions that are done are better than many that are left.

session-label-share = Share
session-ask-share = What do we share in the chain, with which label?
session-why-share = Others can learn from this, without names or places.

session-label-matrix = Matrix, agreements, training
session-ask-matrix = Should anything change in the matrix, the agreements or the training?
session-why-matrix = This way a lesson comes back where you meet it again.

session-label-safe = Safe and useful
session-ask-safe = Was this evaluation itself safe and useful (1-5)?
session-why-safe = 1 is not at all, 5 is very much. It is about the talk, not about persons.

# The questions about what you prevented.

session_light-label-happened = What happened
session_light-ask-happened = What nearly happened, and how did it end?
session_light-why-happened = Facts first. Each of you saw another part; together it becomes one course.

session_light-label-effect = Effect
session_light-ask-effect = What prevented it, and what could have fed it?
session_light-why-effect = What is meant well can feed a conflict. Without this the matrix learns nothing.

session_light-label-signals = Signals
session_light-ask-signals = Which signals were there, held by whom, when?
session_light-why-signals = Often somebody had a piece. This way you see who knew what, and when.

session_light-label-keep = Keep
session_light-ask-keep = What went well, and what do we want to keep?
session_light-why-keep = What went well only goes well again by itself if you know why.

session_light-label-differently = Next time different
session_light-ask-differently = What do we do differently next time? One to three actions, owner, date.
session_light-why-differently = Few actions that are done are better than many that are left.

session_light-label-safe = Safe and useful
session_light-ask-safe = Was this evaluation itself safe and useful (1-5)?
session_light-why-safe = 1 is not at all, 5 is very much. It is about the talk, not about persons.
