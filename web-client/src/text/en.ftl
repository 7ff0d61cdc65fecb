### What the trainee's and the customer's pages say. Plain, kind, under 90 characters:
### what happened, then what to do. $address is how the customer is spoken of: "Mr Cole".

product = Hearout
tagline = Practise handling upset customers, by doing it.
loading = One moment, the room is opening.
not-loaded = This part of the page did not come.
not-loaded-text = Nothing that you wrote is lost. Load it again.
not-loaded-again = Load again
cancel = Cancel
close-dialog = Back

## Landing and practice

landing-lead =
    An upset customer. A clock that keeps whose turn it is. Hear them out, find out what went
    wrong, agree on what puts it right, and see afterwards what each of your lines did.
landing-staff = Staff sign in
landing-practise = Practise with the bot
code-ask = Have a workshop code?
code-hint = Six letters. It goes in by itself after the last.
code-wrong = A code has six letters and no vowels, as in KRT WBN. Check the screen.
code-go = Join
settings = Settings
landing-step-1 = Read your card: what happened, and what you may offer.
landing-step-2 = Talk. Cutting in is possible, visible, costs something, and can be repaired.
landing-step-3 = Look back: the whole conversation on one line, with every credit and its quote.

practice-title = Practise with the bot
join-title = Take your seat
name = What should we call you?
name-hint = 1 to 24 characters
name-wrong = A name of 1 to 24 characters, please.
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
comfort-play = The time allowance was set before; ask your instructor for more time.
vibration-hint = A phone also vibrates on “Your turn”, where that is allowed.
heat-1 = 1 Puzzled
heat-2 = 2 Cross
heat-3 = 3 Angry
heat-4 = 4 Furious
heat-5 = 5 Abusive
level-guided = Guided
level-standard = Standard
level-exam = Exam
consent = Your instructor can read this practice. It is kept 30 days, then deleted.
consent-days = Your instructor can read this practice. It is kept { $days ->
    [one] { $days } day
   *[other] { $days } days
  }, then deleted.
consent-kept = Names and words are deleted after { $days ->
    [one] { $days } day
   *[other] { $days } days
  }.
start = Start
go = Go
going = Going in…

## The card

ready = I'm ready

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
floor-w-customer = { $address } is talking.
floor-w-trainee = { $trainee } has the turn.
floor-w-hold = { $trainee } asked for a moment.
floor-w-open = Open floor. Either of them can speak.
floor-short-trainee = Trainee's turn
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

you = You
chip-mm_hm = Mm-hm
chip-i_see = I see
chip-go_on = Go on
chip-by = { $who }: { $chip }
sending = sending…
failed = Not sent.
debrief-loading = Bringing the whole conversation back.

## The composer

send = Send
step-in = Step in
cut-in = Cut in
about-to-cut-in = You would be cutting in. Esc to hold it.
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
held-local = Held. When { $address } has finished, send it or change it.
refused-resting = Send is resting; your words are still here.
refused-suspended = Paused; your words are still here.
refused-instructor_holds = Your instructor is speaking; your words are still here.
refused-queue_full = One message is already waiting; your words are still here.
refused-closed = The conversation is over; that message was not sent.
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

help = Help
stop = Stop
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
check-offline = No connection to the server. You can write your name already.
check-connecting = Still connecting. You can write your name already.
check-storage = This window keeps nothing. After a reload you would start again.
offline-retry = Trying again, attempt { $count }.
back-online = Back. Nothing was lost.
slow-link = Slow link. We allow for it in the timing.
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
lobby-last = The last session is running. Ask your instructor for a seat, or wait for the end.
lobby-next = Next session in about { $time }
lobby-code = Code { $code }
staff-away = Your instructor is away for a moment. Carry on; Stop works as ever.
asked-trainee-lost = Your trainee's connection is lost. What would you like meanwhile?
asked-alone = Nobody is free to practise with you just now. What would you like?
choose-bot = Practise with the bot
choose-watch = Watch another room
choose-wait = Wait
workshop-wrong-pin = That name and those digits open no place in this workshop.
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
