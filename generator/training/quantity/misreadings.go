package quantity

import (
	"fmt"
	"regexp"
	"strings"
)

// misreadings are what coaches write in their logs and in other programmes, in the order in which they are looked for in what [plain]
// returns. A prescription in a hint was read before it is given.
var misreadings = [...]misreading{
	{form(`^["'](.*)["']$`), func(m []string) *Error {
		return didMean("there are quotes within the quotes.", "Did you mean %q?", m[1])
	}},
	{form(`\bamrap\b.*?(\d+) ?min|(\d+) ?min.*\bamrap\b`), explainFor},
	{form(`\b(?:amrap|failure|fail|max|maximum|maximal|afap|exhaustion)\b`), explainFailure},
	{form(`^.*(?:\b|\d)(?:rir|rpe)(?:\b|\d).*$`), explainEffort},
	{form(`^.*(?:\be(\d*)mom\b|\bevery (\d+)? ?(min|s)|\b(?:on the min|otm\b)).*$`), explainEvery},
	{form(`^for (\d+) ?min\w*()$`), explainFor},
	{form(`\btabata\b`), say("tabata is written with every.", `Write "8 x 20 s" and every = "30 s".`)},
	{form(`^(.*?)[ @]*(?:\b(?:at|with|mit|avec|con|com|met))? ?(\d+(?:\.\d+)? ?% ?[^%,]*(?:body|bw|gewicht|masse|poids|corporal).*)$`), explainBodyShare},
	{form(`^([^%]*?) ?(?:@|\bat|\ba|\bbei|\bmit) ?(` + percents + `) ?%$`), explainPercents},
	{form(`^(` + percents + `) ?% ?(?:x|for) ?(\d+\+?)$`), func(m []string) *Error { return explainPercents([]string{m[0], m[2], m[1]}) }},
	{form(`^(.*\d ?%) ?(?:(?:of|de|du|von|vom|des|del|van) )?(?:the |my |your )?(?:1 ?-?rm|e1rm|rm|tm|training max)\b`), explainOfMaximum},
	{form(`^.*%.*$`), explainEachPercent},
	{form(`^(\d+ ?x ?\d+\S*) ?@? ?(?:at |with )?(?:body ?weight|bw)$`), func(m []string) *Error {
		return didMean("an exercise without a weight says so itself.", "Write %q.", m[1])
	}},
	{form(`^(.*?\d+\+?.*?) ?(?:@|\bat) ?0?[.,](\d\d?)$`), explainFraction},
	{form(`^(.*?\d+\+?.*?) ?(?:@|\bat) ?(\d+(?:\.\d+)?)$`), explainAt},
	{form(`^(.*?) ?[@,x/]? ?(?:\b(?:tempo|at|mit) ?)*\b(\d-\d-[\dx](?:-[\dx])?|\d\d[\dx]\d|\d-\d-\d)(?: tempo)?$`), explainTempo},
	{form(`^(.*?)[ ,;/(]*\b(?:rest|pause|pausa|repos|rust|p\.?|r)[ :=]*(\d[\d:'-]* ?(?:s|sec|sek|min|"|')?\.?)\)?$`), explainRest},
	{form(`^(.*?)[ ,;/(]+(\d+ ?(?:s|sec|sek|min))\.? ?(?:rest|pause|pausa|repos|rust)\)?$`), explainRest},
	{form(`^(\d+ ?x ?\d+ ?(?:s|min)) ?[/:] ?(\d+ ?(?:s|min))$`), explainRest},
	{form(`^(\d+ ?s)(?: on)? ?[/,:]? ?(\d+ ?s)(?: off)? ?x ?(\d+)$`), func(m []string) *Error { return explainRest([]string{m[0], m[3] + " x " + m[1], m[2]}) }},
	{form(`^(.*?)[ ,x@]*\b(?:at |with |mit )?(?:2 ?x ?(\d+(?:\.\d+)? ?(?:kg|lb)s?)|(\d+(?:\.\d+)? ?(?:kg|lb)s?) ?(?:/|per |each |in each |je |pro |par |por |per )(?:hand|side|main|mano|mao))$`), explainHands},
	{form(`^.*\d ?(?:kg|kgs|kilo|kilos|lb|lbs)\b.*$`), explainLoad},
	{form(`^1 ?-?rm$`), say("1 RM is the most that can be lifted once, and says no sets.", `Write it like "4 x 4 RM", or as max = { ... } above the sessions for percentages.`)},
	{form(`^(\d+) ?-?rm$`), func(m []string) *Error {
		return didMean(quotedForm(m[0])+" does not say how many sets.", "For three of them write %q.", "3 x "+m[1]+" rm")
	}},
	{form(`^.*\d ?['"].*$`), explainPrimes},
	{form(`^()(\d+\+?(?: \d+\+?)+)()$`), explainChain},
	{form(`^(?:(\d+) ?x ?)?(\d+(?:[-/] ?\d+){2,})(.*)$`), explainChain},
	{form(`^(\d+)-(\d+) ?(?:x|sets?|sets? of|sets? x) ?(\d.*)$`), explainSetRange},
	{form(`^(\d+) ?\+ ?x? ?(\d+)$`), func(m []string) *Error {
		return didMean(`"+" stands behind the number of the last set.`, "Write %q.", m[1]+" x "+m[2]+"+")
	}},
	{form(`^(\d+ ?x ?)?(\d+) ?/ ?(\d+)(.*)$`), explainSlash},
	{form(`^(\d+ ?x ?\d+) ?(?:\.\.+|…) ?(\d+.*)$`), func(m []string) *Error { return didMean("two points are no range.", "Write %q.", m[1]+"-"+m[2]) }},
	{form(`^(.*?) ?(?:l ?[/+&] ?r|r ?[/+&] ?l|left (?:and|&|\+) right|e|e\.? ?s|es|p\.? ?/? ?s|beidseitig|beidseits|bilateral)\.?$`), explainSides},
	{form(`^(\d+(?:-\d+)?) ?(\pL+)\.? ?[x,] ?(\d+) ?\pL*$`), explainTurned},
	{form(`^\d.*\d+ ?x.*$`), explainJoined},
	{form(`^(\d+) ?x ?(\d+(?:-\d+)?) ?x ?(\d+(?:\.\d+)?)$`), explainThree},
	{form(`^([a-z])\d?[.:)]? ?(\d.*)$`), explainLetter},
	{form(`\+.*[\d+]|^\+|rm ?\+`), say(`"+" stands behind the number of the last set, and nowhere else.`, `Write it like "5 x 3+".`)},
}

// percents is a list of percentages.
const percents = `\d+(?:\.\d+)?(?: ?%? ?[,/-] ?\d+(?:\.\d+)?)*`

// form compiles the form of a misreading.
func form(pattern string) *regexp.Regexp { return regexp.MustCompile(pattern) }

// say explains a misreading with the same words each time.
func say(message, hint string) func([]string) *Error {
	return func([]string) *Error { return &Error{Message: message, Hint: hint} }
}

// didMean returns an error with a hint that gives a prescription; nil where that cannot be read.
func didMean(message, hint, text string) *Error {
	write, ok := readable(text)
	if !ok {
		return nil
	}
	return &Error{Message: message, Hint: fmt.Sprintf(hint, write)}
}

func quotedForm(text string) string { return quoted(strings.ToUpper(text)) }
