package render

import "strings"

// YoursSaid returns the words that the script of a runner's own numbers fills in: their names without the "yours-" before them.
func (v *ProgrammeView) YoursSaid() []Choice {
	var list []Choice
	for _, key := range strings.Fields(saidInYours) {
		list = append(list, Choice{key, v.renderer.theme.words.Say("yours-" + key)})
	}
	return list
}

// saidInYours are the words of the script. Their {names} are filled in by it.
const saidInYours = "active days-need fit-good fit-fair fit-bad others others-bad published unknown copied here anew-ask not-kept stand replaces log-stays no-link link-newer link-plan link-spoilt note-left note-lift note-load note-week"
