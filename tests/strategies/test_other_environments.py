"""The wheel in environments of its own: with Hypothesis and nothing else, and without Hypothesis."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
EXTRAS = ("narwhals", "cattrs", "matplotlib", "duckdb", "click", "jinja2", "pandas", "polars", "pyarrow")
OBJECTS = (
    "Account", "Complaint", "Customer", "CustomerProfile", "Expectation", "LoyaltyTier", "ServiceEncounter", "Wait",
)  # fmt: skip
OTHERS = {
    "servicemodel.labels": "Text",
    "servicemodel.tables": "Bands Factors Matrix Weights",
    "servicemodel.waiting": "WaitProfile",
}
CLASSES = [("servicemodel.objects", name) for name in OBJECTS] + [
    (module, name) for module, names in OTHERS.items() for name in names.split()
]

pytestmark = pytest.mark.slow


def run(python, *arguments, folder):
    done = subprocess.run([python, *arguments], capture_output=True, text=True, check=False, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


def environment(folder, *packages):
    run(sys.executable, "-m", "venv", str(folder / "venv"), folder=folder)
    python = next(path for path in (folder / "venv/bin/python", folder / "venv/Scripts/python.exe") if path.exists())
    run(str(python), "-m", "pip", "install", "--quiet", *packages, folder=folder)
    return str(python)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    run(
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--wheel-dir",
        str(folder),
        str(ROOT),
        folder=folder,
    )
    (built,) = folder.glob("servicemodel-*.whl")
    return str(built)


@pytest.fixture(scope="module")
def with_hypothesis(wheel, tmp_path_factory):
    return environment(tmp_path_factory.mktemp("with_hypothesis"), wheel, "hypothesis")


@pytest.fixture(scope="module")
def without_hypothesis(wheel, tmp_path_factory):
    return environment(tmp_path_factory.mktemp("without_hypothesis"), wheel)


@pytest.mark.parametrize(("module", "name"), CLASSES)
def test_another_project_imports_one_class_and_hypothesis_makes_valid_ones(with_hypothesis, tmp_path, module, name):
    test = f"""
        from hypothesis import given, settings, strategies as st
        from {module} import {name}

        seen = []

        @settings(max_examples=20, deadline=None, database=None)
        @given(st.from_type({name}), st.lists(st.from_type({name}), max_size=2))
        def check(one, several):
            assert type(one) is {name}
            assert all(type(each) is {name} for each in several)
            seen.append(one)

        check()
        print(len(seen) >= 20)
    """
    lines = [line.strip() if not line.startswith("            ") else line[8:] for line in test.splitlines()]

    assert run(with_hypothesis, "-c", "\n".join(lines), folder=tmp_path) == "True"


@pytest.mark.parametrize("first", ["hypothesis", "servicemodel.objects", "servicemodel.strategies", "servicemodel"])
def test_the_order_of_imports_does_not_matter(with_hypothesis, tmp_path, first):
    code = (
        f"import {first}\n"
        "import hypothesis, hypothesis.strategies as st, servicemodel.objects as o, servicemodel.strategies as s\n"
        "once = hypothesis.settings(max_examples=5, deadline=None, database=None)\n"
        "once(hypothesis.given(st.from_type(o.Wait), s.inputs('perceived_wait'))(lambda wait, drawn: None))()\n"
        "print('done')"
    )

    assert run(with_hypothesis, "-W", "error", "-c", code, folder=tmp_path) == "done"


def test_hypothesis_is_unharmed_where_every_extra_is_missing(with_hypothesis, tmp_path):
    code = (
        "from importlib.util import find_spec\n"
        f"assert not [name for name in {EXTRAS!r} if find_spec(name)]\n"
        "from hypothesis import given, settings, strategies as st\n"
        "settings(database=None)(given(st.integers())(lambda number: None))()\n"
        "print('done')"
    )

    assert run(with_hypothesis, "-W", "error", "-c", code, folder=tmp_path) == "done"


def test_without_hypothesis_everything_but_the_strategies_works(without_hypothesis, tmp_path):
    code = (
        "from importlib.util import find_spec\n"
        "assert find_spec('hypothesis') is None\n"
        "import servicemodel.catalogue, servicemodel.strategies\n"
        "from servicemodel.objects import Expectation, ServiceEncounter\n"
        "print(ServiceEncounter(id='v', performance=6, expectation=Expectation(level=5)).satisfaction_state())\n"
        "from servicemodel.strategies.hook import register\n"
        "register()\n"
        "try:\n"
        "    servicemodel.strategies.customers\n"
        "except ImportError as error:\n"
        "    print(error)\n"
    )

    said = run(without_hypothesis, "-W", "error", "-c", code, folder=tmp_path)

    assert said.splitlines() == ["delighted", "No module named 'hypothesis'"]
