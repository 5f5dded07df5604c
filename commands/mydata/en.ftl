mydata-summary = all that I hold about you, as a file for you alone
mydata-more = I send you a file with all that I hold about you: your settings, your teams, what you have a part in and what the log says of you. It comes only in your own conversation with me.

mydata-here = **This is all that I hold about you**, in { $files ->
    [one] one file
   *[other] { $files } files
 }. Only you get it.
mydata-stands = It stays here for { $days } days. Then I take it away, for what I erase must be gone here as well. Save it before if you need it, and keep it safe.
mydata-wrong = Is something wrong, or do you want something erased? Type `help privacy`.
mydata-file = mydata
mydata-title = All that is held about { $person }
mydata-for-you = For you alone
mydata-moment = { $day }, { $time }

mydata-about = About this file
mydata-about-what = Here stands all that the bot Schakel holds about you, on the day that stands above. Of a signal or incident you see what you may see now.
mydata-about-not = Not in it: what others wrote about you in words of their own, for those are not searched by name; what stands in the rooms and on the servers, for that the bot does not keep; and backups. Ask the operator of the bot for those.
mydata-about-rights = You can have corrected what is wrong, have erased what is yours, and complain. Type to the bot: help privacy.
mydata-you = You
mydata-account = Account: { $person }
mydata-language = Language that you chose: { $language ->
    [nl] Dutch
   *[other] English
 }
mydata-language-none = Language: you chose none
mydata-zone = Time zone that you chose: { $zone }
mydata-zone-none = Time zone: you chose none
mydata-identity = Public key by which I know you: { $key } (seen on { $at })
mydata-admin = You are an administrator of the bot. That stands in the settings.
mydata-teams = Teams
mydata-team = { $team }: { $what }
mydata-away = You are away through { $day }
mydata-team-chosen = In the room { $room } you mean team { $team }
mydata-rooms = Conversations of your own
mydata-room = { $room }, since { $at }
mydata-room-making = A conversation of your own is being made for you
mydata-messages = Messages
mydata-waiting = { $count ->
    [one] One message waits
   *[other] { $count } messages wait
 } for you, until { $until } at the latest
mydata-event-rows = Of { $count ->
    [one] one message in your own conversation I know that it was there and when, not what it said
   *[other] { $count } messages in your own conversation I know that they were there and when, not what they said
 }; the last row goes after { $until }
mydata-message-rows = Of { $count ->
    [one] one message of mine to you I know that it was there and when, not what it said
   *[other] { $count } messages of mine to you I know that they were there and when, not what they said
 }; the last row goes after { $until }
mydata-invited = I ask you once more to come to your own conversation, by { $until } at the latest
mydata-dialogue = Form that you are filling in: { $form } ({ $team })
mydata-dialogue-touched = Last answer: { $at }

mydata-signal = Signal { $number } ({ $team })
mydata-signal-is = { $status }, level { $level }, label { $label }
mydata-incident = Incident { $number } ({ $team })
mydata-incident-is = { $nature }, { $status }, label { $label }
mydata-not-shown = What it says I do not show you: you are no member of the team any more, or may not see it any more. Ask the operator of the bot for the content.
mydata-your-interpretation = Your interpretation:
mydata-feedback = Feedback by { $who } on { $at }: { $text }
mydata-closed = Closed on { $at }: { $reason }
mydata-line = Line { $line } of the timeline, by you, about { $at }: { $text }
mydata-said = You said in the evaluation on { $at } ({ $question }): { $text }
mydata-can = You can be at the evaluation on { $at }

mydata-part-at = { $part } ({ $at })
mydata-part-written = you wrote this
mydata-part-owned = this is yours to follow up
mydata-part-named = you are named in this
mydata-part-interpreted = you gave an interpretation
mydata-part-feedback = you gave feedback
mydata-part-asked = you asked whether more people may see it
mydata-part-asked-about = somebody asked whether you may see it
mydata-part-contact = you keep contact after the incident
mydata-part-line = you wrote a line of the timeline
mydata-part-said = you said something in the evaluation
mydata-part-evaluation = you take part in the evaluation
mydata-part-offered = somebody asked whether you take this over
mydata-part-proposed = you proposed this
mydata-part-confirmed = you confirmed this for your organisation
mydata-part-decided = you decided on this
mydata-part-other = you have a part in this
mydata-record = { $number } ({ $team }): { $roles }. { $words }
mydata-actions = Actions
mydata-action = { $what }, by { $day }
mydata-reminders = Reminders
mydata-reminder = { $what } ({ $when })
mydata-agreements = Agreements
mydata-agreement-no-text = There is no text to it.
mydata-proposals = Proposals for the matrix
mydata-refused = It did not go through: { $reason }
mydata-aftercare = Aftercare
mydata-aftercare-next = You take part in aftercare. I ask again how you are on { $at }. What you answer I do not keep.
mydata-aftercare-runs = You take part in aftercare. What you answer I do not keep.
mydata-coordinating = As a coordinator
mydata-held = You have { $number } kept longer
mydata-search-allowed = You let the operator search in team { $team } ({ $at })
mydata-log = Log
mydata-log-you = you
mydata-log-somebody = somebody
mydata-log-asked = you asked for what I hold about you
mydata-log-line = { $at }: { $act }
