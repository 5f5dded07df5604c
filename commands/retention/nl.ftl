# Hoe lang iets bewaard wordt, en wat er blijft als het weg is.

retention-ends-yours = **{ $number }** wordt op { $day } gewist: daarna is de bewaartermijn van { $days } dagen voorbij. Lees het nog een keer met `{ $show }` als je er iets van nodig hebt.
retention-ends = **{ $number }** wordt op { $day } gewist: daarna is de bewaartermijn van { $days } dagen voorbij. Wie het opvolgt of schreef, weet het ook.
retention-ends-frozen = Let op: de evaluatie ligt stil omdat er een onderzoek loopt. Vraag de jurist of dit bewaard moet blijven.
retention-hold-how = Moet het langer bewaard blijven? Typ `{ $command }` en waarom. Anders hoef je niets te doen.
retention-hold-ask = Moet het langer bewaard blijven? Vraag je coördinator. Anders hoef je niets te doen.
retention-only-coordinators = Alleen een coördinator kan { $number } langer bewaren. Vraag het daar, en zeg waarom.
retention-hold-why = Zeg er ook bij waarom, bijvoorbeeld: `{ $command } er loopt een onderzoek`. Dat wordt vastgelegd.
retention-gone = { $number } is er niet meer.
retention-held = **{ $number } blijft bewaard tot en met { $day }.** Dat staat in het logboek, en je reden staat erbij.
retention-held-more = Een week voor het einde hoor je het weer. Wordt het eerder gesloten of verandert er iets, dan geldt de langste termijn.
retention-held-until = **Langer bewaard** tot en met { $day }: { $reason }

erased-gone = Dit is weg:
erased-shown = wat het liet zien: ik haal { $mine ->
    [one] één bericht
   *[other] { $mine } berichten
} van mij weg, en { $theirs ->
    [one] één bericht
   *[other] { $theirs } berichten
} van mensen waar ik dat mag
erased-stays = Dit kan ik niet weghalen:
erased-stays-read = wat iemand al heeft gelezen, overgenomen of gefotografeerd, of wat nog in iemands app staat
erased-stays-theirs = berichten van mensen in kamers waar ik dat niet mag; daar zeg ik hoe het wel kan
erased-stays-servers = wat op de servers staat: de eigen server vergeet een weggehaald bericht na { $redaction } dagen; van andere servers weet ik dat niet
erased-stays-backups = reservekopieën: die blijven { $backups } dagen, en worden onleesbaar als de beheerder de sleutel vervangt, binnen 30 dagen
erased-stays-trace = dat dit nummer er was en wanneer het verdween, zonder inhoud, en het logboek
