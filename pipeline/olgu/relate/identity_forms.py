"""What stands for a mention while an article's mentions are joined: its form, and disjoint sets of forms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from olgu.article import EntityType, Mention

Form = tuple[EntityType, str]
"""The type and key of a name: mentions with one form are always one entity."""


class Clusters:
    """Disjoint sets of forms; the earliest form of a set stands for it."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._parent = {form: form for form in forms}
        self._order = {form: index for index, form in enumerate(self._parent)}

    def __contains__(self, form: Form) -> bool:
        return form in self._parent

    def find(self, form: Form) -> Form:
        """Return the form that stands for the set of `form`."""
        while self._parent[form] != form:
            self._parent[form] = self._parent[self._parent[form]]
            form = self._parent[form]
        return form

    def join(self, a: Form, b: Form) -> None:
        """Make one set of the sets of `a` and `b`."""
        first, second = sorted((self.find(a), self.find(b)), key=self._order.__getitem__)
        self._parent[second] = first

    def join_if_one(self, form: Form, longer: Iterable[Form]) -> None:
        """Join a short form to its long form unless there are several."""
        roots = {self.find(other) for other in longer} - {self.find(form)}
        if len(roots) == 1:
            self.join(roots.pop(), form)


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention with its form and its place in the sequence of mentions."""

    mention: Mention
    form: Form
    quote: str
    country: str | None = None
    """Of a body of a state: the country that its name or its owner tells."""
