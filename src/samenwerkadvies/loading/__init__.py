"""Read rule files and case files: the only package that reads YAML, and the bounds of every file."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
