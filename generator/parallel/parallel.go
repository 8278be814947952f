// Package parallel runs a bounded loop on all cores. It is the only place where goroutines are started, beside the preview, which answers many, and publishing, which waits for a network.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls do for every index below n, on as many goroutines as there are cores, and waits for them. The indices are
// handed out in ascending order; what do writes to the place of its index comes out in order.
func Each(n int, do func(i int)) {
	workers := min(runtime.GOMAXPROCS(0), n)
	if workers <= 1 {
		for i := range n {
			do(i)
		}
		return
	}
	var next atomic.Int64
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wg.Wait()
}
