from .cases import load_case_json as load_case_json, load_cases as load_cases
from .entries import AdviceKindWord as AdviceKindWord, SeverityWord as SeverityWord
from .keeping import CaseFile as CaseFile
from .prepared import load_ruleset as load_ruleset
from .settings import read_settings as read_settings
from .texts import LARGEST as LARGEST, read_text as read_text, require_file as require_file
