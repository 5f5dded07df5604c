action-summary = actions after an evaluation: see, finish, move, hand over
action-more = Without a number you see what is open. I keep asking after an action until it is done, dropped with a reason, or taken over by somebody else.
