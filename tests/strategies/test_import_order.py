"""Importing Hypothesis runs the hook, also where the import was started by a module of strategies itself."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize("module", ["objects", "tables", "values", "model_inputs", "registry"])
def test_each_module_of_strategies_can_be_imported_first(module):
    code = f"import servicemodel.strategies.{module}; from servicemodel.strategies.hook import register; register()"
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


def test_the_registry_imports_no_strategies():
    code = """
import sys
import servicemodel.strategies.registry
sys.exit(any(f"servicemodel.strategies.{name}" in sys.modules for name in ("objects", "tables")))
"""
    subprocess.run([sys.executable, "-c", code], check=True)
