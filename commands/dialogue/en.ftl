# What the bot says in a guided dialogue, whatever the form. Questions and answers stand with the form itself.

dialogue-path = **How much time do you have?**
dialogue-number = { $ahead ->
    [0] Question { $here }, the last one
    [one] Question { $here }, about 1 more
   *[other] Question { $here }, about { $ahead } more
}
dialogue-changing = You are changing: { $label }
dialogue-how = Answer with a number or in words. `{ $why }`: why I ask this. `{ $back }`: one question back. `{ $overview }`: what you have so far. `{ $later }`: a break. `{ $stop }`: end it, then I keep nothing.
dialogue-may-skip = You may pass: type `{ $skip }`.
dialogue-now = Now it says: { $value }. Leave it? Type `{ $continue }`.
dialogue-several = More than one is fine, for example **1 3**.
dialogue-search = Type a word or two, and I will look it up in the matrix. For example: talk.
dialogue-more-search = Another one? Type words again. Was that all? Type `{ $done }`.
dialogue-groups-search = Type the name of the group, or a part of it.
dialogue-people-search = Type the name of your colleague, or a part of it.
dialogue-no-names = The list is still empty.
dialogue-day = If you say nothing, I will take { $day }. Another day is fine too, for example `friday` or `in 2 weeks`.
dialogue-found = **Do you mean one of these?**
dialogue-found-how = Type the number, or other words.
dialogue-which = **That can be more than one moment. Which do you mean?**
dialogue-suggestion = I would say **{ $option }**, but you decide. This is what I counted:
dialogue-rules = This is how I come to a suggestion. You decide.

dialogue-noted = ✓ { $label }: { $value }
dialogue-changed = Changed: **{ $label }** is now: { $value }
dialogue-added = Added to **{ $label }**.
dialogue-reopened = Your answer to **{ $label }** no longer counts. I will ask again.
dialogue-overview = **This is what you have so far:**
dialogue-no-choice = I cannot choose that here. Type a number from the list.
dialogue-cannot-skip = I really need this one. Not sure? Choose what comes nearest.
dialogue-nothing-before = This is the beginning. There is nothing before it.
dialogue-not-yet = { $open ->
    [one] There is 1 more question that I need before you can send.
   *[other] There are { $open } more questions that I need before you can send.
}
dialogue-no-media = I do not take pictures, videos, voice messages or files: young people can often be recognised in them, and I cannot check that. Describe in words what you saw. Shall I take your message away here? Type `{ $remove }`.
dialogue-taking-back = I am taking your message away. Write it differently.

dialogue-empty = There is nothing in it.
dialogue-no-option = “{ $typed }” does not fit this question. Choose a number or a word from the list.
dialogue-several-options = That can mean more than one: { $options }. Which?
dialogue-only-one = Choose one here.
dialogue-option-alone = “{ $option }” is chosen alone, not together with something else.
dialogue-too-short = That is too short. Write at least { $least } characters.
dialogue-too-long = That is { $length } characters. There is room for { $most }. Can you say it shorter?
dialogue-not-found = I cannot find “{ $typed }”. Try another word.
dialogue-no-day = I do not understand that day. Type for example `tomorrow`, `friday`, `3 december` or `in 2 weeks`.
dialogue-no-moment = I do not understand that moment. Type for example `last night half past ten`, `this morning` or `Sat 21 Nov 22:15`.
dialogue-not-in-calendar = That day is not in the calendar. Check it.
dialogue-not-on-the-clock = That time did not exist: the clock went forward an hour. Do you mean { $nearest }?
dialogue-ahead = { $moment } is still to come. When did it happen?
dialogue-too-far = { $moment } is very far away. Check it.

dialogue-summary = **Is this right?**
dialogue-summary-how = Change something? Type the number of its line. Done? Type `{ $send }`. Rather not? Type `{ $stop }`.
dialogue-summary-more = Want to tell more? Type `{ $more }`.
dialogue-alone = **Mind: nobody else can see this now, so nobody takes it up.** What do you want?

dialogue-guard = **I see something that looks like personal data.** I would rather not keep that:
dialogue-guard-soft = **Mind: this seems to say something about a person.** Do you need it for this signal?

dialogue-stopped = Ended. I have kept nothing. You can still remove your messages above yourself.
dialogue-parked = Fine, we let it rest. Type `{ $continue }` to go on; you can for { $days } more days. After that I erase it.
dialogue-nudge = We were not done yet. This is where we were; `{ $later }` is fine too.
dialogue-rests = This conversation rests now. Type `{ $continue }` to go on; you can for { $days } more days. After that I erase it.
dialogue-warning = There is a conversation at rest that you have not sent. **I will erase it tomorrow.** Type `{ $continue }` to go on.
dialogue-erased = I have erased the conversation that you had not sent.
dialogue-restored = I was put back from a backup. What you answered a short while ago may be lost. Type `{ $continue }` to see where we are; you can for { $days } more days.
dialogue-back = Here we are again.
dialogue-busy = You were in a conversation that is not sent yet. Type `{ $continue }` to go on, or `{ $anew }` to erase it and begin again.
dialogue-not-member = You are no longer a member of this team. I have erased what you had not sent.
dialogue-asked-privately = I will ask you in private.
dialogue-invited = I have invited you to a conversation with me alone. Accept the invitation and we will begin there.
dialogue-invited-again = **{ $person }**: I am still waiting for you in our conversation. Will you accept the invitation? I will let it go after a day.
dialogue-as-answer = Was this your answer? Then put a `'` before it.
dialogue-too-late = Changing your message no longer changes what you answered then.
