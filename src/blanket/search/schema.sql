-- The index: one SQLite file. Made from the YAML files, thrown away when in doubt.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
-- Every YAML file as it was when it was read. id: what its name says, empty for the glossary. problem: NULL, or why its content could not be used.
CREATE TABLE file (
  path TEXT PRIMARY KEY, kind TEXT NOT NULL, folder INTEGER NOT NULL, mtime INTEGER NOT NULL, size INTEGER NOT NULL,
  id TEXT NOT NULL, problem TEXT
) WITHOUT ROWID;
CREATE INDEX file_id ON file (id);
-- Ids that entries had before, by the file that says so: what asks for one gets the entry that has it now.
-- Of a table without rowid the key's columns stand first, here and below: else integrity_check of some versions of SQLite takes one column for another.
CREATE TABLE former (old TEXT NOT NULL, path TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (old, path)) WITHOUT ROWID;
-- The entries that win. phrases: title and søgeord as term numbers, and terms: all its words, as postings.py writes them. body: the whole entry as JSON with YAML keys.
CREATE TABLE entry (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, title TEXT NOT NULL, summary TEXT NOT NULL,
  subject TEXT, number TEXT, status TEXT, path TEXT NOT NULL, folder INTEGER NOT NULL, phrases BLOB NOT NULL,
  terms BLOB NOT NULL, body TEXT NOT NULL
);
-- stem and its bare form; reversed: the bare form backwards, to find words by their end. df: how many entries hold it.
CREATE TABLE term (
  n INTEGER PRIMARY KEY, stem TEXT NOT NULL UNIQUE, bare TEXT NOT NULL, reversed TEXT NOT NULL, shown TEXT NOT NULL,
  df INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX term_bare ON term (bare);
CREATE INDEX term_reversed ON term (reversed);
-- The inflections as they stand, bare: a mistyped word is compared with these, since its own stem may be cut wrongly.
CREATE TABLE form (
  bare TEXT NOT NULL, term INTEGER NOT NULL, reversed TEXT NOT NULL, PRIMARY KEY (bare, term)
) WITHOUT ROWID;
CREATE INDEX form_reversed ON form (reversed);
-- The entries that hold a word, the strongest first, as postings.py writes them.
CREATE TABLE posting (term INTEGER PRIMARY KEY, entries BLOB NOT NULL);
CREATE TABLE number (key TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (key, entry)) WITHOUT ROWID;
-- The glossary. key: bare stems of a word or phrase. stops: for a phrase with only one word that carries a subject, its
-- other words, blanks between: it is said only by who says most of them too. uses: the entries' words for it, a line
-- each. sees: ids, blanks between.
CREATE TABLE lay (
  key TEXT NOT NULL, stops TEXT NOT NULL, said TEXT NOT NULL, uses TEXT NOT NULL, sees TEXT NOT NULL,
  PRIMARY KEY (key, stops)
) WITHOUT ROWID;
-- Akin words: blocks of lines of naboord.txt as akin.py packs them. first: the key of the block's first line.
CREATE TABLE akin (first TEXT PRIMARY KEY, lines BLOB NOT NULL) WITHOUT ROWID;
-- Which ids an entry names, so that a form can tell which tasks use it.
CREATE TABLE reference (target TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (target, entry)) WITHOUT ROWID;
-- Who vouches for which entry, as it stood when it had this fingerprint. folder: the later one is looked at first.
CREATE TABLE vouch (id TEXT NOT NULL, fingerprint TEXT NOT NULL, day TEXT NOT NULL, role TEXT NOT NULL, folder INTEGER NOT NULL);
CREATE INDEX vouch_id ON vouch (id);
