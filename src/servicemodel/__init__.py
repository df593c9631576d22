"""Models of customer service: satisfaction, perceived waiting, churn, account priority, loyalty, complaints.

Public names load when they are first used (PEP 562), so that ``import servicemodel`` stays cheap; type checkers read
the imports below.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from servicemodel.catalogue import (
        CATALOGUE as CATALOGUE,
        model_of as model_of,
    )
    from servicemodel.churn import *
    from servicemodel.clock import *
    from servicemodel.complaints import *
    from servicemodel.contact_centre import *
    from servicemodel.errors import (
        CurrencyError as CurrencyError,
        DomainError as DomainError,
        FontError as FontError,
        LabelError as LabelError,
        MissingError as MissingError,
        RecordError as RecordError,
        ReportError as ReportError,
        ServiceModelError as ServiceModelError,
        TableError as TableError,
        TransitionError as TransitionError,
    )
    from servicemodel.explanation import explain as explain
    from servicemodel.journey import *
    from servicemodel.labels import (
        Label as Label,
        OrderedLabel as OrderedLabel,
        Text as Text,
    )
    from servicemodel.loyalty import *
    from servicemodel.model import Model as Model
    from servicemodel.objects import *
    from servicemodel.people import *
    from servicemodel.priority import *
    from servicemodel.quality import *
    from servicemodel.satisfaction import *
    from servicemodel.sources import *
    from servicemodel.survey import *
    from servicemodel.tables import (
        Band as Band,
        Bands as Bands,
        Cell as Cell,
        Entry as Entry,
        Factor as Factor,
        Factors as Factors,
        Listing as Listing,
        Matrix as Matrix,
        Table as Table,
        Weight as Weight,
        Weights as Weights,
    )
    from servicemodel.waiting import *

#: Where each public name lives: of a family, all that its ``__all__`` lists.
_HOMES = {
    "servicemodel.catalogue": "CATALOGUE model_of",
    "servicemodel.churn": (
        "CashTiming ChurnCost ComplaintOutcome LossSize MarketDamage REPURCHASE_INTENTION asset_lifetime_value "
        "churn_cost churn_rate compound_retention discounted_lifetime_value dissatisfied_behind expected_lifetime "
        "expected_loyalty lifetime_value margin_multiple market_damage repurchase_intention resolution_value "
        "retention_rate revenue_at_risk sales_behind"
    ),
    "servicemodel.clock": (
        "ALWAYS_OPEN BusinessCalendar ClockEvent ClockEventKind ClockPolicy ClockReading ClockReadings ClockState "
        "CountedStretch CountedTime MONDAY_TO_FRIDAY OpeningSpan Reopening ServiceClock Weekday add_business_time "
        "business_time holidays_of is_open merge_logs read_clocks"
    ),
    "servicemodel.complaints": (
        "BitMore CFPB_STATES CLEAR COMPLAINER_KINDS COMPLAINT_CATEGORIES COMPLAINT_DRIVERS COMPLAINT_LIFE "
        "COMPLAINT_TYPES ChannelEntry ChannelLevel ChineseReadability Clause ClearStep ClosingRule CompanyResponse "
        "ComplainerEntry ComplainerKind ComplaintCategory ComplaintDriver ComplaintGravity ComplaintScope "
        "ComplaintState ComplaintSubject ComplaintType CustomerValue DETECTION_METHODS DISSATISFACTION_RESPONSES "
        "DJANGO_HELPDESK_STATES DJANGO_HELPDESK_TICKET Deadline DeadlineStage DeadlineStart DeadlineUnit Deadlines "
        "DetectionMethod DissatisfactionResponse DjangoHelpdeskStatus DriverEntry DriverSign DriverWeights "
        "FEEDBACK_CHANNELS FIVE_BITS_MORE FeedbackChannel FeedbackKind FirstDay GRAND_OPTICAL GUARANTEE_QUALITIES "
        "GuaranteeQuality GuaranteeUnit HANDLING_PRINCIPLES HandlingPrinciple HandlingScript ISO_10002_PRINCIPLES "
        "ISO_10002_STEPS Iso10002Principle Iso10002Step JUSTICE_WEIGHTS JusticeDimension LSCIA Legitimacy LsciaStep "
        "Misplaced NOT_LAW OrderCheck REGIMES REPLY_PARTS Readability RecoveryFinding RecoveryParadox Regime Regimes "
        "Remedy RemedyChooser Reply ReplyPart ResponseEntry SIX_STEPS SequenceStep ServiceGuarantee ServiceGuarantees "
        "Severity SkippedDay StatusMapping StatusReading TRIAGE Transition Transitions TriagePriority WindowUse "
        "ZENDESK_CLOSING ZENDESK_STATES ZENDESK_TICKET ZendeskStatus check_case_id check_reply chinese_readability "
        "complaint_likelihood complaint_type deadlines draft_reply due_date feedback_kind flesch_kincaid_grade "
        "flesch_reading_ease guarantee_cost gunning_fog handling_script price_match readability recovery_justice "
        "recovery_paradox smog_grade triage weakest_justice zendesk_step"
    ),
    "servicemodel.contact_centre": (
        "AbandonTreatment ContactFigures ContactOutcome FirstContacts abandonment_rate average_handle_time "
        "average_speed_of_answer contact_figures first_contact_resolution first_contacts occupancy schedule_adherence "
        "service_level"
    ),
    "servicemodel.errors": (
        "CurrencyError DomainError FontError LabelError MissingError RecordError ReportError ServiceModelError "
        "TableError TransitionError"
    ),
    "servicemodel.explanation": "explain",
    "servicemodel.journey": (
        "BLUEPRINT_LANES BLUEPRINT_STEPS Blueprint BlueprintAction BlueprintLane BlueprintLine BlueprintLink "
        "BlueprintStep DimensionCompliance ElementEntry FOUR_STEP_PROGRAMME ImpactCard LaneEntry MOMENT_OUTCOMES "
        "MomentCount MomentOfTruth MomentOutcome MomentOutcomeEntry PEAK_CHOICES PeakChoice PeakEnd ProgrammeStep "
        "SERVICES_THEATRE SERVICE_ELEMENTS SERVICE_TYPES SERVUCTION SUPERMARKET_CYCLE ServiceCompliance ServiceCycle "
        "ServiceElement ServiceHalf ServiceStandard ServiceType ServuctionEntry ServuctionPart StandardDimension "
        "TRUST_DEPOSITS TRUST_STATES TheatreEntry TheatrePart TrustAccount TrustDeposit TrustEntry TrustMove "
        "TrustState emotional_bank_account lines_crossed moment_outcome moments_of_truth peak_end service_compliance "
        "service_type trust_state"
    ),
    "servicemodel.labels": "Label OrderedLabel Text",
    "servicemodel.loyalty": "ERPNEXT_TIERS LoyaltyTier loyalty_tier",
    "servicemodel.model": "Model",
    "servicemodel.objects": (
        "Account Column Complaint ComplaintEvent Customer CustomerKind CustomerProfile Expectation FLAT_COLUMNS "
        "ServiceEncounter Total WAIT_FLAG_COLUMNS Wait columns from_columns total_amount"
    ),
    "servicemodel.people": (
        "Assertiveness BUYER_VALUES BuyerValue BuyerValueEntry BuyingOrientation CHECKING_METHODS CheckingMethod "
        "CourseMaslowNeed DRIVER_LEVELS DeliveredValue DriverLevel DriverLevelEntry EXPRESSION_FEELING "
        "ExpressionFeelingType FIVE_SATISFACTIONS MaslowNeed OfferChoice Responsiveness SATISFACTION_LEVELS "
        "SOCIAL_STYLES SatisfactionContent SatisfactionLevel SocialStyle Valence ValueSplit ValueState "
        "buying_orientation course_dominant_need customer_delivered_value dominant_need expression_feeling "
        "offer_choice social_style value_split"
    ),
    "servicemodel.priority": (
        "ACCOUNT_PORTFOLIO Call CallableAccount DIRECTIONAL_POLICY HALVES Half LEVELS Level NEGOTIATION_STANCES "
        "NegotiationStance POLICY_ZONES PURCHASE_CLASSES PURCHASE_LEVELS PolicyCell PolicyZone PortfolioCell "
        "PurchaseClass PurchaseLevel account_portfolio call_order directional_policy negotiation_stance policy_zone "
        "purchase_class"
    ),
    "servicemodel.quality": (
        "AttributeContrast AttributePoint COURSE_GAPS ContrastErrors ContrastRule ContrastType CourseGap "
        "CourseGapEntry Crosshair CrosshairSide DeterminantEntry DimensionEntry FIVE_GAPS FONG_Z FactorEntry FiveGaps "
        "FongTest GapActor GapEntry IMPACT_TYPES IMPORTANCE_PERFORMANCE ImpactType ImportanceMap ImportanceMethod "
        "ImportanceQuadrant KANO_LIFE_CYCLE KANO_POULIOT KANO_QUADRANTS KANO_SCORES KANO_SCORE_LEVELS KANO_TABLE "
        "KanoAnswer KanoCategory KanoFeature KanoForm KanoRule KanoScoreLevel KanoScores MeasureEntry PenaltyReward "
        "QUALITY_MEASURES QUALITY_STATES QualityDeterminant QualityGap QualityMeasure QualityState RATER_DIMENSIONS "
        "RATER_ORDER RaterDimension SATISFACTION_CURVES SERVICE_FACTORS SERVQUAL_1988 SERVQUAL_1994 SERVQUAL_EQUAL "
        "SERVQUAL_ORDER SERVQUAL_WEIGHTS ServiceFactor ServiceGap ServiceNode ServiceQuality TEN_DIMENSIONS "
        "TailDistribution derived_importance five_gaps fong_test impact_asymmetry impact_type importance_performance "
        "importance_performance_quadrant kano_category kano_counts kano_quadrant kano_study penalty_reward "
        "quality_state satisfaction_curve servperf servqual servqual_score"
    ),
    "servicemodel.satisfaction": (
        "PromiseState SATISFACTION_STATES SatisfactionState TOLERANCE_ZONE ToleranceZone disconfirmation "
        "promise_state satisfaction_state service_adequacy service_superiority tolerance_zone"
    ),
    "servicemodel.sources": "Citation Evidence Source",
    "servicemodel.survey": (
        "ACSI_EQUAL ACSI_OHIO Box CES_1 CES_2 CesMethod CronbachAlpha Dimension Direction Effort FIVE_POINT Indicator "
        "IndicatorEntry IndicatorGroup Instrument InstrumentScores IntervalMethod Item MissingAnswers MissingItems "
        "NPS_GROUPS NpsGroup PopulationCorrection Rounding SATISFACTION_INDICATORS SATISFACTION_PROCESS SEVEN_POINT "
        "SampleSize Scale Score ScoreDifference SurveyStep SurveyStepEntry TEN_POINT ZERO_TO_TEN acsi acsi_score ces "
        "contacts_needed cronbach_alpha csat difference_score_reliability dsat feldt_interval "
        "finite_population_correction mean_score next_survey_step nps nps_group percent_of_maximum response_rate "
        "sample_size score_difference without"
    ),
    "servicemodel.tables": "Band Bands Cell Entry Factor Factors Listing Matrix Table Weight Weights",
    "servicemodel.waiting": (
        "ANCHORED EvidenceGrade MEASURED_ONLY NEUTRAL RuleEffect ServiceValue TOLERANCE_FACTORS WAITING_RULES "
        "WaitCondition WaitProfile WaitingRule perceived_wait wait_disconfirmation wait_tolerance"
    ),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = sorted(_HOME_OF)  # noqa: PLE0605 - a list, sorted, of the names above


def __getattr__(name: str) -> Any:
    """Load a public name from its home."""
    if name == "__version__":
        return import_module("importlib.metadata").version("servicemodel")
    if name not in _HOME_OF:
        msg = f"module 'servicemodel' has no attribute {name!r}"
        raise AttributeError(msg)
    value = getattr(import_module(_HOME_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names."""
    return [*__all__, "__version__"]
