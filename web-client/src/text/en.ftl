### What the trainee's and the customer's pages say. Plain, kind, under 90 characters:
### what happened, then what to do. $address is how the customer is spoken of: "Mr Cole".

product = Hearout
tagline = Practise handling upset customers, by doing it.
loading = One moment, the room is opening.
cancel = Cancel
close-dialog = Back

## Landing and practice

landing-lead =
    An upset customer. A clock that keeps whose turn it is. Hear them out, find out what went
    wrong, agree on what puts it right, and see afterwards what each of your lines did.
landing-staff = Staff sign in
landing-practise = Practise with the bot
code-ask = Have a workshop code? Six letters.
landing-step-1 = Read your card: what happened, and what you may offer.
landing-step-2 = Talk. Cutting in is possible, visible, costs something, and can be repaired.
landing-step-3 = Look back: the whole conversation on one line, with every credit and its quote.

practice-title = Practise with the bot
join-title = Take your seat
join-demo = You were given a link to a room. Say who you are and come in.
story = Story
name = What should we call you?
name-hint = 1 to 24 characters
name-wrong = A name of 1 to 24 characters, please.
heat = How upset is the customer?
heat-hint = Start at 3; move up when two sessions went well.
heat-1 = 1 Puzzled
heat-2 = 2 Cross
heat-3 = 3 Angry
heat-4 = 4 Furious
heat-5 = 5 Abusive
level = How much help
level-guided = Guided
level-guided-hint = Longer pauses; Enter never cuts in by reflex.
level-standard = Standard
level-standard-hint = One second to take a cut-in back.
level-exam = Exam
level-exam-hint = No hints; what you send goes at once.
comfort = Comfort
comfort-hint = Private to you. Your partner only sees a calmer clock.
time-allowance = Time allowance
time-times = × { $times }
text-size = Text size
text-normal = Normal
text-large = Large
text-largest = Largest
sounds = Sounds when the floor changes
announce-floor = Read floor changes aloud (screen reader)
consent = Your instructor can read this practice. It is kept 30 days, then deleted.
start = Start
go = Go
no-stories = This server has no stories yet. Ask whoever runs it.

## The card

card-title = Your card
ready = I'm ready
ready-waiting = Ready. Waiting for the other person.
ready-in = Starts by itself in { $time }
card-part-situation = The situation
card-part-may_offer = What you may offer
card-part-steps = Steps to try
card-part-who = Who you are
card-part-happened = What happened
card-part-feel = How you feel
card-part-openings = Your opening lines
card-part-facts = Tell only if asked
card-part-satisfies = What would settle it
card-part-worse = What would make it worse
card-part-limits = Limits of this role
card-tap = Tap a line to put it in your message; change it as you like.
play-with-bot = { $address } is played by a bot.
play-with-peer = { $address } is played by another person.
play-with-instructor = { $address } is played by your instructor.

## The floor bar

floor-customer = { $address } is talking. Keep listening.
floor-customer-quiet = { $address } has paused, and may go on.
floor-customer-more = { $address } has more to say. Keep listening.
floor-customer-long = That was a long turn. You may step in kindly.
floor-again = Listening again. Let { $address } finish.
floor-yours = Your turn. { $address } is waiting for you.
floor-yours-quiet = Still your turn. Go on, or hand it over.
floor-open = Open floor. Either of you can speak.
floor-paused = Paused. Nothing counts now.
floor-partner-lost = Connection dropped. The clock is stopped.
floor-instructor = Your instructor is speaking.
floor-hold = You asked for a moment. { $address } is waiting.
floor-over = Time. This conversation is over.
floor-c-yours = Your turn. Tell them; hand over when you are done.
floor-c-more = You kept your turn. Go on when you are ready.
floor-c-theirs = { $partner } is answering. You may come in at any time.
floor-c-hold = { $partner } asked you to wait a moment.
floor-short-customer = Customer is talking
floor-short-yours = Your turn
floor-short-theirs = Their turn
floor-short-open = Open floor
floor-short-again = Listening again
floor-short-paused = Paused
floor-short-more = More to come
floor-short-step-in = You may step in
floor-short-instructor = Instructor
floor-short-hold = On hold
floor-short-over = Over
floor-seconds = { $seconds } s

## The transcript

transcript = Conversation
you = You
cut-in-mark = cut in
given-back-mark = “Sorry, please go on.”
says-again = says it again
did-hand_over = { $who } brought in a colleague:
did-end_by_policy = { $who } ended it by policy:
was-cut-off = was cut off here
typing = { $who } is writing…
chip-mm_hm = Mm-hm
chip-i_see = I see
chip-go_on = Go on
chip-by = { $who }: { $chip }
sending = sending…
sent = sent
failed = Not sent.
failed-edit = Put it back
resend-cut = Say it again
debrief-loading = Bringing the whole conversation back.
still-empty = The conversation starts here.

## The composer

composer-label = Your message
composer-hint-yours = Say it in your own words…
composer-hint-customer = Draft while you listen…
send = Send
send-early = Send now
step-in = Step in
cut-in = Cut in
hold-for-me = Hold for me
hold-short = Hold
over-to-you = Over to you
more-to-say = More to say
set-limit = Set a limit
ways = Other ways
ways-title = Other ways to go on
ask-moment = Ask for a moment
ask-moment-hint = One minute on hold. Say first why, and how long. Only on your turn.
moment-running = { $address } waits for you, up to a minute.
moment-back = I am back
hand-over = Bring in a colleague
hand-over-hint = You brief them in one line, so that nothing has to be told twice.
hand-over-ask = Your colleague's briefing, in one line
hand-over-confirm = Bring them in
end-by-policy = End by our policy
end-by-policy-hint = For abuse that goes on after a clear limit. It asks for your reason.
end-by-policy-ask = Your reason, for the record
end-by-policy-confirm = End the conversation
give-back = Give it back
rests = Send rests { $seconds } s
chips = Listening chips
actions = What you can do
too-long = { $over } characters too many. Send it in two parts.
about-to-cut-in = You would be cutting in. Esc to hold it.
hold-it = Hold it
cut-in-first = You cut in. { $address } will say it again. Give it back?
cut-in-practice = Practice cut-in, not scored. { $address } will say it again. Give it back?
cut-in-again = Cut in again. Let { $address } finish; you will get your turn.
repaired = Thank you. Floor handed back, half the cost removed.
waived = Your instructor cancelled that cut-in.
collision = You both spoke at once. No penalty. Your message is held.
collision-open = You both spoke at once. No penalty.
held-why-attempt = { $address } was talking, so your message is held.
held-why-early = Your message goes out when { $address } has finished.
held-why-void = The link stumbled. No penalty; your message is held.
boundary = Limit set. Setting a limit is never charged.
stepped-in = You stepped in after a long turn. No charge.
held-ready = Held for you. Send it now, or change it.
held-local = Held. When { $address } has finished, send it or change it.
held-stale = { $address } has spoken since. Does it still fit?
held-auto = Goes out by itself when the floor is yours.
held-send = Send it
held-change = Change it
held-discard = Discard
refused-resting = Send is resting; your words are still here.
refused-suspended = Paused; your words are still here.
refused-instructor_holds = Your instructor is speaking; your words are still here.
refused-queue_full = One message is already waiting; your words are still here.
refused-closed = The conversation is over; that message was not sent.
limit-empty = Write the limit first, then set it.
more-empty = Write the first part, then say there is more.
error-not_stored = Not stored. Your words are safe here; try again in a moment.
error-too_fast = Too many messages at once. Wait a moment and send again.
error-too_long = That message is too long. Send it in two parts.
error-denied = That is not possible just now.
error-wrong_phase = That is not possible just now.
error-not_found = That place is not open any more.
error-seat_taken = Somebody already sits there. Ask for another link.
error-full = The server is full. Try again in a few minutes.
error-malformed = The page and the server did not understand each other. Reload the page.
error-version = This page is older than the server. Reload the page.

## Header, clock, stop

clock-left = left
help = Help
stop = Stop
finish = Finish
help-title = How this works
help-floor = The bar above your message always says who may speak.
help-chips = Mm-hm, I see and Go on never take the floor. Use them.
help-cut = Sending while { $address } talks cuts in: it is marked, and is said again from the start.
help-repair = After a cut-in you have 8 s to give the floor back: half the cost is gone.
help-keys = Keys and commands
key-enter = Send
key-over = Send and hand over
key-chips = Mm-hm, I see, Go on
key-hold = Hold my message for later
key-give = Give the floor back
key-limit = Send as a limit
key-more = Send, and there is more to come
key-status = Say who has the floor
key-esc = Take back a cut-in within its second
key-commands = Typed commands
stopped-text = Stopped. Nobody sees why. Take the time you need.
stopped-resume = Go on
stopped-end = End the conversation
finish-title = Finish the conversation?
finish-text = { $address } is asked whether it is settled. Then you see how it went.
finish-text-customer = Is it settled for you?
answer-yes = Yes
answer-partly = Partly
answer-no = No
finish-confirm = Finish
time-one-minute = One minute left.
time-left-say = { $time } left.
no-time = No time limit.
wrap = Time. Finish your sentence.

## Notices

partner-lost = { $who }'s connection dropped. The clock is stopped.
partner-back = { $who } is back.
paused = Paused by your instructor.
paused-partner = Paused.
offline = You are offline. Your words are safe here.
offline-retry = Trying again, attempt { $count }.
back-online = Back. Nothing was lost.
slow-link = Slow link. We allow for it in the timing.
slow-short = Slow link, we allow for it
moved-tab = This session is open in another tab.
moved-text = One tab at a time holds the seat. Your words are kept.
use-here = Use it here
gone-title = This session is not open here any more.
gone-text = It may have ended, or the link belongs to another room. You can practise with the bot.
refused-title = The server would not let this page in.
instructor-joins = Your instructor has joined the conversation.
cut-off-you = You were cut off. Say it again from where you like.

## Spoken status (F2 and /floor)

status-line = { $floor } { $clock } { $held }
status-held =
    { $count ->
        [0] Nothing held.
        [one] One message held.
       *[other] { $count } messages held.
    }
status-clock = { $time } left.
command-help = Commands: /floor, /time, /hold, /giveback, /stop, /help.
command-unknown = No such command. { command-help }
nothing-to-give = There is nothing to give back just now.
nothing-to-hold = Write something first, then hold it.
says = { $who }: { $text }

## Coach and grading

coach = Coach, only to you: { $text }
error-conflict = Somebody else marked this first. Look at their mark, then change it if you must.
error-incomplete = Something is still to be marked.
error-reason_wanted = Say why: both values stay in the record.
error-stopping = The server is about to restart. All is stored; rooms stand still and go on by themselves.

## A workshop, as its members see it

workshop-join = Join the workshop
workshop-code = Code { $code }
workshop-wrong-code = No open workshop with that code. Check the screen, or practise with the bot.
workshop-other-device = I was here on another device
workshop-pin = Your four digits
workshop-pin-hint = They stood in the lobby of your first device.
workshop-come-back = Come back
lobby-title = You are in
lobby-open = Waiting for your instructor to start. This page goes on by itself.
lobby-switch = The next session begins in a moment.
lobby-late = A session is running. You have a seat in the next one.
lobby-over = The workshop is over. Thank you for practising.
lobby-people = { $count ->
    [one] { $count } person here
   *[other] { $count } people here
}
lobby-pin = To change device: your name and { $pin }
lobby-session = Session { $session } of { $sessions }
lobby-left = { $time } left
lobby-paused = Paused by your instructor
gathering-open = Lobby
gathering-read = Reading
gathering-play = Playing
gathering-wrap = Finishing
gathering-debrief = Looking back
gathering-switch = Changing seats
gathering-over = Over
ask-help = Ask your instructor
asked-help = Your instructor is on the way. Cancel
watch-title = You are watching
watch-text = Note what helps and what does not. Neither of them sees you.

## Staff who take part

instructor-plays = { $address } is now played by your instructor.
instructor-back-bot = { $address } is played by the bot again.
instructor-back-peer = { $address } is played by the other person again.
colleague-asked = A colleague has been asked. Stay with { $address } until then.
colleague-none = No colleague was free. The conversation is handed over.
colleague-in = Your instructor has joined as your colleague.
colleague-name = Colleague (your instructor)
