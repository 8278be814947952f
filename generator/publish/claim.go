package publish

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"
)

const claimPath = ownFolder + "/publishing"

// How often whoever publishes says that it goes on, and how long others wait for that. They are compared by a number that grows, not by
// the time of day: clocks differ.
var (
	beatEvery = 4 * time.Second
	beatAwait = 15 * time.Second
)

// claimData is what stands in the file that claims a store.
type claimData struct {
	Run     string `json:"run"`     // a random text
	Machine Digest `json:"machine"` // of its name
	Process int    `json:"process"`
	Beat    int    `json:"beat"` // grows while the run goes on
}

// claim keeps others from publishing to a store.
type claim struct {
	store Store
	data  claimData
	stop  chan struct{}
	ended chan struct{}
	told  chan context.CancelCauseFunc
}

// claimStore claims a store. One that a run has left claimed which was killed is taken over: at once where that was a process of this
// machine that is gone, else when its number has not grown for a while.
func claimStore(ctx context.Context, store Store, remark func(string)) (*claim, error) {
	host, _ := os.Hostname()
	c := &claim{
		store: store, data: claimData{Run: rand.Text(), Machine: digestOf(host), Process: os.Getpid()},
		stop: make(chan struct{}), ended: make(chan struct{}), told: make(chan context.CancelCauseFunc, 1),
	}
	mine, err := json.Marshal(c.data)
	if err != nil {
		return nil, err
	}
	for range 3 {
		claimed, err := store.Claim(ctx, claimPath, mine)
		if err != nil {
			return nil, err
		}
		if claimed {
			go c.beat(context.WithoutCancel(ctx))
			return c, nil
		}
		if err := c.await(ctx, remark); err != nil {
			return nil, err
		}
	}
	return nil, ErrBusy
}

// await waits until the claim of another run is over, and removes it.
func (c *claim) await(ctx context.Context, remark func(string)) error {
	before, err := readClaim(ctx, c.store)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case before.Machine == c.data.Machine && !runs(before.Process):
		if remark != nil {
			remark("The last run broke off. This one goes on, and sends again what may not have arrived.")
		}
		return c.store.Remove(ctx, claimPath)
	}
	if remark != nil {
		remark(fmt.Sprintf("Somebody has begun to publish there. Looking for up to %.0f seconds whether that goes on ...", beatAwait.Seconds()))
	}
	for until := time.Now().Add(beatAwait); time.Now().Before(until); {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(beatAwait / 8):
		}
		now, err := readClaim(ctx, c.store)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case now != before:
			return ErrBusy
		}
	}
	return c.store.Remove(ctx, claimPath)
}

// readClaim reads who has claimed a store. What cannot be read is nobody, who does not go on.
func readClaim(ctx context.Context, store Store) (claimData, error) {
	var d claimData
	data, err := store.Get(ctx, claimPath)
	if err == nil {
		_ = json.Unmarshal(data, &d)
	}
	return d, err
}

// watch has a context canceled with [ErrBusy] when the claim is lost.
func (c *claim) watch(lost context.CancelCauseFunc) { c.told <- lost }

// beat says from time to time that the run goes on, until it ends.
func (c *claim) beat(ctx context.Context) {
	defer close(c.ended)
	var lost context.CancelCauseFunc
	for {
		select {
		case lost = <-c.told:
		case <-c.stop:
			return
		case <-time.After(beatEvery):
			if now, err := readClaim(ctx, c.store); err == nil && now.Run != c.data.Run {
				if lost != nil {
					lost(ErrBusy)
				}
				return
			}
			c.data.Beat++
			if data, err := json.Marshal(c.data); err == nil {
				_ = c.store.Put(ctx, claimPath, bytesUpload(data)) // what is lost is seen above
			}
		}
	}
}

// end gives the store back, if it is still claimed by this run.
func (c *claim) end() error {
	close(c.stop)
	<-c.ended
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	now, err := readClaim(ctx, c.store)
	if err != nil || now.Run != c.data.Run {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	}
	return c.store.Remove(ctx, claimPath)
}
