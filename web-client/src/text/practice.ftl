### Practice with the bot.

join-demo = You were given a link to a room. Say who you are and come in.
story = Story
heat = How upset is the customer?
heat-hint = Start at 3; move up when two sessions went well.
level = How much help
level-guided-hint = Longer pauses; Enter never cuts in by reflex.
level-standard-hint = One second to take a cut-in back.
level-exam-hint = No hints; what you send goes at once.
no-stories = This server has no stories yet. Ask whoever runs it.
