evaluation-summary = samen terugkijken op een incident: het pad, de sessie, de acties, het rapport, de les
evaluation-more = Ik vraag iedereen eerst apart, zoek een datum, leid de vragen en houd de acties bij. Wat iemand vooraf zegt, zien anderen pas als die persoon het vrijgeeft.
