package publish

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
)

const (
	sentPath   = ownFolder + "/sent.json"
	sentFormat = "legpress.publish/1"
)

// sent is what is ours in a store: by the digest of its path the digest of its bytes, "" where it is not certain what has arrived.
type sent struct {
	known bool // there was such a list: something has been published here
	files map[Digest]Digest
}

type sentData struct {
	Format string            `json:"format"`
	Files  map[Digest]Digest `json:"files"`
}

func readSent(ctx context.Context, store Store) (*sent, error) {
	data, err := store.Get(ctx, sentPath)
	if errors.Is(err, fs.ErrNotExist) {
		return &sent{files: map[Digest]Digest{}}, nil
	}
	if err != nil {
		return nil, err
	}
	var d sentData
	switch err := json.Unmarshal(data, &d); {
	case err != nil || d.Files == nil:
		return nil, fmt.Errorf("%s there is damaged, so nobody can tell which files are ours. Delete it, and publish again: you are asked before files are replaced", sentPath)
	case d.Format != sentFormat:
		return nil, fmt.Errorf("this place was published to by a newer Legpress. Use that one")
	}
	return &sent{true, d.Files}, nil
}

// write writes the list to the store.
func (s *sent) write(ctx context.Context, store Store) error {
	data, err := json.Marshal(sentData{sentFormat, s.files})
	if err != nil {
		return err
	}
	return store.Put(ctx, sentPath, bytesUpload(data))
}

func (s *sent) clone() *sent { return &sent{s.known, maps.Clone(s.files)} }
