### Practice with the bot.

join-demo = You were given a link to a room. Say who you are and come in.
story = Story
heat = How upset is the customer?
heat-hint = Start at 3. After two good sessions a higher level is suggested here.
level = How much help
level-guided-hint = Longer pauses; Enter never cuts in by reflex.
level-standard-hint = One second to take a cut-in back.
level-exam-hint = No hints; what you send goes at once.
no-stories = This server has no stories yet. Ask whoever runs it.

## The walk over the floor, as it is offered

tour-offer = New here? Walk over the floor first.
tour-offer-text = Two minutes, by doing it: who may speak, what cutting in costs, how to repair it.
tour-start = Show me the floor
tour-again = The floor in two minutes

## What to try next

suggest-up = Two in a row went well, with a floor of 80 or more. A harder customer next?
suggest-down = Two in a row went badly. One level lower makes room to try things.
suggest-take = Choose { $heat }

## Progress

progress = Your last sessions
progress-hint =
    Kept on this device only; nobody else sees it. Levels are your own; behind a stroke stands an
    instructor's, where one has marked and released.
progress-forget = Forget them
progress-session = Session
progress-outcome = How it ended
progress-floor = Floor, of 100
progress-total = Instructor's total
ended-none = –
ended-satisfied = settled
ended-grudging = grudgingly
ended-manager = asked for a manager
ended-walk_out = walked out
ended-unresolved = unresolved
ended-handed_over = handed over
ended-ended_by_policy = ended by policy
ended-safety_miss = safety missed
