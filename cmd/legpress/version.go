package main

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

// release is the version of a release, "1.2.0". The linker sets it; it is empty in every other build.
var release string

func versionCommand(s *streams) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Long: `Version says which Legpress this is: its version, the commit that it was built of,
the day of that commit, and the system that it was built for. It asks nobody
whether there is a newer one.`,
		Example: "  legpress version",
		Args:    noArguments,
		RunE: func(*cobra.Command, []string) error {
			info, ok := debug.ReadBuildInfo()
			if !ok {
				info = &debug.BuildInfo{GoVersion: runtime.Version()}
			}
			_, err := fmt.Fprintln(s.out, version(release, info))
			return err
		},
	}
}

// version says what a program was built of: as a release, by the Go tool from a tagged commit, or else on the way to the next one.
func version(release string, info *debug.BuildInfo) string {
	module := strings.TrimPrefix(info.Main.Version, "v")
	if module == "(devel)" {
		module = ""
	}
	about := []string{}
	if commit := setting(info, "vcs.revision"); commit != "" {
		day, _, _ := strings.Cut(setting(info, "vcs.time"), "T")
		about = append(about, fmt.Sprintf("commit %.12s of %s", commit, day))
	}
	if setting(info, "vcs.modified") == "true" {
		about = append(about, "changed since")
	}
	about = append(about, info.GoVersion, runtime.GOOS+"/"+runtime.GOARCH)
	return fmt.Sprintf("legpress %s (%s)", cmp.Or(release, module, "development"), strings.Join(about, ", "))
}

// setting returns what the Go tool noted about a build; "" where it did not.
func setting(info *debug.BuildInfo, key string) string {
	for _, s := range info.Settings {
		if s.Key == key {
			return s.Value
		}
	}
	return ""
}
