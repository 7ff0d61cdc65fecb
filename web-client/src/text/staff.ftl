### The instructor's pages.

staff-title = Workshops and rooms
staff-new-workshop = New workshop
staff-none = No room is open. Rooms appear here by themselves.
room-people = { $trainee } with { $customer }
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
anger-now = Anger
trust-now = Trust
trend-up = rising
trend-down = falling
trend-flat = steady
score-now = Floor score
cut-ins = Cut-ins

## Controls

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

## Verdicts

verdicts = Verdicts
verdicts-none = No act has been judged yet.
waived-badge = waived
repaired-badge = given back
points = { $points } points.
compared = Measured { $measured } ms against { $limit } ms.
margin = Over by { $ms } ms.
rtt = Round trip { $ms } ms.
held-line = held back:

rule-while_composing = The customer was writing.
rule-announced_pause = The customer had announced more.
rule-vent_pause = The customer went on, in the opening story.
rule-simultaneous = Both started within a reaction time.
rule-latency = The delay hid that the customer had begun.
rule-resumed = The customer went on after a pause that looked like the end.
rule-talked_over = The customer came in over the trainee.
rule-overlap = Both spoke for too long.
rule-barrage = One sentence chopped into listening noises.
rule-yield_deadline = Did not stop in time.
rule-window_ran_out = The quiet window ran out.
rule-terminal_overlap = On the customer's last word.
rule-customer_first = The customer may come in at any time.
rule-listening_noise = Short enough for a listening noise.
rule-chip = A listening chip.
rule-ack_gap = Too soon after the last listening noise to count.
rule-rest = Send was resting after a cut-in.
rule-limit = A limit set on a turn tagged abusive.
rule-turn_cap = The customer's turn was over its cap.
rule-grace = Within the grace after a pause.
rule-stall = The link had stood still.
rule-rtt_unfit = The round trip was too long to judge.
rule-rtt_unknown = No round trip measured yet.
rule-strict = Strict mode holds what would cut in.
rule-suspended = The room was paused.
rule-instructor = The instructor was speaking.
rule-no_sign_of_life = No sign of an answer.
rule-hold_promise = The hold outlasted its promise.
rule-session_end = The session ended first.
rule-short = It ended before it could be judged.

choose-line = Line of { $time }, { $who }
