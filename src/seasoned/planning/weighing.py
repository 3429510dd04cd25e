"""What an ask weighs, and from which probability on it is taken to be met."""

from __future__ import annotations

from seasoned.ladder.ladder import Ask
from seasoned.market.posting import Strength

ASK_WEIGHT = {Ask.MUST: 1.0, Ask.SHOULD: 0.5, Ask.MAY: 0.2}
"""Must counts twice as much as should: one level short on a must equals two on a should. An
assumption; a larger weight of should moves plans towards what is nice to have."""

STRENGTH_WEIGHT = {Strength.REQUIRED: 1.0, Strength.PREFERRED: 0.5}
"""As for a stage; duties and mentions ask nothing."""

PROBABLY = 0.6
"""From this probability on, missing evidence is to be shown rather than learned."""

SURELY = 0.8
"""From this probability on, with a piece of evidence, an advert's requirement is no gap."""
