package pdf

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

// ErrNoBrowser is returned where no browser is installed that can print. [Advice] says how to get one.
var ErrNoBrowser = errors.New("there is no browser to print with")

// Advice returns how to install a browser on this system.
func Advice() string {
	switch runtime.GOOS {
	case "darwin":
		return "Install one: brew install --cask chromium"
	case "windows":
		return "Install one: winget install Google.Chrome"
	}
	return "Install one: sudo apt install chromium (Debian), sudo snap install chromium (Ubuntu), sudo dnf install chromium (Fedora)"
}

// Find returns the path of a browser that can print: the one with this name or path, or, where that is empty, one that is installed.
func Find(name string) (string, error) {
	if name != "" {
		return exec.LookPath(name)
	}
	for _, name := range append(programNames(), installPaths()...) {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", ErrNoBrowser
}

// programNames returns the names of browsers that can print, the smallest browsers first.
func programNames() []string {
	return []string{"chromium-headless-shell", "chrome-headless-shell", "headless_shell", "chromium", "chromium-browser",
		"google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "microsoft-edge-stable", "msedge", "brave-browser"}
}

// installPaths returns where browsers are on systems that do not have them in the PATH.
func installPaths() []string {
	var list []string
	switch runtime.GOOS {
	case "darwin":
		home, _ := os.UserHomeDir()
		for _, app := range []string{"Chromium", "Google Chrome", "Microsoft Edge", "Brave Browser"} {
			program := filepath.Join("Applications", app+".app", "Contents", "MacOS", app)
			list = append(list, "/"+program, filepath.Join(home, program))
		}
	case "windows":
		for _, around := range []string{"ProgramFiles", "ProgramFiles(x86)", "LocalAppData"} {
			for _, program := range []string{`Chromium\Application\chrome.exe`, `Google\Chrome\Application\chrome.exe`, `Microsoft\Edge\Application\msedge.exe`} {
				list = append(list, filepath.Join(os.Getenv(around), program))
			}
		}
	}
	return list
}
