### What the staff of a workshop see: its wall, its queue, what they do in a room.

## The wall

wall-count = { $count ->
    [one] one room
   *[other] { $count } rooms
}
wall-first = Needs you first
wall-sort = Re-sort
wall-find = Find
wall-all-calm = All rooms are calm.
wall-none-found = No room by that name or number.
wall-to-grade = To grade ({ $count })
wall-lobby = Lobby ({ $count })
wall-keys = 1–9 open a room, Enter the neediest, R re-sort, / find, B bell, + a minute more, . pause or go on
shortcuts = Keys
shortcuts-on = Single keys are shortcuts, outside of text fields

tile-observer = { " " }(+{ $name })
tile-instructor = an instructor
tile-side-customer = C
tile-side-trainee = T
tile-looks = { $by } is looking
tile-seen = seen by { $by } { $seconds ->
    [one] 1 s
   *[other] { $seconds } s
} ago
phase-word-read = reading the card
phase-word-play = talking
phase-word-wrap = finishing
phase-word-debrief = looking back
phase-word-closed = over
need-colleague = wants a colleague
need-reported = reports abuse

asks-help = { $group ->
    [0] { $name } in the lobby asks for you.
   *[other] { $name } in room { $group } asks for you.
}
asks-stopped = Room { $group } pressed Stop.
asks-colleague = { $name } in room { $group } brings in a colleague: you?
asks-reported = { $name } in room { $group } reports abuse.
asks-open = Open room { $group }

## The queue

back-to-wall = All rooms
queue-next = Next
queue-done = Everything is graded.
queue-room = Session { $session }, room { $group }: { $trainee }
queue-anew = begun anew
queue-reported = abuse reported
queue-age = ended { $age } ago
queue-marked = { $marked } of { $items } marked
queue-hints = { $count ->
    [0] no hints
    [one] one hint ready
   *[other] { $count } hints ready
}
queue-more = { $count } more wait behind these.
queue-keys = N opens the next room

## A room

room-number = Room { $group }:
room-gone = There is no such room here.
back-to-queue = All that wait for marks
room-before = Room before
room-after = Next room
room-keys = P pause, T take over as the customer, S step in yourself, A tag as abusive, E end, X waive the latest charge, [ ] the rooms beside, J join as the colleague; 1–5 mark, 0 n/a, ↑ ↓ item, Enter takes the hint, G overall, + − F moment, W whisper, Ctrl+Enter release
take-over = Take over as the customer
taken-over = Another instructor plays the customer
hand-back = Hand the customer back
line-evidence = ^ evidence: { $items }
marks-hint-from = Hint { $level },
marks-seen = What was seen
take-away = Take the room away:

cards-title = Both cards
cards-trainee = { $who }: the trainee's card
cards-customer = { $who }: the customer's card

part-customer = You play { $customer }
part-words-customer = Your words, as { $customer }
part-words-colleague = Your words, as the colleague
part-say = Say it
part-more = Say it, more to come
part-settled = Is it settled for { $customer }?
part-settled-yes = Yes
part-settled-partly = Partly
part-settled-no = No
part-floor-none = Open floor: either of you can speak.
part-floor-customer = You have the floor.
part-floor-trainee = The trainee has the floor.
part-floor-instructor = You have the floor as yourself.
part-floor-hold = The trainee is looking something up.
part-floor-suspended = Paused.
part-offer = { $who } brings in a colleague. Join?
part-join = Join as the colleague
part-colleague = You are the colleague
part-colleague-how = Everybody hears you; the customer can answer in between. The talk is handed over when you leave.
part-colleague-leave = Leave, and hand over

pin = Show this moment on the projector
pin-other = Show this one instead
pin-shown = On the projector, without names.
pin-off = Take it off

## The projector

projector-lane = Who has the floor, in all rooms together
projector-customer = customers
projector-trainee = trainees
projector-open = open
projector-full = Full screen
projector-moment = Look at this moment
projector-party-customer = Customer
projector-party-trainee = Trainee
projector-party-instructor = Colleague
projector-rings = Bell
