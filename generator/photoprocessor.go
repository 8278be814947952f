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

// maxMemory is how much memory photos may take while they are processed, in bytes: enough for several from phones. A photo that needs
// more is processed alone.
const maxMemory = 160_000_000

// photoProcessor makes variants of photos. It may be used from several goroutines.
type photoProcessor struct {
	open   func(path string) (io.ReadCloser, error)
	maker  picture.Maker
	memory *semaphore.Weighted

	mu        sync.Mutex
	cache     map[string][]byte // of variant: the last variants, by address and photo
	cacheSize int               // of all bytes in cache
}

// maxCache is how large the cache may be, in bytes: enough for the pictures of some pages.
const maxCache = 32 << 20

func newPhotoProcessor(open func(path string) (io.ReadCloser, error)) *photoProcessor {
	return &photoProcessor{open: open, memory: semaphore.NewWeighted(maxMemory)}
}

// process makes variants of one photo, which it reads once, and passes each to give with its address. What is wrong with the photo is
// returned as a problem.
func (p *photoProcessor) process(ctx context.Context, variants []site.Copied, give func(url string, data []byte) error) (*diag.Problem, error) {
	urls := map[picture.Variant]string{}
	for _, f := range variants {
		urls[f.Variant] = f.URL
	}
	return p.decodeWith(ctx, variants, func(data []byte, wanted []picture.Variant) error {
		return p.maker.Make(ctx, variants[0].Photo, data, wanted, func(f picture.Variant, data []byte) error { return give(urls[f], data) })
	})
}

// try checks whether variants of one photo can be made. What is wrong with the photo is returned as a problem.
func (p *photoProcessor) try(ctx context.Context, variants []site.Copied) (*diag.Problem, error) {
	return p.decodeWith(ctx, variants, variants[0].Photo.Try)
}

// decodeWith calls do, which decodes a photo, with the bytes of its file. It waits until there is memory for it. What is wrong with the
// photo is returned as a problem.
func (p *photoProcessor) decodeWith(ctx context.Context, variants []site.Copied, do func(data []byte, wanted []picture.Variant) error) (*diag.Problem, error) {
	c := variants[0]
	weight := int64(min(c.Photo.Memory(), maxMemory))
	if err := p.memory.Acquire(ctx, weight); err != nil {
		return nil, err
	}
	defer p.memory.Release(weight)
	data, err := p.read(c)
	if err != nil {
		return nil, err
	}
	var wanted []picture.Variant
	for _, f := range variants {
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
	problem := diag.Errorf(at, "bad-picture", "%s", fault.Message).WithHint("%s", fault.Hint)
	return &problem, nil
}

// read reads the file of a photo. It is an error if the file has changed since its variants were named.
func (p *photoProcessor) read(c site.Copied) ([]byte, error) {
	r, err := p.open(c.File.OnDisk())
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

// processPhotos adds the variants of the site's photos to the stage. Those that an earlier build made are reused.
func (s *build) processPhotos(ctx context.Context, stage *output.Stage) error {
	return s.eachPhoto(stage.Reuse, func(variants []site.Copied) (*diag.Problem, error) {
		return s.revision.photos.process(ctx, variants, func(url string, data []byte) error { return stage.Add(url[1:], data) })
	})
}

// tryPhotos checks whether the variants of the site's photos can be made, except those that an earlier build made.
func (s *build) tryPhotos(ctx context.Context) error {
	written := output.Written(s.options.Out)
	made := func(path string) (bool, error) { return written(path), nil }
	return s.eachPhoto(made, func(variants []site.Copied) (*diag.Problem, error) { return s.revision.photos.try(ctx, variants) })
}

// eachPhoto calls do, on all cores, with the missing variants of each photo; made reports whether an earlier build made one.
func (s *build) eachPhoto(made func(path string) (bool, error), do func(variants []site.Copied) (*diag.Problem, error)) error {
	missing, err := missingVariants(s.site.Files, made)
	if err != nil || len(missing) == 0 {
		return err
	}
	var mu sync.Mutex
	var failed pageErrors
	parallel.Each(len(missing), func(i int) {
		if failed.repeated.Load() {
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
	s.stageDone("pictures")
	return failed.all
}

// missingVariants returns the variants that an earlier build did not make, by photo. A photo that is only cleaned is always missing,
// because its name has no hash of its content.
func missingVariants(files []site.Copied, made func(path string) (bool, error)) ([][]site.Copied, error) {
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

// variant returns one variant, which it makes or finds in the cache.
func (p *photoProcessor) variant(ctx context.Context, c site.Copied) ([]byte, error) {
	key := c.URL + " " + c.Photo.Name("", c.Photo.Fallback())
	p.mu.Lock()
	data, known := p.cache[key]
	p.mu.Unlock()
	if known {
		return data, nil
	}
	problem, err := p.process(ctx, []site.Copied{c}, func(_ string, made []byte) error {
		data = made
		return nil
	})
	if err != nil {
		return nil, err
	}
	if problem != nil {
		return nil, errors.New(problem.Message)
	}
	p.remember(key, data)
	return data, nil
}

// remember adds a variant to the cache. If that gets too large, all others are removed.
func (p *photoProcessor) remember(key string, data []byte) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.cache == nil || p.cacheSize+len(data) > maxCache {
		p.cache, p.cacheSize = map[string][]byte{}, 0
	}
	p.cache[key] = data
	p.cacheSize += len(data)
}
