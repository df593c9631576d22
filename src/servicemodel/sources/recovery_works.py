"""The works behind deadlines, guarantees and recovery."""

from __future__ import annotations

from servicemodel.sources.source import Source

# --- deadlines ----------------------------------------------------------------------------------------------------

FCA_DISP = Source(
    key="fca_disp",
    short="FCA Handbook, DISP",
    title="Dispute resolution: complaints",
    where="UK Financial Conduct Authority",
)
PSD2 = Source(
    key="psd2",
    short="Second Payment Services Directive (PSD2)",
    title="Directive (EU) 2015/2366 on payment services in the internal market",
    where="European Union",
)
OFGEM_COMPLAINTS = Source(
    key="ofgem_complaints",
    short="SI 2008/1898",
    title="The Gas and Electricity (Consumer Complaints Handling Standards) Regulations 2008",
    where="United Kingdom statutory instrument",
)
OFCOM_2025 = Source(
    key="ofcom_2025",
    short="Ofcom (2025)",
    title="Statement: review of ADR in the telecoms sector",
    where="UK Office of Communications, July 2025",
)
CFPB_RESPONSE = Source(
    key="cfpb_response",
    short="CFPB, company responses",
    title="How companies respond to complaints passed on to them (subject, not title)",
    where="US Consumer Financial Protection Bureau",
)
CN_BANKING_2020 = Source(
    key="cn_banking_2020",
    short="银行业保险业消费投诉处理管理办法 (2020)",
    title="Measures for handling consumer complaints in banking and insurance",
    where="China Banking and Insurance Regulatory Commission, Order 2020 No. 3, as reported by Caixin and Xinhua",
)
CN_SAMR_2020 = Source(
    key="cn_samr_2020",
    short="市场监督管理投诉举报处理暂行办法 (2020, amended 2022)",
    title="Interim measures for handling complaints and reports to market supervision",
    where="China, State Administration for Market Regulation; replaced on 15 April 2026 by 市场监督管理投诉举报处理办法 (Order 121)",
)

# --- guarantees and recovery --------------------------------------------------------------------------------------

HART_1988 = Source(
    key="hart_1988",
    short="Hart (1988)",
    title="The power of unconditional service guarantees",
    where="Harvard Business Review 66(4)",
)
TAX_1998 = Source(
    key="tax_1998",
    short="Tax, Brown & Chandrashekaran (1998)",
    title="Customer evaluations of service complaint experiences: implications for relationship marketing",
    where="Journal of Marketing 62(2), 60-76",
    doi="10.1177/002224299806200205",
)
MCCOLLOUGH_1992 = Source(
    key="mccollough_1992",
    short="McCollough & Bharadwaj (1992)",
    title=(
        "The recovery paradox: an examination of consumer satisfaction in relation to disconfirmation, service "
        "quality, and attribution based theories"
    ),
    where="Place of publication not recorded",
)
DE_MATOS_2007 = Source(
    key="de_matos_2007",
    short="de Matos, Henrique & Rossi (2007)",
    title="Service recovery paradox: a meta-analysis",
    where="Journal of Service Research 10(1), 60-77",
    doi="10.1177/1094670507303012",
)
MAGNINI_2007 = Source(
    key="magnini_2007",
    short="Magnini et al. (2007)",
    title="The service recovery paradox: justifiable theory or smoldering myth?",
    where="Journal of Services Marketing 21(3), 213-225",
    doi="10.1108/08876040710746561",
)

# --- responses to dissatisfaction ---------------------------------------------------------------------------------

HIRSCHMAN_1970 = Source(
    key="hirschman_1970",
    short="Hirschman (1970)",
    title="Exit, voice, and loyalty",
    where="Place of publication not recorded",
)
RUSBULT_1988 = Source(
    key="rusbult_1988",
    short="Rusbult (1982, 1988)",
    title="Exit, voice, loyalty and neglect (subject, not title)",
    where="Place of publication not recorded",
)
SINGH_1988 = Source(
    key="singh_1988",
    short="Singh (1988)",
    title="Consumer complaint intentions and behavior: definitional and taxonomical issues",
    where="Journal of Marketing 52(1), 93-107",
)
SINGH_1990 = Source(
    key="singh_1990",
    short="Singh (1990)",
    title="A typology of consumer dissatisfaction response styles",
    where="Journal of Retailing 66(1), 57-99",
)
