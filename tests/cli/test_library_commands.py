"""Tips, articles and voices on the command line."""

import json
from pathlib import Path

from tests.cli.conftest import Run

SEED = "silence-after-an-audition"


def test_article_json_has_the_documented_shape(run: Run) -> None:
    entries = json.loads(run("advice", "list", "--json").stdout)
    assert SEED in [entry["slug"] for entry in entries]
    assert set(entries[0]) >= {"slug", "title", "question", "topics", "imported", "bookmarked"}
    article = json.loads(run("advice", "read", SEED, "--json").stdout)
    assert {"title", "text", "points"} <= set(article["sections"][0])
    assert {"speaker", "trade", "words"} <= set(article["sayings"][0])
    assert set(article) >= {"subtitle", "author", "credit", "tips", "related", "imported"}
    assert article["sections"][0]["title"].upper() in run("advice", "read", SEED).stdout


def test_unknown_article_exits_1(run: Run) -> None:
    done = run("advice", "read", SEED[:-3])
    assert (done.returncode, done.stdout) == (1, "")
    assert SEED in done.stderr


def test_search_corrects_typos(run: Run) -> None:
    hits = json.loads(run("advice", "search", "fiirst", "refusl", "--json").stdout)
    assert set(hits[0]) == {"kind", "slug", "section", "title", "snippet"}
    assert (hits[0]["kind"], hits[0]["title"]) == ("term", "First refusal")
    assert "First refusal (term: first-refusal)" in run("advice", "search", "first refusal").stdout
    assert json.loads(run("advice", "search", '"*', "--json").stdout) == []


def test_voices_json_has_name_trade_point_and_source(run: Run) -> None:
    for voice in json.loads(run("voices", "--json").stdout):
        assert voice["name"]
        assert voice["trade"]
        assert voice["point"]
        assert voice["told_in"]


def test_tip_json_is_about_the_audition_and_gives_its_reason(run: Run) -> None:
    id_ = run("add", "Nina, The Seagull !tape due tomorrow noon").stdout.strip()
    tip = json.loads(run("tip", id_, "--json").stdout)
    assert set(tip) >= {"text", "reason", "source", "article", "section"}
    assert "tomorrow" in tip["reason"]
    assert tip["text"] in run("tip", id_).stdout


def test_tip_put_off_on_the_desk_is_not_repeated(run: Run, tmp_path: Path) -> None:
    id_ = run("add", "Nina, The Seagull !tape due tomorrow noon").stdout.strip()
    rule = json.loads(run("tip", id_, "--json").stdout)["rule"]
    (state,) = (tmp_path / "state").iterdir()
    (state / "memory.json").write_text(json.dumps({"tips": {"resting": {rule: "2026-11-29"}}}))
    assert json.loads(run("tip", id_, "--json").stdout)["rule"] != rule


def test_tip_without_an_id_is_about_the_most_urgent_audition(run: Run) -> None:
    run("add", "Nina, The Seagull !tape due today 8pm")
    run("add", "Boyet, As You Like It @Holt")
    tip = json.loads(run("tip", "--json").stdout)
    assert tip["name"] == "Nina, The Seagull"
    assert "due today" in tip["reason"]
    assert "For: Nina, The Seagull" in run("tip").stdout


def test_tip_table_lists_every_situation(run: Run) -> None:
    rows = json.loads(run("tip", "--table", "--json").stdout)
    assert len(rows) >= 80
    assert set(rows[0]) >= {"moment", "work", "what", "rule", "text", "reason", "source", "then"}
    printed = run("tip", "--table").stdout
    assert f"{len(rows)} situations." in printed
    assert all(row["moment"].upper() in printed for row in rows)
    assert run("tip", "--table", "x").returncode == 2
