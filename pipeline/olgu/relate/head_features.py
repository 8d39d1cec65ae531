"""How the features of a candidate for what is measured are spelled, in small groups whose sums are remembered."""

from __future__ import annotations


def placed(side: str, kind: str, case: str, opening: str, form: str, near: int, first: bool) -> tuple[str, ...]:
    """How far the word is from the number, on which side, for what kind of quantity, and the word's form."""
    tag = form.partition(".")[0]
    return (
        f"side:{side}:{kind}:{case}", f"near:{side}:{near}:{kind}", f"near:{side}:{near}:{case}:{opening}",
        f"form:{side}:{form}", f"form:{side}:{form}:{kind}", f"form:{side}:{form}:{near}",
        f"form:{side}:{form}:{case}:q", f"lik:{side}:{case}:{near}:{tag}", f"first:{side}:{first}",
        f"role:{side}:{opening}:{form}",
    )  # fmt: skip


def next_word(side: str, kind: str, form: str, behind: str, rank: int) -> tuple[str, ...]:
    """What stands behind the word, by its form and its rank among words of its form."""
    own_case = form.removesuffix(".p").partition(".")[2]
    return (
        f"next:{side}:{behind}", f"next:{side}:{behind}:{own_case}", f"next:{side}:{behind}:{form}:{kind}",
        f"rank:{side}:{rank}:{behind}",
    )  # fmt: skip


def ranked(side: str, kind: str, role: str, form: str, rank: int) -> tuple[str, ...]:
    """Its form and rank among words of its form, where the quantity is a share, a change or a level."""
    return (
        f"rank:{side}:{form}:{rank}", f"rank:{side}:{form}:{rank}:{kind}", f"rank:{side}:{rank}",
        f"rank:{side}:{form}:{rank}:{role}:r", f"play:{role}:{side}:{form}",
    )  # fmt: skip


def played(side: str, role: str, lexical: str, near: int) -> tuple[str, ...]:
    """Its lemma's class by the role of the quantity."""
    return (f"play:{role}:{side}:{lexical}:l", f"play:{role}:{side}:{near}")


def led(side: str, lead: str, form: str) -> tuple[str, ...]:
    """Its form, and what stands right before the quantity."""
    return (f"lead:{side}:{lead}", f"lead:{side}:{form}:{lead}")


def in_list(alike: int, far: int, form: str, case: str, other: str, kind: str) -> tuple[str, ...]:
    """How a number between the quantity and the word is like the quantity."""
    return (
        f"list:{alike}:{far}",
        f"list:{alike}:{far}:{form}",
        f"list:{alike}:{case}:{other}:{far}",
        f"list:{alike}:{kind}",
    )


def lexical_class(side: str, kind: str, case: str, opening: str, unit: str | None, lexical: str) -> tuple[str, ...]:
    """Its lemma's class by kind, case and unit of the quantity."""
    return (
        f"lex:{side}:{lexical}:{kind}", f"lex:{side}:{lexical}:{case}:q", f"lex:{side}:{lexical}:{opening}",
        f"unit:{side}:{unit}:{lexical}",
    )  # fmt: skip


def lemma(side: str, kind: str, role: str, lemma: str) -> tuple[str, ...]:
    """Its lemma."""
    return (f"lemma:{side}:{lemma}", f"lemma:{lemma}:{kind}", f"play:{role}:{lemma}")


def told(side: str, kind: str, unit: str | None, cluster: str, near: str, share: str) -> tuple[str, ...]:
    """Its lemma in raw news: the cluster, and how often it stands near the kind beside all words, and all kinds."""
    return (
        f"cluster:{side}:{cluster}", f"cluster:{cluster}:{kind}", f"cluster:{cluster}:{unit}:u",
        f"near:{side}:{near}:a", f"near:{kind}:{near}:a", f"share:{side}:{share}", f"share:{kind}:{share}",
        f"affinity:{near}:{share}",
    )  # fmt: skip


def gap(side: str, kind: str, comma: bool, verbs: int, numbers: int, stops: int, near: int) -> tuple[str, ...]:
    """Commas, verbs, numbers and stops between the number and the word."""
    gap = f"gap:{side}:c{comma:d}:v{verbs}:n{numbers}"
    return (gap, f"{gap}:{kind}", f"stops:{side}:{stops}:{near}")


def governed(side: str, governor: str, form: str) -> tuple[str, ...]:
    """Its form beside the governing verb."""
    return (f"gov:{governor}:{side}:{form}", f"gov:{governor}:{side}")


def beside_verb(side: str, role: str, form: str, verb_side: str) -> tuple[str, ...]:
    """On which side of the governing verb it stands."""
    return (f"verb:{side}:{verb_side}:{form}", f"play:{role}:{side}:{verb_side}:{form}")


def previous(side: str, previous: str, form: str) -> tuple[str, ...]:
    """The form of the word before it."""
    return (f"prev:{side}:{previous}:{form}",)


def flags(side: str, timed: bool, carry: bool, kind: str, case: str) -> tuple[str, ...]:
    """Whether it is part of a time, or ends the phrase of an earlier fact."""
    features = [f"timed:{side}:{kind}"] if timed else []
    if carry:
        features += [f"carry:{side}:{kind}", f"carry:{side}:{case}:q", "carry"]
    return tuple(features)


def run_shape(kind: str, length: int, form: str, known: bool, direct: bool) -> tuple[str, ...]:
    """The run of words from the number to the word: its length and kind."""
    return (f"run:{length}:{form}:{kind}", f"run:known{known}:{form}:{kind}", f"run:direct{direct}:{kind}")


def run_over(opening: str, length: int, form: str) -> tuple[str, ...]:
    """The form that the run begins with."""
    return (f"run:{opening}:{length}:{form}",)


def run_opening(opening: str, length: int) -> tuple[str, ...]:
    """The lemma that the run begins with."""
    return (f"run:open:{opening}:{length}",)


def run_verb(verb: str, lemma: str) -> tuple[str, ...]:
    """The verb behind the run."""
    return (f"run:verb:{verb}", f"run:verb:{lemma}:{verb}")


def run_end(behind: str, form: str, known: bool) -> tuple[str, ...]:
    """The form behind the run."""
    return (f"run:behind:{behind}:{form}:{known}",)


def far(name: str, far: int, alike: bool, kind: str, case: str, left: int, governor: str) -> tuple[str, ...]:
    """A phrase carried over: how far back its fact is, and how alike."""
    return (
        f"far:{name}:{far}", f"far:{name}:{far}:{alike}:{kind}", f"far:alike{alike}:{case}", f"far:left{left}:{alike}",
        f"far:gov:{governor}", f"far:{name}:{kind}:{left}",
    )  # fmt: skip


def apart(lead: str, opening: str, alike: bool, short: bool, role: str, kind: str) -> tuple[str, ...]:
    """A phrase carried over: what stands around the quantity that lacks its own."""
    return (
        f"far:lead:{lead}", f"far:lead:{lead}:{alike}", f"far:opening:{opening}:{kind}", f"far:short{short}:{alike}",
        f"far:role:{role}:{alike}",
    )  # fmt: skip
