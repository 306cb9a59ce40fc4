"""Forms of several parts, as browsers send them with a file, and as nobody but an enemy does."""

from bot.adapters.web.asked import PARTS, parted

KIND = 'multipart/form-data; boundary="x"'


def part(name: str, content: str) -> str:
    return f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{content}\r\n'


def test_each_field_is_there_byte_by_byte() -> None:
    body = part("once", "7") + part("list", "Name\r\n--y\r\nKim\r\n") + "--x--\r\n"
    assert parted(KIND, body.encode()) == {"once": b"7", "list": b"Name\r\n--y\r\nKim\r\n"}


def test_of_very_many_parts_only_the_first_are_looked_at() -> None:
    body = "".join(part(f"f{number}", "") for number in range(9 * PARTS)) + "--x--\r\n"
    assert list(parted(KIND, body.encode())) == [f"f{number}" for number in range(PARTS)]


def test_parts_within_parts_are_content() -> None:
    inner = 'Content-Type: multipart/mixed; boundary="z"\r\n\r\n--z\r\n\r\n\r\n--z--'
    body = part("deep", inner) + "--x--\r\n"
    assert parted(KIND, body.encode()) == {"deep": inner.encode()}
