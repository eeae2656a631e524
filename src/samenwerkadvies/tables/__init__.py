"""From files to files: tables and questionnaires in, assessed in parts, tables of advice out."""

from samenwerkadvies.tables.batch import assess_file
from samenwerkadvies.tables.choices import BatchOptions, BatchResult, RowCounts
from samenwerkadvies.tables.codebook import write_codebook
from samenwerkadvies.tables.heads import read_columns
from samenwerkadvies.tables.table import TextFile
from samenwerkadvies.tables.template import write_template
from samenwerkadvies.tables.variables import Variable, codebook
from samenwerkadvies.tables.years import YearsResult, compare_files

__all__ = [
    "BatchOptions",
    "BatchResult",
    "RowCounts",
    "TextFile",
    "Variable",
    "YearsResult",
    "assess_file",
    "codebook",
    "compare_files",
    "read_columns",
    "write_codebook",
    "write_template",
]
