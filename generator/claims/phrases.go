package claims

import (
	"slices"
	"strings"
	"sync"
)

// The phrases of a claim, in the notation of [parse]. In them HARM is what runners are afraid of, ACHE the same in everyday words, BLAME
// what is said to cause it, ODDS how often it comes, BODY what is said to become bulletproof and TENDER what is said to be healed. NUMBER is any
// number.

// bold phrases can hardly be anything but a claim.
var bold = []string{
	// It prevents injuries.
	"prevents|prevented|avoids|eliminates|eliminated|stops|averts … HARM|ACHE",
	"wards|fends|staves off … HARM|ACHE",
	"guards against … HARM|ACHE",
	"protects|protected|saves … against|from … HARM|ACHE",
	"put(s) an end to … HARM|ACHE",
	"never … be|get injured|hurt again",
	"good bye to … HARM|ACHE",
	"goodbye to … HARM|ACHE",
	"no more … HARM|ACHE END",
	"will|wo not|n't [ever] [be|get] injured|hurt",
	"who lift|squat|train do|does not|n't [ever] [be|get] injured|hurt",
	"HARM|ACHE is|are|become|becomes [a] [thing] [of] [the] past|history", "HARM|ACHE will be|become [a] [thing] [of] [the] past|history",

	// It heals them.
	"fix(es|ed|ing)|banish(es|ed|ing)|solve(s|d)|solving|rehabs|rehabbing|reverse(s|d) [your|the|my|any|all|most|that|an|a] [nagging|chronic|old|stubborn|sore] HARM|ACHE|BAND",
	"cures|cured|curing|heals|healed|mends|mended … HARM|ACHE|BAND", "cures|cured|curing|heals|healed [your|the|all|any] pain", "healing [your|an|any|all] HARM|ACHE|BAND",
	"beat(s|ing)|end(s|ed|ing) [your|the|that|all] HARM|ACHE",
	"get(s|ting)|got rid of … HARM|ACHE",
	"heal(s|ed)|rehab(s|bing)|repair(s|ed)|cure(s|d) [your|the|my|an|those|both] [sore|angry|old|bad|aching|painful|stiff] TENDER", "healing|repairing|curing your|my|an [sore|angry|old|bad|aching|painful|stiff] TENDER",
	"mend(s|ed)|mending [your|the|my|those|both] [sore|angry|old|bad|aching|painful|stiff] TENDER",
	"no|fewer HARM|ACHE [,] [that|is|are] guaranteed",
	"fix(es|ed|ing) your|my|an [sore|angry|old] achilles|BAND",

	// It makes them fewer.
	"reduces|reduced|decreases|decreased|lowers|lowered|cuts|halves|halved|slashes|lessens|minimises|minimizes … [ODDS] [of] … HARM [ODDS]",

	// It makes invulnerable.
	"injury proof(s|ed|ing)",
	"injuryproof(s|ed|ing)",
	"bulletproof(s|ed|ing) … BODY",
	"bullet proof(s|ed|ing) … BODY",
	"make(s)|making|become(s)|keep(s)|leaves|is|are|be … bulletproof",
	"make(s)|making|become(s)|keep(s)|leaves|is|are|be … bullet proof",
	"make(s)|making|become(s)|leaves … unbreakable|indestructible",

	// It corrects what is said to be the cause.
	"correct(s|ed|ing)|fix(es|ed|ing)|address(es|ed|ing)|treat(s|ed|ing)|counteract(s|ing)|combat(s|ing)|undo(es|ing) … LOPSIDED",
	"cure(s|d)|curing|eliminate(s|d)|eliminating|remove(s|d)|removing|resolve(s|d)|resolving|balance(s|d)|balancing|erase(s|d)|erasing … LOPSIDED",
	"iron(s|ed|ing)|even(s|ed|ing)|sort(s|ed|ing)|balance(s|d)|balancing out … LOPSIDED",
	"LOPSIDED … corrected|fixed|cured|eliminated|removed|resolved|addressed|gone|disappear(s)",
	"LOPSIDED … evened|ironed|sorted out",
	"BLAME [,] [which|that] … cause(s|d)|causing … HARM|ACHE|pain",
	"BLAME [,] [which|that] … lead(s|ing)|led to … HARM|ACHE|pain",
	"BLAME [,] [which|that] … result(s|ing) in … HARM|ACHE|pain",
	"BLAME [,] [which|that] … is|are|lie(s) behind … HARM|ACHE|pain",
	"BLAME [,] [which|that] … is|are … cause(s)|reason(s)|root(s)|source(s)|culprit(s) of|for|behind … HARM|ACHE|pain",
	"HARM|ACHE|pain … caused by … BLAME",
	"HARM|ACHE|pain … due|down to … BLAME",
	"HARM|ACHE|pain … come(s)|came|result(s)|stem(s) from … BLAME",
	"HARM|ACHE|pain … result|fault of … BLAME",
}

// mild phrases are a claim only where the text is about strength training, or about "it": "to avoid injury" can be advice about anything,
// sleep or shoes.
var mild = []string{
	"prevent(ing)|avoid(ing)|eliminate|eliminating|stop(ping)|avert(ing) … HARM|ACHE",
	"ward(ing)|fend(ing)|stave|staving off … HARM|ACHE",
	"guard(ing) against … HARM|ACHE",
	"protect(ing)|save|saving … against|from … HARM|ACHE",
	"HARM|ACHE can|could|will|may|might|are|is … prevented|avoided|preventable|avoidable",
	"is|are|be|as|for|through|means|equals|best|good|great|your … injury prevention",
	"key|way|path|road|answer|secret to … injury prevention",
	"injury prevention is … reason|goal|aim|benefit|purpose",
	"HARM|ACHE will disappear|vanish|heal", "HARM|ACHE will go away",
	"help(s|ing)|work(s|ing)|good|great|best|effective|medicine|exercise(s) against … HARM|ACHE|BAND",
	"keep(s|ing) … HARM|ACHE away|off",
	"keep(s|ing) … HARM|ACHE at bay",

	"reduce|reducing|decrease|decreasing|lowering|cut(ting)|halve|halving|slash|lessen|minimise|minimize|minimising|minimizing … [ODDS] [of] … HARM [ODDS]",
	"lower|less|smaller [the|your|their|our] ODDS of … HARM",
	"lower|less|smaller [the|your|their|our] injury ODDS",
	"fewer … HARM",
	"rarely|seldom injured|hurt",
	"less often injured|hurt", "injured|hurt less [often]",
	"less likely|prone to … injured|hurt|HARM",

	"cure|heal|rehab|mend … HARM|ACHE|BAND", "is|are|be [a|the|your] [best|only|real|natural] cure|remedy for … HARM|ACHE|BAND", "cure for … HARM|ACHE|BAND",
	"run(s|ning) [again] pain free", "way|path|key|road|secret|back to pain free running|racing|miles|knees|hips",
	"pain free running starts|begins|is guaranteed|possible", "enjoy|guarantee pain free running|racing|miles|knees|hips",
	"keep(s|ing)|make(s)|making|get(s) [your|the|those|both] TENDER [and] [TENDER] healthy|happy|sound|young|safe|quiet",
	"keep(s|ing)|make(s)|making [your|the|those|both] TENDER [and] [TENDER] pain|injury free",
	"healthy|happy|sound TENDER for life|ever|good|years|runners|running",
	"for|to|mean(s)|equal(s) healthy|happy TENDER",
	"protect(s|ing|ed)|save(s|d)|saving your|our|their|those|the TENDER",
	"HARM|injury resistant|resilient",

	"stay(s|ing)|keep(s|ing)|remain(s)|run(s|ning)|make(s)|making|be|become … injury free",
	"stay(s|ing)|keep(s|ing)|remain(s) … free of|from … HARM|ACHE",
	"injury free running|training|racing|miles|life|career|season|marathon",
	"resistant|resistance|resilient|resilience|immune|immunity|insurance|insure(s)|armour|armor|shield(s)|robust|protection|defence|defense|vaccine|remedy to|against|from … HARM|ACHE",
}

// speed phrases promise a number.
var speed = []string{
	"NUMBER %|percent faster|quicker|speedier", "NUMBER per cent faster|quicker|speedier",
	"faster|quicker by NUMBER %|percent|per|second(s)|minute(s)|min",
	"NUMBER second(s)|minute(s)|min faster|quicker",
	"take(s)|cut(s|ting)|shave(s|d)|shaving|knock(s|ed|ing)|drop(s|ped|ping)|slash(es|ing) [up] [to] NUMBER second(s)|minute(s) off|from",
	"improve(s)|boost(s)|increase(s) [your|the|their] [running|race|marathon] pace|speed by [up] [to] NUMBER %|percent|per|second(s)|minute(s)",
	"guarantee(s|d) … faster|speed", "guarantee(s|d) … personal best|record", "faster|quicker [times|running] [is|are] guaranteed",
}

// nouns are the words in capitals; commas stand between phrases.
var nouns = map[string]string{
	"HARM": "injury, injuries, get|getting|be|being hurt|injured, shin splints, stress fracture(s), runner's|runners knee, plantar fasciitis, " +
		"tendinitis, tendonitis, tendinopathy, tendinopathies",
	"ACHE":     "knee|hip|back|shin|foot|heel|ankle|achilles|joint pain|problem(s)|trouble",
	"LOPSIDED": "imbalance(s), asymmetry, asymmetries, dysfunction(s)",
	"BLAME": "imbalance(s), asymmetry, asymmetries, dysfunction(s), weakness(es), " +
		"weak hip(s)|glute(s)|core|muscle(s)|link(s)|ankle(s)|foot|feet|quad(s)|hamstring(s)|calf|calves|trunk|leg(s)",
	"BAND":   "it band syndrome, it band pain, it band, iliotibial band syndrome, iliotibial band",
	"TENDER": "achilles tendon(s), achilles, tendon(s), knee(s), hip(s), joint(s), shin(s), plantar fascia, ankle(s), feet, hamstring(s), calf, calves, it band",
	"ODDS":   "risk(s), rate(s), chance(s), number(s), odds, likelihood, incidence, danger",
	"BODY": "knee(s), ankle(s), hip(s), leg(s), body, bodies, runner(s), joint(s), tendon(s), achilles, back, core, shin(s), foot, feet, calf, calves, " +
		"hamstring(s), glute(s), muscle(s), yourself, running",
}

// training is words that make a sentence one about strength training.
var training = []string{
	"strength(en|ens|ening)|strong|stronger|lift(s|ed|ing|er|ers)|weight(s)|exercise(s)|exercising|squat(s|ting)|deadlift(s)|lunge(s)|plank(s)|session(s)|" +
		"program(s)|programme(s)|plan(s)|routine(s)|workout(s)|resistance|plyometric(s)|jump(s|ing)|gym|kettlebell(s)|dumbbell(s)|barbell(s)|prehab|band(s)",
	"push|pull up(s)", "calf|heel raise(s)", "minutes a|every|each|per day|week",
}

// subjects are words before a phrase that mean what the text is about.
var subjects = []string{"it|they|these|this [all|also|will|would|can|could|may|might|do|does] [all|also] [help|helps] [to|you|runners] [to]"}

// caution are words that begin advice about how to lift: "keep your back flat to avoid injury".
var caution = []string{
	"keep|lower|hold|brace|breathe|stop|rest|wait|warm|step|place|put|choose|increase|land|bend|move|check|leave|wear", "make sure",
	"start with|light|lightly|low|slow|slowly|easy|small",
}

// gapStops are words after which a sentence is about something else. No gap goes over them: "reduce the load after injuries" is no claim.
const gapStops = "after|with|without|when|while|until|if|before|during|through|than|that|which|what|where|who|because|since|but|not|n't|nor"

// numberWords are numbers that are not written in digits.
const numberWords = "two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|several"

// vocabulary is all phrases of the package, parsed.
type vocabulary struct {
	lexicon lexicon
	nouns   map[string]table

	bold, mild, speed, training, subjects, caution, idioms, hedges, limits, negation, conditions, reversal, answers, past, evidence, contrary table

	numberWords, gapStops, clauseStarts, contrasts, concessions, imperativeOpeners wordSet

	ofClaims necessities // of the phrases in bold, mild and speed
}

var english = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{lexicon: lexicon{ids: map[string]wordID{}}, nouns: map[string]table{}}
	for name, list := range nouns {
		v.nouns[name] = v.tableOf(strings.Split(list, ", "))
	}
	v.bold, v.mild, v.speed = v.tableOf(bold), v.tableOf(mild), v.tableOf(speed)
	v.training, v.subjects, v.caution = v.tableOf(training), v.tableOf(subjects), v.tableOf(caution)
	v.idioms, v.hedges, v.limits, v.negation = v.tableOf(idioms), v.tableOf(hedges), v.tableOf(limits), v.tableOf(negation)
	v.conditions, v.reversal, v.answers, v.past = v.tableOf(conditions), v.tableOf(reversal), v.tableOf(answers), v.tableOf(past)
	v.evidence, v.contrary = v.tableOf(evidence), v.tableOf(contrary)
	v.numberWords, v.gapStops, v.clauseStarts = v.setOf(numberWords), v.setOf(gapStops), v.setOf(clauseStarts)
	v.contrasts, v.concessions, v.imperativeOpeners = v.setOf(contrasts), v.setOf(concessions), v.setOf(imperativeOpeners)
	for _, phrase := range slices.Concat(bold, mild, speed) {
		v.ofClaims.add(v.parse(phrase))
	}
	return v
})

func (v *vocabulary) tableOf(phrases []string) table {
	var t table
	for _, phrase := range phrases {
		t.add(v.parse(phrase))
	}
	return t
}

// setOf returns the words of "a(s|ed)|b" as a set.
func (v *vocabulary) setOf(words string) wordSet {
	var s wordSet
	for _, w := range alternatives(words) {
		s.add(v.lexicon.add(w))
	}
	return s
}
