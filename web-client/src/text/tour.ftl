### The walk over the floor: who may speak, tried out.

tour-title = The floor, in two minutes
tour-step = Step { $n } of { $all }
tour-listen = Ms Reyes is talking: the bar leans to her side. Show that you listen. It never takes the floor.
tour-listen-do = Press Mm-hm, or Alt+1.
tour-quiet = She has paused. The ring runs out before the floor opens, as she may still go on.
tour-quiet-do = Wait for it. There is nothing to press.
tour-yours = Now the bar leans to you: it is your turn. Answer in a few words, then hand the floor over.
tour-yours-do = Write something, and press Over to you, or Ctrl+Enter.
tour-cut = She talks again, and the button has turned into scissors: sending now would cut her off.
tour-cut-do = Try it. Here it costs nothing.
tour-repair = You cut in: your line is marked, she starts again, and 20 of your 100 points for the floor are gone. Within 8 seconds you can give it back, for half of them.
tour-repair-do = Press Give it back, or Alt+G.
tour-done = The floor is hers again. That is all there is to know; Help and the question mark say it again.
tour-leave = Skip this
tour-to-practice = Choose a story
tour-once-more = Once more
tour-line-1 = I waited two hours for that truck. Two hours, on boxes!
tour-line-2 = And when it came at last, there was no time left to
tour-line-3 = As I was saying: there was no time left to clean, so I lost my deposit.
tour-chip = You: Mm-hm
tour-cut-words = Can I just have your booking number?
tour-name = Dana Reyes
tour-address = Ms Reyes
