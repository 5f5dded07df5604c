# Een incident openen: wat er gevraagd wordt, en waarom.

incident-label-nature = Wat het was
incident-ask-nature = Wat wil je vastleggen?
incident-why-nature = Ook wat jullie tegenhielden is het bekijken waard. Dan is de evaluatie korter.

incident-label-what = Wat er gebeurde
incident-ask-what = Wat gebeurde er? Schrijf kort de feiten, zonder namen.
incident-why-what = Een paar zinnen is genoeg. De rest komt later in de tijdlijn, van ieder van jullie.

incident-label-when = Wanneer
incident-ask-when = Wanneer was dat? Bijvoorbeeld: gisteravond half elf.
incident-why-when = Hier begint de tijdlijn. Weet je het niet precies, dan mag een deel van de dag ook.

incident-label-where = Waar ongeveer
incident-ask-where = Waar ongeveer? Geen adres: een wijk, een plein of een station is genoeg.
incident-why-where = Een adres kan naar een jongere wijzen. Voor de evaluatie is de buurt genoeg.

incident-label-group = Groep
incident-ask-group = Om welke groep gaat het, als jullie dat weten?
incident-why-group = Ik ken alleen de schuilnamen van jullie lijst. Zo zien jullie later wat er rond een groep speelde.

incident-label-signals = Signalen
incident-ask-signals = Horen er signalen bij? Typ de nummers, bijvoorbeeld: S-2026-k7qd.
incident-why-signals = Ze komen in de tijdlijn. Wie een signaal niet mag zien, ziet ook die regel niet.

incident-label-with_whom = Welke partners
incident-ask-with_whom = Welke partners waren erbij, of moeten het weten?
incident-why-with_whom = Zij zien het incident, en doen mee met de evaluatie. Voor je opent laat ik precies zien wie wat te zien krijgt. Een keuze hier is nog geen wettelijke grondslag: je moet het ook mogen delen.

incident-label-label = Label
incident-ask-label = Welk label moet het krijgen?
incident-why-label = Het label zegt wie het mag zien. Het volgt uit met wie je deelt, en jij mag het veranderen. Het is geen wettelijke grondslag om te delen.

incident-label-named = Collega's bij naam
incident-ask-named = Welke collega mag dit ook zien?
incident-why-named = Wie je hier noemt, ziet het incident, ook als de rest van die organisatie het niet ziet.

incident-label-author_named = Je naam voor anderen
incident-ask-author_named = Mogen andere organisaties je naam zien?
incident-why-author_named = Anders zien zij alleen je organisatie, bijvoorbeeld ‘jongerenwerk’.
