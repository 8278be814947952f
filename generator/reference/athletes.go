package reference

const athletesShort = "What to know before you write down anything about a runner whom you coach."

// athletes says what a coach has to know who keeps files of runners.
const athletes = `Where it is

  athletes/anna-k.toml       who she is, her plan, her days, weights and starts
  athletes/anna-k.csv        her log: what she did, how hard it was, what hurt
  athletes/anna-k.csv.bak    the log before you took over the last file
  athletes/anna-k.html       her next weeks, and the same for paper as a PDF

All of it stays in this folder on this computer. Nothing of it goes on the
website, into its search, its data or its feeds; a link from content/ into the
folder is an error. "legpress serve" shows it at /_legpress/athletes/ to this
computer only, also with --addr 0.0.0.0, and not at all where site.toml allows
scripts of other websites.

What runners keep on their phones stays there too. You get it when they send
you the file, and not before.

What it is

How hard a session was, what hurt and how the next run went are data about
health, next to a name. In many countries the law protects them more than
others: in the European Union you need a reason for keeping them, as a rule the
runner's consent in clear words, and whoever treats patients is bound to secrecy
besides. This text is no legal advice. Ask the body that you belong to.

  Write as little as you need. A first name or initials will do: the name is
  only what stands on the sheets.
  Leave diagnoses out of notes. They belong into your records of the treatment.
  Tell the runner what you keep, why, for how long, and that they may see it,
  have it mended and have it deleted.
  Do not send the log by a service that you would not give a letter from a
  clinic to.

Git

A new site's .gitignore has the line /athletes/, and "legpress athlete new"
adds it where it is missing. What git once has, it keeps in every copy of the
repository, also when the file is deleted later. So the command refuses where
git tracks a file in the folder. Take it out with

  git rm -r --cached athletes

and a commit. If the repository was ever sent anywhere, what was in it has been
given away: whoever has a copy has the files.

Backups

Git does not save this folder, so nobody does unless you do. Have it in the
backup of this computer, on a disk that is encrypted. A folder that is synced
with a service lies on the computers of that service: use one only if you have a
contract with it for such data. The folder is readable for your own account
alone; on a computer that several people use, give each an account.

Deleting

Delete the files of a runner who has ended with you, or who asks for it:

  rm athletes/anna-k.*  athletes/anna-k-*.pdf

and then from the trash, from the backups when they come round, from your
e-mail, and from the download folder into which the log came. Paper too. Nothing
else remembers them: Legpress keeps no list and no copy elsewhere.
`
