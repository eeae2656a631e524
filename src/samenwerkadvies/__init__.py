"""Advice on cooperation between municipalities and migrant organisations, from facts and declarative rules.

>>> from samenwerkadvies import Adviser
>>> adviser = Adviser()
>>> assessment = adviser.assess({"dragers_mo": 1}, reference_date="2026-01-01")
>>> assessment.findings
('leunt_op_een_persoon_mo',)
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)  # what is used is imported, when it is used
