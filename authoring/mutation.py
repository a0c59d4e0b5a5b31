"""Wrong versions of a master's solutions, made by machine, to try the tests of the exercises.

    mutation = Mutation(master)
    for mutant in mutation.mutants(exercise):
        function = mutant.make()  # the wrong function, in a fresh namespace
        mutation.verdict(mutant)  # "value", "form" or "equivalent": what sets it apart

Three families: the master's text with one piece changed (`syntax`), the master's function wrapped
(`wrappers`), and the list of mistakes of the notebook. A mutant that does what the master does is
equivalent; that is found out by calling both on random arguments that the contract allows
(ALLOWED of the cases), never by its name.
"""

import ast
import copy
import functools
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from authoring.masters import exercises, module_name, part, references, solutions, sources
from authoring.mistakes import mistakes


@dataclass(frozen=True)
class Mutant:
    name: str
    exercise: str
    kind: str
    source: str  # the text of the function, or what the wrapper does
    make: Callable  # () -> the wrong function


def bare(source):
    """The tree of a text without the docstrings of its functions, and without comments."""
    tree = ast.parse(source)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and ast.get_docstring(node) is not None:
            del node.body[0]
    return tree


# 1. One piece of the text changed.

ARITHMETIC = ast.Add, ast.Sub, ast.Mult, ast.Div, ast.MatMult
COMPARISONS = ast.Eq, ast.NotEq, ast.Lt, ast.GtE
TWINS = {
    "relu": ["sigmoid"],
    "sigmoid": ["relu"],
    "relu_backward": ["sigmoid_backward"],
    "sigmoid_backward": ["relu_backward"],
    "log": ["log10", "log2", "log1p", "exp"],
    "zeros": ["ones", "empty_like"],
    "randn": ["rand", "standard_cauchy"],
    "sum": ["mean", "max", "prod"],
    "squeeze": ["atleast_1d", "atleast_2d", "abs"],
}
LETTERS = {
    "W": ["b", "w", "dW"],
    "b": ["W", "B", "db"],
    "dA": ["dW", "A", "dZ"],
    "dW": ["db", "dA", "W"],
    "db": ["dW", "dA", "b"],
    "W1": ["b1", "W2", "w1"],
    "b1": ["W1", "b2", "B1"],
    "W2": ["b2", "W1", "w2"],
    "b2": ["W2", "b1", "B2"],
    "relu": ["sigmoid", "Relu"],
    "sigmoid": ["relu", "Sigmoid"],
}


def shifted(node):
    """The expression plus one and minus one."""
    for op in ast.Add(), ast.Sub():
        yield ast.BinOp(node, op, ast.Constant(1))


def change_arithmetic(node, names):
    if not isinstance(node, ast.BinOp):
        return
    for op in ARITHMETIC:
        if not isinstance(node.op, op):
            yield "operator", ast.BinOp(node.left, op(), node.right)
    yield "operands swapped", ast.BinOp(node.right, node.op, node.left)
    yield "operand dropped", node.left
    yield "operand dropped", node.right
    if isinstance(node.op, ast.Div | ast.Mult):
        yield "factor twice", ast.BinOp(node, node.op, node.right)


def change_comparison(node, names):
    if isinstance(node, ast.Compare):
        for op in COMPARISONS:
            yield "comparison", ast.Compare(node.left, [op()], node.comparators)
        yield "comparison", ast.Constant(True)
        yield "comparison", ast.Constant(False)


def change_constant(node, names):
    if not isinstance(node, ast.Constant) or node.value is ...:
        return
    value = node.value
    if isinstance(value, bool):
        values = [not value]
    elif isinstance(value, str):
        values = LETTERS.get(value, [])
    else:
        values = [value + 1, value - 1, value * 2]
        if isinstance(value, float):
            values += [value * 10, value / 10, value**0.5]
    for new in values:
        yield "key" if isinstance(new, str) else "constant", ast.Constant(new)


def change_sign(node, names):
    if isinstance(node, ast.UnaryOp):
        yield "sign dropped", node.operand
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.BinOp | ast.Call):
        yield "sign added", ast.Assign(node.targets, ast.UnaryOp(ast.USub(), node.value), lineno=0)


def change_transpose(node, names):
    if isinstance(node, ast.Attribute) and node.attr == "T":
        yield "transpose dropped", node.value
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
        for side in "left", "right":
            parts = {"left": node.left, "op": node.op, "right": node.right}
            parts[side] = ast.Attribute(parts[side], "T", ast.Load())
            yield "transpose added", ast.BinOp(**parts)


def change_call(node, names):
    if not isinstance(node, ast.Call):
        return
    args, keywords = node.args, node.keywords
    for i in range(len(args)):
        yield "call dropped", args[i]
        yield "argument dropped", ast.Call(node.func, args[:i] + args[i + 1 :], keywords)
        for j in range(i):
            swapped = list(args)
            swapped[i], swapped[j] = args[j], args[i]
            yield "arguments swapped", ast.Call(node.func, swapped, keywords)
    for i in range(len(keywords)):
        rest = keywords[:i] + keywords[i + 1 :]
        yield "argument dropped", ast.Call(node.func, args, rest)


def change_function_name(node, names):
    if isinstance(node, ast.Name):
        for twin in TWINS.get(node.id, []):
            yield "function", ast.Name(twin, ast.Load())
    if isinstance(node, ast.Attribute):
        for twin in TWINS.get(node.attr, []):
            yield "function", ast.Attribute(node.value, twin, ast.Load())


def change_number_of_layer(node, names):
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
        return
    if node.func.id == "str":
        for new in *shifted(node.args[0]), ast.Constant(1), ast.Constant(2):
            yield "number of the layer", ast.Call(node.func, [new], [])
    if node.func.id == "range":
        for new in shifted(node.args[-1]):
            yield "range", ast.Call(node.func, [*node.args[:-1], new], [])
        for start in 0, 1, 2:
            yield "range", ast.Call(node.func, [ast.Constant(start), node.args[-1]], [])


def change_index(node, names):
    if isinstance(node, ast.Subscript):
        for new in *shifted(node.slice), ast.Constant(0), ast.Constant(1), ast.Constant(-1):
            yield "index", ast.Subscript(node.value, new, node.ctx)


def change_local_name(node, names):
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in names:
        for name in names:
            if name != node.id:
                yield "name", ast.Name(name, ast.Load())


def change_statement(node, names):
    if isinstance(node, ast.stmt) and not isinstance(node, ast.FunctionDef | ast.Pass):
        yield "statement deleted", ast.Pass()
    if isinstance(node, ast.Assign | ast.Expr):
        yield "statement twice", ast.If(ast.Constant(True), [node, node], [])


def change_collection(node, names):
    if isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Load):
        items = node.elts
        yield "order", ast.Tuple(items[1:] + items[:1], node.ctx)
        yield "order", ast.Tuple(items[-1:] + items[:-1], node.ctx)
        yield "order", ast.Tuple(items[::-1], node.ctx)
        for i in range(len(items)):
            yield "item dropped", ast.Tuple(items[:i] + items[i + 1 :], node.ctx)
            yield "item alone", items[i]
    if isinstance(node, ast.Dict):
        keys, values = node.keys, node.values
        yield "order", ast.Dict(keys, values[1:] + values[:1])
        for i in range(len(keys)):
            yield "item dropped", ast.Dict(keys[:i] + keys[i + 1 :], values[:i] + values[i + 1 :])


CHANGES = [change for name, change in list(globals().items()) if name.startswith("change_")]


def slots(tree):
    """Every place of the tree that holds a node: its parent, field, index in it, and the node."""
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            for i, node in enumerate(value if isinstance(value, list) else [value]):
                if isinstance(node, ast.AST):
                    yield parent, field, i, node


def replaced(tree, parent, field, i, new):
    """The text of the tree with another node in a slot; the tree is left as it was."""
    value = getattr(parent, field)
    setattr(parent, field, [*value[:i], new, *value[i + 1 :]] if isinstance(value, list) else new)
    text = ast.unparse(tree)
    setattr(parent, field, value)
    return text


def local_names(tree):
    function = tree.body[0]
    names = [node for node in ast.walk(function) if isinstance(node, ast.Name)]
    stored = [name.id for name in names if isinstance(name.ctx, ast.Store)]
    return list(dict.fromkeys([argument.arg for argument in function.args.args] + stored))


def syntax(source):
    """Kind and text of every version with one node changed."""
    tree = bare(source)
    names = local_names(tree)
    for *slot, node in list(slots(tree)):
        for change in CHANGES:
            for kind, new in change(node, names):
                yield kind, replaced(tree, *slot, new)


# 2. The right function, wrapped.


def edited(value, edit, which, counter=None):
    """The value with its arrays edited: the first one, the last one, or all."""
    if counter is None:
        counter = iter(range(count(value)))
        wanted = {"first": {0}, "last": {count(value) - 1}, "all": set(range(count(value)))}[which]
        return edited(value, edit, wanted, counter)
    if isinstance(value, dict):
        return {key: edited(item, edit, which, counter) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return type(value)(edited(item, edit, which, counter) for item in value)
    return edit(value) if next(counter) in which else value


def count(value):
    """The number of arrays in a value."""
    if isinstance(value, dict):
        value = list(value.values())
    return sum(map(count, value)) if isinstance(value, tuple | list) else 1


def with_nan(array):
    array = np.array(array)
    array[(-1,) * array.ndim] = np.nan
    return array


EDITS = {
    "float32": lambda array: np.asarray(array).astype(np.float32),
    "float16": lambda array: np.asarray(array).astype(np.float16),
    "complex": lambda array: np.asarray(array).astype(complex),
    "object": lambda array: np.asarray(array).astype(object),
    "int": lambda array: np.asarray(array).astype(int),
    "as a list": lambda array: [np.asarray(array).tolist()],
    "as text": str,
    "empty tuple": lambda array: (),
    "None": lambda array: None,
    "one axis more": lambda array: np.asarray(array)[None],
    "shape (1, 1)": lambda array: np.atleast_2d(np.ravel(array)[0]),
    "shape (1, 3)": lambda array: np.full((1, 3), np.ravel(array)[0]),
    "transposed": lambda array: np.transpose(array),
    "flattened": np.ravel,
    "rows doubled": lambda array: np.concatenate([np.atleast_1d(array)] * 2),
    "NaN in one entry": with_nan,
    "0.1 % too large": lambda array: array * (1 + 1e-3),
    "1e-3 added": lambda array: array + 1e-3,
    "negative": lambda array: -array,
    "absolute": np.abs,
    "first column everywhere": lambda array: np.zeros_like(array) + np.asarray(array)[..., :1],
    "first row everywhere": lambda array: np.zeros_like(array) + np.asarray(array)[:1],
    "noise": lambda array: array * (1 + 1e-3 * np.random.randn()),
}
WHOLE = {
    "nothing": lambda answer: None,
    "emptied": lambda answer: type(answer)() if isinstance(answer, tuple | dict) else (),
    "as a list of its items": lambda answer: [*answer.values()],
    "as a list of its keys": list,
    "a key missing": lambda answer: dict(list(answer.items())[:-1]),
    "first key missing": lambda answer: dict(list(answer.items())[1:]),
    "an extra key": lambda answer: answer | {"L": np.ones((1, 1))},
    "keys in lower case": lambda answer: {key.lower(): item for key, item in answer.items()},
    "an extra item": lambda answer: (*answer, answer[0]),
    "an item missing": lambda answer: answer[:-1],
    "in a tuple": lambda answer: (answer,),
    "exchanged": lambda answer: answer[::-1],
}


def fresh(value):
    """A copy in which nothing is shared."""
    if isinstance(value, dict):
        return {key: fresh(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return type(value)(map(fresh, value))
    return value.copy() if isinstance(value, np.ndarray) else copy.deepcopy(value)


def same(one, two):
    """Whether two values are equal to the bit."""
    return fingerprint(one) == fingerprint(two)


def fingerprint(value):
    if isinstance(value, dict):
        return "dict", [(key, fingerprint(item)) for key, item in value.items()]
    if isinstance(value, tuple | list):
        return type(value), [fingerprint(item) for item in value]
    if isinstance(value, np.ndarray):
        return value.shape, value.dtype, value.tobytes()
    return value


def after(edit):
    """A wrapper that edits the answer."""

    def wrapper(function):
        return lambda *arguments: edit(function(*arguments))

    return wrapper


def first_answer(function):
    """Returns the answer of its first call every time."""
    answers = []

    def wrong(*arguments):
        answers.append(function(*arguments))
        return fresh(answers[0])

    return wrong


def previous_answer(function):
    """Returns the answer of the call before."""
    answers = []

    def wrong(*arguments):
        answers.append(fresh(function(*arguments)))
        return answers[max(len(answers) - 2, 0)]

    return wrong


def counted(function):
    """Is right in its first call, and a little larger in every later one."""
    answers = []

    def wrong(*arguments):
        answers.append(None)
        size = 1 + 0.01 * (len(answers) - 1)
        return edited(function(*arguments), lambda array: array * size, "all")

    return wrong


def public_only(public, otherwise):
    """Right for the public arguments, and otherwise something else."""

    def wrapper(function):
        def wrong(*arguments):
            if any(same(arguments, shown) for shown in public):
                return function(*arguments)
            return otherwise(function, arguments)

        return wrong

    return wrapper


def hard_coded(public):
    """The answer of the first public case, whatever the arguments."""
    return lambda function: lambda *arguments: function(*fresh(public[0]))


def only_if(condition, edit=lambda array: array * 1.01 + 1e-4):
    """Right where the condition on the arguments holds, and otherwise a little off."""

    def wrapper(function):
        def wrong(*arguments):
            answer = function(*arguments)
            return answer if condition(*arguments) else edited(answer, edit, "all")

        return wrong

    return wrapper


def write(value, amount):
    """Add the amount to every array of an argument, in place; to a list, another item."""
    if isinstance(value, np.ndarray):
        value += amount
    elif isinstance(value, dict):
        for item in value.values():
            write(item, amount)
    elif isinstance(value, tuple | list):
        for item in value:
            write(item, amount)


def grow(value, amount):
    """Put something more into a dictionary or a list."""
    if isinstance(value, dict):
        value["L"] = amount
    elif isinstance(value, list):
        value.append(value[-1])


def shrink(value, amount):
    """Take something out of a dictionary or a list."""
    if isinstance(value, dict):
        value.popitem()
    elif isinstance(value, list):
        value.pop()


def writing(position, change, amount):
    """The right answer, but an argument is changed in place afterwards."""

    def wrapper(function):
        def wrong(*arguments):
            answer = fresh(function(*arguments))
            change(arguments[position], amount)
            return answer

        return wrong

    return wrapper


def wrappers(function, public, conditions, extra_keys):
    """Kind, name and wrapper of every wrong version made around the right function.

    Arguments:
        public: the arguments of the public cases.
        conditions: {name: a condition on the arguments}.
        extra_keys: whether a returned dictionary may hold more than is asked for.
    """
    answer = function(*fresh(public[0]))
    for name, edit in EDITS.items():
        for which in ["all"] if count(answer) == 1 else ["first", "last", "all"]:
            change = functools.partial(edited, edit=edit, which=which)
            yield "edited", f"{which}: {name}", after(change)
    for name, edit in WHOLE.items():
        if not (extra_keys and name == "an extra key"):  # nobody reads them
            yield "container", name, after(edit)
    yield "replay", "first answer again", first_answer
    yield "replay", "previous answer", previous_answer
    yield "replay", "larger with every call", counted
    yield "replay", "hard-coded", hard_coded(public)
    yield "public only", "else doubled", public_only(public, _doubled)
    yield "public only", "else zero", public_only(public, _zero)
    yield "public only", "else nothing", public_only(public, lambda function, arguments: None)
    for name, condition in conditions.items():
        yield "right only if", name, only_if(condition)
    for position in range(len(public[0])):
        for amount in 0, 1:
            yield "writes", f"argument {position} += {amount}", writing(position, write, amount)
        yield "writes", f"argument {position} grows", writing(position, grow, 1)
        yield "writes", f"argument {position} shrinks", writing(position, shrink, 1)


def _doubled(function, arguments):
    return edited(function(*arguments), lambda array: array * 2 + 1e-3, "all")


def _zero(function, arguments):
    return edited(function(*arguments), np.zeros_like, "all")


# 3. Which of them are wrong?


def differences(want, got, extra_keys=False, tolerance=1e-9):
    """The kinds of differences between two answers; a tuple may be a list, a number 0-d."""
    if isinstance(want, dict):
        if not isinstance(got, dict):
            yield "form"
        elif not want.keys() <= got.keys() or (got.keys() - want.keys() and not extra_keys):
            yield "value"
        else:
            for key in want:
                yield from differences(want[key], got[key], extra_keys, tolerance)
    elif isinstance(want, tuple | list):
        if not isinstance(got, tuple | list):
            yield "form"
        elif len(want) != len(got):
            yield "value"
        else:
            for pair in zip(want, got, strict=True):
                yield from differences(*pair, extra_keys, tolerance)
    elif isinstance(want, str):
        if want != got:
            yield "value"
    elif np.asarray(want).dtype.kind in "biu":  # counts and labels: 1, 1.0 and True say the same
        if (
            not isinstance(got, np.ndarray | np.generic | float | int)
            or np.asarray(got).dtype.kind not in "biuf"
        ):
            yield "form"
        elif np.shape(want) != np.shape(got) or not np.array_equal(want, got):
            yield "value"
    elif not isinstance(got, np.ndarray | np.generic | float):
        yield "form"
    else:
        if np.asarray(want).dtype != np.asarray(got).dtype:
            yield "form"
        if np.shape(want) != np.shape(got) or not close(want, got, tolerance):
            yield "value"


def close(want, got, tolerance):
    """Whether two arrays agree within a relative tolerance."""
    smallest = 1e-12 * np.max(np.abs(want), initial=0)
    return np.allclose(np.asarray(got).astype(complex), want, rtol=tolerance, atol=smallest)


# 4. All of them.


class Mutation:
    """The mutants of the exercises of a notebook.

    For each exercise, `notebook_NN/cases.py` holds in
        ALLOWED: a function of a generator of random numbers and the solved namespace that yields
            arguments that the contract allows;
    and `notebook_NN/mistakes.py` in
        RIGHT_ONLY_IF: {name: a condition on the arguments}; may be missing. A mutant is right only
            where the condition holds.
    """

    def __init__(self, master):
        self.tests = exercises(master).tests
        self.exercises = list(self.tests)
        self.cells = sources(master) | references(master)
        self.right = solutions(master)
        self.public = {
            name: [case() for case in test.exercise.public] for name, test in self.tests.items()
        }
        notebook = module_name(master)
        self.allowed = part(notebook, "cases").ALLOWED
        self.conditions = getattr(part(notebook, "mistakes"), "RIGHT_ONLY_IF", {})
        self.mistakes = mistakes(master)
        self._mutants, self._contexts = {}, {}

    def compiled(self, exercise, source):
        """The function that the text defines, among the right versions of the others."""
        namespace = dict(self.right)
        exec(source, namespace)
        return namespace[exercise]

    def mutants(self, exercise: str) -> list[Mutant]:
        """The mutants of an exercise, in a fixed order; texts that do not compile are left out."""
        if exercise not in self._mutants:
            self._mutants[exercise] = [*self._texts(exercise), *self._wrapped(exercise)]
        return self._mutants[exercise]

    def _wrapped(self, exercise):
        conditions = self.conditions.get(exercise, {})
        right, extra_keys = self.right[exercise], self.tests[exercise].exercise.extra_keys
        for kind, name, wrapper in wrappers(right, self.public[exercise], conditions, extra_keys):
            make = functools.partial(wrapper, right)
            yield Mutant(f"{kind}: {name}", exercise, kind, f"{kind}: {name}", make)

    def _texts(self, exercise):
        cell = self.cells[exercise]
        seen = {ast.unparse(bare(cell))}
        texts = [("mistake", row.source) for row in self.mistakes if row.exercise == exercise]
        for number, (kind, source) in enumerate(texts + list(syntax(cell)), start=1):
            try:
                source = ast.unparse(bare(source))
                compile(source, exercise, "exec")
            except SyntaxError:
                continue
            if source not in seen:
                seen.add(source)
                make = functools.partial(self.compiled, exercise, source)
                yield Mutant(f"{kind} {number}", exercise, kind, source, make)

    def verdict(self, mutant):
        """How the mutant differs from the master on random arguments that the contract allows.

        Returns:
            "value": it raises, or returns other keys, shapes or values.
            "form": another type, or it changes its arguments.
            "equivalent": no difference.
        """
        found = set()
        state = np.random.get_state()
        asked, contexts = self.tests[mutant.exercise].exercise, self.contexts(mutant.exercise)
        try:
            function = mutant.make()
            for number, (arguments, answer) in enumerate(contexts):
                np.random.seed(1000 + number)
                given = fresh(arguments)
                got = self.facts(mutant.exercise, function(*given), arguments)
                found |= set(differences(answer, got, asked.extra_keys, asked.tolerance))
                if not same(arguments, given):
                    found.add("form")
                if "value" in found:
                    return "value"
        except Exception:
            return "value"
        finally:
            np.random.set_state(state)
        return "form" if found else "equivalent"

    def facts(self, exercise, answer, arguments):
        """An answer, or what must be true of it where there are many right ones."""
        facts = self.tests[exercise].exercise.facts
        return facts(fresh(answer), *fresh(arguments)) if facts else answer

    def contexts(self, exercise):
        """Random arguments of the function, with the right answers; the first comes last again."""
        if exercise not in self._contexts:
            rng = np.random.default_rng(20240 + self.exercises.index(exercise))
            cases = list(self.allowed[exercise](rng, self.right))
            cases += cases[:1]
            right = self.right[exercise]
            answers = [self.facts(exercise, right(*fresh(case)), case) for case in cases]
            self._contexts[exercise] = list(zip(cases, answers, strict=True))
        return self._contexts[exercise]

    def is_right_in_public_cases(self, mutant: Mutant) -> bool:
        """Whether a test that looks only at the values of the public cases would accept it."""
        right = self.right[mutant.exercise]
        try:
            function = mutant.make()
            return not any(
                "value"
                in differences(
                    *(
                        self.facts(mutant.exercise, version(*fresh(arguments)), arguments)
                        for version in (right, function)
                    )
                )
                for arguments in self.public[mutant.exercise]
            )
        except Exception:
            return False
