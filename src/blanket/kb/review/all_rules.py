"""All rules there are, by code: what `kb tjek` may say.

Here goes nothing but the import of every place that declares some.
"""

from blanket.kb import base  # noqa: F401  # brings reading, form check and the rules of entries
from blanket.kb.format.rule import RULES
from blanket.kb.review import link_rules, trial_rules  # noqa: F401

ALL_RULES = dict(sorted(RULES.items()))

__all__ = ["ALL_RULES"]
