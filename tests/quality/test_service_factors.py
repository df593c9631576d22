"""The course's four factors beside the literature."""

from __future__ import annotations

from servicemodel import Evidence
from servicemodel.quality import SERVICE_FACTORS, ContrastType, ImpactType, KanoCategory, ServiceFactor


def test_each_factor_has_its_kano_category_and_its_contrast():
    found = {one.key.value: (one.kano.letter, one.contrast, one.impact) for one in SERVICE_FACTORS.entries}

    assert found == {
        "basic": ("M", ContrastType.BASIC, ImpactType.DISSATISFIER),
        "performance": ("O", ContrastType.PERFORMANCE, ImpactType.HYBRID),
        "motivation": ("A", ContrastType.EXCITEMENT, ImpactType.SATISFIER),
        "punishment": ("R", ContrastType.BASIC, ImpactType.FRUSTRATOR),
    }
    assert [one.name[0] for one in ServiceFactor] == list("BPMP")


def test_the_mapping_is_ours_and_says_so():
    assert SERVICE_FACTORS.evidence is Evidence.CONVENTION
    assert SERVICE_FACTORS.entry_of("punishment").kano is KanoCategory.REVERSE
    assert SERVICE_FACTORS.entry_of("punishment").llosa is None
    assert "不断沉积" in " ".join(SERVICE_FACTORS.grid("zh").notes)
