### Setting a workshop up, its wall, and the projector.

set-up-title = New workshop
set-up-name = Name of the workshop
set-up-consent = What people are told before they come in
set-up-consent-hint = Your instructor can read this practice.
set-up-people = People expected
set-up-read = Read, seconds
set-up-play = Play, seconds
set-up-debrief = Look back, seconds
set-up-switch = Change seats, seconds
set-up-blocks = Blocks
set-up-heat = How upset the customer is
set-up-level = Coach level
pairing = Who plays the customer
pairing-bot = The bot
pairing-pairs = Each other, in pairs
pairing-threes = Each other, in threes with an observer
plan = Plan
plan-line = { $threes ->
    [0] {""}
    [one] { $threes } three,
   *[other] { $threes } threes,
} { $pairs ->
    [0] {""}
    [one] { $pairs } pair,
   *[other] { $pairs } pairs,
} { $bot ->
    [0] nobody alone with the bot
   *[other] { $bot } with the bot
} · { $sessions ->
    [one] one session
   *[other] { $sessions } sessions
} · { $time } in all
open-lobby = Open the lobby
qr-label = QR code of the link to join
people = People
projector = Projector
projector-join = Go to { $host } and type
wall-none = There is no such workshop here.
wall-shut = closed to newcomers
wall-paused = Paused
wall-rooms = Rooms, the neediest first
wall-calm = Calm ({ $count })
wall-moved = { $count ->
    [one] One room changed its place, press R
   *[other] { $count } rooms changed their place, press R
}
wall-people = People ({ $count })
start-round = Start
extend-all = +1 min all
pause-all = Pause all
resume-all = Go on
ring = Bell
level-calm = calm
level-watch = watch
level-needs = needs you
tile-room = Room { $group }
tile-people = { $trainee } with { $customer }
tile-bot = the bot
tile-anger = Anger { $anger }, { $trend }
tile-up = rising
tile-down = falling
tile-flat = steady
need-help = asks for help, { $seconds } s
need-stopped = pressed Stop
need-lost = somebody is gone, { $seconds } s
need-anger = the customer is angry
need-cut-ins = { $count } cut-ins in 90 s
need-not-begun = nothing said yet
need-silent = nobody talks, { $seconds } s
person-away = away
person-lobby = lobby
person-room = room { $group }
remove = Remove
remove-person = Remove { $name }
shut = Let nobody else in
unshut = Let people in again
end-workshop = End the workshop
end-workshop-ask = End the workshop for everybody?
