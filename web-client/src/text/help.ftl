### What the question mark opens. The words on a conversation are in talk.ftl.

help-customer = the customer
help-wall = The rooms that need you stand first. Nothing moves while you are among them.
help-room = One key marks an item; every mark is stored at once.
help-staff = Every control of this page is reached by Tab and has its words beside it.
key-help = This help, anywhere outside of a text field
key-open = Open that room
key-neediest = Open the room that needs you most
key-sort = Sort the rooms again
key-find = Find a person or a room
key-bell = Ring the bell
key-extend = One minute more for all
key-pause-all = Pause all, or go on
key-mark = Mark the item
key-not-there = The item did not come up
key-item = The item before, the next
key-hint = Take the hint as the mark
key-overall = Your overall view
key-moment = A good moment, one to grow by, a flag
key-waive = Cancel the latest cut-in
key-whisper = Whisper to the trainee
key-pause = Pause this room, or go on
key-take = Play the customer yourself
key-end = End this conversation
key-room = The room before, the next
key-release = Release the marks
