package publish

import (
	"errors"
	"fmt"
	"os"
	"sync"

	"github.com/zalando/go-keyring"

	"github.com/legpress/legpress/generator/publish/target"
)

const keyringService = "legpress publish"

// passwordTries is how often a password is asked for.
const passwordTries = 3

// errRefused ends a run whose password is not the right one.
var errRefused = errors.New("the server does not take this name and password")

// password is the password of a user at a server: from LEGPRESS_PASSWORD, the keyring of the system, or a person. One that the server does
// not take is asked for again, and one that it takes is kept, if that is wanted.
type password struct {
	person  Person
	account string // "anna@host.example"

	mu      sync.Mutex // of several connections one asks
	word    string
	keep    bool
	refused int // how many were
}

func (p Person) password(t *target.Target) *password {
	return &password{person: p, account: t.URL.User.Username() + "@" + t.URL.Host}
}

// get returns the password.
func (p *password) get() (string, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.word == "" && p.refused == 0 {
		p.word = os.Getenv("LEGPRESS_PASSWORD")
	}
	if p.word == "" && p.refused == 0 {
		p.word, _ = keyring.Get(keyringService, p.account)
	}
	if p.word != "" {
		return p.word, nil
	}
	return p.word, p.ask()
}

func (p *password) ask() (err error) {
	switch {
	case p.refused >= passwordTries, p.person.Secret == nil && p.refused > 0:
		return errRefused
	case p.person.Secret == nil:
		return fmt.Errorf("the password of %s is not known. Publish once from a terminal, where it is asked for, or say it in LEGPRESS_PASSWORD", p.account)
	}
	if p.word, err = p.person.Secret(fmt.Sprintf("Password of %s: ", p.account)); err == nil {
		p.keep, err = p.person.Confirm("Keep it in the keyring of this system?")
	}
	return err
}

// wrong says that the server has not taken a password.
func (p *password) wrong(word string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.word == word {
		p.word = ""
		p.refused++
	}
}

// right says that the server has taken the password.
func (p *password) right() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.keep {
		_ = keyring.Set(keyringService, p.account, p.word) // on a machine without a keyring it is asked for again
		p.keep = false
	}
}
