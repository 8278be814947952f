package pdf

import (
	"os"
	"os/exec"
	"testing"
)

// Tool returns the path of a program that is not part of Go. Where it is missing the test skips, or fails when all tools are required.
func Tool(t *testing.T, names ...string) string { t.Helper(); return tool(t, names...) }

func tool(t *testing.T, names ...string) string {
	t.Helper()
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("LEGPRESS_REQUIRE_TOOLS") == "1" {
		t.Fatalf("%s is not installed", names[0])
	}
	t.Skipf("%s is not installed", names[0])
	return ""
}
