package figure

// behind draws the limbs of the far side, where they are not hidden by those of the near side.
func (b body) behind(f Figure, k ink) []shape {
	var list []shape
	if f.differs(b.legs[near].points(), b.legs[far].points()) {
		list = append(list, shape{ink: k, chains: thin(b.legs[far].flesh())})
	}
	if f.differs(b.arms[near].points(), b.arms[far].points()) {
		list = append(list, shape{ink: k, chains: thin(b.arms[far].flesh())})
	}
	return list
}

// differs reports whether two limbs would be drawn at different places.
func (f Figure) differs(a, b []point) bool {
	for i := range a {
		if a[i].minus(b[i]).length() > 1 {
			return true
		}
	}
	return false
}

// middle draws trunk, head and the near leg as one.
func (b body) middle() shape {
	s := shape{ink: inkBody, chains: b.trunk()}
	s.chains = append(s.chains, []disc{{b.neck.at, b.neck.r}, {b.head.at, neckRadius - .4}}, []disc{b.head}, []disc{{b.head.at, 3}, b.nose})
	if b.front {
		s.chains = s.chains[:len(s.chains)-1]
	}
	s.chains = append(s.chains, b.legs[near].flesh()...)
	return s
}

func (b body) trunk() [][]disc {
	chains := [][]disc{{b.pelvis, b.chest}, {b.chest, b.neck}}
	if !b.front {
		return chains
	}
	var sides [2][]disc
	for side := range sides {
		sides[side] = []disc{{b.legs[side].hip.at, 7.5}, {b.chest.at.to(b.arms[side].shoulder.at, .62), 7.6}, {b.arms[side].shoulder.at, 5.6}}
	}
	return append(chains, sides[near], sides[far],
		[]disc{{b.legs[near].hip.at, 7.5}, {b.legs[far].hip.at, 7.5}},
		[]disc{{b.arms[near].shoulder.at, 5.6}, {b.neck.at, 6.5}, {b.arms[far].shoulder.at, 5.6}})
}

func (l leg) flesh() [][]disc {
	return [][]disc{
		{l.hip, l.knee, l.calf, {l.ankle.at, l.ankle.r}, l.heel, l.ball},
		{{l.ankle.at, l.ankle.r}, l.ball, l.toe},
	}
}

func (a arm) flesh() [][]disc { return [][]disc{{a.shoulder, a.elbow, a.wrist, a.hand}} }

func (l leg) points() []point {
	return []point{l.hip.at, l.knee.at, l.ankle.at, l.heel.at, l.ball.at, l.toe.at}
}

func (a arm) points() []point { return []point{a.shoulder.at, a.elbow.at, a.wrist.at, a.hand.at} }

// thin returns limbs that are as thick with their outline as the others are without.
func thin(chains [][]disc) [][]disc {
	const outline = 1.4
	for _, c := range chains {
		for i := range c {
			c[i].r = max(c[i].r-outline, 1)
		}
	}
	return chains
}
