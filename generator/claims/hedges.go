package claims

import "slices"

// Phrases that take a claim back, in the notation of [parse].

// idioms are phrases that look like a negation and are none.
var idioms = []string{
	"not|n't|never only|just|merely|simply|forget|know|realise|realize|overlook|ignore|miss|underestimate|need|skip|wait|neglect|stop",
	"no|without|beyond [a|any] doubt|question|secret|wonder|surprise|coincidence|brainer",
	"a few|little", "undoubtedly",
}

// hedges are words of doubt: wherever one is in a sentence, the sentence claims nothing.
var hedges = []string{
	"myth(s)|misconception(s)|unproven|unsupported|unfounded|questionable|doubt(s|ed|ful)|debunked|overblown|overstated|exaggerated|exaggeration|folklore|" +
		"supposed(ly)|alleged(ly)|wrong|false|untrue|unclear|unknown|disagree(s)|contradict(s)|tested|wishful|hope(s|d)|hoping",
	"used to say|think|believe|claim|promise", "they|some|many|people say|believe", "but it|they|this|that do|does|did|has|have|can|could|will|is|are not|n't [so|work|hold|help] END",
	"is|are|was|were|be [often|sometimes|commonly|always] said|claimed|believed|sold|advertised", "fairy tale(s)", "so called", "as if", "nobody knows", "no one knows",
	"no|little|scant|few|thin … evidence|proof|data|support|effect|difference|reason|study|studies|trial(s)|link",
	"found|showed|shows|show|see|saw|did nothing|little|none|no",
	"not|n't|never|cannot|hardly|neither|nor … supported|support|shown|show(s)|proven|proved|prove(s)|true|so|demonstrated|confirmed|confirm|known|borne|found|find|" +
		"clear|certain|right|evidence|promise|claim|guarantee|change(d)|differ",
	"see|ask|visit|consult [a|your|the] clinician|physio|physiotherapist|doctor",
	"the|this|that|such|bold|any|every|many|big|common|popular claim(s)|promise(s)|belief|notion|slogan(s)", "idea that", "claim(s|ed|ing) that|to",
	"who|they|others|ad(s)|advert(s)|brochure(s)|magazine(s)|app(s)|poster(s)|website(s)|guru(s) … promise(s|d)|claim(s|ed)|advertise(s)|sell(s)",
}

// negation is words that turn what follows in their clause into the opposite, or into a question.
var negation = []string{
	"not|n't|never|no|nothing|nobody|none|neither|nor|cannot|without|hardly|barely|scarcely|unlikely|whether|fail(s|ed)", "far from", "instead of", "rather than",
}

// clauseStarts are the words that begin a new clause after a comma.
const clauseStarts = "but|and|so|because|since|as|it|they|this|these|strength|lifting|you|we|do|try|lift"

// contrasts are the words behind which a sentence says what it thinks after all, and concessions those before what it does not mind.
const (
	contrasts   = "but|yet|however|nevertheless|nonetheless"
	concessions = "although|though|while|whatever|despite"
)

// limits are what makes a finding one of some trials or of other people: no promise, and worth saying.
var limits = []string{
	"with|under [good|close|regular|a] supervision", "supervised", "of low|poor|weak quality", "other sports",
	"one|single|small|smaller|early|older|weak … trial(s)|study|studies|review",
	"some|few|several [of] [the] [small|early] trial(s)|studies",
	"in|among [young|male|female|adult|elite|amateur] footballers|football|soccer|handball|basketball|rugby|hockey|skiers|recruits|soldiers|dancers|children|players",
}

// conditions come before what the reader is to do, which is no promise: "as long as you stay injury-free".
var conditions = []string{
	"as long as you|they|we|i|he|she|runner(s) [are|is|have|can]",
	"if|once|when|while|until|provided|after|before [your|the|there] [is|are|feels] [a] [few|couple] [of] [day(s)|week(s)] [of]",
	"if|once|when|while|until|provided|unless you|they|we|i|he|she|runner(s) [are|is|have|can]",
}

// reversal is what takes back the words before it: "that lifting prevents injuries is not what we know".
var reversal = []string{"is|was|are|were|has|have|had|did|does|would not|n't|never|no|nothing|only"}

// answers are short sentences that take back the one before.
var answers = []string{
	"no END", "nope END", "not quite|really|in|according|so|at|true|for|by",
	"[but|sadly|alas|unfortunately] [,] it|they|this|that|these|he|she|we do|does|did|will|can|could|is|are|has|have not|n't [so|know|hold|work|help|do|how|what] END",
	"[but|sadly|alas|unfortunately] [,] it|they|this|these|he|she|we cannot END",
}

// past is what makes a number of speed a report of what has been run.
var past = []string{"ran|was|were|finished|came|had"}

// evidence and contrary together, in one sentence, report a finding that says something else.
var (
	evidence = []string{"evidence|trial(s)|studies|study|research|science|data|literature|meta|review(s)"}
	contrary = []string{"not|n't|no|nothing|never|none|neither|otherwise", "the same", "as many|often"}
)

// denies reports whether a sentence denies, questions, limits or only reports what its words from start to end say.
func (v *vocabulary) denies(words []word, start, end int) bool {
	before, after := words[:start], words[end:]
	return v.negation.occursIn(before[v.clauseStart(before):]) || v.hedges.occursIn(before[v.contrastEnd(before):]) || v.hedges.occursIn(after) ||
		v.limits.occursIn(words) || v.reversal.beginsWith(after) || v.conditions.endsWith(before) || hasMark(after, '?') ||
		v.has(words, "if") && v.has(words, "would")
}

// clauseStart returns the index of the first word of the last clause.
func (v *vocabulary) clauseStart(words []word) int {
	for i := len(words) - 1; i >= 0; i-- {
		if partsSentence(words[i].mark) || words[i].mark == ',' && i+1 < len(words) && v.clauseStarts.has(words[i+1].id) {
			return i + 1
		}
	}
	return 0
}

// contrastEnd returns the index of the first word behind what is set aside: "some doubt it, but ...", "although some doubt it, ...".
func (v *vocabulary) contrastEnd(words []word) int {
	end, conceded := 0, false
	for i, w := range words {
		switch {
		case v.contrasts.has(w.id) && i > 0:
			end, conceded = i+1, false
		case v.concessions.has(w.id):
			conceded = true
		case conceded && w.mark == ',':
			end, conceded = i+1, false
		}
	}
	return end
}

// isCaution reports whether the phrase at start is the reason for advice: "keep your back flat to avoid injury".
func (v *vocabulary) isCaution(words []word, start int) bool {
	if start == 0 || words[start-1].id != v.lexicon.find("to") {
		return false
	}
	for i := range start {
		first := i == 0 || words[i-1].mark != 0 || v.imperativeOpeners.has(words[i-1].id)
		if _, ok := v.caution.matchAt(words, i); ok && first {
			return true
		}
	}
	return false
}

// imperativeOpeners may come before the word that tells a reader what to do.
const imperativeOpeners = "and|always|please|then"

// retracts reports whether a sentence takes back the one before it.
func (v *vocabulary) retracts(words []word) bool {
	return v.hedges.occursIn(words) || v.answers.beginsWith(words) || v.evidence.occursIn(words) && v.contrary.occursIn(words)
}

// isQuoted reports whether the word at i stands between quotation marks.
func isQuoted(words []word, i int) bool {
	open := false
	for _, w := range words[:i] {
		switch w.mark {
		case '"':
			open = !open
		case '“', '«':
			open = true
		case '”', '»':
			open = false
		}
	}
	return open
}

func hasMark(words []word, mark rune) bool {
	return slices.ContainsFunc(words, func(w word) bool { return w.mark == mark })
}

// has reports whether a word of the lexicon is among others.
func (v *vocabulary) has(words []word, spelling string) bool {
	return slices.ContainsFunc(words, func(w word) bool { return w.id == v.lexicon.find(spelling) })
}
