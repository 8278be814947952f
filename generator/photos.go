package generator

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"

	"golang.org/x/sync/semaphore"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/output"
	"github.com/legpress/legpress/generator/parallel"
	"github.com/legpress/legpress/generator/picture"
	"github.com/legpress/legpress/generator/site"
)

// memoryAtOnce is how much of photos is in memory at a time, in bytes, unless one alone is larger: several of phones.
const memoryAtOnce = 160_000_000

// darkroom makes forms of photos, each photo being read once.
type darkroom struct {
	open  func(path string) (io.ReadCloser, error)
	maker picture.Maker
	room  *semaphore.Weighted

	mu     sync.Mutex
	made   map[string][]byte // for who asks for one form at a time, by address and photo
	amount int               // of bytes in made
}

// mostMade is how much is kept for who asks for one form at a time, in bytes: the pictures of some pages.
const mostMade = 32 << 20

func newDarkroom(open func(path string) (io.ReadCloser, error)) *darkroom {
	return &darkroom{open: open, room: semaphore.NewWeighted(memoryAtOnce)}
}

// develop makes forms of one photo and hands each over with its address. What is wrong with the photo is a problem.
func (d *darkroom) develop(ctx context.Context, forms []site.Copied, give func(url string, data []byte) error) (*diag.Problem, error) {
	urls := map[picture.Variant]string{}
	for _, f := range forms {
		urls[f.Variant] = f.URL
	}
	return d.withPoints(ctx, forms, func(data []byte, wanted []picture.Variant) error {
		return d.maker.Make(ctx, forms[0].Photo, data, wanted, func(f picture.Variant, data []byte) error { return give(urls[f], data) })
	})
}

// try finds out whether forms of one photo can be made. What is wrong with the photo is a problem.
func (d *darkroom) try(ctx context.Context, forms []site.Copied) (*diag.Problem, error) {
	return d.withPoints(ctx, forms, forms[0].Photo.Try)
}

// withPoints does something with the file of one photo for which its points have to be read. What is wrong with the photo is a problem.
func (d *darkroom) withPoints(ctx context.Context, forms []site.Copied, do func(data []byte, wanted []picture.Variant) error) (*diag.Problem, error) {
	c := forms[0]
	weight := int64(min(c.Photo.Memory(), memoryAtOnce))
	if err := d.room.Acquire(ctx, weight); err != nil {
		return nil, err
	}
	defer d.room.Release(weight)
	data, err := d.read(c)
	if err != nil {
		return nil, err
	}
	var wanted []picture.Variant
	for _, f := range forms {
		wanted = append(wanted, f.Variant)
	}
	err = do(data, wanted)
	var fault *picture.Fault
	if !errors.As(err, &fault) {
		return nil, err
	}
	at := c.Shown
	if at.File == "" {
		at.File = c.File.Path
	}
	p := diag.Errorf(at, "bad-picture", "%s", fault.Message).WithHint("%s", fault.Hint)
	return &p, nil
}

// read reads the file of a photo, which has to be what it was when its forms were given their names.
func (d *darkroom) read(c site.Copied) ([]byte, error) {
	r, err := d.open(c.File.OnDisk())
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(r)
	if err == nil && !c.Photo.Is(data) {
		err = fmt.Errorf("%s was changed while it was read; build again", c.File.Path)
	}
	return data, err
}

// photos puts the forms of the site's photos into the stage: those that an earlier build made, and the others anew.
func (s *state) photos(ctx context.Context, stage *output.Stage) error {
	return s.eachPhoto(stage.Reuse, func(forms []site.Copied) (*diag.Problem, error) {
		return s.revision.dark.develop(ctx, forms, func(url string, data []byte) error { return stage.Add(url[1:], data) })
	})
}

// tryPhotos finds out what would be wrong with the site's photos if it were built: but for those of which an earlier build made the forms.
func (s *state) tryPhotos(ctx context.Context) error {
	written := output.Written(s.options.Out)
	made := func(path string) (bool, error) { return written(path), nil }
	return s.eachPhoto(made, func(forms []site.Copied) (*diag.Problem, error) { return s.revision.dark.try(ctx, forms) })
}

// eachPhoto does something with each photo of which an earlier build did not make all forms, on all cores.
func (s *state) eachPhoto(made func(path string) (bool, error), do func(forms []site.Copied) (*diag.Problem, error)) error {
	missing, err := missingForms(s.site.Files, made)
	if err != nil || len(missing) == 0 {
		return err
	}
	var mu sync.Mutex
	var failed failures
	parallel.Each(len(missing), func(i int) {
		if failed.again.Load() {
			return
		}
		problem, err := do(missing[i])
		mu.Lock()
		defer mu.Unlock()
		if problem != nil {
			s.report.Problems.Add(*problem)
		}
		failed.add(err)
	})
	s.lap("pictures")
	return failed.all
}

// missingForms returns the forms that an earlier build did not make, by their photo. A cleaned photo is made anew each time: its name
// does not say what is in it.
func missingForms(files []site.Copied, made func(path string) (bool, error)) ([][]site.Copied, error) {
	var missing [][]site.Copied
	for _, f := range files {
		if f.Photo == nil {
			continue
		}
		if f.Variant != (picture.Variant{}) {
			if there, err := made(f.URL[1:]); err != nil {
				return nil, err
			} else if there {
				continue
			}
		}
		if n := len(missing); n > 0 && missing[n-1][0].File.Path == f.File.Path {
			missing[n-1] = append(missing[n-1], f)
		} else {
			missing = append(missing, []site.Copied{f})
		}
	}
	return missing, nil
}

// one makes one form, or finds the one that it made before.
func (d *darkroom) one(ctx context.Context, c site.Copied) ([]byte, error) {
	key := c.URL + " " + c.Photo.Name("", c.Photo.Fallback())
	d.mu.Lock()
	data, known := d.made[key]
	d.mu.Unlock()
	if known {
		return data, nil
	}
	problem, err := d.develop(ctx, []site.Copied{c}, func(_ string, made []byte) error {
		data = made
		return nil
	})
	if err != nil {
		return nil, err
	}
	if problem != nil {
		return nil, errors.New(problem.Message)
	}
	d.keep(key, data)
	return data, nil
}

// keep remembers a form. Where there are too many, all others are forgotten.
func (d *darkroom) keep(key string, data []byte) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.made == nil || d.amount+len(data) > mostMade {
		d.made, d.amount = map[string][]byte{}, 0
	}
	d.made[key] = data
	d.amount += len(data)
}
