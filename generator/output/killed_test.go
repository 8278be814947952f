package output

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// versions are two sites that differ in every way that matters: pages changed, gone, new, in new folders, a file that
// becomes a folder and a folder that becomes a file.
func versions() [2]tree {
	a, b := tree{"same": "same", "turns/x": "a", "flips": "a"}, tree{"same": "same", "turns": "b", "flips/y/z": "b"}
	for i := range 12 {
		page := fmt.Sprintf("articles/%d/index.html", i)
		a[page] = strings.Repeat(fmt.Sprint("version a of ", i), 300)
		b[page] = strings.Repeat(fmt.Sprint("b, ", i), 900)
		a[fmt.Sprintf("old/%d/index.html", i)] = "a"
		b[fmt.Sprintf("new/%d/index.html", i)] = "b"
	}
	return [2]tree{a, b}
}

const childOf = "LEGPRESS_OUTPUT_TEST_SITE"

// TestMain builds the versions in turn for ever when it finds itself started by TestKilled.
func TestMain(m *testing.M) {
	site := os.Getenv(childOf)
	if site == "" {
		os.Exit(m.Run())
	}
	s := sites{site, filepath.Join(site, "public")}
	for i := 0; ; i++ {
		if _, err := s.build(versions()[i%2]); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
	}
}

func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("kills builds for some seconds")
	}
	s := newSite(t)
	s.write(t, ".gitignore", "*")
	s.mustBuild(t, versions()[0])
	s.write(t, "old/foreign", "foreign")
	staging, moving := 0, 0
	for round := 0; round < 25 || ((staging == 0 || moving == 0) && round < 500); round++ {
		killOne(t, s, 40+round) // a slow program needs longer until it moves
		inStage, inMove := leftOver(t, s)
		staging, moving = staging+inStage, moving+inMove
		wantWhole(t, s)
		if round%3 == 0 { // otherwise the next build is killed too
			wantCompletes(t, s, versions()[rand.IntN(2)])
		}
		if t.Failed() {
			t.Fatalf("in round %d", round)
		}
	}
	t.Logf("killed %d times while staging and %d times while moving", staging, moving)
	if staging == 0 || moving == 0 {
		t.Error("no build was killed at the one moment or the other")
	}
}

// killOne starts a process that builds and builds, and kills it within some milliseconds.
func killOne(t *testing.T, s sites, within int) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childOf+"="+s.site)
	var said strings.Builder
	child.Stdout = &said
	must(t, child.Start())
	time.Sleep(time.Duration(15+rand.IntN(within)) * time.Millisecond)
	must(t, child.Process.Kill())
	var exit *exec.ExitError
	if err := child.Wait(); !errors.As(err, &exit) || exit.Exited() {
		t.Fatalf("the child ended by itself: %v: %s", err, &said)
	}
}

// leftOver counts the stages that were killed before and after their manifest was written.
func leftOver(t *testing.T, s sites) (staging, moving int) {
	t.Helper()
	stages, err := filepath.Glob(filepath.Join(s.out, ownFolder, stagePrefix+"*"))
	must(t, err)
	for _, stage := range stages {
		if _, err := os.Stat(filepath.Join(stage, manifestName)); err == nil {
			moving++
		} else {
			staging++
		}
	}
	return staging, moving
}

// wantWhole fails unless every file has the bytes of one of the versions.
func wantWhole(t *testing.T, s sites) {
	t.Helper()
	v := versions()
	for path, text := range s.files(t) {
		a, inA := v[0][path]
		b, inB := v[1][path]
		foreign := path == ".gitignore" && text == "*" || path == "old/foreign" && text == "foreign"
		if !foreign && (!inA || text != a) && (!inB || text != b) {
			t.Errorf("%s is neither old nor new: %d bytes %.60q", path, len(text), text)
		}
	}
}

// wantCompletes fails unless a build makes the folder right and leaves nothing behind.
func wantCompletes(t *testing.T, s sites, files tree) {
	t.Helper()
	s.mustBuild(t, files)
	wantManifest(t, s, files)
	want := tree{".gitignore": "*", "old/foreign": "foreign"}
	for path, text := range files {
		want[path] = text
	}
	s.wantFiles(t, want)
}

// Every moment between two moves, one after the other, without a process.
func TestKilledBetweenMoves(t *testing.T) {
	v := versions()
	for moved := range 20 {
		s := newSite(t)
		s.write(t, ".gitignore", "*")
		s.mustBuild(t, v[0])
		s.write(t, "old/foreign", "foreign")
		abandon(t, s, v[1], moved)
		abandon(t, s, v[1], 20-moved) // and again, over what the first one left
		wantWhole(t, s)
		if moved%2 == 0 {
			wantDiscards(t, s)
		}
		wantCompletes(t, s, v[moved%2])
	}
}

// abandon does a build up to a number of moves and lets go of the folder as a killed process would.
func abandon(t *testing.T, s sites, files tree, moved int) {
	t.Helper()
	stage, err := Open(s.site, s.out)
	must(t, err)
	for path, text := range files {
		must(t, stage.Add(path, []byte(text)))
	}
	p, err := stage.prepare()
	must(t, err)
	must(t, stage.remove(p.before))
	for _, m := range stage.sortedMoves()[:min(moved, len(stage.moves))] {
		must(t, stage.root.Rename(stage.staging.name+"/"+m.name, m.to))
	}
	must(t, errors.Join(stage.staging.close(), stage.dirs.closeFolders(), stage.unlock(nil)))
}

// wantDiscards fails unless a build that is discarded clears up after the killed one and changes nothing that is served.
func wantDiscards(t *testing.T, s sites) {
	t.Helper()
	before := s.files(t)
	stage, err := Open(s.site, s.out)
	must(t, err)
	must(t, stage.Discard())
	s.wantFiles(t, before)
	if staging, moving := leftOver(t, s); staging+moving > 0 {
		t.Errorf("%d stages are left", staging+moving)
	}
}

// What a killed build only announced is not taken for its work.
func TestKilledBeforeTheFirstMove(t *testing.T) {
	s := newSite(t)
	s.mustBuild(t, tree{"index.html": "home", "a.html": "old"})
	abandon(t, s, tree{"index.html": "home", "a.html": "new", "b.html": "new"}, 0)
	s.write(t, "b.html", "foreign")
	_, err := s.build(tree{"index.html": "home", "b.html": "new"})
	wantUserError(t, err, "b.html is not a file that Legpress wrote")
	got := s.mustBuild(t, tree{"index.html": "home"})
	if want := (Result{Unchanged: 1, Deleted: 1, Bytes: 4}); !cmp.Equal(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	s.wantFiles(t, tree{"index.html": "home", "b.html": "foreign"})
}

func TestKilledFirstBuild(t *testing.T) {
	for moved := range 4 {
		s := newSite(t)
		files := tree{"index.html": "home", "a/index.html": "a", "b.css": "b"}
		abandon(t, s, files, moved)
		s.mustBuild(t, files)
		s.wantFiles(t, files)
		wantManifest(t, s, files)
	}
}

func TestKilledWhileStaging(t *testing.T) {
	s := newSite(t)
	stage, err := Open(s.site, s.out)
	must(t, err)
	must(t, stage.Add("a/index.html", []byte("a")))
	must(t, errors.Join(stage.staging.close(), stage.dirs.closeFolders(), stage.unlock(nil)))
	next, err := Open(s.site, s.out)
	must(t, err)
	must(t, next.Discard())
	if got := s.entries(t); len(got) != 1 {
		t.Errorf("got %v, want an empty folder", got)
	}
}
