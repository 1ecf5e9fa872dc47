from hypothesis import given
from hypothesis import strategies as st

from callbacktui.store.io.checksummed_lines import encode_frame, read_frames

lines = st.lists(st.binary(max_size=30).map(lambda b: b.replace(b"\n", b" ")), max_size=6)


@given(lines)
def test_encoded_lines_are_read_back(given_lines: list[bytes]) -> None:
    found = read_frames(b"".join(map(encode_frame, given_lines)))
    assert found == (given_lines, [])


@given(lines, st.integers(0, 99))
def test_trailing_zeros_are_not_damage(given_lines: list[bytes], room: int) -> None:
    data = b"".join(map(encode_frame, given_lines))
    assert read_frames(data + bytes(room)) == (given_lines, [])


@given(lines, st.integers(0, 500))
def test_torn_tail_loses_only_the_last_line(given_lines: list[bytes], cut: int) -> None:
    data = b"".join(map(encode_frame, given_lines))
    torn = data[: cut % (len(data) + 1)]
    found = read_frames(torn)
    assert found.whole == given_lines[: torn.count(b"\n")]
    assert found.later == []


@given(lines.filter(any), st.integers(0, 500), st.integers(1, 255))
def test_altered_line_is_never_accepted(given_lines: list[bytes], at: int, flip: int) -> None:
    data = bytearray(b"".join(map(encode_frame, given_lines)))
    data[at % len(data)] ^= flip
    found = read_frames(bytes(data))
    assert [*found.whole, *found.later] != given_lines
    assert all(line in given_lines for line in (*found.whole, *found.later))
