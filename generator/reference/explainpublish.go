package reference

// publishWays says how a site gets onto the web in the five usual ways, and what to look at afterwards.
const publishWays = `Before the first time

Write the address that readers will type into url, in content/site.toml: while
yours does not lead to the host yet, the one that the host has given you.
[publish] stands in the same file. Then

  legpress check --publish       what to look at before the site goes live
  legpress publish --dry-run     what would be sent; sends nothing

1  Drag the folder to a host

Netlify Drop, Cloudflare Pages, Tiiny and others take a folder in the browser.

  legpress build
  Drag the folder public/ onto the page of the host.

url is the address that the host gives you, or your own once it leads there.
Drag the whole folder each time. What begins with a dot or an underscore has to
come along: open one exercise on the web and look whether it has its drawing.

2  GitHub Pages

Make a repository for the website, without a file in it. From your computer:

  [publish]
  to = "git+ssh://git@github.com/ME/REPOSITORY.git#gh-pages"

  legpress publish

git has to be installed and to know you. In the repository's settings choose
Pages, "Deploy from a branch", gh-pages. url is https://ME.github.io/REPOSITORY/
with the name of the repository at its end, or your own address. A minute later
the page is there; a style that is missing means that url lacks that name.

Or let GitHub make it, when the whole site's folder is a repository there:

  legpress new workflow       choose Pages, Source, "GitHub Actions"; then push

3  Shared hosting by SFTP or FTPS

The host has told you a server, a name, a password and a folder (htdocs, www,
public_html). SFTP is the better one of the two.

  [publish]
  to = "sftp://NAME@SERVER/FOLDER"
  to = "ftps://NAME@SERVER/FOLDER"     where there is no SFTP

  legpress publish

FOLDER is the whole path that the host names, /home/anna/www for instance, or
~/www for one in the folder where you arrive there. A port other than the usual
one stands behind the server: SERVER:2222.

It asks whether the server's key is the right one (your host shows it), whether
a folder that is not there is to be made, and for your password: each time, or
once where your system has a keyring. What the host
has put there stays; a page of theirs at the address of your home page is
replaced after a question.

4  A bucket and a CDN

Amazon S3, Cloudflare R2, Backblaze B2, Hetzner, Scaleway, MinIO: make a bucket
and a key that may write to it.

  [publish]
  to = "s3://KEYID@BUCKET?endpoint=https://ENDPOINT&region=REGION"

  legpress publish                     asks for the secret of the key, once

AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are read as well. Types of files and
how long browsers keep them are sent along, to Amazon also where old addresses
lead. Switch on "static website", with index.html and 404.html.

When one machine is not enough: the bucket behind a CDN is all there is to it.
Point the CDN at the bucket; let it keep what it is told to keep; have it send
the headers of _headers, as the host does not; and empty its cache of pages
after you publish, or let it keep pages for a minute. Nothing else has to grow.

5  A server of your own

  [publish]
  to = "sftp://NAME@SERVER/var/www/site"

Any web server does: let it show index.html in folders and 404.html where there
is no page, and send what _headers says. Keys of your SSH agent and of ~/.ssh
are used. A folder that a web server of this computer reads is to = "/srv/www".

Afterwards

Open your address on a phone: the home page, a plan, its sheet, the search. Ask
for an address that does not exist: your own page has to say so.

Safety

No password stands in a file of yours. A server that shows another key than
before gets nothing. Two who publish at once do not mix: the second is told. A
run that breaks off is taken up by the next one, and what others have put there
stays unless you say --delete-foreign. Legpress does not look whether all is
still there: if somebody has deleted or changed something, --again sends it all.
`
