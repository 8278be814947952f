package site

// EquipmentWord returns what a piece of equipment is called in the language of the site.
func (s *Site) EquipmentWord(name string) string {
	if word := s.cards.words.Text("equipment-" + name); word != "" {
		return word
	}
	return name
}
