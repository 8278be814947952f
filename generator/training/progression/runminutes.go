package progression

import (
	"regexp"
	"strconv"
	"strings"
)

// How long a run against the clock takes (house rules): easy running and a few strides before it, easy running after it, and 4 to 7 minutes a
// kilometre.
const (
	runWarmUp    = 15 // minutes
	runCoolDown  = 10
	fastest      = 4 // minutes a kilometre
	slowest      = 7
	metresAMile  = 1609
	metresInAKm  = 1000
	longestTrial = 60 // minutes; what would take longer is no test beside training
)

// runLength is "3 km", "1.5 miles", "5K", "1000 m" or "12 min", at the beginning of what an author writes.
var runLength = regexp.MustCompile(`^(\d{1,5})(?:[.,](\d))?\s*(km|k|m|mi|miles?|min|minutes)\b`)

// runMinutes returns how many minutes a test takes in all, or zero where its length is not known: it may be a course.
func runMinutes(run string) [2]int {
	m := runLength.FindStringSubmatch(strings.ToLower(strings.TrimSpace(run)))
	if m == nil {
		return [2]int{}
	}
	whole, _ := strconv.Atoi(m[1])
	tenth, _ := strconv.Atoi("0" + m[2])
	tenths := 10*whole + tenth
	metres := 0
	switch m[3] {
	case "min", "minutes":
		n := runWarmUp + (tenths+9)/10 + runCoolDown
		return believed(n, n)
	case "km", "k":
		metres = tenths * metresInAKm / 10
	case "m":
		metres = tenths / 10
	default:
		metres = tenths * metresAMile / 10
	}
	return believed(runWarmUp+up(metres*fastest)+runCoolDown, runWarmUp+up(metres*slowest)+runCoolDown)
}

// up rounds minutes up that are counted in metres.
func up(n int) int { return (n + metresInAKm - 1) / metresInAKm }

func believed(least, most int) [2]int {
	if least > runWarmUp+longestTrial+runCoolDown {
		return [2]int{}
	}
	return [2]int{least, most}
}
