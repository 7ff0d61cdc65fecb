### The debrief: what happened, what it cost, what it earned.

step-feel = Feel
step-rate = Rate yourself
step-answers = Your answers
step-views = Your view
views-text = Your own level of each item. The trainee sees it once their own view is in.
step-look = Look together
step-keep = Keep one, try one
step-next = Next
feel-label = How do you feel, in one word?
rate-first = First your own view. Others' marks open after this.
rate-not-there = It did not come up
rate-send = That is my view
heard-label = How well did you feel heard? 1 not at all, 5 fully
heard-told = How well the customer felt heard
note-helped = What helped you?
note-would_help = What would have helped?
note-keep = One thing to keep
note-try = One thing to try next time
note-save = Save
note-saved = Saved: { $text }
told-helped = What helped
told-would_help = What would have helped
marks-waiting = Your view is in. Your session is still being marked.
marks-out = { $by } has marked your session.
critical-told = One thing must change before you can pass:
compare-item = Item
compare-you = You
compare-marked = Instructor
compare-heard = Felt heard
observer = Observer
noticed = What you noted
hoped-ask = What were you hoping for here?
note-hoped = What you were hoping for
compare-revised = revised: { $why }
outcome-none = The conversation ended without a result.
outcome-satisfied = { $address } left satisfied.
outcome-grudging = { $address } accepted, grudgingly.
outcome-manager = { $address } asked for your manager.
outcome-walk_out = { $address } walked out.
outcome-unresolved = It ended unresolved.
outcome-handed_over = You handed { $address } over to a colleague.
outcome-ended_by_policy = You ended it by your policy, after fair warning.
outcome-safety_miss = Something about safety was missed.
reason-settled = Both sides closed it.
reason-outcome = The customer's own decision.
reason-time = The time ran out.
reason-staff = Your instructor ended it.
reason-left = Somebody left.
settled-yes = Settled: yes.
settled-partly = Settled: partly.
settled-no = Settled: no.

fact-anger = Anger
fact-anger-value = { $from } → { $to }
fact-anger-peak = highest { $peak }
fact-floor = Floor score
fact-floor-note =
    { $count ->
        [0] no cut-ins
        [one] one cut-in
       *[other] { $count } cut-ins
    }
fact-cost = What your cut-ins cost
fact-cost-theirs = What the cut-ins cost
fact-cost-value = { $seconds } s
fact-cost-none = Nothing had to be said twice.
fact-cost-note = for things said again
fact-found = Facts found
fact-found-note =
    { $keys ->
        [0] none of them key
        [one] one of them key
       *[other] { $keys } of them key
    }

timeline = The whole conversation
timeline-hint = Left and right keys step through the moments.
lane-customer = Customer
lane-you = You
lane-trainee = Trainee
lane-anger = Anger
lane-moments = Moments
moment-of = Moment { $n } of { $all }.
moment-previous = Previous moment
moment-next = Next moment
no-moments = No moments were marked.
show-table = Show as a table
hide-table = Show as a picture
table-time = Time
table-what = What
table-anger = Anger

moments-seconds = It was said again ({ $seconds } s).
moments-given-back = The floor was given back: half the cost removed.
moments-waived = The instructor cancelled the charge.

verdict-interruption = Cut in while { $address } was talking.
verdict-no_yield = Kept talking after both had started.
verdict-backchannel = A listening noise. Always free.
verdict-backchannel_excess = A listening noise soon after another: shown, not counted.
verdict-collision = You both started at once. No penalty.
verdict-smooth = Came in just as { $address } had finished. A smooth turn.
verdict-overlap_terminal = Came in on the last word. No penalty.
verdict-short_turn = A short try that ended by itself.
verdict-customer_overlap = { $address } came in over you. Nobody is charged for that.
verdict-held_early = Sent early, so it was held until { $address } had finished.
verdict-attempt = Tried to cut in; the message was held.
verdict-resting = Sent while Send was resting; not delivered.
verdict-step_in = Stepped in after a long turn. Free.
verdict-boundary = Set a limit. Never charged.
verdict-grace = Just after a pause, nobody is charged.
verdict-void_link = The link stumbled, so it does not count.
verdict-void_pause = During a pause, nothing counts.
verdict-void_instructor = While the instructor spoke, nothing counts.
verdict-dead_air = { $address } waited a long time with no sign from you.
verdict-hold_overrun = The wait was longer than promised.
verdict-unresolved = Still open when the conversation ended.
verdict-points = { $points } points.
verdict-would = It would be { $points } points.

evidence-title = What each line did
evidence-credits = Credits
evidence-faults = Faults
evidence-hints = Hints
evidence-notes = Also seen
evidence-none = Nothing was recognised in these lines.
contest = This is wrong
contested = Contested: left out, and both values stay on record.
evidence-machine = The machine shows evidence; people give marks.

finding-premature_apology = Apologised before knowing what for
finding-wrong_apology = Apologised for the wrong thing
finding-parroting = Repeated the words instead of summing up
finding-repeat_question = Asked something already told
finding-name_overuse = Used the name too often
finding-summary_full = Summed up all that matters
finding-summary_part = Summed up part of it
finding-summary_wrong = Summed up something wrong
finding-offer_below_floor = Offered less than could be accepted
finding-offer_counter = Offer answered with a counter-offer
finding-offer_accepted = Offer accepted
finding-offer_over_loss = Offered well over the loss
finding-offer_over_authority = Offered more than you may
finding-offer_in_vent = Offered before the story was told
finding-no_credit_left = Said again; it counts only so often
finding-not_understood = Not recognised
finding-promise = A promise
finding-vent_heard = Heard the story to its end

move-0 = Greeting
move-1 = Used the name
move-2 = Encouraged to go on
move-3 = Asked to understand
move-4 = Named the feeling
move-5 = Apologised for what went wrong
move-6 = Apologised in general
move-7 = Summed up
move-8 = Took it on
move-9 = Asked what would put it right
move-10 = Made a specific offer
move-11 = Vague assurance
move-12 = Promised too much
move-13 = Said what can be done
move-14 = Hid behind policy
move-15 = Blamed the customer
move-16 = Argued
move-17 = Was rude
move-18 = Set a limit
move-19 = Announced a hand-over
move-20 = Announced a wait
move-21 = Passed on without a word
move-22 = Agreed what happens next
move-23 = Checked it settles the matter
move-24 = Thanked
move-25 = Closed

transcript-title = The conversation, line by line
practice-again = Practise again

fairness-title = Fairness sheet: what was excused, and why
fairness-charged =
    { $charged ->
        [0] No act was charged.
        [one] One act was charged,
       *[other] { $charged } acts were charged,
    }{ $charged ->
        [0] { "" }
       *[other] {" "}{ $repaired } given back, { $waived } cancelled by the instructor.
    }
fairness-rtt = Largest round trip: { $ms } ms.
fairness-no-rtt = No round trip was measured.
fairness-none = Nothing had to be excused.
excuse-collision = You both spoke at once.
excuse-collision-simultaneous = You both started in the same moment.
excuse-collision-latency = The link's delay hid that the customer had begun.
excuse-collision-resumed = The customer went on after a pause that looked like the end.
excuse-collision-talked_over = The customer came in over you.
excuse-grace = Just after a pause, when nobody is charged.
excuse-void_link = The link stumbled.
excuse-void_link-stall = The link stood still and let everything through at once.
excuse-void_link-rtt_unfit = The round trip was too long to judge anything.
excuse-void_link-rtt_unknown = No round trip had been measured yet.
excuse-void_pause = The room was paused.
excuse-void_instructor = The instructor was speaking.

try-again-here = Try again from here

recognised-moment-thats_right = { $address } said: “That's right.”
recognised-moment-feel_heard = { $address } said: “I feel heard.”
observed-good = Your observer noted that this helps.
observed-growth = Your observer noted that this could grow.
observed-flag = Your observer wants to look at this.
noted-good = Your instructor marked this as good.
noted-growth = Your instructor marked this as a place to grow.
noted-flag = Your instructor flagged this.
