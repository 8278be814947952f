package output

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

const (
	benchPages = 10_000
	benchBytes = 12 << 10
)

func benchSite() (paths []string, page []byte) {
	for i := range benchPages {
		paths = append(paths, fmt.Sprintf("articles/an-article-%05d/index.html", i))
	}
	return paths, bytes.Repeat([]byte("0123456789abcdef"), benchBytes/16)
}

// BenchmarkBuild measures 10,000 pages of 12 KB in folders of their own, in CPU time. Compare it with "plain", which makes
// folders and writes files and does nothing else; set TMPDIR to a file system in memory to leave the disk out of it.
func BenchmarkBuild(b *testing.B) {
	paths, page := benchSite()
	other := bytes.ToUpper(page)
	b.Run("plain", func(b *testing.B) {
		benchRound(b, func(s sites) {}, func(s sites) {
			for _, path := range paths {
				name := filepath.Join(s.out, path)
				must(b, os.MkdirAll(filepath.Dir(name), 0o755))
				must(b, os.WriteFile(name, page, 0o644))
			}
		})
	})
	b.Run("read", func(b *testing.B) {
		benchRound(b, func(s sites) { benchBuild(b, s, paths, page) }, func(s sites) {
			for _, path := range paths {
				_, err := os.ReadFile(filepath.Join(s.out, path))
				must(b, err)
			}
		})
	})
	b.Run("first", func(b *testing.B) {
		benchRound(b, func(s sites) {}, func(s sites) { benchBuild(b, s, paths, page) })
	})
	b.Run("unchanged", func(b *testing.B) {
		benchRound(b, func(s sites) { benchBuild(b, s, paths, page) }, func(s sites) { benchBuild(b, s, paths, page) })
	})
	b.Run("changed", func(b *testing.B) {
		benchRound(b, func(s sites) { benchBuild(b, s, paths, page) }, func(s sites) { benchBuild(b, s, paths, other) })
	})
}

func benchBuild(b *testing.B, s sites, paths []string, page []byte) {
	stage, err := Open(s.site, s.out)
	must(b, err)
	for _, path := range paths {
		must(b, stage.Add(path, page))
	}
	_, err = stage.Commit()
	must(b, err)
}

// benchRound measures do in a new site each time, after prepare.
func benchRound(b *testing.B, prepare, do func(sites)) {
	var spent float64
	for range b.N {
		b.StopTimer()
		s := newSite(b)
		prepare(s)
		b.StartTimer()
		began := cpuTime()
		do(s)
		spent += cpuTime() - began
		b.StopTimer()
		must(b, os.RemoveAll(s.site))
		b.StartTimer()
	}
	b.ReportMetric(spent/float64(b.N)*1e3, "cpu-ms/op")
}
