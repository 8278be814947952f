package publish

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/legpress/legpress/generator/mediatype"
)

// workers is how many files are on their way at once. Hosts let one visitor open a few connections.
const workers = 4

// Between two times at which the list of what was sent is written there are at least so many seconds, and ten times as many as it takes.
const listEvery = 5 * time.Second

// Carry does what a plan says. Done is told after each file, with its bytes; it may be nil. After an error, or a kill, the next run goes on
// from there.
func (p *Place) Carry(ctx context.Context, plan *Plan, done func(bytes int64)) error {
	if p.claim == nil {
		return errors.New("the place is only looked at")
	}
	if plan.Nothing() {
		return nil
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	p.claim.watch(stop)
	c := &carrier{store: p.store, site: plan.site, sent: p.sent.clone(), done: done, ctx: ctx}
	if err := c.carry(plan); err != nil {
		if cause := context.Cause(ctx); errors.Is(cause, ErrBusy) {
			return cause
		}
		c.keep()
		return err
	}
	p.sent = c.sent
	if f, ok := p.store.(Finisher); ok {
		return f.Finish(ctx, summary(plan))
	}
	return nil
}

// summary says in a line what was done.
func summary(p *Plan) string {
	return fmt.Sprintf("Publish: %d added, %d changed, %d deleted", len(p.Added)+len(p.Replaced), len(p.Changed), len(p.Deleted)+len(p.Foreign))
}

// carrier carries the files of one run.
type carrier struct {
	store Store
	site  *Site
	done  func(bytes int64)
	ctx   context.Context

	mu      sync.Mutex
	sent    *sent
	written time.Time     // when the list was written
	took    time.Duration // how long that took
	writing bool
}

func (c *carrier) carry(plan *Plan) error {
	var files [phases][]File
	for _, list := range [][]File{plan.Added, plan.Changed, plan.Replaced} {
		for _, f := range list {
			files[phase(f.Path)] = append(files[phase(f.Path)], f)
			c.sent.files[digestOf(f.Path)] = "" // ours from now on, and not yet what it is to be
		}
	}
	if err := c.writeList(); err != nil {
		return err
	}
	for _, list := range files {
		err := c.all(len(list), func(ctx context.Context, i int) error { return c.send(ctx, list[i]) })
		if err != nil {
			return err
		}
	}
	var deleted [phases][]string
	for _, name := range slices.Concat(plan.Deleted, plan.Foreign) {
		deleted[phase(name)] = append(deleted[phase(name)], name)
	}
	for _, list := range slices.Backward(deleted[:]) { // pages before what they show
		if err := c.all(len(list), func(ctx context.Context, i int) error { return c.remove(ctx, list[i]) }); err != nil {
			return err
		}
	}
	for _, of := range plan.gone {
		delete(c.sent.files, of)
	}
	return c.writeList()
}

// all does something with all of a list, a few at a time. The first error ends it.
func (c *carrier) all(n int, do func(ctx context.Context, i int) error) error {
	g, ctx := errgroup.WithContext(c.ctx)
	g.SetLimit(workers)
	for i := range n {
		g.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			return do(ctx, i)
		})
	}
	return g.Wait()
}

func (c *carrier) send(ctx context.Context, f File) error {
	err := c.store.Put(ctx, f.Path, Upload{
		Size:         f.Size,
		Open:         func() (io.ReadCloser, error) { return c.site.fsys.Open(f.Path) },
		Type:         mediatype.Of(f.Path),
		CacheControl: c.site.rules.of(f.Path, "Cache-Control"),
		Redirect:     c.site.moved[f.Path],
	})
	if err != nil {
		return fmt.Errorf("sending %s: %w", f.Path, err)
	}
	c.mu.Lock()
	c.sent.files[digestOf(f.Path)] = f.Hash
	c.mu.Unlock()
	return c.arrived(f.Size)
}

func (c *carrier) remove(ctx context.Context, name string) error {
	if err := c.store.Remove(ctx, name); err != nil {
		return fmt.Errorf("deleting %s: %w", name, err)
	}
	c.mu.Lock()
	delete(c.sent.files, digestOf(name))
	c.mu.Unlock()
	return c.arrived(0)
}

// arrived counts what is done, and writes the list from time to time.
func (c *carrier) arrived(bytes int64) error {
	c.mu.Lock()
	if c.done != nil {
		c.done(bytes)
	}
	due := !c.writing && time.Since(c.written) > max(listEvery, 10*c.took)
	c.mu.Unlock()
	if !due {
		return nil
	}
	return c.writeList()
}

func (c *carrier) writeList() error { return c.write(c.ctx) }

func (c *carrier) write(ctx context.Context) error {
	c.mu.Lock()
	if c.writing {
		c.mu.Unlock()
		return nil
	}
	c.writing = true
	list := c.sent.clone()
	c.mu.Unlock()
	began := time.Now()
	err := list.write(ctx, c.store)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.written, c.took, c.writing = time.Now(), time.Since(began), false
	return err
}

// keep writes what has arrived when a run has to end early, so that it need not go again. Nobody waits long for it: the place may be out of
// reach.
func (c *carrier) keep() {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(c.ctx), 5*time.Second)
	defer cancel()
	_ = c.write(ctx)
}
