"""From standing to readiness, gaps, capacity and a plan with reasons.

It offers ``readiness.readiness``, ``gaps.stage_gaps`` and ``gaps.posting_gaps``,
``capacity.capacity_from``, ``planner.make_plan`` and ``writing.plan_markdown``.
"""
