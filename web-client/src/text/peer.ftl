### A person plays the customer; comfort; stopping and reporting.

card-part-facts-hint = Tick a line once you have told it. Only you and staff see the ticks.
told-line = I have told this
card-try = You wanted to try: { $text }
temper = Temper
temper-of-ten = Temper { $level } of 10
temper-hint = How angry you are now. Only you and your instructor see it.
thats-right = That's right
feel-heard = I feel heard
thats-right-hint = They summed it up correctly.
recognised-thats_right = “That's right.”
recognised-feel_heard = “I feel heard.”
nothing-said-yet = They have said nothing yet.
limits-short = Limits
part-controls = Your part
stop-why = Tell us what you need? Only your instructor sees it.
stop-break = A break
stop-beyond = It went beyond the role
stop-technical = Technical
stop-why-told = Thank you. Only your instructor sees that.
stop-here = Nothing is running now. Your instructor is told that you stopped.
stop-here-alone = Nothing is running now. What you did so far is kept.
stop-leave = Leave
report = Report abuse
report-title = Report abuse outside the role?
report-text = Your instructor gets the last 20 messages. The other person is not told.
report-words = What happened? (you may leave it empty)
report-confirm = Report it
reported = Reported. Your instructor has the last 20 messages.
settled-ask = { $partner } thinks it is done. Is it settled for you? Or talk on.
settled-asked = { $address } is asked whether it is settled.
back-in-part = You have your part back. Your card shows what the bot told, and the temper.

## For staff

staff-reported = { $who } reports abuse outside the role. Messages of { $from } to { $upto }.
staff-reported-before = { $who } reports abuse outside the role, before anything was said here.
staff-stopped = { $who } pressed Stop: { $why }
