# De melding van een signaal en de duiding door een collega: wat er gevraagd wordt, waarom, en wat eromheen staat.

signal-label-danger = Direct gevaar
signal-ask-danger = Is er nu direct gevaar voor iemand?
signal-why-danger = Bij gevaar telt elke minuut, en ik ben geen alarmlijn. Dan bel je eerst 112; daarna kunnen we hier verder.
signal-note-emergency = **Bel nu 112.** Ik ben geen alarmlijn en bel niemand voor je. Is dat gedaan, dan kun je hier verder.
signal-note-doubt = **Twijfel je? Bel 112.** Zij kijken met je mee of er haast is. Daarna kun je hier verder.

signal-label-kind = Soort signaal
signal-ask-kind = Wat voor signaal is het?
signal-why-kind = Het soort bericht zegt wat kan helpen. Het zegt niets over wie de jongeren zijn: een drillvideo is op zichzelf geen gevaar.

signal-label-seen = Wat je zag
signal-ask-seen = Wat zag of hoorde je? Schrijf de feiten in je eigen woorden, zonder namen.
signal-why-seen = Eerst de feiten, daarna pas wat je ervan vindt. Dan kan een collega zelf nadenken over wat je zag.

signal-label-when = Wanneer
signal-ask-when = Wanneer was dat? Bijvoorbeeld: gisteravond half elf.
signal-why-when = Met het moment zien je collega's of er haast is, en of het past bij wat zij al weten.

signal-label-where_online = Waar online
signal-ask-where_online = Waar online was het te zien?
signal-why-where_online = Openbaar of besloten bepaalt wie er iets mee mag. In een besloten groep mogen politie en gemeente bijna nooit zelf kijken.

signal-label-platform = Platform
signal-ask-platform = Op welk platform was het?
signal-why-platform = Op elk platform gaat het anders: op het ene is een bericht zo weg, op het andere gaat het snel rond.

signal-label-how_known = Hoe je het weet
signal-ask-how_known = Hoe weet je het? Dit blijft binnen je eigen organisatie.
signal-why-how_known = Zelf gezien weegt anders dan van horen zeggen. Je bron is beschermd: andere organisaties zien dit niet, tenzij jij het vrijgeeft.

signal-label-certainty = Zekerheid
signal-ask-certainty = Hoe zeker is het?
signal-why-certainty = Hoe zeker het is, staat los van hoe ernstig het is. Een gerucht kan ernstig zijn en een feit klein. Ik tel die twee nooit bij elkaar op.

signal-label-reach = Bereik
signal-ask-reach = Hoe ver gaat het rond?
signal-why-reach = Hoe meer jongeren het zien, hoe eerder iets van online naar de straat gaat.

signal-label-change = Verandering
signal-ask-change = Is het gedrag online anders dan je gewend bent?
signal-why-change = Een plotselinge verandering zegt vaak meer dan één bericht.

signal-label-reputation = Gezichtsverlies
signal-ask-reputation = Wie kan hierdoor zijn gezicht verliezen?
signal-why-reputation = Wie zijn gezicht verliest, wil dat vaak rechtzetten. Zo loopt een ruzie op.

signal-label-group = Groep
signal-ask-group = Over welke groep gaat het? Kies een groepsnaam van jullie lijst, geen namen van jongeren.
signal-why-group = We kijken naar de groep en niet naar personen. Zo valt op als er meer speelt rond één groep. Staat de groep er niet bij? Sla over en vraag je coördinator om een groepsnaam.

signal-label-dynamics = Wat er speelt in de groep
signal-ask-dynamics = Wat speelt er in de groep, of tussen groepen?
signal-why-dynamics = Veel geweld van jongeren ontstaat in een groep. Wat daar speelt, laat zien waar je kunt helpen.

signal-label-concrete = Concreet genoemd
signal-ask-concrete = Wat wordt er concreet genoemd?
signal-why-concrete = Met een plaats, een tijd of een doelwit worden grote woorden eerder een plan.

signal-label-place = Plek
signal-ask-place = Om welke buurt of plek gaat het? Geen huisadres.
signal-why-place = Wie de plek weet, kan er op tijd zijn. Een huisadres wijst één persoon aan; dat vraag ik niet.

signal-label-testing = Stoer doen of serieus
signal-ask-testing = Lijkt het stoer doen, of lijkt het serieus?
signal-why-testing = Jongeren testen ons soms met grote woorden. En soms is juist een klein teken serieus.

signal-label-against = Wat ertegen pleit
signal-ask-against = Wat pleit ertegen dat het uit de hand loopt?
signal-why-against = Zo zien we niet alleen wat ons eerste idee bevestigt.

signal-label-contact = Wie contact heeft
signal-ask-contact = Wie heeft al contact met deze jongeren? Dit blijft binnen je eigen organisatie.
signal-why-contact = Contact gaat voor: misschien kan die collega eerst. Andere organisaties zien dit niet, zodat niemand het vertrouwen van jongeren kwijtraakt.

signal-label-done = Al gedaan
signal-ask-done = Wat is er al gedaan?
signal-why-done = Ook een gewoon gesprek telt als interventie. Zo doet niemand iets dubbel, en zien we later wat hielp.

signal-label-level = Ernst
signal-ask-level = Hoe ernstig vind jij de situatie?
signal-why-level = Het gaat over de situatie en nooit over een persoon. Ik reken geen score uit: jij beslist, en een collega kijkt mee.
signal-because-danger = Je zei dat er nu direct gevaar is.
signal-because-weapon = Er wordt een wapen genoemd of getoond.
signal-because-plan = Er is een oproep, dreiging of afspraak, met een plaats, een tijd of een doelwit.
signal-because-moving = Een groep van jullie lijst is onderweg, of heeft het over vervoer.
signal-because-signs = Er zijn twee of meer van deze tekenen: een oproep, dreiging of afspraak; een uitdaging of vernedering; het gaat door de wijk of verder; een plotselinge verandering; een groep kan zijn gezicht verliezen; rivaliteit, wraak of een aanjager; een plaats, tijd of doelwit; vervoer; het lijkt serieus.
signal-because-tension = Er is spanning, maar ik zie geen twee tekenen die elkaar versterken.
signal-because-mood = Het gaat over sfeer of een trend.
signal-note-phone = **Hoog: bel ook iemand.** Ik leg alleen vast. Na het versturen zeg ik wie je kunt bellen.

signal-label-with_whom = Met wie je deelt
signal-ask-with_whom = Met wie wil je dit delen?
signal-why-with_whom = Jij beslist als eerste wie het ziet. Het label volgt eruit, en voor je verstuurt laat ik precies zien wie wat te zien krijgt. Een keuze hier is nog geen wettelijke grondslag: je moet het ook mogen delen.

signal-label-label = Label
signal-ask-label = Welk label moet het krijgen?
signal-why-label = Het label zegt wie het mag zien. Het volgt uit met wie je deelt, en jij mag het veranderen. Het is geen wettelijke grondslag om te delen.

signal-label-youth_knows = Of de jongere het weet
signal-ask-youth_knows = Weet de jongere dat je dit deelt? Dit blijft binnen je eigen organisatie.
signal-why-youth_knows = Een jongere die zich verraden voelt, ben je kwijt. Daarom is het goed om vooraf te zeggen wat je moet delen.

signal-label-expects = Wat je verwacht
signal-ask-expects = Wat verwacht je van je collega's?
signal-why-expects = Dan weten zij of ze moeten lezen, meedenken of iets doen.

signal-label-feedback_by = Terugkoppeling voor
signal-ask-feedback_by = Wanneer wil je uiterlijk iets terughoren?
signal-why-feedback_by = Wie iets meldt, hoort ook wat ermee is gedaan. Ik houd de dag voor je in de gaten.

signal-label-named = Collega's bij naam
signal-ask-named = Welke collega mag dit ook zien?
signal-why-named = Wie je hier noemt, ziet het signaal, ook als de rest van die organisatie het niet ziet.

signal-label-release = Ook voor anderen
signal-ask-release = Wat van je eigen organisatie mogen anderen ook zien?
signal-why-release = Deze antwoorden blijven binnen je eigen organisatie. Alleen jij kunt ze vrijgeven, en alleen voor wie het signaal toch al ziet.

signal-label-author_named = Je naam voor anderen
signal-ask-author_named = Mogen andere organisaties je naam zien?
signal-why-author_named = Anders zien zij alleen je organisatie, bijvoorbeeld ‘jongerenwerk’.

interpretation-label-content = Inhoud
interpretation-ask-content = Wat zegt de inhoud, als je het nuchter leest?
interpretation-why-content = Begin bij wat er echt staat, en niet bij wie het waarschijnlijk schreef.

interpretation-label-reach = Bereik
interpretation-ask-reach = Hoe ver gaat dit rond, denk je?
interpretation-why-reach = Wat veel jongeren zien, gaat eerder van online naar de straat.

interpretation-label-change = Verandering
interpretation-ask-change = Is dit anders dan je van deze groep kent?
interpretation-why-change = Een plotselinge verandering zegt vaak meer dan één bericht.

interpretation-label-dynamics = Wat er speelt in de groep
interpretation-ask-dynamics = Wat zie jij in de groep, of tussen groepen?
interpretation-why-dynamics = De groep zegt vaak meer dan één jongere. Gezichtsverlies en wraak drijven een ruzie op.

interpretation-label-testing = Stoer doen of serieus
interpretation-ask-testing = Lees jij dit als stoer doen, of als serieus?
interpretation-why-testing = Jongeren testen ons soms met grote woorden. En soms is juist een klein teken serieus.

interpretation-label-missing = Wat nog ontbreekt
interpretation-ask-missing = Welke achtergrond ontbreekt nog?
interpretation-why-missing = Online zie je maar een stukje. Wie weet wat ontbreekt, kan er gericht naar vragen.

interpretation-label-against = Wat ertegen pleit
interpretation-ask-against = Wat pleit ertegen dat het uit de hand loopt?
interpretation-why-against = Zo zien we niet alleen wat ons eerste idee bevestigt.

interpretation-label-level = Ernst
interpretation-ask-level = Hoe ernstig vind jij de situatie?
interpretation-why-level = Jouw oordeel telt los van dat van de melder. Daarom laat ik dat pas zien als je klaar bent.

interpretation-label-certainty = Zekerheid
interpretation-ask-certainty = Hoe zeker is het, volgens jou?
interpretation-why-certainty = Hoe zeker het is, staat los van hoe ernstig het is. Ik tel die twee nooit bij elkaar op.

interpretation-label-first = Wie eerst
interpretation-ask-first = Wie kan het beste als eerste iets doen?
interpretation-why-first = Contact gaat voor. Jouw advies helpt de eigenaar kiezen; beslissen doet die zelf.

# Voor de eerste vraag.
signal-opening-112 = **Ik ben geen alarmlijn. Is er nu gevaar? Bel 112.**
signal-opening = We maken samen een signaal; dat duurt ongeveer drie minuten. Noem geen namen van jongeren: gebruik de groepsnaam van jullie lijst. Voor je verstuurt, zie je wie wat te zien krijgt.
signal-opening-wpg = **Politie en OM:** zet hier geen politiegegevens (Wpg). Verwijs naar het registratienummer in je eigen systeem.

# Rond het overzicht: wie ziet wat.
signal-sees = **Dit ziet wie, als je verstuurt:**
signal-sees-organisation = **{ $who }**
signal-sees-own = **{ $who }** (jouw organisatie)
signal-sees-person = **{ $who }** ({ $organisation }), door jou genoemd
signal-sees-all = { $who }: alles hierboven
signal-sees-all-but = { $who }: alles hierboven, maar niet: { $what }
signal-sees-only = { $who }: alleen { $what }
signal-sees-nothing = **{ $who }**: niets
signal-label-is = Label **{ $label }**: { $means } Een label is geen wettelijke grondslag: je moet het ook mogen delen.
signal-means-red = alleen jij, wie het oppakt, en wie jij noemt.
signal-means-amber-strict = iedereen van je eigen organisatie in dit team.
signal-means-amber = je eigen organisatie, en de organisaties waarmee je deelt.
signal-means-green = iedereen in dit team; wie niet op je lijst staat, ziet alleen wat is vrijgegeven.
signal-means-white = iedereen in dit team; wat is vrijgegeven mag in elke kamer van het team staan.
signal-name-hidden = Andere organisaties zien ‘{ $organisation }’, niet je naam.
signal-name-shown = Andere organisaties zien ook je naam.
signal-agreed-not = Er is afgesproken dat jouw organisatie dit niet deelt met: **{ $who }**. Zij zien het dus niet.
signal-absent = Van **{ $who }** doet nu niemand mee in dit team.
signal-can-take = { $count ->
    [one] **1 collega kan dit zien en oppakken:** { $who }.
   *[other] **{ $count } collega's kunnen dit zien en oppakken:** { $who }.
}
signal-nobody-sees = **Nu kan niemand anders dit zien.**

# Na het versturen.
signal-sent = ✓ **{ $number } is verstuurd.**
signal-sent-next = Pakt niemand het binnen een werkdag op, dan vraag ik het de coördinator. Uiterlijk { $day } hoor je iets terug.
signal-sent-how = Met meer organisaties delen: `{ $share }` en dan welke. Toch terugnemen: `{ $withdraw }`.

# Een collega duidt.
signal-interpret-opening = **Je kijkt mee naar { $number }.** Dit is gezien:
signal-interpret-first = Wat de melder ervan vindt, laat ik pas zien als je klaar bent. Zo blijft jouw oordeel van jezelf.
signal-interpretation-sees = Wie het signaal ziet, ziet ook jouw duiding, als die van ‘{ $organisation }’ en zonder je naam.
signal-interpretation-gone = Dit signaal kan nu niet meer geduid worden. Ik heb je antwoorden niet bewaard.
signal-interpreted = ✓ **Je duiding staat bij { $number }.** Naast elkaar:
signal-interpreted-next = Zien jullie het anders? Dat is geen fout: bespreek het, en let op wat nog ontbreekt.
signal-side-by-side = **{ $label }**: melder: { $reporter } | jij: { $colleague }
