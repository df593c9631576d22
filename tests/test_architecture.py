"""The house keeps its shape: imports go one way, files stay short, nothing heavy is loaded, nothing speaks of a machine."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

import servicemodel

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "servicemodel"
SOURCES = sorted(PACKAGE.rglob("*.py"))

#: Lowest first; a module may import its own layer and those before it.
LAYERS = [
    ["errors"],
    ["labels"],
    ["markup"],
    ["sources"],
    ["tables"],
    ["arguments"],
    ["evaluate"],
    ["model"],
    ["clock", "survey"],
    [
        "satisfaction",
        "quality",
        "waiting",
        "churn",
        "priority",
        "loyalty",
        "complaints",
        "contact_centre",
        "people",
        "journey",
    ],
    ["catalogue"],
    ["explanation"],
    ["objects"],
    ["records", "frames", "render", "plots", "strategies", "samples"],
    ["report", "__main__"],
]
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}


def _layer(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def _imports(path: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names = [f"{node.module}.{a.name}" for a in node.names] if node.module == "servicemodel" else [node.module]
            found += names
        elif isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
    return [name.split(".")[1] for name in found if name.startswith("servicemodel.")]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_one_way(path):
    if path == PACKAGE / "__init__.py":
        return
    own = _layer(path)

    assert own in RANK, f"{own} has no layer"
    for other in _imports(path):
        assert RANK[other] <= RANK[own], f"{path.name} ({own}) imports {other}, which lies above it"


FAMILIES = set(next(layer for layer in LAYERS if "churn" in layer))


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_the_families_of_models_do_not_know_each_other(family):
    for path in (PACKAGE / family).rglob("*.py"):
        assert not FAMILIES - {family} & set(_imports(path)), path.name


@pytest.mark.parametrize(
    "path", [*SOURCES, *sorted((ROOT / "tests").rglob("*.py"))], ids=lambda path: str(path.relative_to(ROOT))
)
def test_no_file_is_longer_than_four_hundred_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


EXTRAS = [
    "holidays",
    "narwhals",
    "matplotlib",
    "cattrs",
    "click",
    "duckdb",
    "jinja2",
    "pandas",
    "polars",
    "pyarrow",
    "hypothesis",
    "scipy",
]


@pytest.mark.parametrize(
    "statement",
    [
        "import servicemodel",
        "from servicemodel import satisfaction_state; satisfaction_state(performance=4, expectation=5)",
        "from servicemodel import CATALOGUE, explain, Customer, ServiceEncounter",
    ],
)
def test_the_core_loads_no_extra(statement):
    script = f"import sys\n{statement}\nprint([name for name in {EXTRAS!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_importing_the_package_loads_none_of_its_models():
    script = "import sys, servicemodel; print([n for n in sys.modules if n.startswith('servicemodel.')])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def _seen_by_type_checkers():
    """Return where type checkers find each public name: named one by one, or all that a family lists."""
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    imports = [node for block in tree.body if isinstance(block, ast.If) for node in block.body]
    seen = {}
    for node in imports:
        assert isinstance(node, ast.ImportFrom)
        whole = [alias.name for alias in node.names] == ["*"]
        names = importlib.import_module(node.module).__all__ if whole else [alias.name for alias in node.names]
        for name in names:
            value = getattr(importlib.import_module(node.module), name)
            assert seen.get(name, (None, value))[1] is value, f"two public things are called {name}"
            seen.setdefault(name, (node.module, value))
    return {name: module for name, (module, _) in seen.items()}


def test_public_names_load_from_their_homes_and_are_what_type_checkers_see():
    seen, homes = _seen_by_type_checkers(), servicemodel._HOME_OF

    missing = sorted(f"{name} to _HOMES[{seen[name]!r}]" for name in seen.keys() - homes.keys())
    assert not missing, f"add to src/servicemodel/__init__.py: {missing}"
    unlisted = sorted(f"{name} ({homes[name]})" for name in homes.keys() - seen.keys())
    assert not unlisted, f"_HOMES names what its package does not list in __all__: {unlisted}"
    assert servicemodel.__all__ == sorted(servicemodel.__all__)
    for name in servicemodel.__all__:
        assert getattr(servicemodel, name) is getattr(importlib.import_module(seen[name]), name)
    assert set(servicemodel.__all__) < set(dir(servicemodel))
    assert servicemodel.__version__.count(".") == 2


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        servicemodel.nothing  # noqa: B018


def test_now_appears_nowhere():
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in {"now", "utcnow", "today"}:
                pytest.fail(f"{path.name}:{node.lineno} reads the clock")
