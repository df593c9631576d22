"""Works cited on contact centres; :mod:`servicemodel.sources.works` has them all."""

from __future__ import annotations

from servicemodel.sources.source import Source

CISCO_ICM = Source(
    key="cisco_icm",
    short="Cisco ICM manual",
    title="Service level: abandoned calls ignored, counted negatively, counted positively",
    where="Cisco Systems, user guides of Intelligent Contact Management, in public copies",
)
CONTACT_CENTRE_GLOSSARIES = Source(
    key="contact_centre_glossaries",
    short="Contact-centre glossaries",
    title="Contact-centre metrics in COPC and ICMI usage",
    where="Public copies at CMA, Pipeline, five9, Wikipedia and others; their dates were not recorded",
)
