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
