# De eigen woorden van `schakel console`: alles wat niet de bot zegt.

console-welcome = Dit is { $name } in je terminal, zonder server. Je bent { $person } en staat in { $room }. Typ /help voor wat hier kan.
console-prompt = { $person } in { $room }>
console-prompt-thread = { $person } in { $room }, draad { $number }>
console-said = ({ $number }) { $name }:
console-said-where = ({ $number }) { $name }, { $where }:
console-where-room = in { $room }
console-where-thread = draad { $number }
console-where-reply = op { $number }
console-file = Bestand: { $name } ({ $kind }, { $size } bytes)
console-file-kept = Het staat in { $path }
console-file-not-kept = Ik kan het niet bewaren: { $why }
console-edited = ({ $number } aangepast)
console-redacted = ({ $number } ingetrokken)
console-reacted = ({ $number }) { $name } reageert met { $key }
console-direct-of = direct ({ $person })
console-people = Mensen: { $people }
console-people-admin = { $person } (beheerder)
console-rooms = Kamers: { $rooms }
console-now-in = Je bent { $person } en staat in { $room }.
console-thread-entered = Je schrijft nu in de draad van bericht { $number }. Typ /thread om eruit te gaan.
console-thread-left = Je schrijft weer buiten de draad.

console-unknown = /{ $word } ken ik niet. Typ /help voor wat hier kan.
console-usage = Zo typ je het: { $line }
console-bad-name = “{ $name }” kan hier geen naam zijn. Neem letters, cijfers, streepje of punt, hoogstens 30.
console-is-bot = { $name } is de bot; kies een andere naam.
console-no-message = Er is geen bericht { $number }.
console-elsewhere = Bericht { $number } staat in een andere kamer: { $room }.
console-not-yours = Bericht { $number } is niet van jou. Je kunt alleen je eigen berichten aanpassen of intrekken.
console-gone = Bericht { $number } is al ingetrokken.

console-help-intro = Wat je typt, zegt de persoon die je bent in de kamer waar je staat. Zo stuur je:
console-help-as = /as anna – wees iemand anders; wie er niet is, komt erbij
console-help-in = /in keten – ga naar een kamer; /in direct is je eigen gesprek met de bot
console-help-thread = /thread 3 – schrijf verder in de draad van bericht 3; /thread alleen: ga eruit
console-help-reply = /reply 3 tekst – antwoord op bericht 3
console-help-react = /react 3 1 – zet 1️⃣ onder bericht 3; een andere emoji mag ook
console-help-edit = /edit 3 tekst – pas je eigen bericht 3 aan
console-help-redact = /redact 3 – trek je eigen bericht 3 in
console-help-rooms = /rooms – welke kamers er zijn
console-help-people = /people – wie er zijn
console-help-help = /help – deze lijst
console-help-quit = /quit – stop
