//go:build linux

package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/legpress/legpress/content"
	"github.com/legpress/legpress/generator/browsertest"
)

// Whoever stops the printing finds no half PDF, no process and no folder that was left behind, however early or late it is.
func TestStopPrinting(t *testing.T) {
	browsertest.Tool(t, "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
	for name, c := range map[string]struct {
		signal syscall.Signal
		group  bool   // the browser gets it too, as from a terminal
		moment string // a file that is there when it is time, below the site's folder
	}{
		"Ctrl-C as the browser starts": {syscall.SIGINT, true, "tmp/chromedp-runner*"},
		"Ctrl-C between PDFs":          {syscall.SIGINT, true, "public/.legpress/stage-*/*"},
		"terminate":                    {syscall.SIGTERM, false, "tmp/chromedp-runner*/Default"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := writeSite(t)
			command, stderr := startPrinting(t, dir)
			waitFor(t, filepath.Join(dir, "tmp/chromedp-runner*"))
			waitFor(t, filepath.Join(dir, c.moment))
			pid := command.Process.Pid
			if c.group {
				pid = -pid
			}
			if err := syscall.Kill(pid, c.signal); err != nil {
				t.Fatal(err)
			}
			var exit *exec.ExitError
			if err := command.Wait(); !errors.As(err, &exit) || exit.ExitCode() != unable {
				t.Errorf("got %v, want exit status %d", err, unable)
			}
			if want := "legpress: stopped. The website is built; its PDFs are as they were\n"; stderr.String() != want {
				t.Errorf("it said %q, want %q", stderr, want)
			}
			wantNothingLeft(t, dir)
		})
	}
}

// writeSite writes the starter site into a folder, and beside it an empty folder for temporary files.
func writeSite(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "stop") // a short name, for the sockets of the browser
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	if err := os.CopyFS(filepath.Join(dir, "content"), content.Files); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "tmp"), 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

// startPrinting starts legpress in a group of processes of its own.
func startPrinting(t *testing.T, dir string) (*exec.Cmd, *bytes.Buffer) {
	t.Helper()
	legpress, err := exec.LookPath("legpress") // TestMain puts it there
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command(legpress, "pdf", "--site", dir)
	command.Env = append(os.Environ(), "TMPDIR="+filepath.Join(dir, "tmp"))
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	var stderr bytes.Buffer
	command.Stderr = &stderr
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	return command, &stderr
}

func waitFor(t *testing.T, pattern string) {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		if found, _ := filepath.Glob(pattern); len(found) > 0 {
			return
		}
	}
	t.Fatalf("%s did not appear", pattern)
}

func wantNothingLeft(t *testing.T, dir string) {
	t.Helper()
	for _, pattern := range []string{"tmp/*", "public/.legpress/stage-*", "public/plans/*/*/*.pdf"} {
		if left, _ := filepath.Glob(filepath.Join(dir, pattern)); len(left) > 0 {
			t.Errorf("it left %q", left)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "public/index.html")); err != nil {
		t.Errorf("the website is not there: %v", err)
	}
	processes, _ := filepath.Glob("/proc/[0-9]*/cmdline")
	for _, p := range processes {
		if line, err := os.ReadFile(p); err == nil && strings.Contains(string(line), dir) {
			t.Errorf("a process is left: %q", line)
		}
	}
}
