# Nazorg voor professionals: af en toe de vraag hoe het gaat, alleen tussen de bot en één persoon.

aftercare-summary = na iets heftigs: ik vraag je af en toe hoe het gaat, en zeg wie je kunt bellen
aftercare-more = Dat gaat alleen in een gesprek met mij alleen. Niemand ziet wie dat doet. Je antwoordt met een cijfer, en dat bewaar ik niet.

aftercare-only-alone = Nazorg gaat alleen in een gesprek met mij alleen. Typ daar `{ $command }`. Niemand ziet wie dat doet. Hier heb ik niets gedaan.
aftercare-offer = Iets heftigs meegemaakt? Typ `{ $command }` in een gesprek met mij alleen. Niemand ziet wie dat doet.

aftercare-danger = **Is er nu gevaar? Bel 112.**
aftercare-what = **Iets heftigs meegemaakt? Dan kan ik je een paar keer vragen hoe het gaat:** na een paar uur, na een paar dagen, na een week, na vijf weken en na drie maanden. Dat doe ik op werkdagen, niet tussen { $quiet } en { $loud }.
aftercare-know = Goed om te weten:
aftercare-know-number = Je antwoordt met een cijfer. Ik vraag niet wat er gebeurd is, en je antwoord bewaar ik niet.
aftercare-know-nobody = Niemand hoort of ziet dat je meedoet: je collega's niet en je coördinator ook niet. Er is geen lijst.
aftercare-know-away = Wat wij hier over nazorg zeggen, haal ik binnen een uur weg, ook dit bericht. Een vraag waarop je niet antwoordt, gaat na een dag weg. Mag ik jouw bericht hier niet weghalen, dan zeg ik hoe jij dat doet.
aftercare-know-servers = Tot dan staat het versleuteld op de server. De eigen server vergeet het { $days } dagen nadat het is weggehaald; van andere servers weet ik dat niet. Wie de server beheert, ziet wel dat wij elkaar schrijven, maar niet wat.
aftercare-know-screen = Een melding op je scherm kan langer blijven staan.
aftercare-know-stop = Stoppen kan altijd met één woord: `{ $stop }`. Dan wis ik meteen alles.
aftercare-begin = Wil je dit? Typ `{ $yes }`.

aftercare-call = Met wie je kunt praten:
aftercare-call-now = Bel vandaag nog iemand:
aftercare-contact = **{ $name }**: { $phone }, nagekeken op { $day }
aftercare-contact-hours = **{ $name }**: { $phone } ({ $hours }), nagekeken op { $day }
aftercare-contact-old = **{ $name }**: { $phone }. Let op: dit nummer is op { $day } voor het laatst nagekeken. Het kan veranderd zijn.
aftercare-contact-old-hours = **{ $name }**: { $phone } ({ $hours }). Let op: dit nummer is op { $day } voor het laatst nagekeken. Het kan veranderd zijn.
aftercare-contacts-none = Hier is geen nummer ingesteld van iemand met wie je kunt praten. Vraag het aan wie mij beheert: { $who }. Of bel je huisarts of bedrijfsarts.
aftercare-contacts-none-nobody = Hier is geen nummer ingesteld van iemand met wie je kunt praten. Vraag het je leidinggevende, of bel je huisarts of bedrijfsarts.

aftercare-begun = **Je doet mee.** De eerste keer vraag ik je iets op { $when }.
aftercare-takes-part = **Je doet mee.** De volgende vraag komt op { $when }.
aftercare-takes-part-last = **Je doet mee.** De laatste vraag heb ik gesteld. Daarna wis ik alles.
aftercare-how-stop = Stoppen? Typ `{ $stop }`. Dan wis ik meteen alles. Dit gesprek over nazorg haal ik binnen een uur weg.
aftercare-stopped = **Je doet niet meer mee.** Alles is gewist, en dit gesprek over nazorg haal ik binnen een uur weg. Je mag altijd opnieuw beginnen: typ `{ $command }`.
aftercare-not-in = Je doet niet mee, dus er is niets om te stoppen. Dit gesprek haal ik binnen een uur weg.

aftercare-ask-first-day = **Even kijken hoe het nu gaat.** Je hoeft niets te vertellen.
aftercare-ask-days = **Hoe gaat het nu, een paar dagen later?** Dat het nog in je hoofd zit, is heel gewoon.
aftercare-ask-week = **We zijn een week verder. Lukt het slapen en eten? Pieker je veel?** Daar hoef je mij niets over te vertellen. Gaat het niet, praat dan met iemand.
aftercare-ask-weeks = **Heb je er nog last van?** Duurt het al ongeveer een maand, dan is hulp nu zinvol. Bel je bedrijfsarts of je huisarts.
aftercare-ask-months = **Dit is de laatste keer dat ik het vraag: hoe gaat het?** Heb je er nog last van, bel dan je bedrijfsarts of je huisarts.
aftercare-answer-well = het gaat wel
aftercare-answer-talk = ik wil een collega spreken
aftercare-answer-later = nu liever niet
aftercare-ask-how = Typ **1**, **2** of **3**. Je antwoord bewaar ik niet: ik haal het weg. Geen antwoord is ook goed; dan haal ik deze vraag na een dag weg. Stoppen? Typ `{ $stop }`.
aftercare-ask-last = Hierna wis ik alles. Je mag altijd opnieuw beginnen: typ `{ $command }`.

aftercare-heard-well = Fijn om te horen. Je antwoord heb ik nergens bewaard.
aftercare-heard-talk = **Goed dat je het zegt.** Je antwoord heb ik nergens bewaard. Ik vraag dus ook niemand om jou te bellen: dat moet je zelf doen.
aftercare-heard-later = Dat is goed, je hoeft niets. Je antwoord heb ik nergens bewaard. Wil je later toch met iemand praten:
aftercare-heard-gone = Dit bericht haal ik binnen een uur weg.
aftercare-heard-words = **Een cijfer is genoeg: 1, 2 of 3.** Wat je schreef, heb ik niet bewaard. Wil je erover praten? Dat kan beter met iemand dan met mij.
aftercare-heard-words-search = Zocht je iets anders? Typ `{ $help }`.
