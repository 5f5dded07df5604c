# The words of `schakel console` itself: everything that is not said by the bot.

console-welcome = This is { $name } in your terminal, without a server. You are { $person }, in { $room }. Type /help for what you can do here.
console-prompt = { $person } in { $room }>
console-prompt-thread = { $person } in { $room }, thread { $number }>
console-said = ({ $number }) { $name }:
console-said-where = ({ $number }) { $name }, { $where }:
console-where-room = in { $room }
console-where-thread = thread { $number }
console-where-reply = to { $number }
console-file = File: { $name } ({ $kind }, { $size } bytes)
console-file-kept = It is in { $path }
console-file-not-kept = I cannot keep it: { $why }
console-edited = ({ $number } edited)
console-redacted = ({ $number } redacted)
console-reacted = ({ $number }) { $name } reacts with { $key }
console-direct-of = direct ({ $person })
console-people = People: { $people }
console-people-admin = { $person } (administrator)
console-rooms = Rooms: { $rooms }
console-now-in = You are { $person }, in { $room }.
console-thread-entered = You now write in the thread of message { $number }. Type /thread to leave it.
console-thread-left = You write outside the thread again.

console-unknown = I do not know /{ $word }. Type /help for what you can do here.
console-usage = Type it like this: { $line }
console-bad-name = “{ $name }” cannot be a name here. Use letters, digits, a dash or a dot, at most 30.
console-is-bot = { $name } is the bot; choose another name.
console-no-message = There is no message { $number }.
console-elsewhere = Message { $number } stands in another room: { $room }.
console-not-yours = Message { $number } is not yours. You can edit or redact only your own messages.
console-gone = Message { $number } has been redacted already.

console-help-intro = What you type is said by the person you are, in the room you are in. To steer:
console-help-as = /as anna – be somebody else; who is not there yet comes in
console-help-in = /in keten – go to a room; /in direct is your own chat with the bot
console-help-thread = /thread 3 – go on in the thread of message 3; /thread alone: leave it
console-help-reply = /reply 3 text – reply to message 3
console-help-react = /react 3 1 – put 1️⃣ under message 3; another emoji works too
console-help-edit = /edit 3 text – change your own message 3
console-help-redact = /redact 3 – take back your own message 3
console-help-rooms = /rooms – which rooms there are
console-help-people = /people – who is there
console-help-help = /help – this list
console-help-quit = /quit – stop
