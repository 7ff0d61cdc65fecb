### What an observer sees and does.

watch-card = What to look for
watch-about = About the line of { $time }: “{ $text }”
watch-none = As soon as the trainee says something, note what helps (+) and what could grow (Δ).
watch-latest = Follow the latest line
watch-good = Helps: { $name }
watch-growth = Could grow: { $name }
watch-flag = Look at this
watch-lane = Who has the floor
choose-line = Line of { $time }, { $who }
held-line = held back:
