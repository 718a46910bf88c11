"""The changes: one small slip of a module at a time, of the kinds that people make."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

# A boundary, and the opposite.
COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
CALLS = {"min": "max", "max": "min", "any": "all", "all": "any"}
# Left out of a call, these change an order or an answer to nothing.
KEYWORDS = {"key", "default", "reverse"}


@dataclass(frozen=True, kw_only=True)
class Mutant:
    """One changed place of a module: its number there, the function around it, the words of it."""

    number: int
    # The lines of the statement that it stands in, without those of a block below.
    lines: range
    # The outermost function of the module or class, "Plan.years"; "" outside of all.
    function: str
    before: str
    after: str


def mutants(text: str) -> Iterator[tuple[Mutant, ast.Module]]:
    """Every mutant of a module, with the module's tree, changed until the next one is asked for."""
    tree = ast.parse(text)
    number = 0
    for function, statement, node in list(_nodes(tree, "", tree)):
        before = ast.unparse(node)
        for field, value in list(_changes(node)):
            kept = getattr(node, field)
            setattr(node, field, value)
            ast.fix_missing_locations(tree)
            yield (
                Mutant(
                    number=number,
                    lines=_lines(statement),
                    function=function,
                    before=before,
                    after=ast.unparse(node),
                ),
                tree,
            )
            setattr(node, field, kept)
            number += 1


def _nodes(
    node: ast.AST, function: str, statement: ast.AST
) -> Iterator[tuple[str, ast.AST, ast.AST]]:
    """Each node that runs, behind its function and its statement; no annotation, no decorator."""
    for field, value in ast.iter_fields(node):
        if field in {"annotation", "returns", "decorator_list"}:
            continue
        inside = function
        if isinstance(node, ast.FunctionDef) and field != "body":
            inside = ""
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or _is_docstring(child) or _is_enum(child):
                continue
            within = child if isinstance(child, ast.stmt) else statement
            yield inside, within, child
            yield from _nodes(child, _named(child, inside), within)


def _lines(statement: ast.AST) -> range:
    body = getattr(statement, "body", None) or getattr(statement, "cases", None)
    last = body[0].pattern.lineno if isinstance(statement, ast.Match) else body and body[0].lineno
    first = getattr(statement, "lineno", 1)
    return range(first, max(first + 1, last or statement.end_lineno + 1))


def _named(node: ast.AST, function: str) -> str:
    """The function that holds what stands in the node; "Plan." for what stands in a class."""
    if isinstance(node, ast.ClassDef) and function in {"", function.rpartition(".")[0] + "."}:
        return f"{function}{node.name}."
    if isinstance(node, ast.FunctionDef) and (not function or function.endswith(".")):
        return f"{function}{node.name}"
    return function


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_enum(node: ast.AST) -> bool:
    """A class whose values only have to be different."""
    return isinstance(node, ast.ClassDef) and any(ast.unparse(b) == "Enum" for b in node.bases)


def _changes(node: ast.AST) -> Iterator[tuple[str, object]]:
    """The fields of a node that can be changed, each with what it becomes."""
    match node:
        case ast.Compare(ops=ops, comparators=others):
            for n, operator in enumerate(ops):
                for other in COMPARISONS[type(operator)]:
                    yield "ops", [*ops[:n], other(), *ops[n + 1 :]]
            for n, word in enumerate(others):
                if isinstance(word, ast.Constant) and isinstance(word.value, str) and word.value:
                    yield "comparators", [*others[:n], ast.Constant("?"), *others[n + 1 :]]
        case ast.BoolOp(op=operator, values=values):
            yield "op", ast.Or() if isinstance(operator, ast.And) else ast.And()
            for n in range(len(values)):
                yield (
                    "values",
                    [*values[:n], *values[n + 1 :]] if len(values) > 2 else [values[1 - n]] * 2,
                )
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield "operand", ast.UnaryOp(ast.Not(), operand)
        case ast.BinOp(op=operator) if type(operator) in ARITHMETIC:
            yield "op", ARITHMETIC[type(operator)]()
        case ast.Constant(value=bool(value)):
            yield "value", not value
        case ast.Constant(value=int(value)):
            yield "value", value + 1
            if value > 1:
                yield "value", value - 1
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            if not isinstance(test, ast.Compare | ast.BoolOp | ast.UnaryOp):
                yield "test", ast.UnaryOp(ast.Not(), test)
        case ast.comprehension(ifs=[_, *_] as conditions):
            for n in range(len(conditions)):
                yield "ifs", [*conditions[:n], *conditions[n + 1 :]]
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield "value", ast.Constant(None)
        case ast.Call(func=ast.Name(id=name)) if name in CALLS:
            yield "func", ast.Name(CALLS[name], ast.Load())
    if isinstance(node, ast.Call):
        for n, keyword in enumerate(node.keywords):
            if keyword.arg in KEYWORDS:
                yield "keywords", [*node.keywords[:n], *node.keywords[n + 1 :]]
