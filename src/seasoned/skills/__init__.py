"""Words: what can be learned, at which levels, and the names it goes by in text.

Types in ``skill``; finding them in text in ``finding``; sense checks in ``checks``.
"""
