# Wat ieder vooraf apart gevraagd wordt, en waarom.

before-label-expected = Vooraf verwacht
before-ask-expected = Wat hadden jullie vooraf verwacht of afgesproken?
before-why-expected = Zo zien we straks waar het anders liep dan gedacht.

before-label-happened = Wat er gebeurde
before-ask-happened = Wat gebeurde er, zoals jij het zag?
before-why-happened = Ieder zag een stuk. Samen wordt het een geheel.

before-label-not_shared = Niet of laat gedeeld
before-ask-not_shared = Welke signalen zijn niet of laat gedeeld, en waarom was dat toen logisch?
before-why-not_shared = Het gaat om hoe het liep, niet om wie het deed.

before-label-effect = Wat hielp
before-ask-effect = Wat had effect, en wat versterkte het juist?
before-why-effect = Dit komt straks bij de interventies, zodat anderen ervan leren.

before-label-hurt = Wie is geraakt
before-ask-hurt = Wie is er geraakt (jongeren, ouders, buurt, collega's), en wat is nodig? Noem geen namen.
before-why-hurt = Herstel begint bij wie het raakte.

before-label-keep = Houden
before-ask-keep = Wat ging goed en willen we houden?
before-why-keep = Ook wat goed ging, is een les.

before-label-differently = Volgende keer
before-ask-differently = Wat doen we volgende keer anders?
before-why-differently = Samen kiezen jullie er een tot drie uit.

before-label-release = Vrijgeven
before-ask-release = Mogen de anderen je antwoorden zien als de termijn voorbij is?
before-why-release = Tot dan ziet niemand ze. Je kunt dit later nog veranderen.

before_light-label-happened = Wat er gebeurde
before_light-ask-happened = Wat was er aan de hand, zoals jij het zag?
before_light-why-happened = Ieder zag een stuk. Samen wordt het een geheel.

before_light-label-effect = Wat het tegenhield
before_light-ask-effect = Wat hield het tegen?
before_light-why-effect = Dit komt straks bij de interventies, zodat anderen ervan leren.

before_light-label-keep = Houden
before_light-ask-keep = Wat willen we daarvan houden?
before_light-why-keep = Wat werkt, willen we vaker doen.

before_light-label-release = Vrijgeven
before_light-ask-release = Mogen de anderen je antwoorden zien als de termijn voorbij is?
before_light-why-release = Tot dan ziet niemand ze. Je kunt dit later nog veranderen.
# De vragen van de sessie, en waarom.

session-label-expected = Verwacht of afgesproken
session-ask-expected = Wat hadden we vooraf verwacht of afgesproken?
session-why-expected = Wie weet wat het plan was, ziet ook waar het anders liep. Dat is geen fout.

session-label-happened = Wat er gebeurde
session-ask-happened = Wat gebeurde er, in tijdlijn (online en fysiek)?
session-why-happened = Feiten eerst. Ieder zag een ander stuk; samen wordt het één verloop.

session-label-signals = Signalen
session-ask-signals = Welke signalen waren er, wie had ze, wanneer?
session-why-signals = Vaak had iemand een stukje. Zo zien jullie wie wat wist, en wanneer.

session-label-not_shared = Niet of laat gedeeld
session-ask-not_shared = Welke signalen hebben we niet of laat gedeeld, en waarom was dat toen logisch?
session-why-not_shared = Er was een reden om iets niet te delen. Die reden leert meer dan de vraag wie het was.

session-label-interpreted = Duiding
session-ask-interpreted = Hoe hebben we geduid? Inhoud, bereik, verandering, reputatie, groep.
session-why-interpreted = Hoe je iets leest, bepaalt wat je doet. Kijk ook naar wat er anders was dan anders.

session-label-serious = Testgedrag of serieus
session-ask-serious = Was het testgedrag of serieus; waaraan zagen we dat, of niet?
session-why-serious = Dit is vooraf moeilijk te zien. Wat jullie toen zagen, helpt de volgende keer.

session-label-interventions = Interventies
session-ask-interventions = Welke interventies deden we (ook gewone contacten)?
session-why-interventions = Ook een praatje op straat is een interventie.

session-label-effect = Effect
session-ask-effect = Wat had effect, wat versterkte het juist?
session-why-effect = Wat goed bedoeld is, kan een ruzie groter maken. Zonder dit leert de matrix niets.

session-label-dynamics = Groepsdynamiek
session-ask-dynamics = Welke groepsdynamiek speelde, los van individuen?
session-why-dynamics = Kijk naar de groep: druk, aanzien, publiek. Niet naar wie het deed.

session-label-trust = Contact en vertrouwen
session-ask-trust = Wie had contact; wat betekende ons handelen voor het vertrouwen van jongeren?
session-why-trust = Vertrouwen dat weg is, komt langzaam terug.

session-label-roles = Rol, bevoegdheid en besluit
session-ask-roles = Waren rol, bevoegdheid en besluit duidelijk?
session-why-roles = Onduidelijk wie besluit, is meestal geen fout van één persoon.

session-label-not_allowed = Wat niet mocht
session-ask-not_allowed = Wat mocht niet, en was dat ook echt zo?
session-why-not_allowed = Soms denken we dat iets niet mag, en blijkt dat anders.

session-label-feedback = Terugkoppeling
session-ask-feedback = Kreeg de melder iets terug?
session-why-feedback = Wie niets terughoort, meldt de volgende keer minder snel.

session-label-hurt = Wie geraakt is
session-ask-hurt = Wie is geraakt (jongeren, ouders, buurt, collega's), wat hebben zij nodig, wie doet dat?
session-why-hurt = Herstel begint bij wie geraakt is, ook als dat een collega is.

session-label-keep = Houden
session-ask-keep = Wat ging goed en willen we houden?
session-why-keep = Wat goed ging, gaat alleen vanzelf weer goed als je weet waarom.

session-label-differently = Volgende keer anders
session-ask-differently = Wat doen we volgende keer anders? Eén tot drie acties, eigenaar, datum.
session-why-differently = Weinig acties die gebeuren, zijn beter dan veel die blijven liggen.

session-label-share = Delen
session-ask-share = Wat delen we in de keten, met welk label?
session-why-share = Anderen kunnen hiervan leren, zonder namen of plaatsen.

session-label-matrix = Matrix, afspraken, training
session-ask-matrix = Moet iets in matrix, afsprakenkaart of training veranderen?
session-why-matrix = Zo komt een les terug waar jullie hem weer tegenkomen.

session-label-safe = Veilig en nuttig
session-ask-safe = Is deze evaluatie zelf veilig en nuttig geweest (1-5)?
session-why-safe = 1 is niet, 5 is heel erg. Het gaat over het gesprek, niet over personen.

# De vragen over wat jullie tegenhielden.

session_light-label-happened = Wat er gebeurde
session_light-ask-happened = Wat gebeurde er bijna, en hoe liep het af?
session_light-why-happened = Feiten eerst. Ieder zag een ander stuk; samen wordt het één verloop.

session_light-label-effect = Effect
session_light-ask-effect = Wat hield het tegen, en wat had het juist erger kunnen maken?
session_light-why-effect = Wat goed bedoeld is, kan een ruzie groter maken. Zonder dit leert de matrix niets.

session_light-label-signals = Signalen
session_light-ask-signals = Welke signalen waren er, wie had ze, wanneer?
session_light-why-signals = Vaak had iemand een stukje. Zo zien jullie wie wat wist, en wanneer.

session_light-label-keep = Houden
session_light-ask-keep = Wat ging goed en willen we houden?
session_light-why-keep = Wat goed ging, gaat alleen vanzelf weer goed als je weet waarom.

session_light-label-differently = Volgende keer anders
session_light-ask-differently = Wat doen we volgende keer anders? Eén tot drie acties, eigenaar, datum.
session_light-why-differently = Weinig acties die gebeuren, zijn beter dan veel die blijven liggen.

session_light-label-safe = Veilig en nuttig
session_light-ask-safe = Is deze evaluatie zelf veilig en nuttig geweest (1-5)?
session_light-why-safe = 1 is niet, 5 is heel erg. Het gaat over het gesprek, niet over personen.
