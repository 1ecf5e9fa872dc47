"""Make `incidence.json`: 200 random censored sets, with the estimate of a reference library.

Run in an environment of its own; the tests need only what it wrote:

    python -m venv ref && ref/bin/pip install scikit-survival lifelines
    ref/bin/python tests/insight/data/make_incidence.py

scikit-survival estimates every set; lifelines, which cannot take two ends on one day, agrees on the
sets without any.
"""

import json
import random
from pathlib import Path

import numpy as np
from lifelines import AalenJohansenFitter
from sksurv.nonparametric import cumulative_incidence_competing_risks

SETS = 200
FOR, AGAINST = 1, 2


def random_set(dice: random.Random) -> tuple[list[int], list[int]]:
    """Return days and ends (0 none yet, 1 for, 2 against) of 3 to 80 waits."""
    count = dice.randint(3, 80)
    if dice.random() < 0.3:  # no day twice
        days = dice.sample(range(1, 200), count)
    else:
        days = [dice.randint(1, dice.choice([10, 40, 90])) for _ in range(count)]
    ends = dice.choices([0, FOR, AGAINST], weights=[dice.random() + 0.1 for _ in range(3)], k=count)
    ends[:2] = [FOR, AGAINST]
    return days, ends


def estimate(days: list[int], ends: list[int]) -> dict[str, list[float]]:
    """Return the days and both cumulative incidences, at each day with an end."""
    at, found = cumulative_incidence_competing_risks(np.array(ends), np.array(days))
    with_end = {day for day, end in zip(days, ends, strict=True) if end}
    rows = [row for row, day in enumerate(at) if int(day) in with_end]
    if len(set(days)) == len(days):
        for end in (FOR, AGAINST):
            fitted = AalenJohansenFitter(calculate_variance=False).fit(days, ends, end)
            other = fitted.cumulative_density_.iloc[:, 0]
            assert all(abs(other.loc[at[row]] - found[end][row]) < 1e-9 for row in rows)
    return {
        "at": [int(at[row]) for row in rows],
        "came": [round(float(found[FOR][row]), 10) for row in rows],
        "against": [round(float(found[AGAINST][row]), 10) for row in rows],
    }


def main() -> None:
    """Write the file beside this one."""
    dice = random.Random(2004)
    sets = []
    for _ in range(SETS):
        days, ends = random_set(dice)
        sets.append({"days": days, "ends": ends, **estimate(days, ends)})
    lines = ",\n".join(json.dumps(one, separators=(",", ":")) for one in sets)
    Path(__file__).with_name("incidence.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
