package progression

import "slices"

// Block is what is done in turn: the exercises of a group, one set of each in every round, or an exercise that stands by itself.
type Block []Target

// Blocks returns the blocks of a session in their order. They share their targets with the session.
func Blocks(targets []Target) []Block {
	var blocks []Block
	from := 0
	for i := range targets {
		if i+1 < len(targets) && targets[i].Row.Group != "" && targets[i].Row.Group == targets[i+1].Row.Group {
			continue
		}
		blocks = append(blocks, targets[from:i+1])
		from = i + 1
	}
	return blocks
}

// InTurn reports whether there are several exercises, of which each waits for the others.
func (b Block) InTurn() bool { return len(b) > 1 }

// Rounds returns how many rounds there are: the most sets of an exercise. Those with fewer fall out of the last rounds.
func (b Block) Rounds() int {
	most := 0
	for i := range b {
		most = max(most, b[i].Count())
	}
	return most
}

// Every returns how many seconds lie between the beginnings of two rounds, 0 where that is not said.
func (b Block) Every() int { return b[0].Row.Every }

// For returns how many seconds rounds are done for, 0 where that is not said.
func (b Block) For() int { return b[0].Row.For }

// turn is a set of a block: of which of its targets, and which one, both from 0.
type turn struct{ target, set int }

// turns returns the sets of a block in the order in which they are done.
func (b Block) turns() []turn {
	var list []turn
	for set := range b.Rounds() {
		for i := range b {
			if set < b[i].Count() {
				list = append(list, turn{i, set})
			}
		}
	}
	return list
}

// pause returns how many seconds of rest follow a set of a block: between rounds that of its last exercise.
func (b Block) pause(now, next turn) (shortest, longest int) {
	t := &b[now.target]
	if next.set != now.set {
		t = &b[len(b)-1]
	}
	if t.Row.RestFrom > 0 {
		return t.Row.RestFrom, t.Rest
	}
	return t.Rest, t.Rest
}

// Between returns the seconds from the end of an exercise's set to the beginning of its next one, where all takes as long as it
// may: the rests and what the others do in the meantime. It is 0 for an exercise with a single set.
func (b Block) Between(target int) int {
	turns := b.turns()
	from := slices.Index(turns, turn{target, 0})
	to := slices.Index(turns, turn{target, 1})
	if from < 0 || to < 0 {
		return 0
	}
	sum := 0
	for i := from; i < to; i++ {
		_, pause := b.pause(turns[i], turns[i+1])
		sum += pause
		if i > from {
			sum += b[turns[i].target].work(turns[i].set, true, false)
		}
	}
	own := b[target].work(0, true, false)
	return max(sum, b.Every()-own)
}

// restInTurn gives the exercises of groups no rest before the next one of their round, unless the plan says how long. Where the clock says
// when the next round begins, there is no rest behind the last one either.
func restInTurn(targets []Target) {
	for _, b := range Blocks(targets) {
		for i := range b {
			if i < len(b)-1 || b.Every() > 0 {
				b[i].Rest = b[i].Row.Rest
			}
		}
	}
}
