### Settings of this device.

settings-keys = Keys
settings-single = Single keys act outside of text fields
settings-single-hint = Every key has a button too. Press ? on any page to see its keys.
settings-kept = All of this is kept on this device, as soon as you change it.
