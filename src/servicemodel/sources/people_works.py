"""Works on customers as people: what they weigh, what they need, how they deal with others."""

from __future__ import annotations

from servicemodel.sources.source import Source

KOTLER_1994 = Source(
    key="kotler_1994",
    short="Kotler (1994)",
    title="Marketing management, 8th edition, chapter 2",
    where="Prentice Hall",
)
KOTLER_KELLER_14E = Source(
    key="kotler_keller_14e",
    short="Kotler & Keller, 14th edition",
    title="Marketing management, chapter 5: customer-perceived value",
    where="Book; seen in public copies of single pages",
)
KOTLER_COPIES = Source(
    key="kotler_copies",
    short="Public copies of Kotler",
    title="The four values and the four costs of an offer; the worked example of Caterpillar; four ways to track satisfaction",
    where="Pages of zabanga, cucdc, smartsolve and marketinglord",
)
MASLOW_1943 = Source(
    key="maslow_1943",
    short="Maslow (1943)",
    title="A theory of human motivation",
    where="Psychological Review 50(4), 370-396",
)
WAHBA_BRIDWELL_1976 = Source(
    key="wahba_bridwell_1976",
    short="Wahba & Bridwell (1976)",
    title="Maslow reconsidered: a review of research on the need hierarchy theory",
    where="Place of publication not recorded",
)
MERRILL_REID_1981 = Source(
    key="merrill_reid_1981",
    short="Merrill & Reid (1981)",
    title="Personal styles and effective performance",
    where="Chilton",
)
SOCIAL_STYLE_GUIDES = Source(
    key="social_style_guides",
    short="Guides to the social styles",
    title="Assertiveness and responsiveness, and the four styles where they meet",
    where="Pages of oureverydaylife and managementpocketbooks",
)
RACKHAM_1999 = Source(
    key="rackham_1999",
    short="Rackham & DeVincentis (1999)",
    title="Rethinking the sales force",
    where="Book; seen in a public summary (studylib 8080158)",
)
LICHTENSTEIN_1993 = Source(
    key="lichtenstein_1993",
    short="Lichtenstein, Ridgway & Netemeyer (1993)",
    title="Price perceptions and consumer shopping behavior: a field study",
    where="Journal of Marketing Research 30(2), 234-245",
)
ZEITHAML_1988 = Source(
    key="zeithaml_1988",
    short="Zeithaml (1988)",
    title="Consumer perceptions of price, quality, and value",
    where="Journal of Marketing 52(3), 2-22",
)
BARNES_2001 = Source(
    key="barnes_2001",
    short="Barnes, after Cumby & Barnes (1998)",
    title="Five levels of drivers of satisfaction, from the core to the emotions",
    where="Article on mycustomer.com",
)
CS_STRATEGY = Source(
    key="cs_strategy",
    short="Chinese literature on the CS strategy",
    title="Five satisfactions after the identities of a company (MI, BI, VI), and three levels: material, spiritual, social",
    where="Not traced to one work",
)
