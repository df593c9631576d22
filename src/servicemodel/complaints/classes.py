"""What a complaint is about, and how grave it is."""

from __future__ import annotations

from servicemodel.labels import Label, OrderedLabel


class ComplaintCategory(Label):
    """What a complaint is about: the three records of course text T4."""

    PRODUCT_QUALITY = "product_quality", "product quality", "产品品质"
    TRANSACTION_PROCESS = "transaction_process", "transaction process", "交易过程"
    COMMUNICATION = "communication", "communication", "沟通冲突"


class Severity(OrderedLabel):
    """How grave a complaint is, lesser to greater; course text T4 prints both."""

    ORDINARY = "ordinary", "ordinary", "一般"
    SERIOUS = "serious", "serious", "重大"
