// Package claims finds sentences that promise what the evidence does not support: that strength training prevents injuries, or
// corrects the imbalances and weak muscles that are said to cause them.
//
// In goes the plain text of a paragraph with what stands around it, out come the places of the claims in it. It knows only
// English, and only words: it does not read Markdown, and whether a source stands behind a claim is asked elsewhere.
//
// A sentence that denies a claim, questions it or only reports it is none: "does not prevent injuries", "whether it prevents
// injuries", a claim that the next sentence calls a myth. In doubt it is no claim: a false alarm about an honest sentence costs more
// trust than a claim that is not found.
//
// The phrases stand in one table, in phrases.go; the words of doubt in another, in doubt.go.
package claims

// Passage is a text and what stands around it, all of it plain.
type Passage struct {
	Lead string // what the text is an item of: the words before a list, the heading of a column; may be empty
	Text string
	Next string // what follows: a claim may be denied there; may be empty
}

// Claim is a place in the text of a passage, in bytes.
type Claim struct{ Start, End int }

// Find returns the claims in a passage in their order, one in a sentence at the most.
func Find(p Passage) []Claim {
	var found []Claim
	f := finder{english(), sentences(p.Text), sentences(p.Lead), sentences(p.Next)}
	for i, s := range f.own {
		if !Possible(s.text) {
			continue
		}
		words := f.words(s)
		start, end, ok := f.claim(words, f.training.in(words) || f.training.in(f.before(i)))
		if ok && !f.isTakenBack(i, isQuoted(words, start)) {
			found = append(found, Claim{words[start].start, words[end-1].end})
		}
	}
	return found
}

// finder looks through the sentences of a passage.
type finder struct {
	*vocabulary
	own, lead, next []sentence
}

// claim returns the words of the first claim in a sentence. Mild phrases are one only where the talk is of training.
func (v *vocabulary) claim(words []word, training bool) (start, end int, ok bool) {
	for i := range words {
		if end, ok := v.bold.at(words, i); ok && !v.denies(words, i, end) {
			return i, end, true
		}
		end, ok := v.mild.at(words, i)
		if ok && (training || v.subjects.endIn(words[:i])) && !v.denies(words, i, end) && !v.isCaution(words, i) {
			return i, end, true
		}
	}
	return 0, 0, false
}

// before returns the words of the sentence before that number i: what "it" and "they" are.
func (f *finder) before(i int) []word {
	switch {
	case i > 0:
		return f.words(f.own[i-1])
	case len(f.lead) > 0:
		return f.words(f.lead[len(f.lead)-1])
	}
	return nil
}

// isTakenBack reports whether a claim in sentence number i is denied by the words that lead to the text or by the next sentence; a quotation
// may be denied by the one after that, too.
func (f *finder) isTakenBack(i int, quoted bool) bool {
	if n := len(f.lead); n > 0 && f.doubtful.in(f.words(f.lead[n-1])) {
		return true
	}
	most := 1
	if quoted {
		most = 2
	}
	after := append(f.own[i+1:len(f.own):len(f.own)], f.next...)
	for _, s := range after[:min(most, len(after))] {
		if f.answersBack(f.words(s)) {
			return true
		}
	}
	return false
}
