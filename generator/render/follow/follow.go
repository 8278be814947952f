// Package follow writes what a reader's browser needs to follow a programme with her own numbers: the machines of its lifts, which a script
// walks, and what is said of them in the site's language.
package follow

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// format is the version of the data. A script refuses a number that it does not know.
const format = 1

type data struct {
	Format   int               `json:"format"`
	Plan     string            `json:"plan"`
	Runner   string            `json:"runner"`
	Unit     quantity.Unit     `json:"unit"`
	Machines machine.Programme `json:"machines"`
}

// JSON returns the data of a programme.
func JSON(p *progression.Programme) ([]byte, error) {
	d := data{Format: format, Plan: p.Plan.ID, Runner: p.Runner.ID, Unit: p.Unit, Machines: p.Machines}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(d); err != nil {
		return nil, fmt.Errorf("writing what follows a programme as JSON: %w", err)
	}
	return b.Bytes(), nil
}
