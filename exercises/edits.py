"""The small changes of a learner's code that `repair.py` tries: the slips of learners, undone.

A change replaces one piece of code by another one, in one place or in all places of the same kind,
as where every line of a step has the same slip.
"""

import ast
import itertools
import re
import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

# Functions of which one is easily taken for another.
KINS = (
    {"sum", "mean", "max", "prod"},
    {"dot", "multiply", "matmul", "outer"},
    {"log", "exp", "log2", "log10", "log1p", "sqrt"},
    {"exp", "tanh", "abs", "square", "sqrt", "sin"},
    {"zeros", "ones", "empty"},
    {"zeros_like", "ones_like", "empty_like"},
    {"randn", "rand", "random"},
    {"maximum", "minimum", "max", "min"},
    {"argmax", "argmin", "max", "min"},
    {"hstack", "vstack", "concatenate"},
    {"any", "all"},
    {"floor", "ceil", "round"},
    {"keys", "values", "items"},
)
OPERATORS = ast.Add, ast.Sub, ast.Mult, ast.Div, ast.MatMult, ast.Pow, ast.FloorDiv
COMPARISONS = ast.Gt, ast.GtE, ast.Lt, ast.LtE, ast.Eq, ast.NotEq
# Functions that add something up, and what they may be given beside it.
SUMS = {"sum", "mean", "max", "min", "norm", "argmax", "prod"}
ALONG = ("axis=0", "axis=1", "keepdims=True", "axis=0, keepdims=True", "axis=1, keepdims=True")
# What an expression may lack around it, by rank.
WRAPS = (
    (2.5, ("-({})", "({}).T")),
    (
        3,
        (
            "float({})",
            "int({})",
            "str({})",
            "1 - ({})",
            "({}) + 1",
            "({}) - 1",
            "({}) ** 2",
            "2 * ({})",
            "({}) / 2",
            "({}) // 2",
            "1 / ({})",
            "({}) > 0.5",
            "np.squeeze({})",
            "np.sum({})",
            "np.array({})",
        ),
    ),
    (4, ("np.exp({})", "np.log({})", "np.sqrt({})", "np.abs({})", "np.tanh({})", "({}) ** 3")),
)
# The same for a variable that is neither an array nor a number.
WRAPS_OF_OTHERS = (
    (2.5, ("({}).values()", "({}).items()", "sorted({})", "reversed({})")),
    (3, ("({}).copy()", "({})[0]", "({})[1]", "str({})", "len({})", "np.array({})")),
)
LACKING = 2.5, 3  # ranks
# The same for a variable that is a number, such as an index.
WRAPS_OF_NUMBERS = (
    (3, ("-({})", "({}) + 1", "({}) - 1", "str({})", "float({})", "1 - ({})", "2 * ({})")),
    (4, ("({}) ** 2", "({}) / 2", "({}) // 2", "1 / ({})", "np.sqrt({})", "np.exp({})")),
)
MOST_PLACES = 12
LEFT_OUT = "without this line"


class Place(NamedTuple):
    """A piece of code, and what may stand there: a node, or a list of statements."""

    parent: ast.AST
    field: str
    index: int | None  # None where the field is no list, or all of it is replaced
    old: ast.AST | list[ast.stmt]
    new: ast.AST | list[ast.stmt]
    statement: ast.stmt  # the innermost statement that it is about

    def put(self, value: ast.AST | list[ast.stmt]) -> None:
        if self.index is None:
            setattr(self.parent, self.field, value)
        else:
            getattr(self.parent, self.field)[self.index] = value


@dataclass(frozen=True)
class Edit:
    """A change, in one place or more.

    Attributes:
        places: each in which something is replaced.
        words: what the change does, where a piece of code would not show it.
    """

    places: tuple[Place, ...]
    words: str = ""

    def lines(self) -> set[int]:
        """The numbers of the lines that the change is about."""
        statements = [place.statement for place in self.places]
        return {
            line
            for statement in statements
            for line in range(statement.lineno, statement.end_lineno + 1)
        }

    def make(self) -> None:
        for place in self.places:
            for node in place.new if isinstance(place.new, list) else [place.new]:
                ast.fix_missing_locations(ast.copy_location(node, place.statement))
            place.put(place.new)

    def undo(self) -> None:
        for place in reversed(self.places):
            place.put(place.old)


class Scope(NamedTuple):
    """What may stand in a learner's code.

    Attributes:
        arguments: the names of the function's arguments.
        arrays, numbers: the names of local variables, by what they hold.
        others: those of all other local variables.
        functions: the names of functions of the notebook.
        keys: texts, such as the keys of dictionaries.
    """

    arguments: Sequence[str] = ()
    arrays: Sequence[str] = ()
    numbers: Sequence[str] = ()
    others: Sequence[str] = ()
    functions: Sequence[str] = ()
    keys: Sequence[str] = ()

    @property
    def variables(self) -> tuple[str, ...]:
        return (*self.arrays, *self.numbers, *self.others)


def edits(function: ast.FunctionDef, scope: Scope) -> list[Edit]:
    """All small changes of a function, those that explain most first."""
    found, kinds = [], {}
    for number, statement in enumerate(_statements(function.body)):
        renamed = {}
        for parent, field, index, node in _expressions(statement):
            for rank, new, kind in _replacements(node, scope, parent):
                place = Place(parent, field, index, node, new, statement)
                # What is lacking around a result is added as late as possible.
                order = -number if rank in LACKING else number
                found.append((rank, order, Edit((place,))))
                if kind:
                    kinds.setdefault((rank, *kind), []).append(place)
                if kind[:1] == ("name",):
                    renamed.setdefault((rank, *kind), []).append(place)
        # A name that stands twice in a line is first tried in all places.
        found += [
            (rank - 0.1, number, Edit(tuple(places)))
            for (rank, *_), places in renamed.items()
            if len(places) > 1
        ]
        names = [
            row for row in _expressions(statement) if getattr(row[-1], "id", "") in scope.variables
        ]
        for pair in itertools.combinations(sorted({row[-1].id for row in names}), 2):
            swap = dict(zip(pair, pair[::-1], strict=True))
            places = (
                Place(*row, _name(swap[row[-1].id]), statement)
                for row in names
                if row[-1].id in swap
            )
            words = f"with `{pair[0]}` and `{pair[1]}` exchanged"
            found.append((1.5, number, Edit(tuple(places), words)))
    for (rank, *_), places in kinds.items():
        if 1 < len(places) <= MOST_PLACES:
            found.append((rank + 0.5, 0, Edit(tuple(places))))
    found += [(rank, 0, edit) for rank, edit in _of_statements(function, scope)]
    return [edit for *_, edit in sorted(found, key=lambda row: row[:2])]


# ---------------------------------------------------------------- expressions


def _statements(body) -> Iterator[ast.stmt]:
    for statement in body:
        yield statement
        for part in ("body", "orelse"):
            yield from _statements(getattr(statement, part, []))


def _expressions(statement) -> Iterator[tuple]:
    """(parent, field, index, node) of each expression of a statement, larger ones first."""
    queue = [statement]
    while queue:
        parent = queue.pop(0)
        for name, value in ast.iter_fields(parent):
            for index, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
                if isinstance(node, (ast.expr, ast.comprehension, ast.keyword)):
                    queue.append(node)
                is_target = isinstance(getattr(node, "ctx", None), (ast.Store, ast.Del))
                is_format = isinstance(node, ast.FormattedValue) or name == "format_spec"
                if isinstance(node, ast.expr) and not is_target and not is_format:
                    yield parent, name, index, node


def _parsed(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def _name(text):
    return ast.Name(text, ast.Load())


def _replacements(node, scope, parent) -> Iterator[tuple[int, ast.expr, tuple]]:
    """(rank, expression, kind) of what may stand in the place of an expression.

    Replacements of the same kind are the same slip; () stands for one of its own.
    """
    yield from _words(node, scope, parent)
    yield from _less(node)
    if isinstance(node, ast.BinOp):
        yield from _of_operation(node, parent)
    if isinstance(node, ast.Call):
        yield from _of_call(node, scope)
    yield from _of_display(node)
    yield from _more(node, scope, parent)


def _words(node, scope, parent):
    """Another word or sign in the place of one."""
    is_argument = isinstance(parent, (ast.Call, ast.Assign, ast.Return, ast.BinOp))
    is_argument &= node is not getattr(parent, "func", None)
    if isinstance(node, ast.Name):
        is_called = isinstance(parent, ast.Call) and parent.func is node
        for name in scope.functions if is_called else _alike(node.id, scope):
            if name != node.id:
                yield 1, _name(name), ("name", node.id, name)
        if isinstance(parent, ast.Subscript) and node is parent.value:
            yield 1, ast.Attribute(node, "shape", ast.Load()), ("shape",)
    elif isinstance(node, ast.Attribute):
        if node.attr == "T" and isinstance(node.value, ast.Call) and len(node.value.args) == 2:
            turned = ast.Call(node.value.func, node.value.args[::-1], node.value.keywords)
            yield 1, turned, ("turned",)
        for kin in KINS:
            for name in sorted(kin - {node.attr}) if node.attr in kin else ():
                yield 1, ast.Attribute(node.value, name, ast.Load()), ("attr", node.attr, name)
    elif isinstance(node, ast.Constant):
        for value in _constants(node.value, scope):
            yield 1, value, ("constant", node.value, ast.dump(value))
    elif isinstance(node, ast.Compare) and len(node.ops) == 1:
        is_text = isinstance(getattr(node.comparators[0], "value", None), str)
        for operator in COMPARISONS[4:] if is_text else COMPARISONS:
            if not isinstance(node.ops[0], operator):
                yield 1, ast.Compare(node.left, [operator()], node.comparators), ()
    elif isinstance(node, ast.BoolOp):
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield 1, ast.BoolOp(other, node.values), ()
    if isinstance(node, ast.BinOp):
        for operator in OPERATORS:
            if not isinstance(node.op, operator):
                kind = "operator", type(node.op), operator
                yield 1, ast.BinOp(node.left, operator(), node.right), kind
    if isinstance(node, ast.Name) and is_argument:
        yield from ((1, ast.Constant(number), ()) for number in (0, 1))
    if is_argument and not isinstance(parent, ast.BinOp) and not isinstance(node, ast.Name):
        yield from ((2, _name(name), ()) for name in scope.arguments)
    if isinstance(node, ast.Name) and isinstance(parent, (ast.Assign, ast.Return)):
        for name in scope.variables:
            if name != node.id:
                yield 2, ast.Tuple([node, _name(name)], ast.Load()), ()


def _alike(name, scope):
    """The variables by how easily they are taken for one: A1 for A2, then the latest."""
    kinds = scope.arrays, scope.numbers, scope.others
    latest = [other for kind in kinds for other in reversed(kind)]
    return sorted(
        latest, key=lambda other: other.rstrip(string.digits) != name.rstrip(string.digits)
    )


def _constants(value, scope):
    if isinstance(value, str):
        return [ast.Constant(key) for key in scope.keys if key != value]
    if isinstance(value, bool):
        return [ast.Constant(not value)]
    if isinstance(value, int):
        others = [value + 1, value - 1, *range(4), -1]
        others += [value // 10, 10 * value] if value > 9 else []
    elif isinstance(value, float):
        others = [0.0, 1.0, 2.0, 0.5, 0.01, 1e-3, 1e-7, value / 10, value * 10, 2 * value]
    else:
        return []
    others = [repr(other) for other in dict.fromkeys(others) if other != value]
    if isinstance(value, int):
        others += [f"{name}.shape[{axis}]" for name in scope.arguments for axis in (0, 1)]
    return [*map(_parsed, others), *map(_name, scope.numbers)]


def _less(node):
    """Something left out."""
    if isinstance(node, ast.UnaryOp):
        yield 0, node.operand, ("sign", type(node.op))
    elif isinstance(node, ast.BinOp):
        yield 0, node.left, ("right", type(node.op), ast.dump(node.right))
        yield 0, node.right, ("left", type(node.op), ast.dump(node.left))
    elif isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute) and _root(node.func) != "np":
            yield 0, node.func.value, ("method", node.func.attr)
        elif getattr(node.func, "attr", "") in ("default_rng", "RandomState"):
            yield 0, node.func.value, ()
        elif node.args:
            yield 0, node.args[0], ("function", ast.dump(node.func))
    elif isinstance(node, ast.Attribute) and _root(node) != "np":
        yield 0, node.value, ("attribute", node.attr)
    elif isinstance(node, ast.Subscript):
        yield 0, node.value, ("index", ast.dump(node.slice))
    elif isinstance(node, ast.IfExp):
        yield 0, node.body, ()
        yield 0, node.orelse, ()
        yield 1, ast.IfExp(node.test, node.orelse, node.body), ()
    elif isinstance(node, ast.BoolOp):
        yield from ((0, value, ()) for value in node.values)


def _root(node):
    """The name that a chain of attributes begins with, or ""."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return getattr(node, "id", "")


def _of_operation(node, parent):
    """The operands in another order, or grouped in another way."""
    yield 2, ast.BinOp(node.right, node.op, node.left), ("order", type(node.op))
    for side in (node.left, node.right):
        if isinstance(side, ast.Call) and len(side.args) == 1:  # f(a) * b is f(a * b)
            new = [each.args[0] if each is side else each for each in (node.left, node.right)]
            new = ast.BinOp(new[0], node.op, new[1])
            yield 2, ast.Call(side.func, [new], side.keywords), ()
    if isinstance(node.op, ast.Sub) and isinstance(node.left, ast.BinOp):  # a - b - c is a - b * c
        product = ast.BinOp(node.left.right, ast.Mult(), node.right)
        yield 2, ast.BinOp(node.left.left, node.op, product), ("product", type(node.left.op))
    if isinstance(node.op, ast.MatMult):
        left, right = _plain(node.left), _plain(node.right)
        if (left, right) != (node.left, node.right):  # a @ b.T is a * b
            yield 0.4, ast.BinOp(left, ast.Mult(), right), ("entries",)
        for left, right in _other_products(node.left, node.right):
            yield 1.5, ast.BinOp(left, node.op, right), ()
    if isinstance(node.left, ast.Subscript):  # x[i] - 1 is x[i - 1]
        index = ast.BinOp(node.left.slice, node.op, node.right)
        yield 2, ast.Subscript(node.left.value, index, ast.Load()), ("index", type(node.op))
    if not isinstance(parent, (ast.BinOp, ast.UnaryOp)):
        yield from _in_other_parentheses(node)


def _plain(side):
    """A factor without its transpose."""
    return side.value if isinstance(side, ast.Attribute) and side.attr == "T" else side


def _other_products(left, right) -> Iterator[tuple[ast.expr, ast.expr]]:
    """The factors of a matrix product with their transposes elsewhere, and in both orders."""
    ways = [(side, ast.Attribute(side, "T", ast.Load())) for side in map(_plain, (left, right))]
    own = ast.dump(left), ast.dump(right)
    for pair in itertools.product(*ways):
        for order in (pair, pair[::-1]):
            if tuple(map(ast.dump, order)) != own:
                yield order


def _in_other_parentheses(node):
    """The operation with a pair of parentheses more, or one fewer."""
    operands = []

    def skeleton(part):
        if isinstance(part, ast.BinOp):
            return ast.BinOp(skeleton(part.left), part.op, skeleton(part.right))
        if isinstance(part, ast.UnaryOp):
            return ast.UnaryOp(part.op, skeleton(part.operand))
        operands.append(part)
        return _name(f"_{len(operands) - 1}")

    text = ast.unparse(skeleton(node))
    words = re.findall(r"_\d+|\S", text.replace("**", "^").replace("//", "|"))
    seen = {ast.dump(_parsed(text))}
    for first, last in itertools.combinations(range(len(words)), 2):
        if words[first] == "(" and words[last] == ")":
            new = words[:first] + words[first + 1 : last] + words[last + 1 :]
        else:
            new = [*words[:first], "(", *words[first : last + 1], ")", *words[last + 1 :]]
        new = " ".join(new).replace("^", "**").replace("|", "//")
        try:
            tree = _parsed(new)
        except SyntaxError:
            continue
        if ast.dump(tree) not in seen and not any(map(_is_call, ast.walk(tree))):
            seen.add(ast.dump(tree))
            yield 2, _Filled(operands).visit(tree), ("parentheses", text, new)


def _is_call(node):
    return isinstance(node, ast.Call)  # `a (b)`, of two words that stand side by side


class _Filled(ast.NodeTransformer):
    """Put expressions in the places of the names _0, _1, ..."""

    def __init__(self, expressions):
        self.expressions = expressions

    def visit_Name(self, name):
        return self.expressions[int(name.id[1:])] if name.id.startswith("_") else name


def _of_call(node, scope):
    """The arguments of a call in another order, fewer or more of them."""
    plain, keywords = node.args, node.keywords
    function = getattr(node.func, "attr", getattr(node.func, "id", ""))
    for order in itertools.permutations(range(len(plain))) if 2 <= len(plain) <= 4 else ():
        if list(order) != sorted(order):
            new = ast.Call(node.func, [plain[place] for place in order], keywords)
            yield 0.6, new, ("arguments", function, order)
    if function in ("dot", "matmul") and len(plain) == 2:
        for pair in _other_products(*plain):
            yield 1.5, ast.Call(node.func, list(pair), keywords), ()
    for place in range(1, len(plain)):
        yield 2, ast.Call(node.func, plain[:place] + plain[place + 1 :], keywords), ()
    for place in range(len(keywords)):
        rest = keywords[:place] + keywords[place + 1 :]
        yield 0, ast.Call(node.func, plain, rest), ("keyword", keywords[place].arg)
    for name in () if keywords else scope.variables:
        yield 4, ast.Call(node.func, [*plain, _name(name)], []), ()
    if function in SUMS and len(plain) < 2:
        given = {keyword.arg for keyword in keywords}
        for text in ALONG:
            new = [keyword for keyword in _parsed(f"f({text})").keywords]
            if not given & {keyword.arg for keyword in new}:
                yield -1, ast.Call(node.func, plain, [*keywords, *new]), ("along", function, text)
    if function == "range":
        yield 3, ast.Call(_name("reversed"), [node], []), ()
        if len(plain) == 1:
            after = ast.BinOp(plain[0], ast.Add(), ast.Constant(1))
            yield 2, ast.Call(node.func, [ast.Constant(1), *plain], []), ()
            yield 3, ast.Call(node.func, [ast.Constant(1), after], []), ()
    if function in ("zeros", "ones", "empty") and len(plain) == 1:
        column = ast.Tuple([plain[0], ast.Constant(1)], ast.Load())
        yield 3, ast.Call(node.func, [column], []), ("column",)
    if function in ("randn", "rand") and len(plain) == 1 and isinstance(plain[0], ast.Tuple):
        yield 1, ast.Call(node.func, plain[0].elts, keywords), ("sizes",)
    if len(plain) == 1 and isinstance(plain[0], ast.BinOp):  # f(a * b) is f(a) * b
        a, operator, b = plain[0].left, plain[0].op, plain[0].right
        yield 2, ast.BinOp(ast.Call(node.func, [a], keywords), operator, b), ()
        yield 2, ast.BinOp(a, operator, ast.Call(node.func, [b], keywords)), ()


def _of_display(node):
    """The items of a tuple, a list or a dictionary in another order, or one fewer."""
    if isinstance(node, (ast.Tuple, ast.List)):
        for order in itertools.permutations(node.elts) if 2 <= len(node.elts) <= 4 else ():
            if list(order) != node.elts:
                yield 2, type(node)(list(order), ast.Load()), ()
        for place in range(len(node.elts)):
            yield 4, type(node)(node.elts[:place] + node.elts[place + 1 :], ast.Load()), ()
    elif isinstance(node, ast.Dict):
        for one, other in itertools.combinations(range(len(node.values)), 2):
            values = list(node.values)
            values[one], values[other] = values[other], values[one]
            yield 1, ast.Dict(node.keys, values), ()


def _more(node, scope, parent):
    """Something added."""
    is_called = isinstance(parent, ast.Call) and parent.func is node
    is_word = isinstance(node, (ast.Constant, ast.Dict, ast.JoinedStr, ast.Slice))
    is_size = isinstance(parent, ast.Call) and getattr(parent.func, "attr", "") == "reshape"
    attributes = {getattr(node, "attr", ""), getattr(getattr(node, "value", None), "attr", "")}
    if is_called or is_word or is_size or "shape" in attributes or _root(node) == "np":
        return
    is_other = isinstance(node, ast.Name) and node.id in scope.others
    is_number = isinstance(node, ast.Name) and node.id in scope.numbers
    own = WRAPS_OF_OTHERS if is_other else WRAPS_OF_NUMBERS if is_number else WRAPS
    for rank, wraps in own:
        for wrap in wraps:
            yield rank, _Filled([node]).visit(_parsed(wrap.format("_0"))), ("wrap", wrap)
    for name in scope.functions:
        yield 3, ast.Call(_name(name), [node], []), ("call", name)
        if isinstance(parent, ast.Call) and isinstance(node, ast.Name):
            for other in scope.others:
                yield 4, ast.Call(_name(name), [node, _name(other)], []), ("call", name, other)
    if is_other:
        for place in (*map(ast.Constant, scope.keys), *map(_name, scope.numbers)):
            yield 4, ast.Subscript(node, place, ast.Load()), ()
    if is_other or isinstance(parent, ast.Attribute):
        return
    if isinstance(node, ast.Name) and node.id in scope.arrays:
        for name in scope.numbers:
            first = ast.Tuple([ast.Constant(0), _name(name)], ast.Load())
            yield 3, ast.Subscript(node, first, ast.Load()), ()
            yield 3, ast.Subscript(node, _name(name), ast.Load()), ()
    if is_number:
        before = ast.BinOp(node, ast.Sub(), ast.Constant(1))
        for name in scope.others:
            yield 4, ast.Subscript(_name(name), node, ast.Load()), ()
            yield 4, ast.Subscript(_name(name), before, ast.Load()), ()
    for name in scope.numbers:
        yield 3, ast.BinOp(node, ast.Div(), _name(name)), ("divide", name)
        yield 3, ast.BinOp(_name(name), ast.Mult(), node), ("times", name)
        yield 4, ast.BinOp(node, ast.Add(), _name(name)), ()
        yield 4, ast.BinOp(node, ast.Sub(), _name(name)), ()
    if isinstance(parent, (ast.BinOp, ast.UnaryOp, ast.Subscript, ast.keyword)):
        return
    for name in scope.arrays:
        for operator in (ast.Add, ast.Sub, ast.Mult, ast.Div):
            if name != getattr(node, "id", ""):
                yield 4, ast.BinOp(node, operator(), _name(name)), ()


# ---------------------------------------------------------------- statements


def _of_statements(function, scope) -> Iterator[tuple[int, Edit]]:
    """Statements moved, left out, or of another kind."""
    blocks = [(function, "body")]
    for statement in _statements(function.body):
        blocks += [
            (statement, part) for part in ("body", "orelse") if getattr(statement, part, None)
        ]
    for parent, field in blocks:
        body = getattr(parent, field)
        for rank, new, statement, words in _blocks(body):
            yield rank, Edit((Place(parent, field, None, body, new, statement),), words)
        for index, statement in enumerate(body):
            for rank, new in _statements_for(statement, scope):
                yield rank, Edit((Place(parent, field, index, statement, new, statement),))
    last = function.body[-1]
    if not isinstance(last, ast.Return):
        for name in scope.variables:
            new = [*function.body, ast.Return(_name(name))]
            place = Place(function, "body", None, function.body, new, last)
            yield 2, Edit((place,), f"with `return {name}` as the last line of the function")


def _statements_for(statement, scope) -> Iterator[tuple[float, ast.stmt]]:
    """(rank, statement) of what may stand in the place of one."""
    if isinstance(statement, ast.AugAssign):
        target = _parsed(ast.unparse(statement.target))
        yield 0.5, ast.Assign([statement.target], statement.value)
        for operator in OPERATORS[:4]:
            if not isinstance(statement.op, operator):
                yield 0.5, ast.AugAssign(statement.target, operator(), statement.value)
        new = ast.BinOp(target, statement.op, statement.value)
        yield 0.5, ast.Assign([statement.target], new)  # a new array
    elif isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        for rank, target in _targets(*statement.targets, scope):
            yield rank, ast.Assign([target], statement.value)
        if not isinstance(statement.targets[0], ast.Tuple):
            yield 0.5, ast.Expr(statement.value)
            yield 0.5, ast.AugAssign(statement.targets[0], ast.Add(), statement.value)
            yield 0.5, ast.AugAssign(statement.targets[0], ast.Sub(), statement.value)
    elif isinstance(statement, ast.If) and statement.orelse:
        yield 0.5, ast.If(statement.test, statement.orelse, statement.body)


def _targets(target, scope) -> Iterator[tuple[float, ast.expr]]:
    """(rank, target) of what a value may be given to instead."""
    if isinstance(target, ast.Tuple):
        for order in itertools.permutations(target.elts) if len(target.elts) < 5 else ():
            if list(order) != target.elts:
                yield 0.5, ast.Tuple(list(order), ast.Store())
        return
    ignored = ast.Name("_", ast.Store())
    yield 0.5, ast.Tuple([target, ignored], ast.Store())
    yield 0.5, ast.Tuple([ignored, target], ast.Store())
    if isinstance(target, ast.Name):
        for name in scope.numbers:
            yield 0.5, ast.Subscript(_name(target.id), _name(name), ast.Store())
        for name in scope.variables:
            if name != target.id:
                yield 1.5, ast.Name(name, ast.Store())


def _blocks(body) -> Iterator[tuple[int, list, ast.stmt, str]]:
    """(rank, new block, statement, words) for the ways to move or leave out a statement."""
    for place, statement in enumerate(body):
        rest = body[:place] + body[place + 1 :]
        if not isinstance(statement, ast.Return):
            if rest:
                yield -1, rest, statement, LEFT_OUT
            for to, other in enumerate(rest):
                if to < place:
                    words = f"before `{first_line(other)}`"
                    yield 2, [*rest[:to], statement, *rest[to:]], statement, words
                elif to > place:
                    words = f"after `{first_line(rest[to - 1])}`"
                    yield 2, [*rest[:to], statement, *rest[to:]], statement, words
        if isinstance(statement, ast.For):
            yield from _of_loop(body, place, statement)
        if isinstance(statement, ast.If) and not statement.orelse:
            for count in range(1, len(statement.body)):
                inside, outside = statement.body[:count], statement.body[count:]
                for now, moved in ((inside, outside), (outside, inside)):
                    inner = ast.If(statement.test, now, [])
                    pair = [inner, *moved] if moved is outside else [*moved, inner]
                    new = [*body[:place], *pair, *body[place + 1 :]]
                    yield 0.5, new, moved[0], "outside the `if`"


def _of_loop(body, place, loop):
    def with_body(new):
        return ast.For(loop.target, loop.iter, new, loop.orelse)

    before, after, inner = body[:place], body[place + 1 :], loop.body
    for count in (1, 2):
        if len(inner) > count:
            new = [*before, with_body(inner[:-count]), *inner[-count:], *after]
            yield 0.5, new, inner[-count], "after the loop, not in it"
    if len(inner) > 1:
        new = [*before, inner[0], with_body(inner[1:]), *after]
        yield 0.5, new, inner[0], "before the loop, not in it"
    if before:
        new = [*before[:-1], with_body([before[-1], *inner]), *after]
        yield 0.5, new, before[-1], "in the loop, not before it"
    if after:
        new = [*before, with_body([*inner, after[0]]), *after[1:]]
        yield 0.5, new, after[0], "in the loop, not after it"


def first_line(node: ast.AST) -> str:
    """The first line of a piece of code."""
    return ast.unparse(node).split("\n")[0].replace("'", '"')
