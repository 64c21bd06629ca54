package parser

import "github.com/autogenlint/autogenlint/syntax"

// kind is a kind of node of the grammar.
type kind uint8

// The kinds that lowering looks at.
const (
	kOther kind = iota
	kError
	kComment
	kLineContinuation
	kIdentifier
	kKeywordIdentifier
	kExprStmt
	kReturn
	kPass
	kBreak
	kContinue
	kDelete
	kRaise
	kAssert
	kGlobal
	kNonlocal
	kImport
	kImportFrom
	kFutureImport
	kIf
	kElif
	kElse
	kWhile
	kFor
	kTry
	kExcept
	kExceptGroup
	kFinally
	kWith
	kWithClause
	kMatch
	kCase
	kCasePattern
	kUnionPattern
	kAsPattern
	kAsPatternTarget
	kFunctionDef
	kClassDef
	kDecorated
	kDecorator
	kTypeAlias
	kPrint
	kExec
	kBlock
	kExprList
	kPatternList
	kAssignment
	kAugAssignment
	kAliased
	kRelative
	kImportPrefix
	kDotted
	kWildcard
	kPosSeparator
	kKeywordSeparator
	kListSplatPattern
	kDictSplatPattern
	kDefaultParam
	kTypedDefaultParam
	kTypedParam
	kKeywordArg
	kListSplat
	kDictSplat
	kString
	kConcatString
	kStringStart
	kStringEnd
	kInterpolation
	kTypeConversion
	kFormatSpec
	kInteger
	kFloat
	kTrue
	kFalse
	kNone
	kEllipsis
	kList
	kListPattern
	kTuple
	kTuplePattern
	kSet
	kDictionary
	kPair
	kListComp
	kSetComp
	kDictComp
	kGenerator
	kForIn
	kIfClause
	kNotOp
	kUnaryOp
	kBinary
	kBoolOp
	kComparison
	kConditional
	kCall
	kAttribute
	kSubscript
	kSlice
	kParenthesized
	kLambda
	kAwait
	kYield
	kNamedExpr
	kType
	kGenericType
	kUnionType
	kMemberType
	kSplatType
	kTypeParameter
	kDictPattern
	kClassPattern
	kKeywordPattern
	kSplatPattern
	kComplexPattern
)

// kindNames are the grammar's names of the kinds.
var kindNames = [...]string{
	kError:             "ERROR",
	kComment:           "comment",
	kLineContinuation:  "line_continuation",
	kIdentifier:        "identifier",
	kKeywordIdentifier: "keyword_identifier",
	kExprStmt:          "expression_statement",
	kReturn:            "return_statement",
	kPass:              "pass_statement",
	kBreak:             "break_statement",
	kContinue:          "continue_statement",
	kDelete:            "delete_statement",
	kRaise:             "raise_statement",
	kAssert:            "assert_statement",
	kGlobal:            "global_statement",
	kNonlocal:          "nonlocal_statement",
	kImport:            "import_statement",
	kImportFrom:        "import_from_statement",
	kFutureImport:      "future_import_statement",
	kIf:                "if_statement",
	kElif:              "elif_clause",
	kElse:              "else_clause",
	kWhile:             "while_statement",
	kFor:               "for_statement",
	kTry:               "try_statement",
	kExcept:            "except_clause",
	kExceptGroup:       "except_group_clause",
	kFinally:           "finally_clause",
	kWith:              "with_statement",
	kWithClause:        "with_clause",
	kMatch:             "match_statement",
	kCase:              "case_clause",
	kCasePattern:       "case_pattern",
	kUnionPattern:      "union_pattern",
	kAsPattern:         "as_pattern",
	kAsPatternTarget:   "as_pattern_target",
	kFunctionDef:       "function_definition",
	kClassDef:          "class_definition",
	kDecorated:         "decorated_definition",
	kDecorator:         "decorator",
	kTypeAlias:         "type_alias_statement",
	kPrint:             "print_statement",
	kExec:              "exec_statement",
	kBlock:             "block",
	kExprList:          "expression_list",
	kPatternList:       "pattern_list",
	kAssignment:        "assignment",
	kAugAssignment:     "augmented_assignment",
	kAliased:           "aliased_import",
	kRelative:          "relative_import",
	kImportPrefix:      "import_prefix",
	kDotted:            "dotted_name",
	kWildcard:          "wildcard_import",
	kPosSeparator:      "positional_separator",
	kKeywordSeparator:  "keyword_separator",
	kListSplatPattern:  "list_splat_pattern",
	kDictSplatPattern:  "dictionary_splat_pattern",
	kDefaultParam:      "default_parameter",
	kTypedDefaultParam: "typed_default_parameter",
	kTypedParam:        "typed_parameter",
	kKeywordArg:        "keyword_argument",
	kListSplat:         "list_splat",
	kDictSplat:         "dictionary_splat",
	kString:            "string",
	kConcatString:      "concatenated_string",
	kStringStart:       "string_start",
	kStringEnd:         "string_end",
	kInterpolation:     "interpolation",
	kTypeConversion:    "type_conversion",
	kFormatSpec:        "format_specifier",
	kInteger:           "integer",
	kFloat:             "float",
	kTrue:              "true",
	kFalse:             "false",
	kNone:              "none",
	kEllipsis:          "ellipsis",
	kList:              "list",
	kListPattern:       "list_pattern",
	kTuple:             "tuple",
	kTuplePattern:      "tuple_pattern",
	kSet:               "set",
	kDictionary:        "dictionary",
	kPair:              "pair",
	kListComp:          "list_comprehension",
	kSetComp:           "set_comprehension",
	kDictComp:          "dictionary_comprehension",
	kGenerator:         "generator_expression",
	kForIn:             "for_in_clause",
	kIfClause:          "if_clause",
	kNotOp:             "not_operator",
	kUnaryOp:           "unary_operator",
	kBinary:            "binary_operator",
	kBoolOp:            "boolean_operator",
	kComparison:        "comparison_operator",
	kConditional:       "conditional_expression",
	kCall:              "call",
	kAttribute:         "attribute",
	kSubscript:         "subscript",
	kSlice:             "slice",
	kParenthesized:     "parenthesized_expression",
	kLambda:            "lambda",
	kAwait:             "await",
	kYield:             "yield",
	kNamedExpr:         "named_expression",
	kType:              "type",
	kGenericType:       "generic_type",
	kUnionType:         "union_type",
	kMemberType:        "member_type",
	kSplatType:         "splat_type",
	kTypeParameter:     "type_parameter",
	kDictPattern:       "dict_pattern",
	kClassPattern:      "class_pattern",
	kKeywordPattern:    "keyword_pattern",
	kSplatPattern:      "splat_pattern",
	kComplexPattern:    "complex_pattern",
}

// field is a field of the grammar.
type field uint8

// The fields that lowering looks at.
const (
	noField field = iota
	fAlias
	fAlternative
	fArgument
	fArguments
	fAttribute
	fBody
	fCause
	fCondition
	fConsequence
	fDefinition
	fExpression
	fFunction
	fGuard
	fKey
	fLeft
	fModuleName
	fName
	fObject
	fOperator
	fOperators
	fParameters
	fReturnType
	fRight
	fSubject
	fSubscript
	fSuperclasses
	fType
	fValue
)

// fieldNames are the grammar's names of the fields.
var fieldNames = [...]string{
	fAlias:        "alias",
	fAlternative:  "alternative",
	fArgument:     "argument",
	fArguments:    "arguments",
	fAttribute:    "attribute",
	fBody:         "body",
	fCause:        "cause",
	fCondition:    "condition",
	fConsequence:  "consequence",
	fDefinition:   "definition",
	fExpression:   "expression",
	fFunction:     "function",
	fGuard:        "guard",
	fKey:          "key",
	fLeft:         "left",
	fModuleName:   "module_name",
	fName:         "name",
	fObject:       "object",
	fOperator:     "operator",
	fOperators:    "operators",
	fParameters:   "parameters",
	fReturnType:   "return_type",
	fRight:        "right",
	fSubject:      "subject",
	fSubscript:    "subscript",
	fSuperclasses: "superclasses",
	fType:         "type",
	fValue:        "value",
}

var unaryOps = map[string]syntax.Op{"-": syntax.Neg, "+": syntax.Pos, "~": syntax.Invert}

var binaryOps = map[string]syntax.Op{
	"+": syntax.Add, "-": syntax.Sub, "*": syntax.Mul, "/": syntax.Div, "//": syntax.FloorDiv, "%": syntax.Mod, "**": syntax.Pow, "@": syntax.MatMul,
	"<<": syntax.LShift, ">>": syntax.RShift, "&": syntax.BitAnd, "|": syntax.BitOr, "^": syntax.BitXor,
}

var augOps = func() map[string]syntax.Op {
	out := map[string]syntax.Op{}
	for text, op := range binaryOps {
		out[text+"="] = op
	}
	return out
}()

var compareOps = map[string]syntax.Op{
	"==": syntax.Eq, "!=": syntax.NotEq, "<>": syntax.NotEq, "<": syntax.Lt, "<=": syntax.LtE, ">": syntax.Gt, ">=": syntax.GtE,
	"is": syntax.Is, "is not": syntax.IsNot, "in": syntax.In, "not in": syntax.NotIn,
}
