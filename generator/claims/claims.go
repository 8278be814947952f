// Package claims finds sentences that promise what the evidence does not support: that strength training prevents or heals injuries, or
// corrects the imbalances and weak muscles that are said to cause them; and how much faster it makes.
//
// In goes the plain text of a paragraph with what is around it, out come the positions of the claims in it. The package knows only
// English, and only words. It must not read Markdown. No source makes a claim about injuries good, as the trials did not find it; whether a
// number about speed has a source is checked elsewhere.
//
// A sentence that denies a claim, questions it, limits it or only reports it is none: "does not prevent injuries", "whether it prevents
// injuries", "fewer injuries in trials with supervision", a claim that the next sentence calls a myth. It is the clause that counts: what is
// denied before a "but" does not deny what comes behind it. In doubt a sentence is no claim: a false alarm about an honest sentence costs more
// trust than a claim that is not found.
//
// The phrases of claims are listed in phrases.go, the words that take a claim back in hedges.go. Most sentences are known to have no claim by
// the words that they lack: necessary.go.
package claims

// Passage is a text and what is around it, all of it plain.
type Passage struct {
	Lead string // what the text is an item of: the words before a list, the heading of a column; may be empty
	Text string
	Next string // what follows: a claim may be denied there; may be empty
}

// Kind is what a claim is about.
type Kind int

// The kinds of claims.
const (
	Injury Kind = iota // it prevents or heals injuries, or corrects what is said to cause them
	Speed              // it makes faster by so much
)

// Claim is a place in the text of a passage, in bytes.
type Claim struct {
	Start, End int
	Kind       Kind
}

// MayContain reports whether a text may contain a claim. It is much quicker than Find, and never misses one.
func MayContain(text string) bool {
	return english().mayClaim(text)
}

// Find returns the claims in a passage in order, at most one of each sentence.
func Find(p Passage) []Claim {
	var found []Claim
	f := finder{english(), sentences(p.Text), sentences(p.Lead), sentences(p.Next)}
	for i, s := range f.sentences {
		if !f.mayClaim(s.text) {
			continue
		}
		words := f.words(s)
		kind := Injury
		start, end, ok := f.injury(i, words)
		if !ok {
			kind = Speed
			start, end, ok = f.promise(words)
		}
		if ok && !f.isRetracted(i, isQuoted(words, start)) {
			found = append(found, Claim{words[start].start, words[end-1].end, kind})
		}
	}
	return found
}

// finder looks through the sentences of a passage.
type finder struct {
	*vocabulary
	sentences, lead, next []sentence
}

// injury returns which words of sentence number i are its first claim about injuries. Mild phrases count only where the text is about
// training.
func (f *finder) injury(i int, words []word) (start, end int, ok bool) {
	for start := range words {
		if end, ok := f.bold.matchAt(words, start); ok && !f.denies(words, start, end) {
			return start, end, true
		}
		end, ok := f.mild.matchAt(words, start)
		if ok && (f.subjects.endsWith(words[:start]) || f.isAboutTraining(i, words)) && !f.denies(words, start, end) && !f.isCaution(words, start) {
			return start, end, true
		}
	}
	return 0, 0, false
}

// isAboutTraining reports whether sentence number i or what stands before it, which says what "it" and "they" are, is about training.
func (f *finder) isAboutTraining(i int, words []word) bool {
	return f.training.occursIn(words) || f.training.occursIn(f.wordsBefore(i))
}

// promise returns which words of a sentence say how much faster somebody will be. What a study found is none, and what somebody ran.
func (v *vocabulary) promise(words []word) (start, end int, ok bool) {
	if v.evidence.occursIn(words) {
		return 0, 0, false
	}
	for i := range words {
		if end, ok := v.speed.matchAt(words, i); ok && !v.denies(words, i, end) && !v.past.occursIn(words[:i]) {
			return i, end, true
		}
	}
	return 0, 0, false
}

// wordsBefore returns the words of the sentence before sentence number i.
func (f *finder) wordsBefore(i int) []word {
	switch {
	case i > 0:
		return f.words(f.sentences[i-1])
	case len(f.lead) > 0:
		return f.words(f.lead[len(f.lead)-1])
	}
	return nil
}

// isRetracted reports whether a claim in sentence number i is denied by the words that introduce the text or by the next sentence. A
// quotation may also be denied by the sentence after that.
func (f *finder) isRetracted(i int, quoted bool) bool {
	if n := len(f.lead); n > 0 && f.hedges.occursIn(f.words(f.lead[n-1])) {
		return true
	}
	most := 1
	if quoted {
		most = 2
	}
	after := append(f.sentences[i+1:len(f.sentences):len(f.sentences)], f.next...)
	for _, s := range after[:min(most, len(after))] {
		if f.retracts(f.words(s)) {
			return true
		}
	}
	return false
}
