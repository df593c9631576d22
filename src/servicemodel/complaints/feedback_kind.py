"""Complaint or other feedback: the definition of ISO 9000."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import Flag
from servicemodel.evaluate import Array, Expression, Values, Verbs, run
from servicemodel.labels import Label, Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import ISO_9000_2015


class FeedbackKind(Label):
    """What a customer's words are, by ISO 9000."""

    FEEDBACK = "feedback", "feedback", "反馈"
    COMPLAINT = "complaint", "complaint", "投诉"


class ComplaintScope(Label):
    """What a complaint can be about, by ISO 9000: all three count."""

    PRODUCT = "product", "the product", "产品"
    SERVICE = "service", "the service", "服务"
    COMPLAINTS_PROCESS = "complaints_process", "the complaints-handling process itself", "投诉处理过程本身"


@overload
def feedback_kind(*, dissatisfied: bool, response_expected: bool) -> FeedbackKind: ...
@overload
def feedback_kind(*, dissatisfied: Values | bool, response_expected: Values | bool) -> Array: ...
@overload
def feedback_kind(*, dissatisfied: Expression | bool, response_expected: Expression | bool) -> Expression: ...
def feedback_kind(*, dissatisfied: Any, response_expected: Any) -> Any:
    """Say whether a customer's words are a complaint or other feedback.

    Parameters
    ----------
    dissatisfied : bool, array or expression
        Whether they express dissatisfaction with the product, the service or the handling of complaints.
    response_expected : bool, array or expression
        Whether a response or a resolution is expected, in so many words or not.

    Returns
    -------
    FeedbackKind, array of int8 codes, or string expression
        Codes are positions in :class:`FeedbackKind`; -1 and null where an input is missing.

    Raises
    ------
    MissingError
        If a single input is missing.
    TypeError
        If an input is no truth value.

    Notes
    -----
    ``kind = complaint if dissatisfied and response_expected else feedback``

    Complaint, 3.9.3: "expression of dissatisfaction made to an organization, related to its product or service, or the
    complaints-handling process itself, where a response or resolution is explicitly or implicitly expected" [1]_. Every
    complaint is feedback; the answer names the narrower kind. Few complaints do not mean that customers are satisfied.

    References
    ----------
    .. [1] ISO 9000:2015, 3.9.1 and 3.9.3, as printed in public copies of the drafts.

    Examples
    --------
    >>> feedback_kind(dissatisfied=True, response_expected=True)
    <FeedbackKind.COMPLAINT: 'complaint'>

    Annoyed but wanting nothing, and a wish from someone content, are feedback:

    >>> feedback_kind(dissatisfied=[True, False], response_expected=[False, True])
    array([0, 0], dtype=int8)
    """
    return run(MODEL, _kind, dissatisfied, response_expected)


def _kind(do: Verbs, dissatisfied: Any, response_expected: Any) -> Any:
    both = do.both(dissatisfied, response_expected)
    return do.choose((both, FeedbackKind.COMPLAINT), (do.negated(both), FeedbackKind.FEEDBACK))


def _reason(*, dissatisfied: bool, response_expected: bool) -> Text:
    if dissatisfied and response_expected:
        return Text("it expresses dissatisfaction and a response is expected", "表达了不满，并期待答复")
    if dissatisfied:
        return Text("it expresses dissatisfaction, but no response is expected", "表达了不满，但不期待答复")
    return Text("it expresses no dissatisfaction", "没有表达不满")


MODEL = Model(
    function=feedback_kind,
    title=Text("Kind of feedback", "反馈的种类"),
    question=Text("Is this a complaint?", "这是投诉吗？"),
    arguments=(
        Flag(
            name="dissatisfied",
            meaning=Text(
                "whether it expresses dissatisfaction with the product, the service or the handling of complaints",
                "是否对产品、服务或投诉处理过程表达不满",
            ),
        ),
        Flag(
            name="response_expected",
            meaning=Text("whether a response is expected, said or unsaid", "是否明示或暗示期待答复"),
        ),
    ),
    answer=FeedbackKind,
    equation="kind = complaint if dissatisfied and response_expected else feedback",
    evidence=Evidence.PUBLISHED,
    citations=(
        Citation(
            ISO_9000_2015,
            Evidence.PUBLISHED,
            "3.9.1, 3.9.3",
            Text("wording as in public copies of the draft standard", "措辞据该标准草案的公开副本"),
        ),
    ),
    reason=_reason,
)
