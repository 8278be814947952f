// Package matter reads the front matter of other site generators: YAML between lines of ---, TOML between lines of +++, or JSON.
//
// In goes a text, out come its keys and its body. Numbers and dates are kept as they were typed, because a title may be 2019. The package
// must not decide in which zone a date is.
package matter

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
	"go.yaml.in/yaml/v3"
)

// Matter is the keys of a front matter, in small letters, with their values: string, bool, []any or Matter.
type Matter map[string]any

// Text is a text with its front matter.
type Text struct {
	Matter Matter
	Body   string
	Line   int  // of the body's first line, 1-based
	Found  bool // there is a front matter
}

// Split reads a text. If there is an error, all of the text is the body.
func Split(data []byte) (Text, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	whole := Text{Matter: Matter{}, Body: string(data), Line: 1}
	if bytes.HasPrefix(data, []byte("{")) {
		return splitJSON(data, whole)
	}
	for fence, read := range map[string]func([]byte) (Matter, error){"---": YAML, "+++": TOML} {
		front, body, ok := fenced(data, fence)
		if !ok {
			continue
		}
		m, err := read(append([]byte("\n"), front...)) // so that an error names the line of the file
		if err != nil {
			return whole, err
		}
		return Text{m, string(body), 2 + bytes.Count(front, []byte("\n")) + 1, true}, nil
	}
	return whole, nil
}

// fenced returns what is between two lines of a fence, the first of which begins the text, and what is behind them.
func fenced(data []byte, fence string) (front, body []byte, ok bool) {
	first, rest, _ := bytes.Cut(data, []byte("\n"))
	if strings.TrimRight(string(first), " \t") != fence {
		return nil, nil, false
	}
	for at := 0; at < len(rest); {
		line, after, more := bytes.Cut(rest[at:], []byte("\n"))
		if s := strings.TrimRight(string(line), " \t"); s == fence || s == "..." && fence == "---" {
			return rest[:at], after, true
		}
		if !more {
			break
		}
		at += len(line) + 1
	}
	return nil, nil, false
}

func splitJSON(data []byte, whole Text) (Text, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var v map[string]any
	if err := d.Decode(&v); err != nil {
		return whole, err
	}
	body := data[d.InputOffset():]
	line := 1 + bytes.Count(data[:d.InputOffset()], []byte("\n"))
	if bytes.HasPrefix(body, []byte("\n")) {
		body, line = body[1:], line+1
	}
	return Text{lower(v), string(body), line, true}, nil
}

// YAML reads the keys of a YAML text.
func YAML(data []byte) (Matter, error) {
	var n yaml.Node
	if err := yaml.Unmarshal(data, &n); err != nil {
		return nil, err
	}
	if len(n.Content) == 0 {
		return Matter{}, nil
	}
	budget := 100_000
	v, err := fromNode(n.Content[0], 0, &budget)
	if err != nil {
		return nil, err
	}
	m, ok := v.(Matter)
	if !ok {
		if v == "" || v == nil {
			return Matter{}, nil
		}
		return nil, errors.New("it has no keys")
	}
	return m, nil
}

// fromNode returns a value as it was typed. The budget limits values that refer to others again and again.
func fromNode(n *yaml.Node, depth int, budget *int) (any, error) {
	if *budget--; *budget < 0 || depth > 50 {
		return nil, errors.New("it is nested too deeply")
	}
	switch n.Kind {
	case yaml.AliasNode:
		return fromNode(n.Alias, depth+1, budget)
	case yaml.SequenceNode:
		list := []any{}
		for _, c := range n.Content {
			v, err := fromNode(c, depth+1, budget)
			if err != nil {
				return nil, err
			}
			list = append(list, v)
		}
		return list, nil
	case yaml.MappingNode:
		m := Matter{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			v, err := fromNode(n.Content[i+1], depth+1, budget)
			if err != nil {
				return nil, err
			}
			m[strings.ToLower(n.Content[i].Value)] = v
		}
		return m, nil
	}
	switch n.ShortTag() {
	case "!!bool":
		var b bool
		if err := n.Decode(&b); err == nil {
			return b, nil
		}
	case "!!null":
		return "", nil
	}
	return n.Value, nil
}

// TOML reads the keys of a TOML text.
func TOML(data []byte) (Matter, error) {
	var v map[string]any
	if err := toml.Unmarshal(data, &v); err != nil {
		return nil, err
	}
	return lower(v), nil
}

// JSON reads the keys of a JSON text.
func JSON(data []byte) (Matter, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var v map[string]any
	if err := d.Decode(&v); err != nil {
		return nil, fmt.Errorf("line %d: %w", 1+bytes.Count(data[:min(faultAt(d, err), len(data))], []byte("\n")), err)
	}
	return lower(v), nil
}

// faultAt returns the offset of what is wrong in JSON.
func faultAt(d *json.Decoder, err error) int {
	var fault *json.SyntaxError
	if errors.As(err, &fault) {
		return int(fault.Offset)
	}
	return int(d.InputOffset())
}

func lower(v map[string]any) Matter {
	m := Matter{}
	for key, value := range v {
		m[strings.ToLower(key)] = plain(value)
	}
	return m
}

func plain(v any) any {
	switch v := v.(type) {
	case nil:
		return ""
	case string, bool:
		return v
	case map[string]any:
		return lower(v)
	case []map[string]any:
		list := []any{}
		for _, x := range v {
			list = append(list, lower(x))
		}
		return list
	case []any:
		list := []any{}
		for _, x := range v {
			list = append(list, plain(x))
		}
		return list
	case time.Time:
		return typed(v)
	}
	return fmt.Sprint(v)
}

// typed returns a TOML date as it was typed, with its offset if it had one.
func typed(t time.Time) string {
	switch t.Location().String() {
	case "date-local":
		return t.Format(time.DateOnly)
	case "datetime-local":
		return t.Format(time.DateTime)
	}
	return t.Format(time.RFC3339)
}
