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
	asked   bool // the person was asked for it
	refused int  // how many were
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
	question := fmt.Sprintf("Password of %s (what you type is not shown): ", p.account)
	if p.refused > 0 {
		question = "The server does not take that. " + question
	}
	if p.word, err = p.person.Secret(question); err == nil && p.word == "" {
		return errors.New("no password was given: nothing was sent")
	}
	p.asked = err == nil
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

// right says that the server has taken the password, which is kept if the person wants that and the system can.
func (p *password) right() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.asked {
		return
	}
	p.asked = false
	if _, err := keyring.Get(keyringService, p.account); err != nil && !errors.Is(err, keyring.ErrNotFound) {
		if p.person.Tell != nil {
			p.person.Tell("This system has no keyring that Legpress can use: the password is asked for each time, or taken from LEGPRESS_PASSWORD.")
		}
		return
	}
	if keep, err := p.person.Confirm("Keep the password in the keyring of this system, so that it is not asked for again?"); err == nil && keep {
		_ = keyring.Set(keyringService, p.account, p.word)
	}
}
