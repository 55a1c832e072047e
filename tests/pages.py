"""Drawn HTML as a tree, for tests."""

from collections.abc import Iterator
from xml.etree import ElementTree


class Page:
    """Drawn HTML as a tree; that it parses as XML proves that nothing broke out of its place."""

    def __init__(self, html: str) -> None:
        self.root = ElementTree.fromstring(f"<page>{html}</page>")  # noqa: S314

    def all(self, name: str, within: str = "") -> list[ElementTree.Element]:
        """The elements of a class (".x") or tag, inside those of another."""
        outer = [self.root] if not within else list(self._named(self.root, within))
        return [found for place in outer for found in self._named(place, name)]

    def one(self, name: str, within: str = "") -> ElementTree.Element:
        (found,) = self.all(name, within)
        return found

    def texts(self, name: str, within: str = "") -> list[str]:
        """Their texts, white space collapsed."""
        return [" ".join("".join(found.itertext()).split()) for found in self.all(name, within)]

    @staticmethod
    def _named(place: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
        for found in place.iter():
            classes = found.get("class", "").split()
            if name[1:] in classes if name.startswith(".") else found.tag == name:
                yield found
