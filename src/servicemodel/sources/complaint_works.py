"""Works cited on complaints; :mod:`servicemodel.sources.works` has them all."""

from __future__ import annotations

from servicemodel.sources.source import Source

ISO_9000_2015 = Source(
    key="iso_9000_2015",
    short="ISO 9000:2015",
    title="Quality management systems: fundamentals and vocabulary",
    where="International Organization for Standardization",
)
SINGH_WILKES_1996 = Source(
    key="singh_wilkes_1996",
    short="Singh & Wilkes (1996)",
    title="When consumers complain: a path analysis of the key antecedents of consumer complaint response estimates",
    where="Journal of the Academy of Marketing Science 24(4), 350-365",
)
DAY_LANDON_1977 = Source(
    key="day_landon_1977",
    short="Day & Landon (1977)",
    title="Toward a theory of consumer complaining behavior",
    where="Consumer and Industrial Buying Behavior, North-Holland",
)
LSCIA_PINGGU = Source(
    key="lscia_pinggu",
    short="wiki.pinggu.org, LSCIA",
    title="LSCIA: listen, share, clarify, illustrate, ask",
    where="wiki.pinggu.org",
)
CLEAR_JIANGSHITAI = Source(
    key="clear_jiangshitai",
    short="jiangshitai.com, CLEAR",
    title="CLEAR: control, listen, establish, apologize, resolve",
    where="jiangshitai.com/r/232054",
)
GUNNING_1952 = Source(
    key="gunning_1952",
    short="Gunning (1952)",
    title="The technique of clear writing",
    where="McGraw-Hill",
)
FOG_WEILINCERAMIC = Source(
    key="fog_weilinceramic",
    short="weilinceramic, 迷雾指数",
    title="迷雾指数 (The Fog index: formula and usual values)",
    where="Public copy of the encyclopaedia entry",
)
FLESCH_1948 = Source(
    key="flesch_1948",
    short="Flesch (1948)",
    title="A new readability yardstick",
    where="Journal of Applied Psychology 32(3), 221-233",
    doi="10.1037/h0057532",
)
KINCAID_1975 = Source(
    key="kincaid_1975",
    short="Kincaid et al. (1975)",
    title=(
        "Derivation of new readability formulas (Automated Readability Index, Fog count and Flesch reading ease "
        "formula) for Navy enlisted personnel"
    ),
    where="Naval Technical Training Command, Research Branch Report 8-75",
    doi="10.21236/ADA006655",
)
MICROSOFT_READABILITY = Source(
    key="microsoft_readability",
    short="Microsoft, readability statistics",
    title="Flesch reading ease and Flesch-Kincaid grade level: formulas and target values",
    where="Help pages of Microsoft Word",
)
MCLAUGHLIN_1969 = Source(
    key="mclaughlin_1969",
    short="McLaughlin (1969)",
    title="SMOG grading: a new readability formula",
    where="Journal of Reading 12(8), 639-646",
)

# --- the life of a complaint, and the statuses of other systems ------------------------------------------------------

ISO_10002_2018 = Source(
    key="iso_10002_2018",
    short="ISO 10002:2018",
    title="Quality management: customer satisfaction: guidelines for complaints handling in organizations",
    where="International Organization for Standardization; GB/T 19012-2019",
)
ZENDESK_TICKET_RULES = Source(
    key="zendesk_ticket_rules",
    short="Zendesk, ticket rules",
    title="About native system ticket rules; standard automations; updating and solving tickets",
    where="Help pages at support.zendesk.com",
)
AVAILABLE_ZENDESK = Source(
    key="available_zendesk",
    short="Available, on Zendesk",
    title="How long can a ticket have the status Solved before it is closed?",
    where="Help pages at support.available.dk",
)
DJANGO_HELPDESK = Source(
    key="django_helpdesk",
    short="django-helpdesk",
    title="Settings: statuses of a ticket and which may follow which",
    where="Documentation of django-helpdesk",
)
CFPB_COMPLAINTS = Source(
    key="cfpb_complaints",
    short="CFPB, Consumer Complaint Database",
    title="Consumer Complaint Database: fields and values",
    where="Consumer Financial Protection Bureau",
)
