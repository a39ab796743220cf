"""The tag tree of a PDF: what a screen reader is given, and in which order."""

import re
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf

HEADINGS = {f"H{level}": level for level in range(1, 7)}


@dataclass
class Element:
    """`marks` are the element's own pieces of the pages, as (page, number of the piece)."""

    role: str
    alt: str = ""
    id: str = ""
    headers: list[str] = field(default_factory=list)
    children: list["Element"] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)

    def all(self):
        yield self
        for child in self.children:
            yield from child.all()

    def of(self, *roles):
        return [element for element in self.all() if element.role in roles]

    def all_marks(self):
        """In the order of the tree."""
        yield from self.marks
        for child in self.children:
            yield from child.all_marks()


def tree_of(pdf):
    with pikepdf.open(BytesIO(pdf)) as file:
        pages = {page.objgen: number for number, page in enumerate(file.pages)}
        root = Element("Root")
        _read(file.Root.StructTreeRoot.K, root, None, pages)
        return root


def _read(item, parent, page, pages):
    if isinstance(item, int):
        parent.marks.append((page, item))
    elif isinstance(item, pikepdf.Array):
        for each in item:
            _read(each, parent, page, pages)
    elif item.get("/Type") == "/MCR":
        parent.marks.append((pages[item.Pg.objgen] if "/Pg" in item else page, int(item.MCID)))
    elif item.get("/Type") != "/OBJR":
        page = pages[item.Pg.objgen] if "/Pg" in item else page
        attributes = item.get("/A", pikepdf.Dictionary())
        headers = attributes.get("/Headers", []) if isinstance(attributes, pikepdf.Dictionary) else []
        element = Element(
            str(item.S).lstrip("/"),
            str(item.get("/Alt", "")),
            str(item.get("/ID", "")),
            [str(each) for each in headers],
        )
        parent.children.append(element)
        if "/K" in item:
            _read(item.K, element, page, pages)


def spoken(pdf):
    """The text of the tree in its order, piece by piece of the pages."""
    tree = tree_of(pdf)
    with pikepdf.open(BytesIO(pdf)) as file:
        pieces = [_pieces_of(page) for page in file.pages]
    return " ".join(pieces[page].get(number, "") for page, number in tree.all_marks())


def _pieces_of(page):
    """The text of each marked piece of a page, by its number."""
    letters = {name: _letters(font) for name, font in page.obj.Resources.get("/Font", {}).items()}
    found, open_marks, font = {}, [], {}
    for operands, operator in pikepdf.parse_content_stream(page.obj, "BDC BMC EMC Tf Tj TJ"):
        match str(operator):
            case "BDC":
                marked = operands[1]
                open_marks.append(int(marked["/MCID"]) if isinstance(marked, pikepdf.Dictionary) else None)
            case "BMC":
                open_marks.append(None)
            case "EMC":
                open_marks.pop()
            case "Tf":
                font = letters[str(operands[0])]
            case "Tj" | "TJ":
                mark = next((each for each in reversed(open_marks) if each is not None), None)
                shown = operands[0] if str(operator) == "TJ" else operands
                found[mark] = found.get(mark, "") + "".join(_read_out(each, font) for each in shown)
    return found


def _read_out(shown, font):
    if not isinstance(shown, pikepdf.String):
        return ""
    codes = bytes(shown)
    return "".join(font.get(codes[at : at + 2], "") for at in range(0, len(codes), 2))


def _letters(font):
    """From the two bytes of a sign to what it says, as the font itself tells."""
    table = font.ToUnicode.read_bytes().decode("ascii")
    return {
        bytes.fromhex(code): bytes.fromhex(letters).decode("utf-16-be")
        for code, letters in re.findall(r"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>", table)
    }


def bare(text):
    """Letters and digits alone: where lines were broken, and how, does not matter."""
    return "".join(letter for letter in text.lower() if letter.isalnum())
