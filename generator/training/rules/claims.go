package rules

import (
	"bytes"
	"regexp"
)

// MayClaim reports whether a text has words that a claim about injuries or imbalances needs: most have none, and are not looked at
// again.
func MayClaim(text []byte) bool {
	for _, word := range []string{"njur", "NJUR", "mbalanc", "symmetr", "ulletproof", "ullet-proof", "eakness"} {
		if bytes.Contains(text, []byte(word)) {
			return true
		}
	}
	return false
}

// The claims that the evidence does not support, in English. Between a verb and what it is said of, only few and harmless words
// may stand: "reduce the risk of running injuries" is a claim, "reduce the load after an injury" is advice.
var (
	claimed = []*regexp.Regexp{
		regexp.MustCompile(`(?i)\b(prevent(s|ing|ed)?|avoid(s|ing)?|eliminat(e|es|ing)|stop(s|ping)?|end(s|ing)?|cut(s|ting)?|reduc(e|es|ing)|lower(s|ing)?|decreas(e|es|ing)|minimi[sz](e|es|ing)|halv(e|es|ing)|guard(s|ing)?|protect(s|ing)?|shield(s|ing)?|sav(e|es|ing))((?:[\s,]+[\p{L}'’-]+){0,7}?)\s+injur(y|ies|ed)\b`),
		regexp.MustCompile(`(?i)\bkeep(s|ing)?((?:\s+[\p{L}'’-]+){0,4}?)\s+(from|free\s+of)((?:\s+[\p{L}'’-]+){0,2}?)\s+injur(y|ies)\b`),
		regexp.MustCompile(`(?i)\binjury[\s-]*(proof|free)\w*`),
		regexp.MustCompile(`(?i)\bbullet-?proof(s|ing)?\b`),
		regexp.MustCompile(`(?i)\binjury\s+prevention\b`),
		regexp.MustCompile(`(?i)\b(fix(es|ing)?|correct(s|ing)?|even(s|ing)?\s+out|iron(s|ing)?\s+out|repair(s|ing)?|cur(e|es|ing)|resolv(e|es|ing))((?:[\s,]+[\p{L}'’-]+){0,5}?)\s+(imbalances?|asymmetr(y|ies)|weakness(es)?)\b`),
	}
	// turned are words between verb and object after which the sentence says something else.
	turned = regexp.MustCompile(`(?i)\b(after|with|when|while|if|before|during|since|despite|until|because|and|but|or|where|who|that|reading|about)\b`)
	// denied are words of sentences that question the claim, or tell of somebody else's.
	denied = regexp.MustCompile(`(?i)\b(not|cannot|no|never|neither|nor|nobody|nothing|hardly|unproven|unsupported|unclear|unknown|myth|whether|claims?|claimed|promises?|promised|supposed(ly)?|believed?|believes|hoped?|doubt|wrong|false|without\s+evidence|too\s+good)\b|n['’]t\b|\?\s*["”’)]*$`)
	// takenBack are the beginnings of a sentence that takes back the one before it.
	takenBack = regexp.MustCompile(`(?i)^\s*["“(]*(that|this|it|they|both|the|but|yet|sadly|nobody|no|so far)\b`)
)

// Claims returns where an English text claims what the evidence does not support: the first byte of each claim, and the one behind it. A
// sentence that denies or questions is no claim, nor is one that the next one denies.
func Claims(text string) [][2]int {
	var found [][2]int
	all := sentences(text)
	for i, s := range all {
		sentence := text[s[0]:s[1]]
		if denied.MatchString(sentence) {
			continue
		}
		if i+1 < len(all) {
			if next := text[all[i+1][0]:all[i+1][1]]; takenBack.MatchString(next) && denied.MatchString(next) {
				continue
			}
		}
		if span, ok := claimIn(sentence); ok {
			found = append(found, [2]int{s[0] + span[0], s[0] + span[1]})
		}
	}
	return found
}

// claimIn returns the first claim of a sentence.
func claimIn(sentence string) (span [2]int, ok bool) {
	for _, pattern := range claimed {
		for _, m := range pattern.FindAllStringIndex(sentence, -1) {
			if turned.MatchString(sentence[m[0]:m[1]]) || ok && m[0] >= span[0] {
				continue
			}
			span, ok = [2]int{m[0], m[1]}, true
		}
	}
	return span, ok
}

// sentenceEnd is the end of a sentence with the quotation marks and brackets that belong to it.
var sentenceEnd = regexp.MustCompile(`[.!?]["'”’)]*(\s|$)`)

// sentences returns where the sentences of a text begin and end.
func sentences(text string) [][2]int {
	var list [][2]int
	start := 0
	for _, end := range sentenceEnd.FindAllStringIndex(text, -1) {
		list = append(list, [2]int{start, end[1]})
		start = end[1]
	}
	if start < len(text) {
		list = append(list, [2]int{start, len(text)})
	}
	return list
}
