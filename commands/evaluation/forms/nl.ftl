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
