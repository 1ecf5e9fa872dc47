"""Merging is commutative, associative and idempotent, and loses no text."""

import datetime as dt
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from callbacktui.store.base.tables import REMOVED
from callbacktui.store.format.change_stamp import Origin, version_stamp
from callbacktui.store.format.lazy_records import TableEdit
from callbacktui.store.format.record_line import decode_json, json_of
from callbacktui.store.journal.entry import Entry, RecordChange, StepLabel
from callbacktui.store.state.database import Database
from callbacktui.store.sync.merge import Replica, Rows, merge
from callbacktui.store.sync.stamp_changes import diff

AT = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)
SKEWS = [0, 3 * 86_400, -3 * 86_400, 1]


class Device:
    """A computer with its own clock and replica of the store."""

    def __init__(self, name: str) -> None:
        self.name = name * 12
        self.skew = 0
        self.held = Database({}, 0, {})

    @property
    def replica(self) -> Replica:
        rows: Rows = {t: {k: json_of(v) for k, v in s.items()} for t, s in self.held.lines.items()}
        return Replica(rows, {**self.held.seen, self.name: self.held.seq})

    def record(self, record_id: str) -> dict[str, Any] | None:
        json = self.held.table("auditions").json(record_id)
        return None if json is None else decode_json(json)

    def commit(self, edit: TableEdit, now: dt.datetime) -> None:
        fresh = version_stamp(
            now + dt.timedelta(seconds=self.skew), Origin(self.name, self.held.seq + 1)
        )
        moves = diff({"auditions": edit}, self.held.table_states, fresh)
        self.held.apply(Entry(self.held.seq + 1, "", StepLabel(), moves))

    def take(self, side: Replica, seq: int) -> list[Any]:
        found = merge(self.replica, side)
        self.held = held_of(found.replica, max(seq, self.held.seq) + 1)
        return found.lost


def held_of(side: Replica, seq: int) -> Database:
    held = Database({}, seq, side.seen)
    for table, rows in side.rows.items():
        moves = [RecordChange(key, None, json) for key, json in rows.items()]
        held.apply(Entry(seq, "", StepLabel(), {table: moves}))
    return held


class World:
    """Three computers, and every text that was written and not knowingly deleted."""

    def __init__(self) -> None:
        self.devices = [Device(name) for name in "abc"]
        self.now = AT
        self.count = 0
        self.alive: set[str] = set()
        self.told: set[str] = set()

    def act(self, who: int, what: str, record_id: str, other: int) -> None:
        self.now += dt.timedelta(milliseconds=other)
        device = self.devices[who]
        record = device.record(record_id)
        if what == "skew":
            device.skew = SKEWS[other]
        elif what == "take":
            giver = self.devices[other % 3]
            self.hear(device.take(giver.replica, giver.held.seq))
        elif what == "remove":
            if record:
                self.alive -= texts_of(record)
            device.commit(TableEdit(removals=[record_id]), self.now)
        else:
            self.write(device, what, record or {"id": record_id})

    def write(self, device: Device, what: str, record: dict[str, Any]) -> None:
        self.count += 1
        text = f"text {self.count}"
        new = {k: v for k, v in record.items() if k != "_stamps"}
        before = texts_of(record)
        if what in {"tag", "people"}:
            field = "tags" if what == "tag" else what
            new[field] = [*new.get(field, [])[-2:], text]
        elif what == "round":
            others = [r for r in new.get("rounds", []) if r["id"] != "r1"]
            new["rounds"] = [{"id": "r1", "choices": text}, *others]
        elif what == "nda":
            new["nda"] = [1, True, 0, False][self.count % 4]
        else:
            new[what] = text
        device.commit(TableEdit(puts={record["id"]: new}), self.now)
        self.alive -= before - texts_of(new)
        self.alive |= texts_of(new) - before

    def hear(self, lost: list[Any]) -> None:
        for found in lost:
            self.told |= texts_of(decode_json(found.was))


def texts_of(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set().union(*(texts_of(v) for k, v in value.items() if k != "_stamps"))
    if isinstance(value, list):
        return set().union(*map(texts_of, value))
    return {value} if isinstance(value, str) and value.startswith("text ") else set()


OPERATIONS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(
            ["notes", "notes", "office", "tag", "people", "round", "nda", "take", "take", "remove",
             "skew"]
        ),
        st.sampled_from("xy"),
        st.integers(0, 3),
    ),
    max_size=24,
)  # fmt: skip


def world(operations: list[tuple[int, str, str, int]]) -> World:
    found = World()
    for act in operations:
        found.act(*act)
    return found


@given(operations=OPERATIONS)
@settings(max_examples=250, deadline=None)
def test_merge_is_commutative_associative_and_idempotent(
    operations: list[tuple[int, str, str, int]],
) -> None:
    a, b, c = (device.replica for device in world(operations).devices)
    ab, ba = merge(a, b).replica, merge(b, a).replica
    assert ab == ba
    assert (
        merge(ab, c).replica
        == merge(a, merge(b, c).replica).replica
        == merge(merge(c, a).replica, b).replica
    )
    assert merge(a, a).replica == a
    for one in (a, b):
        assert merge(ab, one).replica == merge(one, ab).replica == ab


@given(operations=OPERATIONS)
@settings(max_examples=250, deadline=None)
def test_merge_loses_no_text_whatever_the_clocks(
    operations: list[tuple[int, str, str, int]],
) -> None:
    found = world(operations)
    for giver in found.devices[1:]:
        found.hear(found.devices[0].take(giver.replica, giver.held.seq))
    rows = found.devices[0].replica.rows
    there = [json for table in rows.keys() - {REMOVED} for json in rows[table].values()]
    stands = set().union(*(texts_of(decode_json(json)) for json in there))
    assert found.alive <= stands | found.told


def test_text_replaced_knowingly_is_not_reported(tmp_path: Any) -> None:
    found = world([(0, "notes", "x", 0), (1, "take", "x", 0), (1, "notes", "x", 0)])
    found.hear(found.devices[0].take(found.devices[1].replica, 2))
    assert found.told == set()
    assert texts_of(found.devices[0].record("x")) == {"text 2"}
