action-summary = acties na een evaluatie: zien, afronden, verzetten, overdragen
action-more = Zonder nummer zie je wat openstaat. Een actie blijf ik navragen tot die klaar is, vervalt met een reden, of een ander die overneemt.
