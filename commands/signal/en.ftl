signal-summary = report what you see, and follow what becomes of it
signal-more = Without a number you begin a report: I ask you in private what you saw, in about three minutes. With a number you read the signal, if you may see it. After that: `take` (you follow it up), `interpret` (you look as a second pair of eyes), `share`, `name` and `label` (who sees it), `feedback` (what the reporter hears), `close` with a reason, and `withdraw` by the reporter.

signal-unknown = I know no signal “{ $typed }”, or you may not see it. Type `{ $command }` for what you may see.
signal-deeds = “{ $word }” is nothing I can do with a signal. I can do `{ $command }` followed by: `take`, `interpret`, `share`, `name`, `label`, `feedback`, `close` or `withdraw`.
signal-not-there = I take words about a signal only where everybody may see that signal. There they may not. I did nothing with it, and take your message away there if I may. Type it again here: `{ $command }` and then your text.

signal-level-0 = information
signal-level-1 = low (green)
signal-level-2 = raised (orange)
signal-level-3 = high (red)
signal-status-new = new
signal-status-interpreting = being interpreted
signal-status-taken = taken
signal-status-closed = closed

signal-title = **{ $number }** – { $level }, { $status }
signal-reported = Reported on { $day } at { $time } by { $author }.
signal-owner = Who follows it up: { $who }.
signal-no-owner = Nobody has taken it yet.
signal-label = Label: { $label }.
signal-shared-with = Shared with: { $who }. That counts for label amber and wider.
signal-named = Named: { $who }.
signal-feedback-by = The reporter hears something before { $day }.
signal-nothing-released = Nothing of what it says has been released for everybody here.
signal-views = { $count ->
    [one] **Two views side by side.** One colleague looked too:
   *[other] **Side by side.** { $count } colleagues looked too:
}
signal-view-of = { $organisation } ({ $day })
signal-view-of-reporter = reporter
signal-feedback-was = **Feedback** from { $who } on { $day }: { $text }
signal-feedback-read = Read on { $day }.
signal-feedback-unread = Not read yet.
signal-closed-because = **Closed** on { $day }: { $reason }
signal-no-basis = A label is no legal basis for sharing.
signal-deed-take = `{ $command }`: you follow it up
signal-deed-interpret = `{ $command }`: you look as a second pair of eyes
signal-deed-feed-back = `{ $command }` and your text: the reporter hears it
signal-deed-share = `{ $command }` and an organisation: it may see it too
signal-deed-close = `{ $command }` and a reason: done
signal-deed-withdraw = `{ $command }`: you take it back, and I erase it

signal-taken = You follow up { $number }. The reporter hears so. Let them hear something before { $day }: `{ $command }` and your text.
signal-taken-own = You follow up { $number }.
signal-taken-told = Your signal { $number } has been taken by { $who } ({ $organisation }).
signal-wave = **Do you want to take { $number }?** Type `{ $take }`. A reaction is not encrypted, so it does not count.

signal-is-closed = { $number } is closed already.
signal-owned = { $who } follows up { $number } already.
signal-owned-by-you = You follow up { $number } already.
signal-is-yours = You reported { $number } yourself. A colleague does this.
signal-interpreted-before = You have interpreted { $number } already.
signal-not-owner = That is for who follows up { $number }. Is that you? Then type `{ $command }` first.
signal-no-part = That is for the reporter, or who follows up { $number }. Is that you? Then type `{ $command }` first.
signal-not-author = Only the reporter of { $number } can do that.
signal-already-so = It is so already for { $number }.
signal-partners-agreed-not = The partners have agreed that this organisation does not get this. So I do not share { $number }.

signal-name-unknown = I do not know “{ $typed }” in this team. Name somebody like this: `{ $command } @name:server`.
signal-label-how = Which label? Choose from: { $labels }.
signal-wish-share = share with { $organisation }
signal-wish-name = name { $who }
signal-wish-label = label { $label }
signal-widened = Done for { $number }: { $wish }. The log tells of it.
signal-narrowed = That is no longer so wide for { $number }: { $wish } has been changed. What somebody has read already I cannot take back.
signal-widened-told = { $who } did this with your signal { $number }: { $wish }. By your agreement that needs no question. You do not want it? You can always turn it back.
signal-asked = I ask the reporter. If they say nothing before { $day }, it stays as it is. You will hear from me.
signal-asked-before = I have asked that already. You will hear from me.
signal-asks-you = **May this be done with your signal { $number }: { $wish }?** { $who } ({ $organisation }) asks.
signal-asks-you-how = Type `{ $yes }` or `{ $no }`. Tomorrow or later: `{ $command } { $yes }`. If you say nothing, it is no from { $day } on. You need not say why.
signal-not-asked = That question is not open any more.
signal-granted = Good, done: { $wish }. Who asked hears so.
signal-denied = Good, then it stays as it is. Who asked hears only that it was not shared.
signal-was-shared = { $number }: shared ({ $wish }).
signal-was-not-shared = { $number }: not shared ({ $wish }).
signal-author-gone = The reporter is no member of this team any more. So this cannot be done.

signal-feedback-how = Put behind `{ $command }` what the reporter may know.
signal-feedback-told = **Feedback** on your signal { $number }, from { $who } ({ $organisation }):
signal-feedback-receipt = Have you read it? Type `{ $read }`. Tomorrow or later: `{ $command }`.
signal-feedback-sent = Sent to the reporter. You will hear when they have read it.
signal-feedback-noted = Thank you, I pass that on.
signal-feedback-none = There is no feedback that you had not read yet.
signal-feedback-read-told = The reporter has read your feedback on { $number }.
signal-remark-long = That is { $length } characters. At most { $most } fit. Can you say it in fewer?
signal-close-how = Put behind `{ $command }` why it is done.
signal-closed = { $number } is closed. The reporter hears the reason.
signal-closed-told = Your signal { $number } has been closed by { $who }. The reason:

signal-withdraw-sure = **Are you sure that you want to take back { $number }?** I then erase it for everybody, and that cannot be undone. Type `{ $yes }`.
signal-withdrawn = **{ $number } has been taken back.**
signal-withdrawn-content = what it says, with interpretations and feedback: its key has been overwritten
signal-withdrawn-told = { $number } has been taken back by the reporter. You need not do anything with it any more.

signal-notice = **New signal { $number }:** { $level }.
signal-notice-shared = **Signal { $number } is now shared with you too:** { $level }.
signal-notice-kind = Kind: { $what }.
signal-notice-asks = Asked: { $what }.
signal-notice-how = Read: `{ $show }`. Take: put 👋 under this message, or type `{ $take }`.
signal-notice-calls = { $people }: will you see that somebody takes this?
signal-notice-gone = Here stood a message that I cannot show any more.
signal-notice-named = Somebody has named you in signal **{ $number }** ({ $level }). So you may see it. Type `{ $show }`.
signal-notice-to-you = There is a signal that you may see: **{ $number }** ({ $level }). There is no room in which I can say so. Type `{ $show }`.
signal-phone-now = **Phone now.** I only write it down. Danger now? Phone 112. Your phone list:
signal-phone = { $organisation }: { $entry }
signal-phone-old = { $organisation }: { $entry } (not checked again yet)
signal-phone-none = **Phone your own duty officer now.** I only write it down. Danger now? Phone 112.

signal-group = **Look at the group “{ $group }” together.** In { $days } days several signals came about it. Those that you may see ({ $count }):
signal-group-unnamed = **Look at a group together.** In { $days } days several signals came about the same group. Those that you may see ({ $count }):
signal-group-entries = You can begin with this:
signal-group-not-persons = Look at what the group does and what is going on, not at persons.
signal-untaken = After a working day nobody follows up signal { $number } yet. Ask around who does.
signal-feedback-due = Today the reporter of { $number } should hear something from you. Short will do: “taken up, I cannot say more”. Type `{ $command }` and your text.
signal-feedback-late = The reporter of signal { $number } still waits for feedback. Ask who gives it.
