from .advising import (
    Advice as Advice,
    Adviser as Adviser,
    Agreement as Agreement,
    Assessment as Assessment,
    Change as Change,
    Comparison as Comparison,
    Completeness as Completeness,
    ConditionCourse as ConditionCourse,
    ConditionMovement as ConditionMovement,
    ConditionStatus as ConditionStatus,
    Course as Course,
    Evidence as Evidence,
    FindingMovement as FindingMovement,
    Followed as Followed,
    Interview as Interview,
    Moment as Moment,
    Movement as Movement,
    OpenQuestion as OpenQuestion,
    OrganisationAnswers as OrganisationAnswers,
    OrganisationMovement as OrganisationMovement,
    Part as Part,
    Question as Question,
    RespondentsSpread as RespondentsSpread,
    RuleOff as RuleOff,
    RulesetIdentity as RulesetIdentity,
    Status as Status,
    Views as Views,
    WhyNot as WhyNot,
    compare as compare,
    course as course,
)
from .engines import (
    EngineName as EngineName,
)
from .errors import (
    InvalidAssessmentError as InvalidAssessmentError,
    InvalidFactsError as InvalidFactsError,
    InvalidInputError as InvalidInputError,
    InvalidRulesetError as InvalidRulesetError,
    Location as Location,
    MissingDependencyError as MissingDependencyError,
    Problem as Problem,
    SamenwerkadviesError as SamenwerkadviesError,
    UsageError as UsageError,
)
from .loading.cases import (
    load_case_json as load_case_json,
    load_cases as load_cases,
)
from .loading.prepared import (
    load_ruleset as load_ruleset,
)
from .partnership import (
    Partnership as Partnership,
)
from .ruleset import (
    AdviceKind as AdviceKind,
    Condition as Condition,
    Language as Language,
    Rule as Rule,
    Ruleset as Ruleset,
    Severity as Severity,
)
from .version import (
    __version__ as __version__,
)
from .vocabulary import (
    FactType as FactType,
    Vocabulary as Vocabulary,
)
