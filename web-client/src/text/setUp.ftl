### Setting a workshop up: what it is to be, and what it comes to.

set-up-from = Begin from
template-pairs = In pairs, an hour
template-threes = In threes with an observer
template-taster = Alone with the bot, short
template-copy = A copy of { $title }
set-up-nameless = a workshop without a name
set-up-method = Method that marks follow
set-up-stories = Stories; sessions go through them in turn
set-up-buffer = Wait for slow rooms, seconds
set-up-marks = Passed from 65 of 100, with a floor score of 40 or more and nothing critical.
set-up-next = Then you get the code, its QR and link, and the projector's link. The set-up is kept on this device, to begin from again.
plan-start = Begins at
plan-seats-bot = Everyone is the trainee in each session.
plan-seats-pairs = In each block everyone is trainee once and customer once.
plan-seats-threes = In each block everyone is trainee, customer and observer once.
plan-odd = In each block one person practises with the bot, nobody twice before all have.
plan-bot-third = { $people } in pairs practise with the bot while the threes take their third turn.
plan-anew = No repeat partners.
plan-again = Some people meet again: there are not enough for so many blocks.
plan-end = Ends at { $end }; at { $latest } if every session waits for slow rooms.
set-up-denied = Only an instructor of the firm sets a workshop up.
