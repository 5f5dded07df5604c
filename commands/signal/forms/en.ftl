# The report of a signal and its interpretation by a colleague: what is asked, why, and what stands around it.

signal-label-danger = Danger now
signal-ask-danger = Is anybody in direct danger now?
signal-why-danger = In danger every minute counts, and I am no emergency line. Phone 112 first; then we can go on here.
signal-note-emergency = **Phone 112 now.** I am no emergency line and phone nobody for you. Once that is done you can go on here.
signal-note-doubt = **In doubt? Phone 112.** They will help you decide how urgent it is. Then you can go on here.

signal-label-kind = Kind of signal
signal-ask-kind = What kind of signal is it?
signal-why-kind = The kind of message says what may help. It says nothing about who the young people are: a drill video is no danger in itself.

signal-label-seen = What you saw
signal-ask-seen = What did you see or hear? Write the facts in your own words, without names.
signal-why-seen = First the facts, and only then what you think of them. So a colleague can think about what you saw for themselves.

signal-label-when = When
signal-ask-when = When was that? For example: last night half past ten.
signal-why-when = The moment tells your colleagues how urgent it is, and whether it fits what they know already.

signal-label-where_online = Where online
signal-ask-where_online = Where online could it be seen?
signal-why-where_online = Public or closed decides who may do something with it. Police and municipality may hardly ever look into a closed group themselves.

signal-label-platform = Platform
signal-ask-platform = On which platform was it?
signal-why-platform = Each platform works differently: on one a message is soon gone, on another it goes round fast.

signal-label-how_known = How you know
signal-ask-how_known = How do you know? This stays within your own organisation.
signal-why-how_known = Seen yourself weighs otherwise than hearsay. Your source is protected: other organisations do not see this, unless you release it.

signal-label-certainty = Certainty
signal-ask-certainty = How sure is it?
signal-why-certainty = How sure it is stands apart from how severe it is. A rumour can be severe and a fact small. I never add the two up.

signal-label-reach = Reach
signal-ask-reach = How far does it go round?
signal-why-reach = The more young people see it, the sooner something goes from online to the street.

signal-label-change = Change
signal-ask-change = Is the behaviour online different from what you are used to?
signal-why-change = A sudden change often says more than one message.

signal-label-reputation = Loss of face
signal-ask-reputation = Who may lose face because of this?
signal-why-reputation = Whoever loses face often wants to set it right. That is how a quarrel grows.

signal-label-group = Group
signal-ask-group = Which group is it about? Choose a group name from your list, no names of young people.
signal-why-group = We look at the group and not at persons. So it is noticed when more is going on around one group. Is the group not there? Pass, and ask your coordinator for a group name.

signal-label-dynamics = What goes on in the group
signal-ask-dynamics = What goes on in the group, or between groups?
signal-why-dynamics = Much violence of young people arises in a group. What goes on there shows where you can help.

signal-label-concrete = Named concretely
signal-ask-concrete = What is named concretely?
signal-why-concrete = With a place, a time or a target big words sooner become a plan.

signal-label-place = Place
signal-ask-place = Which neighbourhood or place is it about? No home address.
signal-why-place = Whoever knows the place can be there in time. A home address points to one person; I do not ask for it.

signal-label-testing = Big words or serious
signal-ask-testing = Does it look like big words, or does it look serious?
signal-why-testing = Young people sometimes test us with big words. And sometimes a small sign is the serious one.

signal-label-against = What speaks against it
signal-ask-against = What speaks against it getting out of hand?
signal-why-against = So we do not only see what confirms our first idea.

signal-label-contact = Who is in contact
signal-ask-contact = Who is in contact with these young people already? This stays within your own organisation.
signal-why-contact = Contact comes first: perhaps that colleague can go first. Other organisations do not see this, so that nobody loses the trust of young people.

signal-label-done = Done already
signal-ask-done = What has been done already?
signal-why-done = An ordinary talk counts as an intervention too. So nobody does a thing twice, and we see later what helped.

signal-label-level = Severity
signal-ask-level = How severe do you find the situation?
signal-why-level = It is about the situation and never about a person. I work out no score: you decide, and a colleague looks too.
signal-because-danger = You said that there is direct danger now.
signal-because-weapon = A weapon is named or shown.
signal-because-plan = There is a call, threat or arrangement, with a place, a time or a target.
signal-because-moving = A group of your list is on its way, or talks of transport.
signal-because-signs = There are two or more of these signs: a call, threat or arrangement; a challenge or humiliation; it goes through the neighbourhood or further; a sudden change; a group may lose face; rivalry, revenge or an instigator; a place, time or target; transport; it looks serious.
signal-because-tension = There is tension, but I do not see two signs that make each other stronger.
signal-because-mood = It is about a mood or a trend.
signal-note-phone = **High: phone somebody too.** I only write it down. Once it is sent I will say whom you can phone.

signal-label-with_whom = With whom you share
signal-ask-with_whom = With whom do you want to share this?
signal-why-with_whom = You are the first to decide who sees it. The label follows from it, and before you send I will show exactly who gets to see what. A choice here is no legal basis yet: you must be allowed to share it too.

signal-label-label = Label
signal-ask-label = Which label shall it have?
signal-why-label = The label says who may see it. It follows from with whom you share, and you may change it. It is no legal basis for sharing.

signal-label-youth_knows = Whether the young person knows
signal-ask-youth_knows = Does the young person know that you share this? This stays within your own organisation.
signal-why-youth_knows = A young person who feels betrayed is lost to you. That is why it is good to say beforehand what you have to share.

signal-label-expects = What you expect
signal-ask-expects = What do you expect of your colleagues?
signal-why-expects = Then they know whether to read, think along or do something.

signal-label-feedback_by = Feedback by
signal-ask-feedback_by = By when do you want to hear something?
signal-why-feedback_by = Whoever reports something also hears what was done with it. I will keep an eye on the day for you.

signal-label-named = Colleagues by name
signal-ask-named = Which colleague may see this too?
signal-why-named = Whoever you name here sees the signal, even if the rest of that organisation does not.

signal-label-release = For others too
signal-ask-release = What of your own organisation may others see too?
signal-why-release = These answers stay within your own organisation. Only you can release them, and only to those who see the signal anyway.

signal-label-author_named = Your name for others
signal-ask-author_named = May other organisations see your name?
signal-why-author_named = Otherwise they only see your organisation, for example ‘youth work’.

interpretation-label-content = Content
interpretation-ask-content = What does the content say, read soberly?
interpretation-why-content = Begin with what it really says, and not with who probably wrote it.

interpretation-label-reach = Reach
interpretation-ask-reach = How far does this go round, do you think?
interpretation-why-reach = What many young people see sooner goes from online to the street.

interpretation-label-change = Change
interpretation-ask-change = Is this different from what you know of this group?
interpretation-why-change = A sudden change often says more than one message.

interpretation-label-dynamics = What goes on in the group
interpretation-ask-dynamics = What do you see in the group, or between groups?
interpretation-why-dynamics = The group often says more than one young person. Loss of face and revenge drive a quarrel up.

interpretation-label-testing = Big words or serious
interpretation-ask-testing = Do you read this as big words, or as serious?
interpretation-why-testing = Young people sometimes test us with big words. And sometimes a small sign is the serious one.

interpretation-label-missing = What is missing
interpretation-ask-missing = Which background is still missing?
interpretation-why-missing = Online you see a small part only. Whoever knows what is missing can ask for it.

interpretation-label-against = What speaks against it
interpretation-ask-against = What speaks against it getting out of hand?
interpretation-why-against = So we do not only see what confirms our first idea.

interpretation-label-level = Severity
interpretation-ask-level = How severe do you find the situation?
interpretation-why-level = Your judgement counts apart from the reporter's. That is why I only show theirs when you are done.

interpretation-label-certainty = Certainty
interpretation-ask-certainty = How sure is it, in your view?
interpretation-why-certainty = How sure it is stands apart from how severe it is. I never add the two up.

interpretation-label-first = Who first
interpretation-ask-first = Who can best do something first?
interpretation-why-first = Contact comes first. Your advice helps the owner choose; they decide themselves.

# Before the first question.
signal-opening-112 = **I am no emergency line. Danger now? Phone 112.**
signal-opening = We will make a signal together; it takes about three minutes. Give no names of young people: use the group name from your list. Before you send you will see who gets to see what.
signal-opening-wpg = **Police and prosecution:** put no police data (Wpg) here. Refer to the registration number in your own system.

# Around the summary: who sees what.
signal-sees = **Who sees what, when you send it:**
signal-sees-organisation = **{ $who }**
signal-sees-own = **{ $who }** (your organisation)
signal-sees-person = **{ $who }** ({ $organisation }), named by you
signal-sees-all = { $who }: all of the above
signal-sees-all-but = { $who }: all of the above, but not: { $what }
signal-sees-only = { $who }: only { $what }
signal-sees-nothing = **{ $who }**: nothing
signal-label-is = Label **{ $label }**: { $means } A label is no legal basis: you must be allowed to share it too.
signal-means-red = only you, whoever takes it up, and whoever you name.
signal-means-amber-strict = everybody of your own organisation in this team.
signal-means-amber = your own organisation, and the organisations with which you share.
signal-means-green = everybody in this team; whoever is not on your list only sees what is released.
signal-means-white = everybody in this team; what is released may stand in any room of the team.
signal-name-hidden = Other organisations see ‘{ $organisation }’, not your name.
signal-name-shown = Other organisations see your name too.
signal-agreed-not = It is agreed that your organisation does not share this with: **{ $who }**. So they do not see it.
signal-absent = Nobody of **{ $who }** takes part in this team now.
signal-can-take = { $count ->
    [one] **1 colleague can see this and take it up:** { $who }.
   *[other] **{ $count } colleagues can see this and take it up:** { $who }.
}
signal-nobody-sees = **Nobody else can see this now.**

# Once it is sent.
signal-sent = ✓ **{ $number } is sent.**
signal-sent-next = If nobody takes it up within a working day, I will ask the coordinator. By { $day } you will hear something.
signal-sent-how = To share it with more organisations: `{ $share }` and then which. To take it back after all: `{ $withdraw }`.

# A colleague interprets.
signal-interpret-opening = **You are looking at { $number }.** This was seen:
signal-interpret-first = What the reporter makes of it I will only show when you are done. So your judgement stays your own.
signal-interpretation-sees = Whoever sees the signal also sees your interpretation, as that of ‘{ $organisation }’ and without your name.
signal-interpretation-gone = This signal can no longer be interpreted. I have not kept your answers.
signal-interpreted = ✓ **Your interpretation stands with { $number }.** Side by side:
signal-interpreted-next = Do you see it differently? That is no mistake: talk about it, and mind what is still missing.
signal-side-by-side = **{ $label }**: reporter: { $reporter } | you: { $colleague }
