"""How sure a fact is by its verb: actual, planned, expected, possible or negated."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from olgu.analyse.morphology import VerbForm, noun, verb
from olgu.analyse.words import Word
from olgu.article import Quantity, Role, Status
from olgu.relate.attach import attributive
from olgu.relate.bounds import REACH
from olgu.relate.clause import Head
from olgu.relate.cues import lexicon
from olgu.relate.seat import Seat

_CUES: tuple[Status, ...] = ("expected", "planned", "possible")
_VALUES = frozenset(("money", "percent", "measure", "number", "ratio"))
_REACH = 4
_SUBJECT_REACH = 10
_NEGATED_REACH = 4
_OURS = ("imiz", "ımız", "umuz", "ümüz", "miz")


def status_of(seat: Seat, head: Head) -> Status:
    """Return the status of the fact that `head` governs."""
    form = head.form
    status: Status | None = None
    if form is not None:
        status = _by_matrix(seat, head, form) or _by_form(seat, head, form)
        if status in ("planned", "expected") and form.form == "finite" and _conditional(seat):
            return "possible"
    return status or _by_neighbour(seat) or _by_subject(seat, head) or _by_making(seat, head) or "actual"


def told_by(quantity: Quantity, what: Sequence[str], role: Role, status: Status) -> Status:
    """Return the status, read again once `what` is known, the words of the phrase in lower case.

    A forecast is expected, «en yüksek beklenti % 3 olarak …»; how far it moved is not, «tahmini 2 puan artarak …», nor
    what part is reached, «hedefinin yüzde 58'i», nor how many there are, «üç hedefi var». Who wants to buy has said so
    already: «157 milyon lot talep geldi».
    """
    valued = quantity.kind in _VALUES or quantity.rule == "count.suffix"
    if status != "actual" or role in ("change", "share") or not valued or not what:
        return status
    if what[-1].startswith(tuple(lexicon("status", "demand"))):
        return status
    found = _of_noun(what[-1])
    return found if found in ("expected", "planned") else status


def _by_form(seat: Seat, head: Head, form: VerbForm) -> Status | None:
    """What the suffixes and the sense of the verb itself say."""
    if form.tense == "future":
        return _of_future(seat, head, form)
    if form.negative and (form.form == "finite" or form.marker == "değil"):
        near = head.index - seat.last <= _NEGATED_REACH and seat.quantity.kind != "ordinal"
        return "negated" if near else None
    if form.able and (form.tense == "aorist" or form.form == "verbal_noun"):
        return "possible"
    return _of_mood(seat, head, form) or _of_lemma(head.lemma, passive=False)


def _of_future(seat: Seat, head: Head, form: VerbForm) -> Status:
    """-acak is a plan of an actor, but an expectation of what happens to somebody."""
    if form.able:
        return "possible"
    modifies = attributive(seat.words, head.index, form) and not form.possessed and not form.case
    if form.passive or modifies or seat.words[head.index].lower.endswith(("ğız", "ğiz")):
        return "planned"
    return "expected" if head.lemma in lexicon("status", "becoming") else "planned"


def _of_mood(seat: Seat, head: Head, form: VerbForm) -> Status | None:
    if form.tense == "necessity":
        return "possible"
    if form.tense == "conditional":
        after = seat.words[head.index + 1].lower if head.index + 1 < len(seat.words) else ""
        return None if after in ("da", "de", "bile") else "possible"
    return "planned" if form.tense in ("imperative", "optative") else None


def _of_lemma(lemma: str | None, *, passive: bool) -> Status | None:
    """What a verb of planning, expecting, asking or (in the passive) supposing says of its object."""
    if lemma is not None and lemma.endswith(" etmek"):
        return _of_name(lemma.removesuffix(" etmek"))
    for status in _CUES:
        if lemma in lexicon("status", f"{status}_verbs"):
            return status if status != "possible" or passive else None
    return None


@lru_cache(maxsize=4096)
def _of_name(name: str) -> Status | None:
    return next((status for status in _CUES if name in lexicon("status", f"{status}_nouns")), None)


@lru_cache(maxsize=4096)
def _of_noun(word: str) -> Status | None:
    """The status that a noun of planning or expecting gives, in any case and with «our»: «hedefimiz»."""
    lemma = noun(word).lemma
    for ending in _OURS:
        if word.endswith(ending):
            lemma = word.removesuffix(ending)
            break
    return _of_name(lemma) or _of_name(word)


def _by_matrix(seat: Seat, head: Head, form: VerbForm) -> Status | None:
    """Read on after a dependent form: «… ulaşması bekleniyor», «… yapmayı planlıyor», «… artarak 5'e çıkacak»."""
    words = seat.words
    end = head.end
    after = words[head.index + 1].lower if head.index + 1 < end else ""
    if form.marker in ("arak", "ıp", "ınca"):
        return _of_chain(seat, head.index + 1, end, purpose=True)
    if form.lemma == "olmak" and after == "üzere":
        return _of_chain(seat, head.index + 1, end)
    if form.form not in ("verbal_noun", "participle") or form.marker == "an":
        return None
    if words[head.index - 1].lower in lexicon("status", "submitted"):
        return "planned"
    return _read_on(words, head.index + 1, end, form)


def _read_on(words: tuple[Word, ...], i: int, end: int, form: VerbForm) -> Status | None:
    """Read from the word `i` on, behind an infinitive or a participle."""
    last = min(end, i + _REACH)
    while i < last:
        found = _of_clause(words[i], form) or _of_noun(words[i].lower)
        if found:
            return found
        matrix = verb(words[i].lower)
        if matrix is not None and not _goes_on(words, i, matrix, form):
            return _of_complement(words, i, matrix, form)
        if matrix is not None:  # «satılması ve devredilmesi için»
            form, last = matrix, min(end, i + 1 + _REACH)
        i += 1
    return None


def _goes_on(words: tuple[Word, ...], index: int, matrix: VerbForm, form: VerbForm) -> bool:
    """True for the second of two infinitives: «satılması ve devredilmesi»."""
    return matrix.form == form.form == "verbal_noun" and words[index - 1].lower in ("ve", "veya")


def _of_clause(word: Word, form: VerbForm) -> Status | None:
    """A purpose, a condition, and what somebody has yet to approve: «dağıtılmasının genel kurul onayına sunulması»."""
    purpose = word.lower in lexicon("status", "purpose") and form.lemma != "olmak"
    if form.form == "verbal_noun" and (purpose or word.lower in lexicon("status", "submitted")):
        return "planned"
    if form.marker == "mak" and word.lower in lexicon("status", "obliged"):
        return None
    return "possible" if word.lower in lexicon("status", "conditional") else None


def _of_complement(words: tuple[Word, ...], index: int, matrix: VerbForm, form: VerbForm) -> Status | None:
    """The status that a matrix verb gives to its complement clause."""
    if matrix.lemma == "sürmek" and words[index - 1].lower in ("öne", "ileri"):
        return "possible"
    if form.form == "verbal_noun":
        if matrix.lemma in lexicon("status", "needing"):
            return "possible"
        if form.case == "dat" and matrix.lemma in lexicon("status", "trying"):
            return "planned"
    return _of_lemma(matrix.lemma, passive=matrix.passive)


def _of_chain(seat: Seat, start: int, end: int, purpose: bool = False) -> Status | None:
    """The status that a converb shares with the verb it leads to, if to a `purpose`: «artırarak … çıkarmak için»."""
    words = seat.words
    for i in range(start, end):
        matrix = verb(words[i].lower)
        if matrix is None or matrix.marker == "ise" or matrix.form in ("converb", "copula"):
            continue
        head = Head(matrix.lemma, i, matrix, matrix.marker, seat, end)
        if matrix.form == "finite" and not attributive(words, i, matrix):
            return _by_form(seat, head, matrix)
        purpose = purpose and matrix.form == "verbal_noun"  # a participle is as far as the converb goes
        if matrix.case or matrix.possessed or (purpose and matrix.marker == "mak"):
            return _by_matrix(seat, head, matrix) or (
                _of_future(seat, head, matrix) if matrix.tense == "future" else None
            )
    return None


def _conditional(seat: Seat) -> bool:
    """True where a condition stands before the quantity: «… verilmesi halinde», «… artarsa»."""
    for word in seat.words[max(0, seat.first - REACH) : seat.first]:
        if word.lower in lexicon("status", "conditional"):
            return True
        if word.lower.endswith(("rsa", "rse", "zsa", "zse")):
            form = verb(word.lower)
            if form is not None and form.form == "finite":
                return True
    return False


def _by_neighbour(seat: Seat) -> Status | None:
    """A word of planning right beside a value: «5 milyarlık teklif», «20 milyar gelir hedefi», «yapılacak 5 milyar»."""
    words = seat.words
    if seat.outer_first > 0:
        form = verb(words[seat.outer_first - 1].lower)
        if form is not None and form.tense == "future" and form.form in ("finite", "participle") and not form.case:
            return "planned"
    if seat.quantity.kind not in _VALUES and seat.quantity.case != "lik":
        return None
    for i in range(seat.outer_last + 1, min(seat.outer_last + 4, len(words))):
        if not words[i].text[0].isalnum() or verb(words[i].lower) is not None:
            return None
        found = _of_noun(words[i].lower)
        if found:
            return found
    return None


def _by_subject(seat: Seat, head: Head) -> Status | None:
    """A forecast or target whose value the quantity is: «enflasyon tahmini bu yıl için yüzde 5'e yükseldi»."""
    states = head.lemma is None or head.lemma in lexicon("status", "stating")
    if seat.quantity.kind not in _VALUES or not states:
        return None
    words = seat.words
    for i in range(seat.outer_first - 1, max(-1, seat.outer_first - 1 - _SUBJECT_REACH), -1):
        form = verb(words[i].lower)
        if form is not None and form.form == "finite":
            return None
        found = _of_noun(words[i].lower)
        if found in ("expected", "planned") and noun(words[i].lower).case not in ("abl", "loc", "ins"):
            return found
    return None


def _by_making(seat: Seat, head: Head) -> Status | None:
    """Of what something consists that has yet to be made: «iki kuleden oluşan proje burada inşa edilecek»."""
    participle = head.form is None or head.form.marker == "an"
    if not participle or head.lemma not in lexicon("status", "composing"):
        return None
    words = seat.words
    for i in range(min(head.end, len(words)) - 1, head.index, -1):
        form = verb(words[i].lower)
        if form is None or form.form == "copula":
            continue
        made = words[i - 1].lower if form.lemma == "etmek" else form.lemma
        future = form.tense == "future" and form.passive and form.form == "finite"
        return "planned" if future and made in lexicon("status", "making") else None
    return None
