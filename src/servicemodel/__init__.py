"""Models of customer service: satisfaction, perceived waiting, churn, account priority, loyalty.

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
    from servicemodel.churn import (
        REPURCHASE_INTENTION as REPURCHASE_INTENTION,
        CashTiming as CashTiming,
        ChurnCost as ChurnCost,
        ComplaintOutcome as ComplaintOutcome,
        LossSize as LossSize,
        MarketDamage as MarketDamage,
        asset_lifetime_value as asset_lifetime_value,
        churn_cost as churn_cost,
        churn_rate as churn_rate,
        compound_retention as compound_retention,
        discounted_lifetime_value as discounted_lifetime_value,
        dissatisfied_behind as dissatisfied_behind,
        expected_lifetime as expected_lifetime,
        expected_loyalty as expected_loyalty,
        lifetime_value as lifetime_value,
        margin_multiple as margin_multiple,
        market_damage as market_damage,
        repurchase_intention as repurchase_intention,
        resolution_value as resolution_value,
        retention_rate as retention_rate,
        revenue_at_risk as revenue_at_risk,
        sales_behind as sales_behind,
    )
    from servicemodel.clock import (
        ALWAYS_OPEN as ALWAYS_OPEN,
        MONDAY_TO_FRIDAY as MONDAY_TO_FRIDAY,
        BusinessCalendar as BusinessCalendar,
        ClockEvent as ClockEvent,
        ClockEventKind as ClockEventKind,
        ClockPolicy as ClockPolicy,
        ClockReading as ClockReading,
        ClockReadings as ClockReadings,
        ClockState as ClockState,
        CountedStretch as CountedStretch,
        CountedTime as CountedTime,
        OpeningSpan as OpeningSpan,
        Reopening as Reopening,
        ServiceClock as ServiceClock,
        Weekday as Weekday,
        add_business_time as add_business_time,
        business_time as business_time,
        holidays_of as holidays_of,
        is_open as is_open,
        merge_logs as merge_logs,
        read_clocks as read_clocks,
    )
    from servicemodel.complaints import (
        CFPB_STATES as CFPB_STATES,
        CLEAR as CLEAR,
        COMPLAINT_CATEGORIES as COMPLAINT_CATEGORIES,
        COMPLAINT_DRIVERS as COMPLAINT_DRIVERS,
        COMPLAINT_LIFE as COMPLAINT_LIFE,
        COMPLAINT_TYPES as COMPLAINT_TYPES,
        DETECTION_METHODS as DETECTION_METHODS,
        DJANGO_HELPDESK_STATES as DJANGO_HELPDESK_STATES,
        DJANGO_HELPDESK_TICKET as DJANGO_HELPDESK_TICKET,
        FEEDBACK_CHANNELS as FEEDBACK_CHANNELS,
        FIVE_BITS_MORE as FIVE_BITS_MORE,
        GRAND_OPTICAL as GRAND_OPTICAL,
        GUARANTEE_QUALITIES as GUARANTEE_QUALITIES,
        HANDLING_PRINCIPLES as HANDLING_PRINCIPLES,
        ISO_10002_PRINCIPLES as ISO_10002_PRINCIPLES,
        ISO_10002_STEPS as ISO_10002_STEPS,
        JUSTICE_WEIGHTS as JUSTICE_WEIGHTS,
        LSCIA as LSCIA,
        NOT_LAW as NOT_LAW,
        REGIMES as REGIMES,
        REPLY_PARTS as REPLY_PARTS,
        SIX_STEPS as SIX_STEPS,
        TRIAGE as TRIAGE,
        ZENDESK_CLOSING as ZENDESK_CLOSING,
        ZENDESK_STATES as ZENDESK_STATES,
        ZENDESK_TICKET as ZENDESK_TICKET,
        BitMore as BitMore,
        ChannelEntry as ChannelEntry,
        ChannelLevel as ChannelLevel,
        ChineseReadability as ChineseReadability,
        Clause as Clause,
        ClearStep as ClearStep,
        ClosingRule as ClosingRule,
        CompanyResponse as CompanyResponse,
        ComplaintCategory as ComplaintCategory,
        ComplaintDriver as ComplaintDriver,
        ComplaintGravity as ComplaintGravity,
        ComplaintScope as ComplaintScope,
        ComplaintState as ComplaintState,
        ComplaintSubject as ComplaintSubject,
        ComplaintType as ComplaintType,
        CustomerValue as CustomerValue,
        Deadline as Deadline,
        DeadlineStage as DeadlineStage,
        DeadlineStart as DeadlineStart,
        DeadlineUnit as DeadlineUnit,
        Deadlines as Deadlines,
        DetectionMethod as DetectionMethod,
        DjangoHelpdeskStatus as DjangoHelpdeskStatus,
        DriverEntry as DriverEntry,
        DriverSign as DriverSign,
        DriverWeights as DriverWeights,
        Entry as Entry,
        FeedbackChannel as FeedbackChannel,
        FeedbackKind as FeedbackKind,
        FirstDay as FirstDay,
        GuaranteeQuality as GuaranteeQuality,
        GuaranteeUnit as GuaranteeUnit,
        HandlingPrinciple as HandlingPrinciple,
        HandlingScript as HandlingScript,
        Iso10002Principle as Iso10002Principle,
        Iso10002Step as Iso10002Step,
        JusticeDimension as JusticeDimension,
        Legitimacy as Legitimacy,
        Listing as Listing,
        LsciaStep as LsciaStep,
        Misplaced as Misplaced,
        OrderCheck as OrderCheck,
        Readability as Readability,
        RecoveryFinding as RecoveryFinding,
        RecoveryParadox as RecoveryParadox,
        Regime as Regime,
        Regimes as Regimes,
        Remedy as Remedy,
        RemedyChooser as RemedyChooser,
        Reply as Reply,
        ReplyPart as ReplyPart,
        SequenceStep as SequenceStep,
        ServiceGuarantee as ServiceGuarantee,
        ServiceGuarantees as ServiceGuarantees,
        Severity as Severity,
        SkippedDay as SkippedDay,
        StatusMapping as StatusMapping,
        StatusReading as StatusReading,
        Transition as Transition,
        Transitions as Transitions,
        TriagePriority as TriagePriority,
        WindowUse as WindowUse,
        ZendeskStatus as ZendeskStatus,
        check_case_id as check_case_id,
        check_reply as check_reply,
        chinese_readability as chinese_readability,
        complaint_likelihood as complaint_likelihood,
        complaint_type as complaint_type,
        deadlines as deadlines,
        draft_reply as draft_reply,
        due_date as due_date,
        feedback_kind as feedback_kind,
        flesch_kincaid_grade as flesch_kincaid_grade,
        flesch_reading_ease as flesch_reading_ease,
        guarantee_cost as guarantee_cost,
        gunning_fog as gunning_fog,
        handling_script as handling_script,
        price_match as price_match,
        readability as readability,
        recovery_justice as recovery_justice,
        recovery_paradox as recovery_paradox,
        smog_grade as smog_grade,
        triage as triage,
        weakest_justice as weakest_justice,
        zendesk_step as zendesk_step,
    )
    from servicemodel.contact_centre import (
        AbandonTreatment as AbandonTreatment,
        ContactFigures as ContactFigures,
        ContactOutcome as ContactOutcome,
        FirstContacts as FirstContacts,
        abandonment_rate as abandonment_rate,
        average_handle_time as average_handle_time,
        average_speed_of_answer as average_speed_of_answer,
        contact_figures as contact_figures,
        first_contact_resolution as first_contact_resolution,
        first_contacts as first_contacts,
        occupancy as occupancy,
        schedule_adherence as schedule_adherence,
        service_level as service_level,
    )
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
    from servicemodel.explanation import (
        explain as explain,
    )
    from servicemodel.labels import (
        Label as Label,
        OrderedLabel as OrderedLabel,
        Text as Text,
    )
    from servicemodel.loyalty import (
        ERPNEXT_TIERS as ERPNEXT_TIERS,
        LoyaltyTier as LoyaltyTier,
        loyalty_tier as loyalty_tier,
    )
    from servicemodel.model import (
        Model as Model,
    )
    from servicemodel.objects import (
        FLAT_COLUMNS as FLAT_COLUMNS,
        WAIT_FLAG_COLUMNS as WAIT_FLAG_COLUMNS,
        Account as Account,
        Column as Column,
        Complaint as Complaint,
        ComplaintEvent as ComplaintEvent,
        Customer as Customer,
        CustomerKind as CustomerKind,
        CustomerProfile as CustomerProfile,
        Expectation as Expectation,
        ServiceEncounter as ServiceEncounter,
        Total as Total,
        Wait as Wait,
        columns as columns,
        from_columns as from_columns,
        total_amount as total_amount,
    )
    from servicemodel.priority import (
        ACCOUNT_PORTFOLIO as ACCOUNT_PORTFOLIO,
        DIRECTIONAL_POLICY as DIRECTIONAL_POLICY,
        HALVES as HALVES,
        LEVELS as LEVELS,
        NEGOTIATION_STANCES as NEGOTIATION_STANCES,
        POLICY_ZONES as POLICY_ZONES,
        PURCHASE_CLASSES as PURCHASE_CLASSES,
        PURCHASE_LEVELS as PURCHASE_LEVELS,
        Call as Call,
        CallableAccount as CallableAccount,
        Half as Half,
        Level as Level,
        NegotiationStance as NegotiationStance,
        PolicyCell as PolicyCell,
        PolicyZone as PolicyZone,
        PortfolioCell as PortfolioCell,
        PurchaseClass as PurchaseClass,
        PurchaseLevel as PurchaseLevel,
        account_portfolio as account_portfolio,
        call_order as call_order,
        directional_policy as directional_policy,
        negotiation_stance as negotiation_stance,
        policy_zone as policy_zone,
        purchase_class as purchase_class,
    )
    from servicemodel.satisfaction import (
        SATISFACTION_STATES as SATISFACTION_STATES,
        TOLERANCE_ZONE as TOLERANCE_ZONE,
        PromiseState as PromiseState,
        SatisfactionState as SatisfactionState,
        ToleranceZone as ToleranceZone,
        disconfirmation as disconfirmation,
        promise_state as promise_state,
        satisfaction_state as satisfaction_state,
        service_adequacy as service_adequacy,
        service_superiority as service_superiority,
        tolerance_zone as tolerance_zone,
    )
    from servicemodel.sources import (
        Citation as Citation,
        Evidence as Evidence,
        Source as Source,
    )
    from servicemodel.tables import (
        Band as Band,
        Bands as Bands,
        Cell as Cell,
        Factor as Factor,
        Factors as Factors,
        Matrix as Matrix,
        Table as Table,
        Weight as Weight,
        Weights as Weights,
    )
    from servicemodel.waiting import (
        ANCHORED as ANCHORED,
        MEASURED_ONLY as MEASURED_ONLY,
        NEUTRAL as NEUTRAL,
        TOLERANCE_FACTORS as TOLERANCE_FACTORS,
        WAITING_RULES as WAITING_RULES,
        EvidenceGrade as EvidenceGrade,
        RuleEffect as RuleEffect,
        ServiceValue as ServiceValue,
        WaitCondition as WaitCondition,
        WaitingRule as WaitingRule,
        WaitProfile as WaitProfile,
        perceived_wait as perceived_wait,
        wait_disconfirmation as wait_disconfirmation,
        wait_tolerance as wait_tolerance,
    )

#: Where each public name lives.
_HOMES = {
    "servicemodel.catalogue": "CATALOGUE model_of",
    "servicemodel.churn": (
        "CashTiming ChurnCost ComplaintOutcome LossSize MarketDamage REPURCHASE_INTENTION "
        "asset_lifetime_value churn_cost churn_rate compound_retention discounted_lifetime_value "
        "dissatisfied_behind expected_lifetime expected_loyalty lifetime_value margin_multiple market_damage "
        "repurchase_intention resolution_value retention_rate revenue_at_risk sales_behind"
    ),
    "servicemodel.clock": (
        "ALWAYS_OPEN BusinessCalendar ClockEvent ClockEventKind ClockPolicy ClockReading ClockReadings "
        "ClockState CountedStretch CountedTime MONDAY_TO_FRIDAY OpeningSpan Reopening ServiceClock Weekday "
        "add_business_time business_time holidays_of is_open merge_logs read_clocks"
    ),
    "servicemodel.complaints": (
        "BitMore CFPB_STATES CLEAR COMPLAINT_CATEGORIES COMPLAINT_DRIVERS COMPLAINT_LIFE COMPLAINT_TYPES "
        "ChannelEntry ChannelLevel ChineseReadability Clause ClearStep ClosingRule CompanyResponse "
        "ComplaintCategory ComplaintDriver ComplaintGravity ComplaintScope ComplaintState ComplaintSubject "
        "ComplaintType CustomerValue DETECTION_METHODS DJANGO_HELPDESK_STATES DJANGO_HELPDESK_TICKET Deadline "
        "DeadlineStage DeadlineStart DeadlineUnit Deadlines DetectionMethod DjangoHelpdeskStatus DriverEntry "
        "DriverSign DriverWeights Entry FEEDBACK_CHANNELS FIVE_BITS_MORE FeedbackChannel FeedbackKind "
        "FirstDay GRAND_OPTICAL GUARANTEE_QUALITIES GuaranteeQuality GuaranteeUnit HANDLING_PRINCIPLES "
        "HandlingPrinciple HandlingScript ISO_10002_PRINCIPLES ISO_10002_STEPS Iso10002Principle Iso10002Step "
        "JUSTICE_WEIGHTS JusticeDimension LSCIA Legitimacy Listing LsciaStep Misplaced NOT_LAW OrderCheck "
        "REGIMES REPLY_PARTS Readability RecoveryFinding RecoveryParadox Regime Regimes Remedy RemedyChooser "
        "Reply ReplyPart SIX_STEPS SequenceStep ServiceGuarantee ServiceGuarantees Severity SkippedDay "
        "StatusMapping StatusReading TRIAGE Transition Transitions TriagePriority WindowUse ZENDESK_CLOSING "
        "ZENDESK_STATES ZENDESK_TICKET ZendeskStatus check_case_id check_reply chinese_readability "
        "complaint_likelihood complaint_type deadlines draft_reply due_date feedback_kind "
        "flesch_kincaid_grade flesch_reading_ease guarantee_cost gunning_fog handling_script price_match "
        "readability recovery_justice recovery_paradox smog_grade triage weakest_justice zendesk_step"
    ),
    "servicemodel.contact_centre": (
        "AbandonTreatment ContactFigures ContactOutcome FirstContacts abandonment_rate average_handle_time "
        "average_speed_of_answer contact_figures first_contact_resolution first_contacts occupancy "
        "schedule_adherence service_level"
    ),
    "servicemodel.errors": (
        "CurrencyError DomainError FontError LabelError MissingError RecordError ReportError "
        "ServiceModelError TableError TransitionError"
    ),
    "servicemodel.explanation": "explain",
    "servicemodel.labels": "Label OrderedLabel Text",
    "servicemodel.loyalty": "ERPNEXT_TIERS LoyaltyTier loyalty_tier",
    "servicemodel.model": "Model",
    "servicemodel.objects": (
        "Account Column Complaint ComplaintEvent Customer CustomerKind CustomerProfile Expectation "
        "FLAT_COLUMNS ServiceEncounter Total WAIT_FLAG_COLUMNS Wait columns from_columns total_amount"
    ),
    "servicemodel.priority": (
        "ACCOUNT_PORTFOLIO Call CallableAccount DIRECTIONAL_POLICY HALVES Half LEVELS Level "
        "NEGOTIATION_STANCES NegotiationStance POLICY_ZONES PURCHASE_CLASSES PURCHASE_LEVELS PolicyCell "
        "PolicyZone PortfolioCell PurchaseClass PurchaseLevel account_portfolio call_order directional_policy "
        "negotiation_stance policy_zone purchase_class"
    ),
    "servicemodel.satisfaction": (
        "PromiseState SATISFACTION_STATES SatisfactionState TOLERANCE_ZONE ToleranceZone disconfirmation "
        "promise_state satisfaction_state service_adequacy service_superiority tolerance_zone"
    ),
    "servicemodel.sources": "Citation Evidence Source",
    "servicemodel.tables": "Band Bands Cell Factor Factors Matrix Table Weight Weights",
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
