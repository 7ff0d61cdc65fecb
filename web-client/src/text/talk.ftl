### What the card and the conversation say. $address is how the customer is spoken of: "Mr Cole".

## The card

card-title = Your card
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

## The transcript

transcript = Conversation
cut-in-mark = cut in
given-back-mark = “Sorry, please go on.”
says-again = says it again
did-hand_over = { $who } brought in a colleague:
did-end_by_policy = { $who } ended it by policy:
was-cut-off = was cut off here
typing = { $who } is writing…
sent = sent
failed-edit = Put it back
resend-cut = Say it again
still-empty = The conversation starts here.

## The composer

composer-label = Your message
composer-hint-yours = Say it in your own words…
composer-hint-customer = Draft while you listen…
send-early = Send now
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
hold-it = Hold it
held-ready = Held for you. Send it now, or change it.
held-stale = { $address } has spoken since. Does it still fit?
held-auto = Goes out by itself when the floor is yours.
held-send = Send it
held-change = Change it
held-discard = Discard
limit-empty = Write the limit first, then set it.
more-empty = Write the first part, then say there is more.

## Header, clock, stop

clock-left = left
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
stopped-end = End it here
finish-title = Finish the conversation?
finish-text = { $address } is asked whether it is settled. Then you see how it went.
finish-text-customer = Is it settled for you?
answer-yes = Yes
answer-partly = Partly
answer-no = No
finish-confirm = Finish

## Notices

slow-short = Slow link, we allow for it

## Spoken status (F2 and /floor)

nothing-to-give = There is nothing to give back just now.

## A workshop, as its members see it

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
