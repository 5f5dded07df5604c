# Aftercare for professionals: now and then the question how somebody is, between the bot and one person only.

aftercare-summary = after something hard: I ask you now and then how you are, and say whom you can call
aftercare-more = That works only in a chat with me alone. Nobody sees who does. You answer with a number, and I do not keep it.

aftercare-only-alone = Aftercare works only in a chat with me alone. Type `{ $command }` there. Nobody sees who does. I have done nothing here.
aftercare-offer = Been through something hard? Type `{ $command }` in a chat with me alone. Nobody sees who does.

aftercare-danger = **Is there danger now? Call 112.**
aftercare-what = **Been through something hard? Then I can ask you a few times how you are:** after a few hours, after a few days, after a week, after five weeks and after three months. I do that on working days, not between { $quiet } and { $loud }.
aftercare-know = Good to know:
aftercare-know-number = You answer with a number. I do not ask what happened, and I do not keep your answer.
aftercare-know-nobody = Nobody hears or sees that you take part: your colleagues do not, and neither does your coordinator. There is no list.
aftercare-know-away = What we say about aftercare here I take away within an hour, this message too. A question that you do not answer goes away after a day. If I may not take your message away here, I say how you do it.
aftercare-know-servers = Until then it lies on the server, encrypted. The own server forgets it { $days } days after it was taken away; of other servers I do not know. Whoever runs the server does see that we write to each other, but not what.
aftercare-know-screen = A notification on your screen may stay longer.
aftercare-know-stop = You can always stop with one word: `{ $stop }`. Then I erase everything at once.
aftercare-begin = Do you want this? Type `{ $yes }`.

aftercare-call = Whom you can talk to:
aftercare-call-now = Call somebody today:
aftercare-contact = **{ $name }**: { $phone }, checked on { $day }
aftercare-contact-hours = **{ $name }**: { $phone } ({ $hours }), checked on { $day }
aftercare-contact-old = **{ $name }**: { $phone }. Mind: this number was last checked on { $day }. It may have changed.
aftercare-contact-old-hours = **{ $name }**: { $phone } ({ $hours }). Mind: this number was last checked on { $day }. It may have changed.
aftercare-contacts-none = No number is set here of somebody you can talk to. Ask whoever runs me: { $who }. Or call your own doctor or the company doctor.
aftercare-contacts-none-nobody = No number is set here of somebody you can talk to. Ask your manager, or call your own doctor or the company doctor.

aftercare-begun = **You take part.** I first ask you something on { $when }.
aftercare-takes-part = **You take part.** The next question comes on { $when }.
aftercare-takes-part-last = **You take part.** I have asked the last question. After that I erase everything.
aftercare-how-stop = Stop? Type `{ $stop }`. Then I erase everything at once. This talk about aftercare I take away within an hour.
aftercare-stopped = **You do not take part any more.** Everything is erased, and this talk about aftercare I take away within an hour. You can always begin again: type `{ $command }`.
aftercare-not-in = You do not take part, so there is nothing to stop. This talk I take away within an hour.

aftercare-ask-first-day = **Just looking how you are now.** You need not tell anything.
aftercare-ask-days = **How are you now, a few days later?** That it is still on your mind is quite normal.
aftercare-ask-week = **It has been a week. Do you sleep and eat? Do you worry a lot?** You need not tell me about that. If it does not go well, talk to somebody.
aftercare-ask-weeks = **Does it still trouble you?** If it has lasted for about a month, help makes sense now. Call the company doctor or your own doctor.
aftercare-ask-months = **This is the last time I ask: how are you?** If it still troubles you, call the company doctor or your own doctor.
aftercare-answer-well = I am all right
aftercare-answer-talk = I want to talk to a colleague
aftercare-answer-later = rather not now
aftercare-ask-how = Type **1**, **2** or **3**. I do not keep your answer: I take it away. No answer is fine too; then I take this question away after a day. Stop? Type `{ $stop }`.
aftercare-ask-last = After this I erase everything. You can always begin again: type `{ $command }`.

aftercare-heard-well = Good to hear. I have kept your answer nowhere.
aftercare-heard-talk = **Good that you say so.** I have kept your answer nowhere. So I ask nobody to call you either: that is yours to do.
aftercare-heard-later = That is fine, you need not do anything. I have kept your answer nowhere. If you want to talk to somebody later:
aftercare-heard-gone = This message I take away within an hour.
aftercare-heard-words = **A number is enough: 1, 2 or 3.** What you wrote I have not kept. Do you want to talk about it? That is better with somebody than with me.
aftercare-heard-words-search = Were you looking for something else? Type `{ $help }`.
