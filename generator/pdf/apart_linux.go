package pdf

import (
	"os/exec"
	"syscall"
)

// apart keeps a Ctrl-C in the terminal from the browser, which has to be asked to close: one that is killed as it starts leaves
// files behind. It is killed when this process is.
func apart(browser *exec.Cmd) {
	browser.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}
