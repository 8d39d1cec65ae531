"""The labelling configuration that shows the tasks of `olgu.check.label_studio`."""

from __future__ import annotations

from xml.etree import ElementTree

from olgu.check.graph import FIELDS, KINDS, LABELS, NAMES, SLOTS, Field
from olgu.check.label_studio import SPAN, TEXT

_COLOURS = {KINDS: "#d9480f", SLOTS: "#1971c2", NAMES: "#2f9e44"}


def configuration() -> str:
    """Return the configuration as XML, to be pasted into the settings of a project of Label Studio."""
    view = ElementTree.Element("View")
    ElementTree.SubElement(view, "Style").text = ".htx-text { white-space: pre-wrap; }"
    ElementTree.SubElement(view, "Header", value="$title")
    labels = ElementTree.SubElement(view, "Labels", name=SPAN, toName=TEXT)
    for label in LABELS:
        colour = next(colour for group, colour in _COLOURS.items() if label in group)
        ElementTree.SubElement(labels, "Label", value=label, background=colour)
    relations = ElementTree.SubElement(view, "Relations")
    for slot in SLOTS:
        ElementTree.SubElement(relations, "Relation", value=slot)
    ElementTree.SubElement(view, "Text", name=TEXT, value="$text", granularity="symbol", saveTextResult="yes")
    for field in FIELDS:
        _control(view, field)
    ElementTree.indent(view)
    return ElementTree.tostring(view, encoding="unicode") + "\n"


def _control(view: ElementTree.Element, field: Field) -> None:
    on = ",".join(field.on)
    part = ElementTree.SubElement(view, "View", visibleWhen="region-selected", whenTagName=SPAN, whenLabelValue=on)
    ElementTree.SubElement(part, "Header", value=f"{field.name}: {field.hint}", size="5")
    common = {"name": field.name, "toName": TEXT, "perRegion": "true"}
    if not field.allowed:
        several = {} if field.many else {"maxSubmissions": "1"}
        ElementTree.SubElement(part, "TextArea", {**common, "editable": "true", **several})
        return
    choices = ElementTree.SubElement(part, "Choices", {**common, "choice": "single-radio", "showInline": "true"})
    for value in field.allowed:
        ElementTree.SubElement(choices, "Choice", value=value)
