"""Works on asking customers, and on what their answers say."""

from __future__ import annotations

from servicemodel.sources.source import Source

REICHHELD_2003 = Source(
    key="reichheld_2003",
    short="Reichheld (2003)",
    title="The one number you need to grow",
    where="Harvard Business Review 81(12), 46-54",
)
ROCKS_2016 = Source(
    key="rocks_2016",
    short="Rocks (2016)",
    title='Interval estimation for the "Net Promoter Score"',
    where="The American Statistician 70(4), 365-372",
)
NPS_PACKAGE = Source(
    key="nps_package",
    short="Package NPS for R (Brendan Rocks)",
    title="NPS: tools for working with Net Promoter Scores, functions and tests",
    where="GitHub repository brendan-r/NPS",
)
DIXON_2010 = Source(
    key="dixon_2010",
    short="Dixon, Freeman & Toman (2010)",
    title="Stop trying to delight your customers",
    where="Harvard Business Review 88(7/8), 116-122",
)
DIXON_2013 = Source(
    key="dixon_2013",
    short="Dixon, Toman & DeLisi (2013)",
    title="The Effortless Experience",
    where="Book; place of publication not recorded",
)
EFFORT_PRACTICE = Source(
    key="effort_practice",
    short="Guides of survey vendors on effort",
    title="How the customer effort score is asked and reported: mean, share, and difference of shares",
    where="Pages of Nicereply, Zonka and CustomerGauge, and of asqconsulting",
)
SATISFACTION_PRACTICE = Source(
    key="satisfaction_practice",
    short="Guides of survey vendors on CSAT",
    title="How the share of satisfied customers is computed: the two best answers over all answers",
    where="Pages of Delighted, Kicue and Intercom",
)
FORNELL_1996 = Source(
    key="fornell_1996",
    short="Fornell, Johnson, Anderson, Cha & Bryant (1996)",
    title="The American Customer Satisfaction Index: nature, purpose, and findings",
    where="Journal of Marketing 60(4), 7-18",
)
ACSI_PRACTICE = Source(
    key="acsi_practice",
    short="Pages on the ACSI formula",
    title="The index from three items with equal weights, and with the weights of the State of Ohio",
    where="Pages of Verint and Cogoport; a copy of the encyclopaedia article",
)
COHEN_1999 = Source(
    key="cohen_1999",
    short="Cohen, Cohen, Aiken & West (1999)",
    title="The problem of units and the circumstance for POMP",
    where="Multivariate Behavioral Research 34(3), 315-346",
)
RAND_SF36 = Source(
    key="rand_sf36",
    short="Scoring of the SF-36 questionnaire",
    title="Raw scores turned into 0 to 100: the raw score less the lowest, over the range",
    where="Scoring tables of RAND, and a library copy of the manual",
)
KISH_1965 = Source(key="kish_1965", short="Kish (1965)", title="Survey Sampling", where="New York: Wiley")
CRONBACH_1951 = Source(
    key="cronbach_1951",
    short="Cronbach (1951)",
    title="Coefficient alpha and the internal structure of tests",
    where="Psychometrika 16(3), 297-334",
)
FELDT_1987 = Source(
    key="feldt_1987",
    short="Feldt, Woodruff & Salih (1987)",
    title="Statistical inference for coefficient alpha",
    where="Applied Psychological Measurement 11(1), 93-103",
)
PETER_1993 = Source(
    key="peter_1993",
    short="Peter, Churchill & Brown (1993)",
    title="Caution in the use of difference scores in consumer research",
    where="Journal of Consumer Research 19(4), 655-662",
)
COCHRAN_1977 = Source(
    key="cochran_1977",
    short="Cochran (1977)",
    title="Sampling Techniques",
    where="3rd edition, section 4.4",
)
KREJCIE_1970 = Source(
    key="krejcie_1970",
    short="Krejcie & Morgan (1970)",
    title="Determining sample size for research activities",
    where="Educational and Psychological Measurement 30, 607-610",
)
YAMANE_1967 = Source(
    key="yamane_1967",
    short="Yamane (1967)",
    title="Statistics: an introductory analysis",
    where="Book; edition and page not recorded",
)
ISO_10004_2018 = Source(
    key="iso_10004_2018",
    short="ISO 10004:2018",
    title="Quality management: customer satisfaction: guidelines for monitoring and measuring",
    where="International Organization for Standardization; table of contents seen in a public copy",
)
DUTKA_1994 = Source(
    key="dutka_1994",
    short="Dutka (1994)",
    title="AMA Handbook for Customer Satisfaction",
    where="NTC Business Books",
)
