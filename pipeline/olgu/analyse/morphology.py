"""Light morphology of Turkish: what a word form says, by suffixes and a lexicon of verbs; no model, no context.

`verb` reads finite forms, participles, converbs, verbal nouns and copulas; `noun` guesses case and possessive.
Words are given in lower case (`olgu.analyse.casing.lower`). Both are cached; a cached call takes well under 1 µs.
"""

from olgu.analyse.morphology_noun import NounForm, noun
from olgu.analyse.morphology_verb import VerbForm, copular, infinitive, verb

__all__ = ["NounForm", "VerbForm", "copular", "infinitive", "noun", "verb"]
