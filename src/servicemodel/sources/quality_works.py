"""Works on the quality of a service: its dimensions and its gaps."""

from __future__ import annotations

from servicemodel.sources.source import Source

PARASURAMAN_1985 = Source(
    key="parasuraman_1985",
    short="Parasuraman, Zeithaml & Berry (1985)",
    title="A conceptual model of service quality and its implications for future research",
    where="Journal of Marketing 49(4), 41-50",
)
ZEITHAML_1988 = Source(
    key="zeithaml_1988",
    short="Zeithaml, Berry & Parasuraman (1988)",
    title="Communication and control processes in the delivery of service quality",
    where="Journal of Marketing 52(2), 35-48",
)
ZEITHAML_1990 = Source(
    key="zeithaml_1990",
    short="Zeithaml, Parasuraman & Berry (1990)",
    title="Delivering Quality Service",
    where="Free Press",
)
SERVQUAL_COPIES = Source(
    key="servqual_copies",
    short="Public copies of SERVQUAL",
    title="The 22 items by dimension with those keyed in reverse; the 21 items of the later version by dimension",
    where="studylib 25354314 and an online course (22 items); a blog that reproduces Zeithaml and Bitner (21 items)",
)
GAPS_COPIES = Source(
    key="gaps_copies",
    short="Public summaries of the gaps model",
    title="The five gaps of service quality, after the textbook of Wilson, Zeithaml and others",
    where="studylib 26047649; sets of study cards",
)
CRONIN_TAYLOR_1992 = Source(
    key="cronin_taylor_1992",
    short="Cronin & Taylor (1992)",
    title="Measuring service quality: a reexamination and extension",
    where="Journal of Marketing 56(3), 55-68",
)
CARMAN_1990 = Source(
    key="carman_1990",
    short="Carman (1990)",
    title="Consumer perceptions of service quality: an assessment of the SERVQUAL dimensions",
    where="Journal of Retailing 66(1), 33-55",
)
BABAKUS_BOLLER_1992 = Source(
    key="babakus_boller_1992",
    short="Babakus & Boller (1992)",
    title="An empirical assessment of the SERVQUAL scale",
    where="Journal of Business Research 24(3), 253-268",
)
TEAS_1993 = Source(
    key="teas_1993",
    short="Teas (1993)",
    title="Expectations, performance evaluation, and consumers' perceptions of quality",
    where="Journal of Marketing 57(4), 18-34",
)
BUTTLE_1996 = Source(
    key="buttle_1996",
    short="Buttle (1996)",
    title="SERVQUAL: review, critique, research agenda",
    where="European Journal of Marketing 30(1), 8-32",
)
