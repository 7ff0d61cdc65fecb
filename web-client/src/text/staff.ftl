### The instructor's pages.

staff-title = Rooms
staff-none = No room is open. Rooms appear here by themselves.
staff-denied = This link does not open the instructor's pages.
room-people = { $trainee } with { $customer }
room-open = Open
room-anger = Anger { $anger }
room-floor-score = Floor { $score }
phase-read = reading
phase-play = playing
phase-wrap = finishing
phase-debrief = debrief
phase-closed = closed
player-bot = bot
player-peer = person
player-instructor = instructor
back-to-rooms = All rooms
live-lane = Who had the floor
now = now
anger-now = Anger
trust-now = Trust
heard-now = Heard
trend-up = rising
trend-down = falling
trend-flat = steady
score-now = Floor score
cut-ins = Cut-ins
pause-room = Pause
resume-room = Resume
barge-in = Step in yourself
barge-out = Hand it back
tag-abusive = Tag this turn abusive
end-room = End
end-title = End this conversation?
end-text = Both people see that their instructor ended it early.
end-confirm = End it
waive = Waive
waive-reason = Why? Both values stay in the record.
waive-confirm = Waive the charge
waive-title = Waive this charge?
verdicts = Verdicts
verdicts-none = No act has been judged yet.
evidence = Evidence
evidence-empty = Nothing yet.
margin = over by { $ms } ms
rtt = round trip { $ms } ms
points = { $points } points
points-back = { $points } back
held-line = held back
refused-line = not taken
notes-facts =
    { $count ->
        [0] no facts told
        [one] one fact told
       *[other] { $count } facts told
    }
read-moves = read as: { $moves }
observer-note = You see both sides. Nobody sees you looking.
