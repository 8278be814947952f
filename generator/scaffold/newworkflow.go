package scaffold

import "strings"

// WorkflowFile is where GitHub looks for the workflow of a site whose folder is a repository.
const WorkflowFile = ".github/workflows/website.yml"

// Workflow returns a workflow that builds the site at GitHub after each push and shows it on GitHub Pages. It takes the release of Legpress
// with the given version, or the newest one if the version is empty.
func (s *Site) Workflow(version string) File {
	tag := "" // of the release, with a space before it
	if version != "" {
		tag = " v" + version
	}
	return File{Path: WorkflowFile, Text: strings.ReplaceAll(workflow, "{{tag}}", tag)}
}

const workflow = `# Makes the website at GitHub after each push and shows it on GitHub Pages.
#
# Once, in the settings of the repository: Pages, Source, "GitHub Actions". This file has to stand in the first folder of the
# repository, beside content/. url in content/site.toml is https://ME.github.io/REPOSITORY/, or your own address.
name: Website
on:
  push:
    branches: [main, master]
  workflow_dispatch: # a button on the page of this workflow
  # Take the # from these lines, and articles dated in the future appear on their day.
  # schedule:
  #   - cron: "17 4 * * *"
permissions:
  contents: read
  pages: write
  id-token: write
concurrency:
  group: pages

jobs:
  website:
    runs-on: ubuntu-latest
    environment:
      name: github-pages
      url: ${{ steps.pages.outputs.page_url }}
    steps:
      - uses: actions/checkout@v4
      - name: Get Legpress
        run: |
          gh release download{{tag}} --repo legpress/legpress --dir legpress --pattern '*_linux_amd64.tar.gz' --pattern '*_checksums.txt'
          cd legpress
          sha256sum --check --ignore-missing -- *_checksums.txt
          tar --extract --strip-components=1 --file *_linux_amd64.tar.gz
        env:
          GH_TOKEN: ${{ github.token }}
      - name: Check
        run: legpress/legpress check --format github
      - name: Build # with --pdf it prints the PDFs as well
        run: legpress/legpress build
      - uses: actions/upload-pages-artifact@v3
        with:
          path: public
      - id: pages
        uses: actions/deploy-pages@v4
`
