"""The JSON document of an audition has the field names of the domain, and ISO 8601 times."""

import datetime as dt

import msgspec
import pendulum

from callbacktui.domain.audition import Audition
from callbacktui.domain.moment import Moment
from callbacktui.domain.round import Round
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Stage
from callbacktui.domain.status import status_of
from callbacktui.exchange.audition_to_json import ALWAYS, audition_document
from callbacktui.exchange.demo.career import make_career
from callbacktui.exchange.demo.load_demo_data import open_material

NOW = pendulum.datetime(2026, 11, 22, 9, 30, tz="Europe/London")


def document(audition: Audition) -> dict[str, object]:
    return audition_document(audition, status_of(audition, NOW, Windows()), NOW)


def test_minimal_audition_has_every_documented_field() -> None:
    bare = document(Audition(id="a", project="Hamlet"))
    assert {name: bare[name] for name in ALWAYS} == {
        "id": "a",
        "project": "Hamlet",
        "role": "",
        "office": "",
        "medium": "other",
        "stage": "considering",
        "disposition": "open",
        "rounds": [],
        "tags": [],
    }


def test_a_time_keeps_its_own_offset_and_a_day_stays_a_day() -> None:
    due = Moment(day=dt.date(2026, 7, 2), time=dt.time(12), zone="America/New_York")
    read = Round(id="r", due_at=due, done_at=Moment.on(dt.date(2026, 7, 1), "UTC"))
    made = document(Audition(id="a", project="p", stage=Stage.AUDITIONED, rounds=(read,)))
    assert made["rounds"] == [
        {
            "id": "r",
            "kind": "audition",
            "due_at": "2026-07-02T12:00:00-04:00",
            "done_at": "2026-07-01",
        }
    ]


def test_any_career_can_be_encoded_as_json() -> None:
    for audition in make_career(60, 7, NOW, open_material()):
        back = msgspec.json.decode(msgspec.json.encode(document(audition)))
        assert back["standing"]["headline"]
        assert len(back["rounds"]) == len(audition.rounds)
        told = [event.get("to", "") for event in back.get("events", [])]
        assert told == [event.after for event in audition.events]
