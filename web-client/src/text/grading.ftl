### Marks, for graders and for the debrief.

level-name = { $level ->
    [0] n/a
   *[other] { $level }
  }
passing-passed = Passed, { $total }.
passing-total_low = Not yet, { $total }.
passing-floor_low = Not yet: too many cut-ins. Total { $total }.
passing-critical = One thing must change first. Total { $total }.
passing-not_gradable = Too much does not apply: it cannot be graded.
total-parts = Rubric { $rubric }, floor { $floor }
critical-K1 = Demeaning or discriminatory words
critical-K2 = A lie or a promise beyond authority, not corrected
critical-K3 = Gives away or asks for forbidden personal data
critical-K4 = Leaves without a next step
moment-good = good
moment-growth = growth
moment-flag = flag

## The grader's panel

marks-title = Marks
marks-method = { $title }
marks-hint = hint { $level }
marks-evidence = seen in: “{ $quote }”
marks-evidence-none = not seen at all
marks-typed = typed, not sent
marks-sent = sending…
marks-stored = stored
marks-by = { $by }
marks-hinted = hint accepted
marks-machine = by the system
marks-row = { $name }, weight { $weight }
marks-anchor = { $level } = { $anchor }
marks-overall = Overall view
overall-1 = clear fail
overall-2 = borderline
overall-3 = pass
overall-4 = good
overall-5 = excellent
marks-total-hidden = The total shows once every item and your overall view are in.
marks-disagree = Your overall view and the total disagree. Check before release.
marks-near = Within 6 of the pass mark.
marks-keys = 1–5 mark, 0 n/a, ↑ ↓ item, Enter takes the hint, G overall, + − F moment, W whisper, [ ] room, Ctrl+Enter release
release = Release
release-undo = Undo
release-in = Goes out in { $seconds } s.
released = Released by { $by }. A change now wants a reason.
marks-left = { $count ->
    [one] one item left
   *[other] { $count } items left
  }
moments-title = Moments
moments-on = On { $time }: “{ $quote }”
moments-none = Choose a line of the transcript first.
whisper-label = Whisper to { $who } only
whisper-send = Whisper
whisper-exam = No whispers in an exam.
critical-title = Critical items
critical-none = none
critical-reason = What happened? The chosen line is quoted.
critical-set = Mark as critical
critical-back = Take back
revise-title = Change a released mark
revise-reason = Why? The trainee sees the mark as revised, with this reason.
revise-confirm = Change it
release-others = An instructor decides when the trainee sees these marks.
