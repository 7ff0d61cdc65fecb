### Staff sign in and out, and invite others.

signin-title = Staff sign in
signin-lead = For instructors, graders and administrators. To take part in a workshop you need its code, no account.
signin-firm = Firm
signin-firm-hint = The short name that your administrator gave you
signin-login = Login
signin-password = Password
signin-show = Show the password
signin-send = Sign in
signin-sending = Signing in…
signin-home = To take part instead
signin-insecure = This page did not come over HTTPS, so your browser will not keep the sign-in. Ask for the https:// address.
signin-refused-wrong = Firm, login and password do not belong together. Check all three.
signin-refused-too_many = Too many wrong tries from here. Wait half a minute, then try again.
signin-refused-busy = Many are signing in at this moment. Try again in a few seconds.
signin-refused-not_stored = The server cannot store the sign-in just now. Try again in half a minute.
signin-refused-malformed = The server could not read that. Is anything longer than it can be?
signin-refused-offline = The server cannot be reached. Your words are still here.
signed-in-as = { $name }
sign-out = Sign out
sign-out-failed = The server could not store that you signed out.
offline-staff = You are offline. What you see here may be old.
home-rooms = Rooms
home-workshops = Workshops
home-no-workshops = No workshop is running.
home-workshop-state = { $people ->
    [one] one person here
   *[other] { $people } people here
}
role-instructor = Instructor
role-grader = Grader
role-admin = Administrator
role-invited-instructor = Instructor: may steer, whisper and release
role-invited-grader = Grader: may watch and mark
invite-staff = Invite staff
invite-lead = Whoever opens the link gives a name and is staff of this workshop alone, until it is over.
invite-role = Invited as
invite-make = Make a link
invite-end = End all invitations
invite-ended = No invitation leads here any more, and whoever came by one has been signed out.
invite-link = Link ({ $role })
invite-copy = Copy
invite-copied = Copied
close-dialog = Close
link-denied = This link does not open the pages of staff, or it has ended.
invited-title = You are invited to { $title }
invited-lead = You will be staff of this workshop until it is over. Marks are signed with your name.
invited-name = What should we call you?
invited-go = Go to the workshop
invited-none = This invitation has ended, or the link is not whole. Ask for a new one.
