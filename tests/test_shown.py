"""What a session shows of models and tables."""

from __future__ import annotations

import pytest

from servicemodel import CATALOGUE, ServiceModelError
from servicemodel.render import to_dict, to_html, to_json, to_markdown


@pytest.mark.parametrize("render", [to_markdown, to_html, to_json, to_dict])
def test_a_model_is_rendered_as_its_function_too(render):
    record = CATALOGUE[0]

    assert render(record.function) == render(record)
    with pytest.raises(ServiceModelError, match="'to_json' is not a model"):
        render(to_json)
