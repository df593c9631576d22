"""Works on what customers go through: moments of truth, blueprints, memory, standards of service, trust."""

from __future__ import annotations

from servicemodel.sources.source import Source

NORMANN_1984 = Source(
    key="normann_1984",
    short="Normann (1984)",
    title="Service management: the moment of truth",
    where="Book; place of publication not recorded",
)
ALBRECHT_ZEMKE_1985 = Source(
    key="albrecht_zemke_1985",
    short="Albrecht & Zemke (1985)",
    title="Service America! Moments of truth and the cycle of service",
    where="Book; the definition seen in a public summary (fitleadersacademy)",
)
CARLZON_1987 = Source(
    key="carlzon_1987",
    short="Carlzon (1987)",
    title="Moments of truth",
    where="Book; seen in a public excerpt (O'Reilly)",
)
ALBRECHT_BRADFORD_1990 = Source(
    key="albrecht_bradford_1990",
    short="Albrecht & Bradford (1990)",
    title="The service advantage: the impact of a moment of truth",
    where="Book; place of publication not recorded",
)
HYKEN_MOMENTS = Source(
    key="hyken_moments",
    short="Hyken, moments of magic",
    title="Moments of misery, mediocrity and magic",
    where="Article on selfgrowth.com",
)
SHOSTACK_1982 = Source(
    key="shostack_1982",
    short="Shostack (1982)",
    title="How to design a service",
    where="European Journal of Marketing 16(1), 49-63",
)
SHOSTACK_1984 = Source(
    key="shostack_1984",
    short="Shostack (1984)",
    title="Designing services that deliver",
    where="Harvard Business Review 62(1), 133-139",
)
KINGMAN_BRUNDAGE_1989 = Source(
    key="kingman_brundage_1989",
    short="Kingman-Brundage (1989)",
    title="The lines of a service blueprint",
    where="Place of publication not recorded",
)
BITNER_2008 = Source(
    key="bitner_2008",
    short="Bitner, Ostrom & Morgan (2008)",
    title="Service blueprinting: a practical technique for service innovation",
    where="California Management Review 50(3), 66-94",
)
BLUEPRINT_GUIDES = Source(
    key="blueprint_guides",
    short="Guides to service blueprints",
    title="Five components, three lines, six steps of building",
    where="Pages of marketingmcq and boardsnap, and a set of slides",
)
EIGLIER_LANGEARD_1987 = Source(
    key="eiglier_langeard_1987",
    short="Eiglier & Langeard (1987)",
    title="Servuction, after Langeard, Bateson, Lovelock & Eiglier (1981)",
    where="Book; the parts seen in a public summary (barbaraakennedy)",
)
GROVE_FISK_1992 = Source(
    key="grove_fisk_1992",
    short="Grove, Fisk & Bitner (1992)",
    title="Services as theatre, after Grove & Fisk (1983)",
    where="Place of publication not recorded",
)
KAHNEMAN_1993 = Source(
    key="kahneman_1993",
    short="Kahneman, Fredrickson, Schreiber & Redelmeier (1993)",
    title="When more pain is preferred to less: adding a better end",
    where="Psychological Science 4(6), 401-405",
)
FREDRICKSON_KAHNEMAN_1993 = Source(
    key="fredrickson_kahneman_1993",
    short="Fredrickson & Kahneman (1993)",
    title="Duration neglect in retrospective evaluations of affective episodes",
    where="Journal of Personality and Social Psychology 65(1), 45-55",
)
REDELMEIER_KAHNEMAN_1996 = Source(
    key="redelmeier_kahneman_1996",
    short="Redelmeier & Kahneman (1996)",
    title="Patients' memories of painful medical treatments",
    where="Pain 66(1), 3-8",
)
VERHOEF_2004 = Source(
    key="verhoef_2004",
    short="Verhoef, Antonides & de Hoog (2004)",
    title="Service encounters as a sequence of events: the importance of peak experiences",
    where="Journal of Service Research 7(1), 53-64",
)
MARTIN_1986 = Source(
    key="martin_1986",
    short="Martin (1986)",
    title="Quality customer service; defining what quality service is for you",
    where="Crisp; Cornell Hotel and Restaurant Administration Quarterly 26(4), 32-38",
)
COVEY_1989 = Source(
    key="covey_1989",
    short="Covey (1989)",
    title="The 7 habits of highly effective people",
    where="Simon & Schuster; the six deposits seen in public summaries",
)
