package main

import (
	"runtime"
	"runtime/debug"
	"testing"
)

// TestVersion: a release, a tagged module and a build in a working copy each say what they are.
func TestVersion(t *testing.T) {
	system := runtime.GOOS + "/" + runtime.GOARCH
	commit := []debug.BuildSetting{{Key: "vcs.revision", Value: "0123456789abcdef0123456789abcdef01234567"}, {Key: "vcs.time", Value: "2026-11-28T09:30:00Z"}}
	for _, test := range []struct {
		release, module string
		settings        []debug.BuildSetting
		want            string
	}{
		{"1.2.0", "(devel)", commit, "legpress 1.2.0 (commit 0123456789ab of 2026-11-28, go1.26.8, " + system + ")"},
		{"", "v1.1.3", nil, "legpress 1.1.3 (go1.26.8, " + system + ")"},
		{"", "", nil, "legpress development (go1.26.8, " + system + ")"},
		{"", "(devel)", append(commit, debug.BuildSetting{Key: "vcs.modified", Value: "true"}), "legpress development (commit 0123456789ab of 2026-11-28, changed since, go1.26.8, " + system + ")"},
	} {
		info := &debug.BuildInfo{GoVersion: "go1.26.8", Main: debug.Module{Version: test.module}, Settings: test.settings}
		if got := version(test.release, info); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}
