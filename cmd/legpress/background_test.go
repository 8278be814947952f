package main

import (
	"bytes"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sync"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// background is a legpress serve that a script has started. What it says is looked at while it runs.
type background struct {
	command *exec.Cmd
	out     said // standard output
	err     said
}

// said is what has been said so far, beginning behind what has been expected.
type said struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (s *said) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(p)
}

// take takes what matches, and all before it, and returns the match; nil: it has not been said.
func (s *said) take(pattern *regexp.Regexp) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	at := pattern.FindSubmatchIndex(s.text.Bytes())
	if at == nil {
		return nil
	}
	match := pattern.FindStringSubmatch(s.text.String())
	s.text.Next(at[1])
	return match
}

// backgrounds are the commands that scripts have for legpress serve: serve NAME FLAGS..., expect NAME stdout|stderr PATTERN, visit ADDRESS,
// end NAME.
func backgrounds() map[string]func(ts *testscript.TestScript, neg bool, args []string) {
	type key struct {
		ts   *testscript.TestScript
		name string
	}
	var mu sync.Mutex
	running := map[key]*background{}
	of := func(ts *testscript.TestScript, name string) *background {
		mu.Lock()
		defer mu.Unlock()
		return running[key{ts, name}]
	}
	return map[string]func(ts *testscript.TestScript, neg bool, args []string){
		"serve": func(ts *testscript.TestScript, _ bool, args []string) {
			b := &background{command: exec.Command(filepath.Join(filepath.SplitList(ts.Getenv("PATH"))[0], "legpress"), append([]string{"serve"}, args[1:]...)...)}
			b.command.Dir, b.command.Stdout, b.command.Stderr = ts.MkAbs("."), &b.out, &b.err
			b.command.Env = append(os.Environ(), "SOURCE_DATE_EPOCH="+ts.Getenv("SOURCE_DATE_EPOCH"))
			ts.Check(b.command.Start())
			ts.Defer(func() { b.command.Process.Kill() })
			mu.Lock()
			running[key{ts, args[0]}] = b
			mu.Unlock()
		},
		"expect": func(ts *testscript.TestScript, _ bool, args []string) {
			b := of(ts, args[0])
			ts.Check(b.expect(ts, args[1], regexp.MustCompile(args[2])))
		},
		"visit": func(ts *testscript.TestScript, _ bool, args []string) {
			answer, err := http.Get(args[0])
			ts.Check(err)
			answer.Body.Close()
			if answer.StatusCode != http.StatusOK {
				ts.Fatalf("%s is answered with %s", args[0], answer.Status)
			}
		},
		"end": func(ts *testscript.TestScript, _ bool, args []string) { ts.Check(of(ts, args[0]).end()) },
	}
}

// expect waits until something is said. A port in it is kept as $PORT.
func (b *background) expect(ts *testscript.TestScript, stream string, pattern *regexp.Regexp) error {
	s := &b.out
	if stream == "stderr" {
		s = &b.err
	}
	for range 500 {
		if match := s.take(pattern); match != nil {
			if len(match) > 1 {
				ts.Setenv("PORT", match[1])
			}
			return nil
		}
		time.Sleep(20 * time.Millisecond)
	}
	return fmt.Errorf("%s has no %q:\n%s%s", stream, pattern, b.out.text.String(), b.err.text.String())
}

// end interrupts the preview, which has to end well. It takes a tenth of a second where nothing else is going on; what is caught here is
// one that waits for somebody who does not answer.
func (b *background) end() error {
	if err := b.command.Process.Signal(os.Interrupt); err != nil {
		return err
	}
	began := time.Now()
	if err := b.command.Wait(); err != nil {
		return err
	}
	if took := time.Since(began); took > 10*time.Second {
		return fmt.Errorf("it took %v to end", took)
	}
	return nil
}
