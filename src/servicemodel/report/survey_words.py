"""The words of the sections on what customers answered: key, English, Chinese."""

from __future__ import annotations

from servicemodel.report.vocabulary import Vocabulary

SURVEY: Vocabulary = {
    "ratings_title": ("Ratings", "评分"),
    "ratings_question": ("What did customers answer, and how sure is it?", "客户如何评分？结果有多可靠？"),
    "absent_scale": (
        "on which scale {columns} was answered is not known; say so with --scale, as in --scale 1-5",
        "不知道 {columns} 所用的量表；请用 --scale 指定，如 --scale 1-5",
    ),
    "measure": ("measure", "指标"),
    "scale": ("scale", "量表"),
    "unweighted": ("unweighted", "未加权"),
    "weighted": ("weighted", "加权"),
    "n_weighted": ("n with weight", "n（有权重）"),
    "score": ("score", "得分"),
    "interval": ("95% interval", "95% 区间"),
    "effective_n": ("effective n", "有效样本量"),
    "score_note": ("95%: {interval}; n = {n}; missing {missing}", "95% 区间 {interval}；n = {n}；缺失 {missing}"),
    "scores_caption": ("Scores: unweighted, and with survey weights", "得分：未加权与加权"),
    "scores_note": (
        "Codes for no answer and for not applicable count as missing in every figure.",
        "表示未作答或不适用的代码，在各项指标中一律按缺失处理。",
    ),
    "scores_note_nps": (
        "A net promoter score is the share of promoters less that of detractors, times 100. Codes for no answer and for not applicable count as missing in every figure.",
        "净推荐值为推荐者占比减贬损者占比，再乘以 100。表示未作答或不适用的代码，在各项指标中一律按缺失处理。",
    ),
    "weights_note": (
        "Weighted figures let each answer count by its column weight, and an answer without a weight is missing there; the effective n is that of as many equal answers. Strata and clusters of the sample are not known here, so true intervals may be wider.",
        "加权指标按 weight 列计算每个回答的份量，没有权重的回答在其中按缺失处理；有效样本量指精度相同的等权回答数。此处不了解抽样的分层与整群，实际区间可能更宽。",
    ),
    "weights_none": (
        "No row has a survey weight (column weight): every answer counts the same, as in a simple random sample.",
        "没有调查权重（weight 列）：每个回答份量相同，即视为简单随机样本。",
    ),
    "answer": ("answer", "回答"),
    "group": ("group", "群体"),
    "rated": ("what was rated", "评分对象"),
    "between_points": ("between two points", "两个分点之间"),
    "points_caption": ("Answers on {title}; missing {missing}", "对“{title}”的回答（缺失 {missing}）"),
    "points_shares": ("Shares of the answers on {title}", "对“{title}”各分值的占比"),
    "recommend_caption": ("Likelihood to recommend: detractors 0–6, passives 7–8, promoters 9–10", "推荐可能性：贬损者 0–6，被动者 7–8，推荐者 9–10"),
    "shares_note": (
        "Shares without weights are of {n} answers; with weights, of the weight of the {weighted} answers that have one.",
        "未加权占比以 {n} 个回答为准；加权占比以其中 {weighted} 个有权重的回答的权重为准。",
    ),
    "items_caption": ("Ratings of single things, the lowest first", "各项评分（由低到高）"),
    "items_note": (
        "The mean of each, with its interval. Other people answered each question, so means that differ little may differ by who answered. scores.csv has every measure in full.",
        "各项平均分及区间。每个问题的作答者不尽相同，相近的平均分之差可能只是作答者不同所致。全部指标见 scores.csv。",
    ),
    "box_bad": ("worst answers", "最低档"),
    "box_open": ("answers between", "中间档"),
    "box_good": ("best answers", "最高档"),
    "ratings_by": ("Mean of {title} by {by}", "按{by}统计的“{title}”平均分"),
    "problems_title": ("Problems reported", "报告的问题"),
    "problems_question": ("Who had a problem, and how did they rate?", "谁遇到了问题？他们如何评分？"),
    "problem_yes": ("a problem", "遇到问题"),
    "problem_no": ("no problem", "没有问题"),
    "problems_ratings": ("Mean of {title}, with a problem and without", "有无问题时“{title}”的平均分"),
    "problems_by_rating": ("Problems reported, by the rating of {title}", "按“{title}”评分统计的问题报告率"),
    "problems_difference": (
        "Those with a problem rate {value} points against those without ({weights}; 95%: {low} … {high}; p {p}).",
        "遇到问题者的评分与未遇到者相差 {value} 分（{weights}；95% 区间 {low} … {high}；p {p}）。",
    ),
    "problems_untold": (
        "How far those with a problem rate from those without cannot be told ({weights}): too few answers, or all alike.",
        "遇到问题者与未遇到者的评分差距无法判断（{weights}）：回答太少，或全部相同。",
    ),
    "problems_caution": (
        "Who has a problem is not left to chance, so the difference is no measure of what the problem did.",
        "遇到问题的人并非随机产生，因此该差距不等于问题造成的影响。",
    ),
    "problems_unrated": ("There is no rating on a known scale to set them against.", "没有量表已知的评分可供对照。"),
    "survey_rule": (
        "mean = Σ w x / Σ w; share = Σ w of the box / Σ w; w = 1 without weights",
        "平均分 = Σ w x / Σ w；占比 = 该档 Σ w / Σ w；未加权时 w = 1",
    ),
    "weight_rule": ("effective n = (Σ w)² / Σ w²", "有效样本量 = (Σ w)² / Σ w²"),
}  # fmt: skip
