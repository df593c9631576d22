"""Sphinx settings. Every table on the pages comes out of the code while they are built (see _ext)."""

import os
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "_ext"))
# The pages run their cells in the environment that builds them, without the debugger's start-up notices.
os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"

project = "servicemodel"
author = "the servicemodel authors"
copyright = "2026, the servicemodel authors"  # noqa: A001 - the name Sphinx asks for
release = version = tomllib.loads((HERE.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]

extensions = ["myst_nb", "numpydoc", "sphinx.ext.autodoc", "docstrings", "generated", "methods", "notebooks"]
exclude_patterns = ["_build", "jupyter_execute"]

html_theme = "furo"
html_title = f"servicemodel {release}"
html_static_path = ["_static"]
html_css_files = ["servicemodel.css"]
html_show_sourcelink = False
html_copy_source = False

myst_enable_extensions = ["colon_fence", "deflist", "attrs_inline"]
myst_heading_anchors = 3
# A lesson is also a notebook: it starts with its own title and holds only what Jupyter understands, too.
nb_execution_mode = "auto"
nb_execution_timeout = 120
nb_execution_raise_on_error = True
nb_output_stderr = "warn"
nb_merge_streams = True

autodoc_typehints = "none"  # the docstrings say it in words; three overloads of each function would hide them
autodoc_preserve_defaults = True
autodoc_member_order = "bysource"
autodoc_inherit_docstrings = False
numpydoc_show_class_members = False
numpydoc_xref_param_type = False
python_use_unqualified_type_names = True

nitpicky = True
# The standard library and the frame libraries have pages of their own; the build looks nothing up elsewhere.
_BUILT_IN = r"None|bool|int|str|float|type|object|bytes|dict|tuple|list|Any|ValueError|TypeError|ImportError"
_STANDARD = r"IntFlag|StrEnum|Enum|Path|Decimal|date|datetime|timedelta|Axes|Figure"
_LIBRARIES = r"enum|pathlib|decimal|datetime|collections|typing|np|numpy|narwhals|matplotlib|hypothesis|attrs?"
nitpick_ignore_regex = [(r"py:.*", rf"{_BUILT_IN}|{_STANDARD}|({_LIBRARIES})\..*")]
