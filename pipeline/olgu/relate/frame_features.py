"""How the features of an anchor as the time or place of a fact are spelled, and those of the answer "none"."""

from __future__ import annotations


def fame(label: str, weight: int, titled: bool, carry: bool, own: int, earlier: bool) -> tuple[str, ...]:
    """How much of the article speaks of the anchor, and whether its title does."""
    return (
        f"fame:{weight}:{earlier}", f"fame:{label}:{weight}", f"fame:titled{titled}:{earlier}:{own}",
        f"fame:{weight}:carry{carry}:{own}",
        f"fame:{label}:{earlier}:{own}",
    )  # fmt: skip


def clause(opens: str, side: str, verbs: int, closed: int) -> tuple[str, ...]:
    """What the next verb behind the anchor opens, and what stands between."""
    return (f"clause:{opens}:{side}", f"clause:{opens}:{verbs}:{closed}")


def earlier(back: int, label: str, carry: bool, own: int, kind: str, null: bool) -> tuple[str, ...]:
    """An anchor of an earlier sentence: how far back, and whether the fact before has it."""
    return (
        f"back:{back}", f"back:{back}:{label}", f"back:carry{carry}", f"back:own{back}:{own}", f"back:{kind}",
        f"back:carry{carry}:own{own}:{back}", f"back:null{null}:{label}",
    )  # fmt: skip


def place(side: str, label: str, kind: str, near: int, count: int) -> tuple[str, ...]:
    """On which side of the number the anchor stands, and how near."""
    return (
        f"side:{side}", f"side:{side}:{label}", f"side:{side}:{kind}", f"near:{side}:{near}",
        f"near:{side}:{near}:{count}",
    )  # fmt: skip


def between(side: str, verbs: int, closed: int, numbers: int, carry: bool) -> tuple[str, ...]:
    """The verbs and numbers between the anchor and the number."""
    return (
        f"verbs:{side}:{verbs}:{closed}", f"numbers:{side}:{numbers}", f"numbers:{side}:{numbers}:carry{carry}",
        f"carry:{carry}:{side}",
    )  # fmt: skip


def cased(side: str, case: str, label: str, in_what: bool, kind: str) -> tuple[str, ...]:
    """The case of the anchor, and whether it lies in what is measured."""
    return (f"case:{side}:{case}", f"case:{side}:{case}:{label}", f"what:{in_what}", f"what:{in_what}:{case}:{kind}")


def standing(side: str, case: str, past: bool, only: bool, first: int) -> tuple[str, ...]:
    """Whether the anchor stands before the verb, alone, or at the opening of the sentence."""
    return (
        f"past:{past}:{side}:{case}", f"only:{only}:{side}", f"only:{only}:{case}:c", f"open:{first == 0}:{side}",
        f"open:{first <= 1}:{case}:c",
    )  # fmt: skip


def null(null: bool, label: str) -> tuple[str, ...]:
    """Whether the anchor says when, or only that it is a time."""
    return (f"null:{null}:{label}",)


def last(side: str, verbs: int, numbers: int, case: str) -> tuple[str, ...]:
    """The side, the words between and the case together."""
    return (f"last:{side}:{verbs}:{numbers}:{case}",)


def next_form(side: str, tag: str, case: str) -> tuple[str, ...]:
    """What form stands behind the anchor."""
    return (f"next:{side}:{tag}", f"next:{case}:{tag}:c")


def behind(following: str, case: str) -> tuple[str, ...]:
    """Which word stands behind the anchor."""
    return (f"word:{following}", f"word:{following}:{case}")


def second(following: str, second: str) -> tuple[str, ...]:
    """The two words behind the anchor."""
    return (f"second:{following}:{second}", f"second:{second}")


def governed(governor: str, case: str, side: str, role: str) -> tuple[str, ...]:
    """The verb that governs the number, beside the case of the anchor."""
    return (f"gov:{governor}:{case}:{side}", f"role:{role}:{case}:{side}")


def across(across: int, back: int, carry: bool, opening: bool) -> tuple[str, ...]:
    """Paragraphs between the anchor and the number."""
    return (
        f"across:{across}", f"across:{across}:{back}", f"across:{across}:carry{carry}",
        f"across:{across}:open{opening}",
        f"across:open{opening}:carry{carry}:{back}",
    )  # fmt: skip


def referred(refers: str, carry: bool, back: int, label: str) -> tuple[str, ...]:
    """A noun that stands for a place named before, beside the anchor."""
    if not refers:
        return ()
    return (f"refers:carry{carry}:{bool(back)}", f"refers:{refers}:carry{carry}:{bool(back)}", f"refers:{back}:{label}")


def opener(opener: str, carry: bool) -> tuple[str, ...]:
    """The first word of the sentence, for an anchor of an earlier one."""
    return (f"opener:{opener}", f"opener:{opener}:carry{carry}")


def earlier_mood(marker: str, carry: bool, status: str, role: str) -> tuple[str, ...]:
    """The mood and role of the fact, for an anchor of an earlier sentence."""
    return (f"back:marker:{marker}", f"back:marker:{marker}:carry{carry}", f"back:status:{status}", f"back:role:{role}")


def told_features(carry: bool, told: str, earlier: bool, own: int) -> tuple[str, ...]:
    """How the fact before compares, and whether it has the anchor."""
    return (f"told:{told}:carry{carry}:{earlier}", f"told:{told}:carry{carry}:{earlier}:{own}")


def mood(side: str, case: str, marker: str, status: str, opening: bool) -> tuple[str, ...]:
    """The mood of the predicate beside the anchor."""
    return (
        f"marker:{side}:{marker}",
        f"marker:{case}:{marker}:c",
        f"status:{side}:{status}",
        f"status:{opening}:{status}:o",
    )


def none(kind: str, own: int, before: bool, last: bool, headline: bool) -> tuple[str, ...]:
    """The answer "none": what there would be to choose from."""
    return (
        "none", f"none:{kind}", f"none:own{own}", f"none:own{own}:{kind}", f"none:before{before}:own{own}",
        f"none:last{last}",
        f"none:last{last}:own{own}", f"none:headline{headline}",
    )  # fmt: skip


def none_ending(case: str) -> tuple[str, ...]:
    """The answer "none" beside the case of the number."""
    return (f"none:case:{case}",)


def none_governed(governor: str) -> tuple[str, ...]:
    """The answer "none" beside the governing verb."""
    return (f"none:gov:{governor}",)


def none_mood(role: str, status: str, marker: str) -> tuple[str, ...]:
    """The answer "none" beside the mood and role of the fact."""
    return (f"none:role:{role}", f"none:status:{status}", f"none:marker:{marker}")


def none_told(told: str, last: bool, own: int) -> tuple[str, ...]:
    """The answer "none" beside the fact before."""
    return (f"none:told:{told}:last{last}", f"none:told:{told}:last{last}:own{own}")


def none_opener(opener: str) -> tuple[str, ...]:
    """The answer "none" beside the first word of the sentence."""
    return (f"none:opener:{opener}",)


def none_referred(refers: str, last: bool, own: int) -> tuple[str, ...]:
    """The answer "none" beside a noun that stands for a place named before."""
    return (f"none:refers:{refers}", f"none:refers:last{last}:own{own}") if refers else ()
