"""Tables, models, the catalogue and results as Markdown, HTML, dict or JSON, in English or Chinese."""

from servicemodel.render.data import to_dict, to_json
from servicemodel.render.words import grids, to_html, to_markdown

__all__ = ["grids", "to_dict", "to_html", "to_json", "to_markdown"]
