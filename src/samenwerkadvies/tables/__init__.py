"""From files to files: tables and questionnaires in, assessed in parts, tables of advice out."""

from samenwerkadvies.tables.batch import assess_file
from samenwerkadvies.tables.choices import BatchOptions, BatchResult, RowCounts
from samenwerkadvies.tables.heads import read_columns
from samenwerkadvies.tables.table import TextFile
from samenwerkadvies.tables.template import write_template

__all__ = ["BatchOptions", "BatchResult", "RowCounts", "TextFile", "assess_file", "read_columns", "write_template"]
