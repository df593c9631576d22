"""The verbs that kernels speak, said three times: for numbers, for blocks of arrays, for expressions.

Each module has the same names (:class:`servicemodel.evaluate.kinds.Verbs`). Inputs have been checked before, and
missing is laid over the answer afterwards, so no verb guards against either.
"""
