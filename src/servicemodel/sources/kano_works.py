"""Works on kinds of quality, on penalty and reward, and on importance against performance."""

from __future__ import annotations

from servicemodel.sources.source import Source

KANO_1984 = Source(
    key="kano_1984",
    short="Kano, Seraku, Takahashi & Tsuji (1984)",
    title="Attractive quality and must-be quality (in Japanese)",
    where="Hinshitsu, Journal of the Japanese Society for Quality Control 14(2); pages cited as 39-48 and as 147-156",
)
KANO_2001 = Source(
    key="kano_2001",
    short="Kano (2001)",
    title="On the life cycle of quality elements; title not recorded",
    where="Place of publication not recorded",
)
BERGER_1993 = Source(
    key="berger_1993",
    short="Berger et al. (1993)",
    title="Kano's methods for understanding customer-defined quality",
    where="Center for Quality of Management Journal 2(4), 3-36",
)
FONG_1996 = Source(
    key="fong_1996",
    short="Fong (1996)",
    title="Using the self-stated importance questionnaire to interpret Kano questionnaire results",
    where="Center for Quality of Management Journal 5, 21-24",
)
LEE_NEWCOMB_1997 = Source(
    key="lee_newcomb_1997",
    short="Lee & Newcomb (1997)",
    title="On category strength and total strength; title not recorded",
    where="Place of publication not recorded",
)
STP25KANO = Source(
    key="stp25kano",
    short="Package stp25kano for R",
    title="Kano questionnaires: the evaluation table, coefficients, strengths and Fong's test, on simulated answers",
    where="README of the package",
)
ATLASON_2018 = Source(
    key="atlason_2018",
    short="Atlason & Giacalone (2018)",
    title="Code in R for Kano questionnaires",
    where="BMC Research Notes 11, 839",
)
WANG_JI_2010 = Source(
    key="wang_ji_2010",
    short="Wang & Ji (2010)",
    title="On functions of customer satisfaction in Kano's model; title not recorded",
    where="International Journal of Quality & Reliability Management 27(2), 173-184",
)
BRANDT_1987 = Source(
    key="brandt_1987",
    short="Brandt (1987)",
    title="A procedure for identifying value-enhancing service components using customer satisfaction survey data",
    where="In Surprenant (ed.), Add Value to Your Service, American Marketing Association, 61-65",
)
MATZLER_SAUERWEIN_2002 = Source(
    key="matzler_sauerwein_2002",
    short="Matzler & Sauerwein (2002)",
    title="The penalty-reward contrast analysis and the importance grid, which disagree; title not recorded",
    where="International Journal of Service Industry Management 13(4), 314-332",
)
ALBAYRAK_CABER_2013 = Source(
    key="albayrak_caber_2013",
    short="Albayrak & Caber (2013)",
    title="On how penalty-reward contrast analysis is carried out; title not recorded",
    where="Total Quality Management 24(11-12), 1288-1300",
)
MIKULIC_PREBEZAC_2008 = Source(
    key="mikulic_prebezac_2008",
    short="Mikulic & Prebezac (2008)",  # in print Mikulić & Prebežac; fonts for Chinese lack two of the letters
    title="On the impact asymmetry of attributes; title not recorded",
    where="Managing Service Quality 18(6), 559-576",
)
CADOTTE_TURGEON_1988 = Source(
    key="cadotte_turgeon_1988",
    short="Cadotte & Turgeon (1988)",
    title="Key factors in guest satisfaction",
    where="Cornell Hotel and Restaurant Administration Quarterly 28(4), 45-51",
)
SILVESTRO_JOHNSTON_1990 = Source(
    key="silvestro_johnston_1990",
    short="Silvestro & Johnston (1990)",
    title="On hygiene, enhancing and dual-threshold factors; title not recorded",
    where="Warwick Business School",
)
LLOSA_1997 = Source(
    key="llosa_1997",
    short="Llosa (1997)",
    title="The tetraclass model; title not recorded",
    where="Décisions Marketing 10, 81-88",
)
ALBRECHT_CARD = Source(
    key="albrecht_card",
    short="Albrecht's card of a moment of truth",
    title="Standard expectations, experience enhancers and experience detractors; title not recorded",
    where="Place of publication not recorded",
)
MARTILLA_JAMES_1977 = Source(
    key="martilla_james_1977",
    short="Martilla & James (1977)",
    title="Importance-performance analysis",
    where="Journal of Marketing 41(1), 77-79",
)
BACON_2003 = Source(
    key="bacon_2003",
    short="Bacon (2003)",
    title="On the diagonal in importance-performance analysis; title not recorded",
    where="International Journal of Market Research 45(1), 55-71",
)
ABALO_2007 = Source(
    key="abalo_2007",
    short="Abalo, Varela & Manzano (2007)",
    title="On the partition of importance-performance grids; title not recorded",
    where="Journal of Business Research 60, 115-121",
)
