// Package webp writes WebP files.
//
// In go points, out comes a file. The work is done by libwebp, compiled to WebAssembly: no C compiler is needed, every machine
// writes the same bytes, and whether it has a libwebp of its own makes no difference. The licences lie beside it.
package webp

import (
	"bytes"
	"compress/gzip"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"image"
	"io"
	"sync"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
)

//go:embed libwebp.wasm.gz
var library []byte

// Largest is the greatest width and height of a WebP file, in points.
const Largest = 16383

// Options say how a picture is written.
type Options struct {
	Lossless bool
	Quality  int // 0 to 100; of a lossless picture, how hard to try
	Method   int // 0 (fast) to 6 (small)
}

// Encoder holds the compiled library. It may be used from several goroutines.
type Encoder struct {
	runtime wazero.Runtime
	library wazero.CompiledModule
}

// compiled keeps what was compiled for as long as the program runs: it is the same each time.
var compiled = sync.OnceValue(wazero.NewCompilationCache)

// New compiles the library, which takes a moment the first time. Close gives back what the pictures took.
func New(ctx context.Context) (*Encoder, error) {
	unpacked, err := gzip.NewReader(bytes.NewReader(library))
	if err != nil {
		return nil, fmt.Errorf("unpacking libwebp: %w", err)
	}
	code, err := io.ReadAll(unpacked)
	if err != nil {
		return nil, fmt.Errorf("unpacking libwebp: %w", err)
	}
	e := &Encoder{runtime: wazero.NewRuntimeWithConfig(ctx, wazero.NewRuntimeConfig().WithCompilationCache(compiled()))}
	if _, err = wasi_snapshot_preview1.Instantiate(ctx, e.runtime); err == nil {
		e.library, err = e.runtime.CompileModule(ctx, code)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("starting libwebp: %w", err), e.Close(ctx))
	}
	return e, nil
}

// Close gives back what the pictures took.
func (e *Encoder) Close(ctx context.Context) error { return e.runtime.Close(ctx) }

// Encode returns a picture as a WebP file without metadata. Neither side may be longer than [Largest]. The rows of the picture
// must follow on each other without a gap.
func (e *Encoder) Encode(ctx context.Context, m *image.NRGBA, o Options) ([]byte, error) {
	size := m.Bounds().Size()
	if size.X < 1 || size.Y < 1 || size.X > Largest || size.Y > Largest || m.Stride != 4*size.X {
		return nil, fmt.Errorf("a picture of %d × %d points cannot be a WebP file", size.X, size.Y)
	}
	// Each picture has an instance of its own, so that its memory is given back.
	module, err := e.runtime.InstantiateModule(ctx, e.library, wazero.NewModuleConfig().WithName(""))
	if err != nil {
		return nil, fmt.Errorf("starting libwebp: %w", err)
	}
	defer module.Close(ctx)
	file, err := (&instance{ctx, module}).encode(m.Pix[:4*size.X*size.Y], size, o)
	if err != nil {
		return nil, fmt.Errorf("writing WebP: %w", err)
	}
	return file, nil
}

var (
	errMemory = errors.New("out of memory")
	errRefuse = errors.New("libwebp refuses")
)

// instance is the library at work on one picture.
type instance struct {
	ctx    context.Context
	module api.Module
}

// call calls a function of the library that returns one number.
func (i *instance) call(name string, arguments ...uint64) (uint32, error) {
	results, err := i.module.ExportedFunction(name).Call(i.ctx, arguments...)
	if err != nil {
		return 0, err
	}
	return uint32(results[0]), nil
}

func (i *instance) allocate(bytes int) (uint32, error) {
	at, err := i.call("malloc", uint64(bytes))
	if err == nil && at == 0 {
		err = errMemory
	}
	return at, err
}

// place puts bytes into the library's memory and returns where.
func (i *instance) place(data []byte) (uint32, error) {
	at, err := i.allocate(len(data))
	if err == nil && !i.module.Memory().Write(at, data) {
		err = errMemory
	}
	return at, err
}

func (i *instance) encode(points []byte, size image.Point, o Options) ([]byte, error) {
	in, err := i.place(points)
	if err != nil {
		return nil, err
	}
	length, err := i.place(make([]byte, 8))
	if err != nil {
		return nil, err
	}
	lossless := uint64(0)
	if o.Lossless {
		lossless = 1
	}
	const rgba, exact = 0, 0
	out, err := i.call("encode", uint64(in), uint64(size.X), uint64(size.Y), uint64(length), rgba, uint64(o.Quality), uint64(o.Method), lossless, exact)
	if err != nil {
		return nil, err
	}
	n, ok := i.module.Memory().ReadUint32Le(length)
	if !ok || out == 0 || n == 0 {
		return nil, errRefuse
	}
	file, ok := i.module.Memory().Read(out, n)
	if !ok {
		return nil, errMemory
	}
	return bytes.Clone(file), nil
}
