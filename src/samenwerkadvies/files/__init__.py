"""From files to files: tables and questionnaires in, assessed in parts, tables of advice out."""

from samenwerkadvies.files.batch import assess_file
from samenwerkadvies.files.choices import BatchOptions, BatchResult, RowCounts
from samenwerkadvies.files.heads import read_columns
from samenwerkadvies.files.tables import TextFile
from samenwerkadvies.files.template import write_template

__all__ = ["BatchOptions", "BatchResult", "RowCounts", "TextFile", "assess_file", "read_columns", "write_template"]
