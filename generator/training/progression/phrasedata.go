package progression

import (
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/phrase"
	"github.com/legpress/legpress/generator/training/quantity"
)

type (
	// textData is a text and what it was made of.
	textData struct {
		Text    string       `json:"text"`
		Other   string       `json:"text_other,omitempty"`
		Phrases []phraseData `json:"phrases"`
	}
	phraseData struct {
		Code   string         `json:"code"`
		Values map[string]any `json:"values"`
	}
	amountData struct {
		Amount int                 `json:"amount"`
		Unit   quantity.AmountUnit `json:"unit"`
	}
	exerciseData struct {
		Exercise string `json:"exercise"`
		Name     string `json:"name"`
	}
	dayData struct {
		Day string `json:"day"`
	}
)

// voice gives phrases their words in both units: that of the programme, and the other one.
type voice struct {
	say  Say
	unit quantity.Unit
}

func (v voice) data(phrases ...phrase.Phrase) textData {
	d := textData{Text: v.say(phrases...), Phrases: []phraseData{}}
	list := phrase.List(phrases...)
	other := make([]phrase.Phrase, len(list))
	for i, p := range list {
		d.Phrases, other[i] = append(d.Phrases, phraseOf(p)), p.In(v.unit.Other())
	}
	if text := v.say(other...); text != d.Text {
		d.Other = text
	}
	return d
}

func phraseOf(p phrase.Phrase) phraseData {
	d := phraseData{Code: p.Code, Values: map[string]any{}}
	for _, v := range p.Values {
		d.Values[v.Name] = valueOf(v.Is)
	}
	return d
}

// valueOf returns the value of a phrase as data. Numbers stay numbers.
func valueOf(v any) any {
	switch v := v.(type) {
	case phrase.Phrase:
		return phraseOf(v)
	case phrase.Amount:
		return amountData{v.N, v.Unit}
	case quantity.Load:
		return loadOf(v)
	case phrase.Step:
		return loadOf(quantity.Load(v))
	case quantity.Prescription:
		return prescriptionOf(v)
	case *training.Exercise:
		return exerciseData{v.ID, v.Name}
	case training.Weekday:
		return dayData{v.String()}
	}
	return v
}
