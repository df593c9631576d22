"""The bibliography: each cited work once, as a constant. Journal, volume and pages as recorded in the definitions."""

from __future__ import annotations

from servicemodel.sources.complaint_works import *  # noqa: F403 - a bibliography has one door
from servicemodel.sources.contact_centre_works import *  # noqa: F403 - as above
from servicemodel.sources.journey_works import *  # noqa: F403 - as above
from servicemodel.sources.kano_works import *  # noqa: F403 - as above
from servicemodel.sources.people_works import *  # noqa: F403 - as above
from servicemodel.sources.quality_works import *  # noqa: F403 - as above
from servicemodel.sources.recovery_works import *  # noqa: F403 - as above
from servicemodel.sources.source import Source
from servicemodel.sources.survey_works import *  # noqa: F403 - as above

# --- the course texts ---------------------------------------------------------------------------------------------

COURSE_T0 = Source(
    key="course_t0",
    short="Course text T0",
    title="《客户服务实务》第6章 高级客户服务技巧 (Customer service practice, chapter 6: advanced service skills)",
    where="Textbook chapter, online copy of 2019",
)
COURSE_T1 = Source(
    key="course_t1",
    short="Course text T1",
    title="《大客户满意与销售服务技巧》 (Key-account satisfaction and sales service skills)",
    where="Training slides, GEC China",
)
COURSE_T2 = Source(
    key="course_t2",
    short="Course text T2",
    title="《让客户有特殊礼遇的基本技巧 · 第七章 客户的流失分析与管理》 (Special treatment; customer churn analysis)",
    where="Training slides",
)
COURSE_T3 = Source(
    key="course_t3",
    short="Course text T3",
    title="方玲玉《客户服务实务》 (Customer service practice)",
    where="Textbook, table of contents",
)
COURSE_T4 = Source(
    key="course_t4",
    short="Course text T4",
    title="张子凡《服务心理分析》 (Service psychology after the sale)",
    where="47 slides, 2020",
)

# --- satisfaction -------------------------------------------------------------------------------------------------

OLIVER_1980 = Source(
    key="oliver_1980",
    short="Oliver (1980)",
    title="A cognitive model of the antecedents and consequences of satisfaction decisions",
    where="Journal of Marketing Research 17(4), 460-469",
    doi="10.1177/002224378001700405",
)
WOODRUFF_1983 = Source(
    key="woodruff_1983",
    short="Woodruff, Cadotte & Jenkins (1983)",
    title="Modeling consumer satisfaction processes using experience-based norms",
    where="Journal of Marketing Research 20(3), 296-304",
)
ZEITHAML_1993 = Source(
    key="zeithaml_1993",
    short="Zeithaml, Berry & Parasuraman (1993)",
    title="The nature and determinants of customer expectations of service",
    where="Journal of the Academy of Marketing Science 21(1), 1-12",
)
PARASURAMAN_1988 = Source(
    key="parasuraman_1988",
    short="Parasuraman, Zeithaml & Berry (1988)",
    title="SERVQUAL: a multiple-item scale for measuring consumer perceptions of service quality",
    where="Journal of Retailing 64(1), 12-40",
)
PARASURAMAN_1994 = Source(
    key="parasuraman_1994",
    short="Parasuraman, Zeithaml & Berry (1994)",
    title=(
        "Alternative scales for measuring service quality: a comparative assessment based on psychometric and "
        "diagnostic criteria"
    ),
    where="Journal of Retailing 70(3), 201-230",
)
BERRY_PARASURAMAN_1991 = Source(
    key="berry_parasuraman_1991",
    short="Berry & Parasuraman (1991)",
    title="Marketing services: competing through quality",
    where="Free Press, p. 58",
)
LIBQUAL = Source(
    key="libqual",
    short="LibQUAL+",
    title="Adequacy gap and superiority gap, as reported by participating libraries",
    where="University of Notre Dame, Virginia Commonwealth University, University of Iowa",
)

# --- waiting ------------------------------------------------------------------------------------------------------

MAISTER_1985 = Source(
    key="maister_1985",
    short="Maister (1985)",
    title="The psychology of waiting lines",
    where="In Czepiel, Solomon & Surprenant (eds), The Service Encounter, Lexington Books, 113-123",
)
WYCKOFF_MAISTER_1984 = Source(
    key="wyckoff_maister_1984",
    short="Wyckoff & Maister (1984)",
    title="The laws of service businesses",
    where="davidmaister.com",
)
JONES_PEPPIATT_1996 = Source(
    key="jones_peppiatt_1996",
    short="Jones & Peppiatt (1996)",
    title="Managing perceptions of waiting times in service queues",
    where="International Journal of Service Industry Management 7(5), 47-61",
    doi="10.1108/09564239610149957",
)
FAN_2016 = Source(
    key="fan_2016",
    short="Fan, Guthrie & Levinson (2016)",
    title="Waiting time perceptions at transit stops and stations: effects of basic amenities, gender, and security",
    where="Transportation Research Part A 88, 251-264",
    doi="10.1016/j.tra.2016.04.012",
)
MISHALANI_2006 = Source(
    key="mishalani_2006",
    short="Mishalani, McCord & Wirtz (2006)",
    title=(
        "Passenger wait time perceptions at bus stops: empirical results and impact on evaluating real-time bus "
        "arrival information"
    ),
    where="Journal of Public Transportation 9(2)",
)
WATKINS_2011 = Source(
    key="watkins_2011",
    short="Watkins et al. (2011)",
    title=(
        "Where is my bus? Impact of mobile real-time information on the perceived and actual wait time of transit "
        "riders"
    ),
    where="Transportation Research Part A 45(8), 839-848",
    doi="10.1016/j.tra.2011.06.010",
)
DZIEKAN_VERMEULEN_2006 = Source(
    key="dziekan_vermeulen_2006",
    short="Dziekan & Vermeulen (2006)",
    title="Psychological effects of and design preferences for real-time information displays",
    where="Journal of Public Transportation 9",
)
VAN_HAGEN_2007 = Source(
    key="van_hagen_2007",
    short="van Hagen, Galetzka & Pruyn (2007)",
    title="Perception and evaluation of waiting time at stations of Netherlands Railways (NS)",
    where="Association for European Transport, conference paper",
)
EISLER_1976 = Source(
    key="eisler_1976",
    short="Eisler (1976)",
    title="Experiments on subjective duration 1868-1975",
    where="Psychological Bulletin 83, 1154-1171",
)
HARRISON_2010 = Source(
    key="harrison_2010",
    short="Harrison, Yeo & Hudson (2010)",
    title="Faster progress bars: manipulating perceived duration with visual augmentations",
    where="CHI 2010, 1545-1548",
    doi="10.1145/1753326.1753556",
)
WHITING_DONTHU_2006 = Source(
    key="whiting_donthu_2006",
    short="Whiting & Donthu (2006)",
    title="Managing voice-to-voice encounters: reducing the agony of being put on hold",
    where="Journal of Service Research",
)
WHITING_DONTHU_2009 = Source(
    key="whiting_donthu_2009",
    short="Whiting & Donthu (2009)",
    title="Closing the gap between perceived and actual waiting times in a call center: results from a field study",
    where="Journal of Services Marketing 23(5)",
    doi="10.1108/08876040910973396",
)
PRUYN_SMIDTS_1998 = Source(
    key="pruyn_smidts_1998",
    short="Pruyn & Smidts (1998)",
    title="Effects of waiting on the satisfaction with the service: beyond objective time measures",
    where="International Journal of Research in Marketing 15(4), 321-334",
    doi="10.1016/S0167-8116(98)00008-1",
)
PRUYN_SMIDTS_1999 = Source(
    key="pruyn_smidts_1999",
    short="Pruyn & Smidts (1999)",
    title="Customers' reactions to waiting: effects of the presence of 'fellow sufferers' in the waiting room",
    where="Advances in Consumer Research 26, 211-216",
)
DUBE_RIOUX_1989 = Source(
    key="dube_rioux_1989",
    short="Dubé-Rioux, Schmitt & Leclerc (1989)",
    title="Consumers' reactions to waiting: when delays affect the perception of service quality",
    where="Advances in Consumer Research 16, 59-63",
)
VON_BERGH_2014 = Source(
    key="von_bergh_2014",
    short="von Bergh et al. (2014)",
    title="When waiting time requires manager attention: a field study in the restaurant industry",
    where="Read in its abstract at journal.ethicalbrand.org/article/8857; place of publication not recorded",
)
HUI_ZHOU_1996 = Source(
    key="hui_zhou_1996",
    short="Hui & Zhou (1996)",
    title="How does waiting duration information influence customers' reactions to waiting for services?",
    where="Read in its abstract; place of publication not recorded",
)
TAYLOR_1994 = Source(
    key="taylor_1994",
    short="Taylor (1994)",
    title="Waiting for service: the relationship between delays and evaluations of service",
    where="Journal of Marketing 58(2), 56-69",
    doi="10.1177/002224299405800205",
)
IBRAGIMOV_2026 = Source(
    key="ibragimov_2026",
    short="Ibragimov et al. (2026)",
    title="A three-minute wait with and without an explanation (data set, 30 people)",
    where="Apache-2.0",
)
LARSON_1987 = Source(
    key="larson_1987",
    short="Larson (1987)",
    title="Perspectives on queues: social justice and the psychology of queueing",
    where="Operations Research 35(6), 895-905",
    doi="10.1287/opre.35.6.895",
)
PRUYN_SMIDTS_1993 = Source(
    key="pruyn_smidts_1993",
    short="Pruyn & Smidts (1993)",
    title="Customers' evaluations of queues: three exploratory studies",
    where="European Advances in Consumer Research 1, 371-382",
)
BROWN_2005 = Source(
    key="brown_2005",
    short="Brown et al. (2005)",
    title="Statistical analysis of a telephone call center: a queueing-science perspective",
    where="Journal of the American Statistical Association 100(469), 36-50 (the Technion 'Anonymous Bank' records)",
    doi="10.1198/016214504000001808",
)
SPECHBACH_2019 = Source(
    key="spechbach_2019",
    short="Spechbach et al. (2019)",
    title="Patients' time perception in the waiting room of an ambulatory emergency unit: a cross-sectional study",
    where="BMC Emergency Medicine 19, 41",
    doi="10.1186/s12873-019-0254-1",
)

# --- churn and value ----------------------------------------------------------------------------------------------

GUPTA_LEHMANN_2003 = Source(
    key="gupta_lehmann_2003",
    short="Gupta & Lehmann (2003)",
    title="Customers as assets",
    where="Journal of Interactive Marketing 17(1), 9-24",
    doi="10.1002/dir.10045",
)
GUPTA_LEHMANN_2005 = Source(
    key="gupta_lehmann_2005",
    short="Gupta & Lehmann (2005)",
    title="Managing customers as investments: the strategic value of customers in the long run",
    where="Wharton School Publishing",
)
FARRIS_MARKETING_METRICS = Source(
    key="farris_marketing_metrics",
    short="Farris et al.",
    title="Marketing metrics: the margin multiple",
    where="As quoted in public course material",
)
FADER_HARDIE_NOTE_024 = Source(
    key="fader_hardie_note_024",
    short="Fader & Hardie, note 024",
    title="Reconciling and clarifying CLV formulas",
    where="brucehardie.com/notes/024, March 2012",
)
REICHHELD_SASSER_1990 = Source(
    key="reichheld_sasser_1990",
    short="Reichheld & Sasser (1990)",
    title="Zero defections: quality comes to services",
    where="Harvard Business Review 68(5), 105-111",
)
TARP_1979 = Source(
    key="tarp_1979",
    short="TARP (1979)",
    title="Consumer complaint handling in America: final report",
    where="US Office of Consumer Affairs",
)
GOODMAN_1999 = Source(
    key="goodman_1999",
    short="Goodman (1999)",
    title="Basic facts on customer complaint behavior and the impact of service on the bottom line",
    where="Competitive Advantage 9(1), 1-5",
)
HUBA_2003 = Source(
    key="huba_2003",
    short="Huba (2003)",
    title="What makes us loyal II (repurchase figures sent in by Jackie Huba, both columns)",
    where="Fast Company, FC Now, 9 December 2003, fastcompany.com/663494",
)

CTMA_CALCULATOR = Source(
    key="ctma_calculator",
    short="CTMA, Revenue at Risk",
    title="Revenue at Risk calculator, its fields and its text",
    where="ctmaworld.com",
)

# --- priority -----------------------------------------------------------------------------------------------------

MILLMAN_WILSON_1995 = Source(
    key="millman_wilson_1995",
    short="Millman & Wilson (1995)",
    title="From key account selling to key account management",
    where="Journal of Marketing Practice: Applied Marketing Science 1(1), 9-21",
)
IMC_EXHIBIT_31_6 = Source(
    key="imc_exhibit_31_6",
    short="Integrated Marketing Communications, exhibit 31.6",
    title="Key account attractiveness and business strength, after Millman & Wilson (1995)",
    where="Page 701 of the textbook, in a public copy at fliphtml5.com/lnym/vmpx",
)
DAY_1986 = Source(
    key="day_1986",
    short="Day (1986)",
    title="Analysis for strategic market decisions",
    where="West Publishing",
)
ROBINSON_1978 = Source(
    key="robinson_1978",
    short="Robinson, Hichens & Wade (1978)",
    title="The directional policy matrix: tool for strategic planning",
    where="Long Range Planning 11(3), 8-15",
)
SAVAGE_1989 = Source(
    key="savage_1989",
    short="Savage, Blair & Sorenson (1989)",
    title="Consider both relationships and substance when negotiating strategically",
    where="Academy of Management Executive 3(1), 37-48",
)

# --- loyalty ------------------------------------------------------------------------------------------------------

ERPNEXT_LOYALTY = Source(
    key="erpnext_loyalty",
    short="ERPNext",
    title="Loyalty Program: tier rule and its tests",
    where="github.com/frappe/erpnext",
)

#: All works, by key.
WORKS: dict[str, Source] = {value.key: value for value in list(globals().values()) if isinstance(value, Source)}
