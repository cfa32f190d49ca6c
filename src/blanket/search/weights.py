"""Every number of search: what it means, and what it is worth.

Here goes no code. Modules read a number where they use it (`weights.PREFIX_LEAST`), so `bench.sensitivity` can switch
one off or move it, and print what it is worth on every set; `docs/maalinger.md` holds its last table.
"""

from __future__ import annotations

# --- How sure a match is, from 0 to 1 (matching). Exact before beginning before part before typo ---------
EXACT = 1.0
SPELT_BARE = 0.95  # boligstotte for boligstøtte
OTHER_WORD = 0.7  # fald for fælde: the same letters when bare, but not what was typed
PREFIX_LEAST, PREFIX_FULL = 0.65, 0.30  # a word that begins so: at least, and what a full-length match adds
SUFFIX_LEAST, SUFFIX_FULL = 0.35, 0.35  # a word that ends so
KNOWN_PART = 0.8  # a word without a head or tail that compounds are often made with
PART = 0.9  # of what the parts of a split compound are worth
PART_HEAD, PART_TAIL = 0.45, 0.55  # what each of them says of the compound: a lægeskift is a skift
NO_SLIP, ONE_SLIP, TWO_SLIPS, MORE_SLIPS = 0.95, 0.94, 0.8, 0.4
UNLIKELY = 0.8  # of a slip that fingers seldom make, when a word lies as near by a likely one
WORD_ITSELF = 0.75  # of a slip, for a word that is one itself: a kage is no klage
OTHER_ENDING = 0.7  # of a word of another language that goes on otherwise
MIN_OTHER, OTHER_SHARE = 5, 0.75  # letters of such a word, and how much of it must be the same beginning

WHOLE_IF_BEGUN = 0.7  # a whole word that is as likely the beginning of another
BEGUN_LEAST, BEGUN_FULL = 0.65, 0.05  # a word that is being typed: at least, and what all of its letters add
MIN_BEGUN, MOST_TO_COME, MOST_BEGUN = 2, 14, 200  # letters that stand there, letters to come, words that are looked at
MIN_BEGUN_LAY, MOST_BEGUN_LAY = 3, 5  # the same for lay words

# --- How long a word must be, in letters (matching) -------------------------------------------------------------------
MIN_PREFIX, MIN_SUFFIX, MIN_PART = 3, 4, 3
ONE_SLIP_FROM, TWO_SLIPS_FROM = 4, 8  # how many slips a word may hold
MORE_SLIPS_FROM = 6  # when guessing: two slips in pizza are another word
SURE_INFLECTED_FROM = 7  # a slip in an inflection that no entry has is looked for in what is before its ending
SURE_START_FROM, MIN_REST = 5, 3  # a shorter word is the beginning of another only when so much follows
MIN_TAIL, TAIL = 5, 0.5  # the end of a word of which nothing else is known, and how sure it is
SURE_STEM_FROM = 5  # a shorter word is the beginning of others as it was typed, not as its stem

# --- What a word of the query weighs (asking) -------------------------------------------------------------------------
ACTION = 0.5  # one that says what is done, of one that says what it is about
NEAR = 0.3  # how common a word is of which only others that are like it are known, of how common those are
RARITY = 0.6  # how much more rare words weigh: 0 not at all, 1 by the full logarithm
RARITY_LEAST = 0.25  # the logarithm of a word that every entry holds
STOP = 0.5  # a word that says nothing, in a phrase

# --- The glossary (asking) --------------------------------------------------------------------------------------------
SAID = 0.92  # a lay word that the glossary leads to an entry or its word
SAID_IN_PART = 0.75  # of that, when it leads to one word of several
AS_TELLING, BEHIND = 0.5, 0.99  # a title's word that is half as telling as what is led by goes before it
NEARLY_AS_GOOD = 0.5  # and an entry of that title does, with this share of its score
MOST_SAID = 4  # words of a phrase of the glossary
MOST_MEANT = 2  # words that a mistyped one may be, when a phrase of the glossary is looked for

# --- Akin words (asking) ----------------------------------------------------------------------------------------------
AKIN = 0.4  # what akin words count in an entry, of what the words themselves lack there

# --- From words to an order (ranking) ---------------------------------------------------------------------------------
COVERAGE, PHRASE = 0.68, 0.32  # what the two halves of a score weigh
# A task answers better than the form or place that it names, when both fit the words equally well.
KIND = {"opgave": 1.0, "forløb": 1.05, "blanket": 0.66, "sted": 0.66, "kommune": 0.66, "ord": 0.66}
KIND_ASKED_FOR = 1.05  # a kind that a word of the query asks for
FORM_HINTED = 0.75  # a form, when a word of the query is what forms are called
NAMED, NAMED_FIT = 0.85, 0.95  # a kind of entry whose title or søgeord is the query of two words or more
WITHDRAWN = 0.8  # a form that is no more
NUMBER = 0.995  # a form whose number was typed, at least
CANDIDATES = 40  # entries whose phrases are looked at

# --- What is shown (ranking) ------------------------------------------------------------------------------------------
NOTHING = 0.17  # below this it is no hit
FAINT = 0.07  # when nothing else is found, this is shown as weak
MOST_FAINT = 3  # so many at most
FAR_BEHIND = 0.5  # a hit with less than this share of the best one's score is left out
QUIET = 0.65  # the same at a desk where the query is whole, of what a hit of its kind may come to
SHORT = {
    "typo": 6,
    "like": 6,
    "prefix": 4,
    "suffix": 4,
}  # letters: what a shorter word is found by in this way is a guess
GUESS = 0.35  # below this a look-alike is no guess
MOST_WHY = 3  # reasons

# --- Whether a hit is sure (sureness): fitted by logistic regression to all sets but control, which checked them ------
# (`python -m bench.fitting` prints them); the threshold by what is asked of the control and off-topic sets -----------
SURE = 7.85  # a hit is sure of which what follows sums up to this
SURE_PHRASE = 4.1  # of how well its best phrase fits
SURE_LEAD, SURE_MOST_LEAD = 5.8, 0.3  # of the lead before the next hit, up to so much
SURE_LENGTH, SURE_WORDS = 0.8, 6  # each word of a query makes a chance less likely, up to so many
SURE_AKIN = 2.9  # of how strongly it holds akin words
SURE_TOLD, SURE_MUCH = 3.2, 0.4  # of the share of the query that it tells, and of how much that weighs
SURE_RARE, SURE_FEW = 2.5, 2  # a word that weighs so much and is covered by nothing, in a query of so few
SURE_COVERED = 0.4  # what it must cover of the query at least, by weight
TRUST = {
    "exact": 1.0,
    "said": 0.95,
    "typo": 0.9,
    "part": 0.8,
    "begun": 0.6,
    "like": 0.5,
    "prefix": 0.5,
    "suffix": 0.4,
}

# --- One entry that is meant (lookup) ---------------------------------------------------------------------------------
CLEAR_POINTS, CLEAR_LEAD = 60.0, 12.0  # good enough, and far enough ahead of the next
WHOLE_LEAD = 5.0  # the same for a query that is the whole title or søgeord of an entry

# --- What a word of an entry weighs by where it stands, in hundredths (preparing): they take effect with a new index --
TITLE, KEYWORD, PART_OF_KEYWORD, SUMMARY, TEXT = 100, 99, 75, 55, 30
ONCE, ONCE_ALONE, OFTEN = 0.5, 0.8, 6  # what a word said once is worth: in a text, and as title or søgeord alone
TITLE_TIMES, SUMMARY_TIMES = 3, 2  # how often a word of these counts as said

# --- Limits of cost: they change nothing on a base of a thousand entries ----------------------------------------------
MOST_ALIKE = 40  # words with the same beginning or end that are looked at
MOST_FORMS = 3000  # forms compared letter by letter for a typo
MOST_HOLDERS = {"prefix": 400, "suffix": 400}  # entries of one word that are read at first: the strongest ones
MOST_EXACT = 600  # the same for a word itself
MOST_GUESSED = 20  # the same for a guess
MOST_AKIN = 100  # the same for an akin word
