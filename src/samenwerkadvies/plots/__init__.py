"""Pictures of assessments, for analysts: figures of matplotlib that also say in words what they show (extra ``plots``).

Each function returns a ``Picture``, which is a ``matplotlib.figure.Figure`` and can be changed like one. Nothing of
pyplot is used, so nothing that you draw yourself changes. What is told by a colour is told by a shape
or a word as well.
"""

from samenwerkadvies.plots.conditions import plot_conditions
from samenwerkadvies.plots.course import plot_course
from samenwerkadvies.plots.groups import plot_groups
from samenwerkadvies.plots.perspectives import plot_perspectives
from samenwerkadvies.plots.pictures import Picture

__all__ = ["Picture", "plot_conditions", "plot_course", "plot_groups", "plot_perspectives"]
