package parallel

import (
	"sync/atomic"
	"testing"
)

func TestEach(t *testing.T) {
	for _, n := range []int{0, 1, 2, 1000} {
		var calls atomic.Int64
		seen := make([]int32, n)
		Each(n, func(i int) {
			calls.Add(1)
			atomic.AddInt32(&seen[i], 1)
		})
		if int(calls.Load()) != n {
			t.Errorf("Each(%d) made %d calls", n, calls.Load())
		}
		for i, times := range seen {
			if times != 1 {
				t.Errorf("Each(%d) called %d %d times", n, i, times)
			}
		}
	}
}
