package claims

import "sync"

// The phrases of a claim, in the notation of [parse]. In them HARM is what runners are afraid of, ACHE the same in everyday words, BLAME
// what is said to cause it, ODDS how often it comes and BODY what is said to become bulletproof.

// bold phrases can hardly be anything but a claim.
var bold = []string{
	// It prevents injuries.
	"prevents|prevented|avoids|eliminates|eliminated|stops|averts … HARM|ACHE",
	"wards|fends|staves off … HARM|ACHE",
	"guards against … HARM|ACHE",
	"protects|protected|saves … against|from … HARM|ACHE",
	"put(s) an end to … HARM|ACHE",
	"never … be|get injured|hurt again",
	"cures|cured|curing|heals|healed|healing … HARM|ACHE",
	"good bye to … HARM|ACHE",
	"goodbye to … HARM|ACHE",
	"no more … HARM|ACHE END",

	// It makes them fewer.
	"reduces|reduced|decreases|decreased|lowers|lowered|cuts|halves|halved|slashes|lessens|minimises|minimizes … [ODDS] [of] … HARM [ODDS]",

	// It makes invulnerable.
	"injury proof(s|ed|ing)",
	"injuryproof(s|ed|ing)",
	"bulletproof(s|ed|ing) … BODY",
	"bullet proof(s|ed|ing) … BODY",
	"make(s)|making|become(s)|keep(s)|leaves|is|are|be … bulletproof",
	"make(s)|making|become(s)|keep(s)|leaves|is|are|be … bullet proof",

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
	"cure|heal … HARM|ACHE",
	"protect(ing)|save|saving … against|from … HARM|ACHE",
	"HARM|ACHE can|could|will|may|might|are|is … prevented|avoided|preventable|avoidable",
	"is|are|be|as|for|through|means|equals|best|good|great|your … injury prevention",
	"key|way|path|road|answer|secret to … injury prevention",
	"injury prevention is … reason|goal|aim|benefit|purpose",
	"HARM|ACHE will disappear|vanish",
	"keep(s|ing) … HARM|ACHE away|off",
	"keep(s|ing) … HARM|ACHE at bay",

	"reduce|reducing|decrease|decreasing|lowering|cut(ting)|halve|halving|slash|lessen|minimise|minimize|minimising|minimizing … [ODDS] [of] … HARM [ODDS]",
	"lower|less|smaller [the|your|their|our] ODDS of … HARM",
	"lower|less|smaller [the|your|their|our] injury ODDS",
	"fewer … HARM",
	"rarely|seldom injured|hurt",
	"less often injured|hurt", "injured|hurt less [often]",
	"less likely|prone to … injured|hurt|HARM",

	"stay(s|ing)|keep(s|ing)|remain(s)|run(s|ning)|make(s)|making|be|become … injury free",
	"stay(s|ing)|keep(s|ing)|remain(s) … free of|from … HARM|ACHE",
	"injury free running|training|racing|miles|life|career|season|marathon",
	"resistant|resistance|resilient|resilience|immune|immunity|insurance|insure(s)|armour|armor|shield(s)|robust|protection|defence|defense|vaccine|remedy to|against|from … HARM|ACHE",
}

// nouns are the words in capitals; commas stand between phrases.
var nouns = map[string]string{
	"HARM": "injury, injuries, get|getting|be|being hurt|injured, shin splints, stress fracture(s), runner's|runners knee, plantar fasciitis, " +
		"tendinitis, tendonitis, tendinopathy, tendinopathies",
	"ACHE":     "knee|hip|back|shin|foot|heel|ankle|achilles|joint pain|problem(s)|trouble",
	"LOPSIDED": "imbalance(s), asymmetry, asymmetries, dysfunction(s)",
	"BLAME": "imbalance(s), asymmetry, asymmetries, dysfunction(s), weakness(es), " +
		"weak hip(s)|glute(s)|core|muscle(s)|link(s)|ankle(s)|foot|feet|quad(s)|hamstring(s)|calf|calves|trunk|leg(s)",
	"ODDS": "risk(s), rate(s), chance(s), number(s), odds, likelihood, incidence, danger",
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

// vocabulary is all phrases of the package, parsed.
type vocabulary struct {
	bold, mild, training, subjects, caution, idioms, hedges, negation, conditions, reversal, answers, evidence, contrary table

	clauseStarts map[string]bool
}

var english = sync.OnceValue(func() *vocabulary {
	return &vocabulary{
		bold: newTable(bold), mild: newTable(mild), training: newTable(training), subjects: newTable(subjects), caution: newTable(caution),
		idioms: newTable(idioms), hedges: newTable(hedges), negation: newTable(negation), conditions: newTable(conditions),
		reversal: newTable(reversal), answers: newTable(answers), evidence: newTable(evidence), contrary: newTable(contrary),
		clauseStarts: setOf(clauseStarts),
	}
})
