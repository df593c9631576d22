"""The verbs that kernels speak, said three times: for numbers, for blocks of arrays, for expressions.

Each module has the same names (:class:`servicemodel.evaluate.kinds.Verbs`). Inputs have been checked before, and
missing is laid over the answer afterwards, so no verb guards against either.

A geometric sum ``(ratio**terms − 1) / (ratio − 1)`` loses its figures where the last power is near 1: there it is
multiplied by ``log(ratio**terms)`` as it should be over that logarithm as it was rounded, which undoes the loss
(Kahan's way to ``expm1``). Past a ratio of 2 it is taken from the largest term down, which even an infinite ratio
survives.
"""

#: Last powers between these are near 1.
FLAT = (0.5, 2.0)

#: A ratio above which the largest term leads.
STEEP = 2.0
