package tomlfile

// messages are what authors type, and what they are told.
var messages = []struct{ name, text, want string }{}
