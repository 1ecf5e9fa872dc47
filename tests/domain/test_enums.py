"""The words of the trade as values."""

from callbacktui.domain.enums import RoundKind, Size


def test_open_calls_have_trade_spellings() -> None:
    words = [kind.word for kind in (RoundKind.EPA, RoundKind.ECC, RoundKind.DANCE_CALL)]
    assert words == ["EPA", "ECC", "dance call"]


def test_open_calls_are_first_rounds() -> None:
    first = {kind.value for kind in RoundKind if kind.is_first}
    calls = {"epa", "ecc", "open_call", "dance_call", "singing_call", "workshop"}
    assert first == {"pre_read", "audition", "retape"} | calls
    assert {k.value for k in RoundKind if k.is_test} == {
        "studio_test",
        "network_test",
        "screen_test",
    }


def test_role_sizes_have_trade_spellings() -> None:
    words = [size.word for size in (Size.COSTAR, Size.UNDER_FIVE, Size.GUEST_STAR)]
    assert words == ["co-star", "under-five", "guest star"]
