package claims

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// found returns the claims in a text, the white space in each a single space.
func found(p Passage) string {
	var list []string
	for _, c := range Find(p) {
		list = append(list, strings.Join(strings.Fields(p.Text[c.Start:c.End]), " "))
	}
	return strings.Join(list, " / ")
}

// Sentences as coaches write them, with the words that are a claim.
func TestClaims(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		// It prevents injuries.
		{"Strength training prevents injuries.", "prevents injuries"},
		{"Lifting twice a week prevents most running injuries!", "prevents most running injuries"},
		{"Strong hips prevent injury.", "prevent injury"},
		{"A stronger core will prevent injuries on long runs.", "prevent injuries"},
		{"Regular strength work can help prevent overuse injuries.", "prevent overuse injuries"},
		{"These lifts may help you to avoid injury.", "avoid injury"},
		{"Do this routine twice a week to prevent knee pain.", "prevent knee pain"},
		{"This plan stops shin splints.", "stops shin splints"},
		{"The squat protects runners from injury.", "protects runners from injury"},
		{"Heavy calf raises protect you against Achilles problems.", "protect you against Achilles problems"},
		{"Five exercises for preventing runner's knee.", "preventing runner's knee"},
		{"Squats ward off runner’s knee.", "ward off runner’s knee"},
		{"Squats ward off RUNNER’S KNEE.", "ward off RUNNER’S KNEE"},
		{"Injuries can be prevented with two sessions a week.", "Injuries can be prevented"},
		{"Strength training is the best injury prevention there is.", "is the best injury prevention"},
		{"Ten minutes of strength work a day keep injuries away.", "keep injuries away"},
		{"Strength training eliminates pain, niggles and injuries.", "eliminates pain, niggles and injuries"},
		{"Once you lift, you will never get injured again.", "never get injured again"},
		{"Two lifts, thirty minutes, no more injuries.", "no more injuries"},
		{"Say goodbye to knee pain.", "goodbye to knee pain"},
		{"Lift. It prevents injuries. It also takes little time.", "prevents injuries"},
		{"Lift heavy. They all prevent injuries.", "prevent injuries"},

		{"They eliminate most injuries.", "eliminate most injuries"},
		{"Calf raises cured my shin splints.", "cured my shin splints"},
		{"This plan will cure runner's knee.", "cure runner's knee"},
		{"It will also help to prevent injuries.", "prevent injuries"},
		{"A stronger back saves you from injury.", "saves you from injury"},
		{"Ten minutes a day keep you free from injury.", "keep you free from injury"},
		{"The key to injury prevention is strength.", "key to injury prevention"},

		// It makes them fewer.
		{"Strength training reduces the risk of injury by half.", "reduces the risk of injury"},
		{"It reduces your overall risk of getting hurt.", "reduces your overall risk of getting hurt"},
		{"Lifting cuts overuse injuries by 50 %.", "cuts overuse injuries"},
		{"Runners who lift have fewer injuries.", "fewer injuries"},
		{"Runners who do strength training are less likely to get injured.", "less likely to get injured"},
		{"Stronger runners have a lower risk of stress fractures.", "lower risk of stress fractures"},
		{"Stronger runners are rarely injured.", "rarely injured"},
		{"Studies show that strength training lowers injury rates.", "lowers injury rates"},
		{"If you lift, you'll get injured less often.", "injured less often"},
		{"A few squats, and your shin splints will vanish.", "shin splints will vanish"},

		// It makes invulnerable.
		{"Injury-proof your running!", "Injury-proof"},
		{"An injury‑proof body in eight weeks.", "injury‑proof"},
		{"How to bulletproof your knees", "bulletproof your knees"},
		{"BULLETPROOF KNEES", "BULLETPROOF KNEES"},
		{"Deadlifts make you bulletproof.", "make you bulletproof"},
		{"Bullet-proof ankles start here.", "Bullet-proof ankles"},
		{"Squats make your legs unbreakable.", "make your legs unbreakable"},
		{"No injuries, guaranteed!", "No injuries, guaranteed"},
		{"Strong thighs protect the knees.", "protect the knees"},
		{"Stay injury-free with this programme.", "Stay injury-free"},
		{"Why strength training is the key to injury-free running", "injury-free running"},
		{"With this plan you stay free of injuries.", "stay free of injuries"},
		{"A strong body is more resistant to injury.", "resistant to injury"},
		{"Strength work is insurance against injuries.", "insurance against injuries"},

		// It corrects what is said to be the cause.
		{"Single-leg work corrects imbalances.", "corrects imbalances"},
		{"We fix muscular imbalances before they hurt.", "fix muscular imbalances"},
		{"The split squat evens out asymmetries between left and right.", "evens out asymmetries"},
		{"Your imbalances will be corrected in six weeks.", "imbalances will be corrected"},
		{"Weak glutes cause knee pain.", "Weak glutes cause knee pain"},
		{"Most running injuries are caused by weak hips.", "injuries are caused by weak hips"},
		{"Muscle imbalances lead to injuries.", "imbalances lead to injuries"},
		{"Weak hips are the real reason for your knee pain.", "Weak hips are the real reason for your knee pain"},
		{"A clam is for weak glutes, which cause knee pain.", "weak glutes, which cause knee pain"},
		{"Back pain comes from a weak core.", "Back pain comes from a weak core"},

		// It heals them.
		{"Fix shin splints with two exercises.", "Fix shin splints"},
		{"How to fix runner's knee for good", "fix runner's knee"},
		{"Heal your Achilles in six weeks.", "Heal your Achilles"},
		{"Heel raises heal an angry Achilles tendon.", "heal an angry Achilles tendon"},
		{"Three lifts that keep your knees healthy.", "keep your knees healthy"},
		{"Keep your hips and knees happy with ten minutes of strength work.", "Keep your hips and knees happy"},
		{"Squats for healthy knees.", "for healthy knees"},
		{"Strong thighs protect your knees.", "protect your knees"},
		{"The gym saves your joints.", "saves your joints"},
		{"Squats keep your knees pain-free.", "keep your knees pain-free"},
		{"Build hips that fix IT band syndrome for good.", "fix IT band syndrome"},
		{"Get rid of plantar fasciitis with a towel and a step.", "Get rid of plantar fasciitis"},
		{"Two exercises that beat shin splints.", "beat shin splints"},
		{"Rehab your IT band at home.", "Rehab your IT band"},
		{"Strength training is the cure for runner's knee.", "is the cure for runner's knee"},
		{"It is a remedy for shin splints.", "is a remedy for shin splints"},
		{"This exercise heals bad knees.", "heals bad knees"},
		{"A step and a stair, and it mends the knee.", "mends the knee"},
		{"It cures the pain.", "cures the pain"},
		{"This exercise helps against runner's knee.", "helps against runner's knee"},
		{"With these lifts your knee pain will go away.", "knee pain will go away"},
		{"Run pain-free with this routine.", "Run pain-free"},
		{"This plan is your way to pain-free running.", "way to pain-free running"},
		{"Lift twice a week and you won't get injured.", "won't get injured"},
		{"Runners who lift don't get hurt.", "who lift don't get hurt"},
		{"With this plan injuries are a thing of the past.", "injuries are a thing of the past"},

		// It makes faster, by so much.
		{"8 % faster in eight weeks", "8 % faster"},
		{"Run 5% faster this autumn.", "5% faster"},
		{"Ten percent faster by May.", "Ten percent faster"},
		{"Squats make you faster by 8 percent.", "faster by 8 percent"},
		{"Take two minutes off your 10 km.", "Take two minutes off"},
		{"You will be 30 seconds faster over 5 km.", "30 seconds faster"},
		{"We guarantee you a personal best.", "guarantee you a personal best"},
		{"This plan improves your running speed by 3 %.", "improves your running speed by 3 %"},

		// No source says so.
		{"Strength training prevents injuries, as Toresdahl 2020 shows.", "prevents injuries"},
		{"Toresdahl proved it: ten minutes a day prevent injuries.", "prevent injuries"},

		// What is denied or doubted in another clause.
		{"Some doubt it, but lifting prevents injuries.", "prevents injuries"},
		{"Although the trials disagree, lifting prevents injuries.", "prevents injuries"},
		{"It is a myth that lifting makes runners slow, but it does prevent injuries.", "prevent injuries"},
		{"Lifting does not make you heavy, and it prevents injuries.", "prevents injuries"},

		// What looks like a denial and is none.
		{"Strength training not only makes you faster, it also prevents injuries.", "prevents injuries"},
		{"There is no doubt that strength training prevents injuries.", "prevents injuries"},
		{"Don't forget: lifting prevents injuries.", "prevents injuries"},
		{"Do not skip the gym, because strength training prevents injuries.", "prevents injuries"},
		{"You don't need a gym. These exercises prevent injuries.", "prevent injuries"},
		{"Strength training prevents injuries. You need no gym.", "prevents injuries"},
		{"Strength training prevents injuries. It is not hard.", "prevents injuries"},
		{`"Strength training prevents injuries," says our coach. You will like it.`, "prevents injuries"},
		{"A few lifts prevent injuries.", "prevent injuries"},
		{"If you want to prevent injuries, lift twice a week.", "prevent injuries"},

		// Two sentences, two claims; over the end of a line; other spaces.
		{"Lifting prevents injuries. It corrects imbalances, too.", "prevents injuries / corrects imbalances"},
		{"Lifting prevents\ninjuries.", "prevents injuries"},
		{"Lifting prevents\u00a0injuries.", "prevents injuries"},
	} {
		if got := found(Passage{Text: test.text}); got != test.want {
			t.Errorf("claims in %q: %q, want %q", test.text, got, test.want)
		}
	}
}

// Sentences as honest coaches write them.
func TestNoClaims(t *testing.T) {
	for _, text := range []string{
		"Rest is the cure for runner's knee.",
		"Sleep helps against knee pain.", "The knee pain will go away by itself.", "Nobody guarantees that you will have no injuries.", "There are remedies for shin splints: rest is one.",
		"No lift makes you unbreakable.", "A sleeve protects the knee.", "Tendons mend slowly.",
		"There is no lift that cures runner's knee.",
		"A stress fracture heals in weeks, and rest heals it best.",
		"When an injury heals, begin again with light weights.",
		// Denials.
		"Strength training does not prevent injuries.",
		"Lifting doesn't prevent injuries.",
		"Strength work won’t make you injury-proof.",
		"Nobody is bulletproof.",
		"There is no evidence that strength training prevents injuries.",
		"There is little good evidence that lifting reduces the risk of injury.",
		"That strength training prevents injuries is not supported by the trials.",
		"That lifting prevents injuries is a myth.",
		"That lifting prevents injuries has never been shown in runners.",
		"No exercise corrects imbalances.",
		"It has not been shown that weak hips cause knee pain.",
		"We cannot promise that this plan prevents injuries.",
		"Neither squats nor deadlifts prevent injuries.",
		"The trials found no effect of strength training on injuries.",
		"Whole programmes that were to prevent injuries changed nothing: no effect was found.",
		"Few studies show that strength training reduces injuries.",
		"Lift because it makes running cheaper, not because it prevents injuries.",
		"Lift to run better rather than to prevent injuries.",
		"I would lift even if it did nothing to prevent injuries.",
		"Nothing you do in the gym will make you injury-proof.",
		"The programme was meant to reduce the risk of injury, but it did not.",
		"We used to say that squats prevent knee pain.",
		"Many hope that lifting prevents injuries.",
		"If strength training prevented injuries, the trials would show it.",

		// Questions.
		"Does strength training prevent injuries?",
		"Do weak hips cause knee pain?",
		"Can you bulletproof your knees?",
		`"Does lifting prevent injuries?" many ask.`,
		"It is not known whether strength training prevents injuries.",
		"Whether lifting prevents injuries, nobody knows.",
		"The trial asked whether ten minutes a day reduce the risk of injury.",

		// Myths that are told and taken back.
		`"Strength training prevents injuries." That is on every poster. It is not true.`,
		"“Bulletproof your knees”, says the magazine. The evidence says otherwise.",
		"Strength training prevents injuries, they say. The trials do not show it.",
		"Strength training prevents injuries. It does not.",
		"Many coaches say that weak glutes cause knee pain. There is no good evidence for it.",
		"Myth: strength training prevents injuries.",
		"That strength prevents injuries is often said.",
		"The promise of an injury-free season sells books: do not believe it.",
		"Whoever hopes to prevent injuries with squats hopes for more than the studies show.",
		"Anyone who promises that lifting prevents injuries is selling something.",
		"The claim that strength training prevents injuries is popular.",
		"Apps promise to correct imbalances.",
		"The so-called corrective exercises are supposed to fix imbalances.",
		"Lifting prevents injuries? Not in the trials.",
		"Strength training prevents injuries. In a trial with 720 runners as many were hurt with it as without it.",

		// About something else.
		"Keep your back flat to avoid injury.",
		"When you squat, keep your heels down to avoid injury.",
		"Start with a light weight to prevent injuries.",
		"Sleep helps to prevent injuries.",
		"Increase your miles slowly to reduce the risk of injury.",
		"Reduce the load after an injury.",
		"If an injury prevents you from running, see a clinician.",
		"Injury prevented him from racing.",
		"Avoid lifting with an injury.",
		"Avoid jumps while you have knee pain.",
		"As long as you stay injury-free, go on with the plan.",
		"If you are injury-free, begin with the first plan.",
		"Stop if the lift causes pain.",
		"Most lower limb injuries in runners come from too much too soon, not from a lack of strength.",
		"Deadlifts with a round back can end in back trouble.",
		"Weak legs make hills hard.",
		"Weak glutes are trained with bridges. Knee pain has many causes.",
		"If one side is weaker, let it set the number of repetitions.",
		"The exercises that your physiotherapist gave you after the injury are another matter.",
		"There were no more injuries in one group than in the other.",
		"Squats make running cost less, and times improve.",
		"Avoid this exercise during pregnancy and after knee injuries.",
		"Both legs have their weakness.",
		"Keep a diary of your injuries and lower the load.",
		"Cut down on running while the injury heals.",
		"The bullet points below fit on one page.",

		"Fix your feet to the floor and push.",
		"Fix the bar in its rack.",
		"Keep your knees over your toes, and your hips level.",
		"See a clinician before you try to heal your Achilles.",
		"If your knees are healthy, squat as low as you can.",
		"Begin with a jog once you have a week of pain-free running behind you.",
		"Do not get hurt on the way to the rack.",
		"The end of an injury is a good time to begin again.",
		"Strength work begins when protecting the joint is no longer what matters.",
		"Go on to the next stage after pain-free running at an easy pace.",
		"Rest when you get IT band pain.",
		"With a history of back pain, ask before you lift.",
		"Load a healing Achilles slowly, and with your clinician.",
		"Today I ran 12 seconds faster per kilometre.",
		"Healthy adults do about 25 heel raises on one leg.",

		// A number that is denied, or that a study found.
		"You will not be 8 % faster in eight weeks.",
		"Nobody can promise you a time that is two minutes faster.",
		"In one trial runners were 3 % faster over 5 km.",
		"In the studies the runners who lifted were 2 to 5 % faster.",
		"Walk two minutes, then run a little faster.",
		"Lower the weight in three seconds, and come up faster.",
		"Running economy generally improved by 2 to 8 %.",
		"Take 20 seconds between the sides.",

		// Findings of some trials, or about others.
		"Studies with supervision had better compliance and a lower injury risk.",
		"One small trial found fewer injuries among those who lifted.",
		"In young football players such programmes reduced injuries.",
		"A few studies, most of them of low quality, found that lifting prevents injuries.",
		"Lifting prevents injuries, some say, but the trials do not show it.",

		// Another language.
		"Krafttraining verhindert Verletzungen und gleicht Dysbalancen aus.",
		"Le renforcement prévient les blessures.",
		"",
	} {
		if got := found(Passage{Text: text}); got != "" {
			t.Errorf("claims in %q: %q, want none", text, got)
		}
	}
}

// What stands around a text decides with it.
func TestAround(t *testing.T) {
	for _, test := range []struct {
		p    Passage
		want string
	}{
		{Passage{Text: "Lifting prevents injuries.", Next: "The trials do not show it."}, ""},
		{Passage{Text: "Lifting prevents injuries.", Next: "So do it."}, "prevents injuries"},
		{Passage{Text: "Lifting prevents injuries", Lead: "Myths"}, ""},
		{Passage{Text: "Lifting prevents injuries", Lead: "Three things that are not true:"}, ""},
		{Passage{Text: "Lifting prevents injuries", Lead: "Reasons to lift:"}, "prevents injuries"},
		{Passage{Text: "to prevent injuries", Lead: "Three reasons to lift:"}, "prevent injuries"},
		{Passage{Text: "Lifting helps.", Next: "It prevents injuries."}, ""},
	} {
		if got := found(test.p); got != test.want {
			t.Errorf("claims in %+v: %q, want %q", test.p, got, test.want)
		}
	}
}

// Whatever is chosen for the words of a phrase, it has those that it needs.
func TestNecessities(t *testing.T) {
	v := english()
	if n := len(v.ofClaims.counts); n > mostPhrases {
		t.Fatalf("%d phrases", n)
	}
	for _, phrase := range slices.Concat(bold, mild, speed) {
		for _, text := range v.examples(v.parse(phrase)) {
			if !v.mayClaim(text) {
				t.Errorf("%q is said to have no claim: %q", phrase, text)
			}
		}
	}
	if text := "Hold it for thirty seconds, pull your knees up, keep pace, and rest after an injury."; v.mayClaim(text) {
		t.Errorf("%q is said to have all words of a claim", text)
	}
}

// examples returns texts of a phrase, so many that each spelling of each step is in one.
func (v *vocabulary) examples(p pattern) []string {
	most, spellings := 1, make([][]string, len(p))
	for i, s := range p {
		spellings[i] = v.spellings(s)
		most = max(most, len(spellings[i]))
	}
	examples := make([]string, most)
	for n := range examples {
		for i, s := range p {
			if list := spellings[i]; len(list) > 0 && !(s.optional && n%2 == 0) {
				examples[n] += list[n%len(list)] + " "
			}
		}
	}
	return examples
}

// spellings returns all that a step can stand for.
func (v *vocabulary) spellings(s step) []string {
	var list []string
	for word, id := range v.lexicon.ids {
		if s.words.has(id) {
			list = append(list, word)
		}
	}
	if s.isNumber {
		list = append(list, "8")
	}
	for _, noun := range s.nouns {
		for _, p := range slices.Concat(noun...) {
			list = append(list, v.examples(p)...)
		}
	}
	return list
}

func FuzzFind(f *testing.F) {
	f.Add("", "“Strength training pre—vents injuries.” 'n't don’t (weak hips) cause", "It does not.")
	f.Add("Myths:", "bullet-proof\u00a0knees... Lifting prevents\r\ninjuries", "")
	f.Fuzz(func(t *testing.T, lead, text, next string) {
		last := 0
		claims := Find(Passage{lead, text, next})
		if len(claims) > 0 && !MayContain(text) {
			t.Fatalf("%q is said to have no claim and has %v", text, claims)
		}
		for _, c := range claims {
			if c.Start < last || c.End <= c.Start || c.End > len(text) {
				t.Fatalf("claim %+v behind %d: %q", c, last, text)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[c.Start:c.End]) {
				t.Fatalf("claim %+v cuts a character: %q", c, text)
			}
			last = c.End
		}
	})
}

// A sentence with words of claims and without one.
func BenchmarkFindNothing(b *testing.B) {
	text := "Stand on the step with the balls of both feet, keep your knees straight, and let the heels sink for three seconds, twenty minutes after the run."
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if Find(Passage{Text: text}) != nil {
			b.Fatal("a claim")
		}
	}
}

func BenchmarkFind(b *testing.B) {
	text := "We make no promise about injuries. When all trials in endurance runners were put together, exercise programmes did not change the risk of injury."
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if Find(Passage{Text: text}) != nil {
			b.Fatal("a claim")
		}
	}
}
