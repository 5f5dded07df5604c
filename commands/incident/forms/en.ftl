# Opening an incident: what is asked, and why.

incident-label-nature = What it was
incident-ask-nature = What do you want to record?
incident-why-nature = What you prevented is worth a look too. The evaluation is shorter then.

incident-label-what = What happened
incident-ask-what = What happened? Write the facts in short, without names.
incident-why-what = A few sentences are enough. The rest comes into the timeline later, from each of you.

incident-label-when = When
incident-ask-when = When was that? For example: last night half past ten.
incident-why-when = Here the timeline begins. If you do not know exactly, a part of the day will do.

incident-label-where = Where, roughly
incident-ask-where = Where, roughly? No address: a neighbourhood, a square or a station is enough.
incident-why-where = An address can point to a young person. For the evaluation the area is enough.

incident-label-group = Group
incident-ask-group = Which group is it about, if you know?
incident-why-group = I only know the aliases of your list. That way you can see later what went on around a group.

incident-label-signals = Signals
incident-ask-signals = Do signals belong to it? Type the numbers, for example: S-2026-k7qd.
incident-why-signals = They come into the timeline. Whoever may not see a signal does not see that line either.

incident-label-with_whom = Which partners
incident-ask-with_whom = Which partners were involved, or must know?
incident-why-with_whom = They see the incident, and take part in the evaluation. Before you open it I will show exactly who gets to see what. A choice here is no legal basis yet: you must be allowed to share it too.

incident-label-label = Label
incident-ask-label = Which label shall it have?
incident-why-label = The label says who may see it. It follows from with whom you share, and you may change it. It is no legal basis for sharing.

incident-label-named = Colleagues by name
incident-ask-named = Which colleague may see this too?
incident-why-named = Whoever you name here sees the incident, even if the rest of that organisation does not.

incident-label-author_named = Your name for others
incident-ask-author_named = May other organisations see your name?
incident-why-author_named = Otherwise they only see your organisation, for example ‘youth work’.
