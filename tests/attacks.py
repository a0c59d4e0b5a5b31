"""Attacks on the grader: what each student of a hostile class hands in, and the points it must get.

Data alone: `test_adversaries.py` hands it in and looks at what came of it.
"""

import json
from textwrap import dedent
from typing import NamedTuple

FAMOUS = "compute_cost"  # the exercise that most attacks are about, 10 of the 100 points


class Attack(NamedTuple):
    """What a student hands in.

    Attributes:
        student: the name of the folder, which says what it is.
        points: what it must get.
        cells: {grade_id: source}, in place of what was released.
        solved: whether the other exercises hold the master's solutions; else they stay open.
        hand_in: what is done to the folder, a function of (folder, notebook); None for nothing.
            It may return the bytes to hand in instead of the notebook.
    """

    student: str
    points: float
    cells: dict
    solved: bool = False
    hand_in: object = None


WRONG = """
def compute_cost(AL, Y):
    return np.float64(0.25)
"""


def forge(student, code, points=0):
    """Code that wants points for a wrong compute_cost. All else is open, so 0 is what it gets."""
    code = dedent(code).strip() + "\n"
    if "def compute_cost" not in code and "compute_cost =" not in code:
        code += WRONG
    return Attack(student, points, {FAMOUS: code})


def returns(student, value, before=""):
    """A compute_cost that returns an expression."""
    return forge(student, f"{dedent(before)}\ndef compute_cost(AL, Y):\n    return {value}\n")


# ---------------------------------------------------------------- in the learner's process

JUDGES = [
    forge(
        "replaces the comparisons of numpy",
        """
        yes = lambda *a, **k: np.True_
        for place in (np, np.testing, np.ma, np.core.numeric if hasattr(np, "core") else np):
            for name in ("allclose", "isclose", "array_equal", "array_equiv", "all", "any",
                         "assert_allclose", "assert_array_equal", "assert_equal", "isfinite"):
                if hasattr(place, name):
                    setattr(place, name, yes)
        """,
    ),
    forge(
        "replaces the public tests",
        """
        import public_tests
        for name in [n for n in dir(public_tests) if n.endswith("_test")]:
            passed = lambda target: print(" All tests passed.")
            setattr(public_tests, name, passed)
            globals()[name] = passed
        """,
    ),
    forge(
        "replaces the ladder",
        """
        import exercises.compare, exercises.diagnose, exercises.ladder, exercises.testing
        import public_tests
        for module in (exercises.compare, exercises.diagnose, exercises.ladder,
                       exercises.testing, public_tests):
            for name in ("judge", "compare", "difference", "changed_argument", "recognise",
                         "right_answers", "all_answers"):
                setattr(module, name, lambda *a, **k: None)
        """,
    ),
    forge(
        "replaces the module public_tests",
        """
        import sys, types
        module = types.ModuleType("public_tests")
        module.__getattr__ = lambda name: lambda target: 10.0
        sys.modules["public_tests"] = sys.modules["exercises.errors"] = module
        """,
    ),
    forge(
        "replaces the expected values",
        """
        from exercises.expected import notebook_04 as expected
        from exercises.notebook_04 import EXERCISES
        for table in (expected.PUBLIC, EXERCISES.tables["PUBLIC"]):
            table["compute_cost"] = [np.float64(0.25)]
        for table in (expected.FRESH, EXERCISES.tables["FRESH"]):
            table["compute_cost"] = []
        """,
    ),
    forge(
        "replaces builtins",
        """
        import builtins
        builtins.isinstance = lambda *_: True
        builtins.all = builtins.any = lambda *_: True
        builtins.Exception = builtins.AssertionError = type("Nothing", (BaseException,), {})
        """,
    ),
    forge(
        "rewrites cells as they come",
        """
        def passed(lines):
            return ["10.0\\n"]
        shell = get_ipython()
        shell.input_transformers_post.append(passed)
        shell.input_transformers_cleanup.append(passed)
        shell.ast_transformers.append(passed)
        """,
    ),
    forge(
        "patches ipython",
        """
        shell = get_ipython()
        shell.run_cell = lambda *a, **k: None
        type(shell).run_cell = lambda *a, **k: None
        shell.events.register("post_run_cell", lambda *_: print(" All tests passed."))
        shell.set_custom_exc((Exception,), lambda *_: ["10.0"])
        """,
    ),
    forge("prints that all is well", 'print(" All tests passed."); print("100.0\\n10.0")'),
    forge(
        "prints it in each call",
        """
        def compute_cost(AL, Y):
            print(" All tests passed.\\n10.0")
            return 10.0
        """,
    ),
    forge("ends with ten points", "10.0\n" + WRONG + "\n10.0"),
    forge(
        "raises a counterfeit ExerciseOpen",
        """
        from exercises.errors import ExerciseOpen
        def compute_cost(AL, Y):
            raise ExerciseOpen(6, "compute_cost")
        """,
    ),
    forge(
        "raises a counterfeit WrongAnswer",
        """
        class WrongAnswer(AssertionError):
            cause, reason, points, learner = "", None, 10.0, "10.0"
            def __float__(self): return 10.0
        def compute_cost(AL, Y):
            raise WrongAnswer("10.0 of 10 points.")
        """,
    ),
    forge("raises SystemExit", "def compute_cost(AL, Y):\n    raise SystemExit(0)"),
    forge("raises StopIteration", "def compute_cost(AL, Y):\n    raise StopIteration(10.0)"),
    forge("raises KeyboardInterrupt", "def compute_cost(AL, Y):\n    raise KeyboardInterrupt"),
    forge("raises GeneratorExit", "def compute_cost(AL, Y):\n    raise GeneratorExit"),
    forge("leaves by sys.exit in the cell", WRONG + "import sys\nsys.exit(0)"),
    forge(
        "raises what cannot be printed",
        """
        class Hostile(Exception):
            def __str__(self): raise SystemExit
            __repr__ = __str__
            def __reduce__(self): return (print, (" All tests passed.",))
            __module__ = property(lambda self: 1 / 0)
        Hostile.__name__ = Hostile.__qualname__ = "A\\n<script>alert(1)</script>" * 9
        def compute_cost(AL, Y):
            raise Hostile("a", "b")
        """,
    ),
    forge(
        "traces every call",
        """
        import sys, threading
        def look(frame, event, arg):
            for name in ("expected", "wrong", "problem"):
                if name in frame.f_locals:
                    frame.f_locals[name] = None
            return look
        sys.settrace(look); sys.setprofile(look); threading.settrace(look)
        """,
    ),
    forge(
        "handles signals and exits",
        """
        import atexit, signal, os
        atexit.register(print, " All tests passed.")
        for number in range(1, 65):
            try:
                signal.signal(number, lambda *_: print("10.0"))
            except (OSError, ValueError):
                pass
        signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)
        """,
    ),
    forge("deletes numpy", WRONG + "\ndel np\nimport sys; del sys.modules['numpy']"),
    forge("lifts numpy's errors", "np.seterr(all='raise')\nnp.set_printoptions(threshold=1)"),
]

LIARS = [
    returns(
        "an object that equals everything",
        "Liar()",
        """
        class Liar:
            shape, dtype, ndim, size, T = (), np.dtype(float), 0, 1, 0.5
            def __eq__(self, other): return True
            __ne__ = lambda self, other: False
            __le__ = __lt__ = __ge__ = __gt__ = __eq__
            __hash__ = lambda self: 1
            __float__ = lambda self: 0.5
            __array__ = lambda self, *a, **k: np.array(0.5)
            __sub__ = __rsub__ = __abs__ = lambda self, *_: 0.0
        """,
    ),
    returns(
        "an object that takes over numpy",
        "Liar()",
        """
        class Liar:
            def __array_function__(self, *_): return np.True_
            def __array_ufunc__(self, *_, **__): return np.True_
            __array_priority__ = 1e9
        """,
    ),
    returns(
        "an array of a lying class",
        "np.zeros(()).view(Liar)",
        """
        class Liar(np.ndarray):
            def __array_function__(self, *_): return np.True_
            def __array_ufunc__(self, *_, **__): return np.True_
            def tobytes(self, *_): return b"10.0"
            __eq__ = lambda self, other: True
        """,
    ),
    returns(
        "a float of a lying class",
        "Liar(0.25)",
        """
        class Liar(float):
            __eq__ = lambda self, other: True
            __float__ = lambda self: 0.2797765635793423
            __hash__ = float.__hash__
            reason, points = None, 10.0
        """,
    ),
    returns(
        "a string of a lying class",
        "Liar('10.0')",
        "class Liar(str):\n    __getitem__ = lambda *_: 10.0\n    __str__ = lambda s: chr(0)",
    ),
    returns("a matrix", "np.matrix([[0.25]])"),
    returns("a masked array", "np.ma.masked_all(())"),
    returns("a memory map", "np.memmap('/tmp/map', mode='w+', shape=(1,))"),
    returns("not a number", "np.float64('nan')"),
    returns("infinity", "np.float64('inf')"),
    returns("an empty array", "np.zeros((0, 2))"),
    returns("an array of objects", "np.array([Liar()], dtype=object)", "class Liar: pass"),
    returns("an array of texts", "np.array('0.25')"),
    returns("an array of dates", "np.array(['2024-01-01'], 'M8[D]')"),
    returns("a record array", "np.zeros(1, [('f', 'f8')])"),
    returns("long doubles", "np.longdouble(0.25)"),
    returns("a huge integer", "10 ** 400"),
    returns("a huger integer", "1 << 100_000"),
    returns("a function", "compute_cost"),
    returns("a test", "compute_cost_test"),
    returns("a generator", "(x for x in [0.25])"),
    returns("a module", "np"),
    returns("itself as a list", "loop", "loop = []\nloop.append(loop)"),
    returns("a list a thousand deep", "deep", "deep = []\nfor _ in range(1000): deep = [deep]"),
    returns("a list of a million", "[0.25] * 1_000_000"),
    returns("an array of 100 MB", "np.zeros(100 << 17)"),
    returns("an array of 15 MB", "np.zeros(15 << 17)"),
    returns("half a letter", r"'\ud800 and \x00 and \udfff' * 9"),
    returns(
        "hostile keys",
        "{Key(): 1, None: 2, (1, (2,)): 3, '\\ud800': 4, float('nan'): 5, 10**400: 6, np: 7}",
        """
        class Key:
            __hash__ = lambda self: 1
            __eq__ = lambda self, other: 1 / 0
            __str__ = __repr__ = lambda self: 1 / 0
        """,
    ),
    returns(
        "keys that collide",
        "{k * (2**61 - 1): 0 for k in range(3000)}",
    ),
    returns(
        "a dictionary that lies",
        "Liar()",
        """
        class Liar(dict):
            items = lambda self: ((k, k) for k in iter(int, 1))
            __contains__ = lambda self, key: True
            __missing__ = lambda self, key: self
        """,
    ),
]

# The published answers are known to all. By the rule of the course, the public case alone is
# worth half of the points.
LOOKUP = """
from exercises.expected.notebook_04 import FRESH, PUBLIC
import public_tests
def {name}(*given):
    def same(one, other):
        if isinstance(one, dict):
            return list(one) == list(other) and all(same(one[k], other[k]) for k in one)
        if isinstance(one, (tuple, list)):
            return len(one) == len(other) and all(map(same, one, other))
        return np.array_equal(one, other)
    test = getattr(public_tests, "{name}_test")
    for case, answer in zip(test.exercise.public, PUBLIC["{name}"]):
        if same(case(), given):
            return answer
    for _, arguments, answer in FRESH["{name}"]:
        if same(arguments, given):
            return answer
    sizes = [np.shape(x) for x in given]
    for _, arguments, answer in FRESH["{name}"]:
        if [np.shape(x) for x in arguments] == sizes:
            return answer
    return answer
"""
EXERCISES = {
    "initialize_parameters": 5,
    "initialize_parameters_deep": 10,
    "linear_forward": 5,
    "linear_activation_forward": 10,
    "L_model_forward": 15,
    "compute_cost": 10,
    "linear_backward": 10,
    "linear_activation_backward": 10,
    "L_model_backward": 20,
    "update_parameters": 5,
}
RIGHT_COST = "-np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / Y.shape[1]"

MEMORY = [
    Attack(
        "looks up what is published, everywhere",
        0,
        {name: LOOKUP.format(name=name) for name in EXERCISES},
    ),
    forge(
        "answers by shape",
        """
        from exercises.expected.notebook_04 import FRESH
        known = {arguments[0].shape: answer for _, arguments, answer in FRESH["compute_cost"]}
        def compute_cost(AL, Y):
            return known.get(AL.shape, np.float64(0.25))
        """,
    ),
    forge(
        "is right in the first call only",
        f"""
        calls = []
        def compute_cost(AL, Y):
            calls.append(1)
            return {RIGHT_COST} if len(calls) < 2 else np.float64(0.25)
        """,
    ),
    forge(
        "is right in every other call",
        f"""
        calls = []
        def compute_cost(AL, Y):
            calls.append(1)
            return {RIGHT_COST} if len(calls) % 2 else np.float64(0.25)
        """,
    ),
]

# ---------------------------------------------------------------- the boundary

FRAMES = """
import sys, json, struct, socket, os
def up(name):
    frame = sys._getframe()
    while frame is not None:
        if name in frame.f_locals:
            return frame.f_locals[name]
        frame = frame.f_back
raw = struct.Struct("!II")
def forged(tree, body=b""):
    header = tree if isinstance(tree, bytes) else json.dumps(tree).encode()
    return raw.pack(len(header), len(body)) + header + body
def d(**entries):
    return ["d", [[["s", key], value] for key, value in entries.items()]]
def s(text):
    return ["s", text]
NONE = ["v", None]
"""


def frame(student, tree, points=0, body="b''"):
    """Send a forged reply in each call of compute_cost."""
    code = f"""
def compute_cost(AL, Y):
    up("sock").sendall(forged({tree}, {body}))
    import time; time.sleep(0.05)
    os._exit(0)
"""
    return forge(student, FRAMES + code, points)


WIRE = [
    forge(
        "tries minus when the first answer was wrong",
        f"""
        asked = []
        def compute_cost(AL, Y):
            asked.append(AL.tobytes())
            return ({RIGHT_COST}) * (1 if asked.count(asked[0]) > 2 else -1)
        """,
    ),
    forge(
        "patches the wire",
        """
        import sys, json, struct, wire
        wire.pack = lambda *a, **k: b"10.0"
        wire.unpack = lambda *a, **k: 10.0
        wire._Packer.tree = lambda *a, **k: ["v", 0.25]
        json.dumps = lambda *a, **k: '["v", 10.0]'
        """,
    ),
    forge(
        "writes to every descriptor",
        FRAMES
        + """
frame = forged(d(answer=["v", 10.0], error=NONE, printed=s(" All tests passed."), points=["v", 10]))
for descriptor in range(256):
    try:
        os.write(descriptor, frame * 3)
    except OSError:
        pass
""",
    ),
    frame(
        "a reply with points",
        """d(answer=["v", 0.25], error=NONE, printed=s("10.0"), status=s("passed"),
        points=["v", 10.0], score=["v", 100.0], verdict=["v", True], exercises=["l", []])""",
    ),
    frame(
        "a state far outside",
        'd(answer=["v", 0.25], state=["t", [s("MT19937"), ["a", "<u4", '
        '[624], 0], ["v", -10**9], ["v", 0], ["v", 0.0]]])',
        body="bytes(624 * 4)",
    ),
    frame(
        "a state of zeros",  # from which NumPy never draws a normal number
        'd(answer=["v", 0.25], state=["t", [s("MT19937"), ["a", "<u4", '
        '[624], 0], ["v", 624], ["v", 0], ["v", 0.0]]])',
        body="bytes(624 * 4)",
    ),
    frame("a state of nonsense", 'd(answer=["v", 0.25], state=["l", [["v", 1]] * 50])'),
    frame("arguments of nonsense", 'd(answer=["v", 0.25], given=["l", [["v", 1], s("x")]])'),
    frame(
        "arguments rewritten",
        'd(answer=["v", 0.0], given=["t", [["t", [["a", "<f8", [1, 3], 0], ["a", "<f8", [1, 3], 0]'
        ']], ["d", []]]])',
        body="bytes(24)",
    ),
    frame("an answer that is a stand-in", 'd(answer=["f", "compute_cost"])'),
    frame("an answer of two types", 'd(answer=["g", "O", 0])'),
    frame("an error of nonsense", 'd(error=["l", [["v", 1]]])'),
    frame("a printed number", 'd(printed=["v", 10.0], answer=["v", 10.0])'),
    frame("printed megabytes", 'd(printed=s("10.0 " * 3_000_000), answer=["v", 10.0])'),
    frame("a reply that is no dictionary", '["v", 10.0]'),
    frame("a frame that is no JSON", 'b"[" * 100_000'),
    frame("a frame with a long number", 'b"1" * 5_000'),
    frame("a frame that never ends", 'd(answer=["v", 0.25])[:1] + ["x" * (15 << 20)]'),
    frame(
        "an exception with points",
        """d(error=d(type=s("WrongAnswer"), text=s("10.0"), whole=["v", True], args=["l",
        [["v", 10.0]]], traceback=s("10.0"), reason=NONE, points=["v", 10.0]))""",
    ),
    frame(
        "an exception that cannot be said",
        """d(error=d(type=s("UnicodeEncodeError"), whole=["v", True], traceback=s("10.0"),
        text=s("x"), args=["l", [s("utf-8"), s("x"), ["v", -10**9], ["v", 1 - 10**9], s("r")]]))""",
    ),
    frame(
        "an exception that ends the grader",
        'd(error=d(type=s("SystemExit"), whole=["v", True], args=["l", [["v", 0]]], text=s("0")))',
    ),
    frame(
        "an exception of a hostile name",
        'd(error=d(type=s("\\ud800\\x00<b>"), text=s("\\ud800\\x00"), traceback=s("\\ud800")))',
    ),
    frame(
        "an exception of megabytes",
        'd(error=d(type=s("KeyError"), whole=["v", True], args=["l", [s("x" * 14_000_000)]]))',
    ),
    frame(
        "arrays from the same bytes",
        'd(answer=["l", [["a", "|b1", [1 << 24], 0]] * 4000])',
        body="bytes(1 << 24)",
    ),
    frame("objects by the thousand", 'd(answer=["l", [["o", [100_000]]] * 40_000])'),
    frame("classes by the thousand", 'd(answer=["l", [["x", "Name"]] * 290_000])'),
    frame(
        "keys that collide by the thousand",
        'd(answer=["d", [[["v", k * (2**61 - 1)], NONE] for k in range(70_000)]])',
    ),
]

# ---------------------------------------------------------------- looking for answers

SEARCH = [
    forge(
        "searches memory for the answers",
        """
        import gc, sys
        def compute_cost(AL, Y):
            found = [o for o in gc.get_objects() if isinstance(o, (dict, list, tuple)) and any(
                x is AL or x is Y for x in (o.values() if isinstance(o, dict) else o))]
            for place in found:
                for value in (place.values() if isinstance(place, dict) else place):
                    if type(value) is np.float64:
                        return value
            return np.float64(0.25)
        """,
    ),
    forge(
        "searches the frames for the answers",
        """
        import inspect
        def compute_cost(AL, Y):
            for frame in inspect.stack():
                for names in (frame.frame.f_locals, frame.frame.f_globals):
                    for name in ("expected", "answer", "cases", "FRESH", "PUBLIC"):
                        if type(names.get(name)) is np.float64:
                            return names[name]
            return np.float64(0.25)
        """,
    ),
    forge(
        "reads memory by ctypes",
        """
        import ctypes, struct
        def compute_cost(AL, Y):
            start = AL.__array_interface__["data"][0]
            for around in range(-4096, 4096, 8):
                value = ctypes.c_double.from_address(start + around).value
                if 0 < value < 1 and value not in AL:
                    return np.float64(value)
            return np.float64(0.25)
        """,
    ),
    forge(
        "calls the master",
        """
        import json, glob
        AT = "/released", "/grader", "/home", "/srv", "/var", "/tmp", "/root", "/mnt"
        for path in [p for at in AT for p in glob.glob(at + "/**/04-*.ipynb", recursive=True)]:
            for cell in json.load(open(path))["cells"]:
                source = "".join(cell["source"])
                if "Exercise 6: compute_cost" in source and "np.log" in source:
                    exec(source, globals())
        try:
            compute_cost
        except NameError:
            def compute_cost(AL, Y): return np.float64(0.25)
        """,
    ),
    forge(
        "imports the grader",
        """
        import importlib, sys
        for name in ("authoring.masters", "authoring.expected", "grading.execution",
                     "grading.assignment", "authoring.mistakes", "nbgrader_config"):
            try:
                module = importlib.import_module(name)
                print("imported", name)
                for master in module.masters():
                    exec(module.solutions(master).get("compute_cost", ""))
            except Exception:
                pass
        """,
    ),
    forge(
        "opens the gradebook",
        """
        import sqlite3, glob
        AT = "/released", "/grader", "/home", "/srv", "/var", "/tmp", "/root", "/mnt"
        for path in [p for at in AT for p in glob.glob(at + "/**/gradebook.db", recursive=True)]:
            try:
                with sqlite3.connect(path) as book:
                    book.execute("update grade set manual_score = 15, auto_score = 15")
                    print("gradebook", path)
            except sqlite3.Error:
                pass
        """,
    ),
    forge(
        "plants start-up files",
        """
        import os, site, sys, sysconfig
        places = [os.path.expanduser("~/.ipython/profile_default/startup"), "/tmp", "/released",
                  "/grader", os.getcwd(), site.getusersitepackages(), sysconfig.get_path("purelib"),
                  os.path.expanduser("~/.jupyter"), os.path.expanduser("~/.config/matplotlib")]
        for place in places:
            for name in ("sitecustomize.py", "usercustomize.py", "forge.pth", "00-forge.py",
                         "numpy.py", "public_tests.py", "wire.py", "conftest.py"):
                try:
                    os.makedirs(place, exist_ok=True)
                    with open(os.path.join(place, name), "w") as file:
                        file.write("import sys; print(' All tests passed.')\\n")
                except OSError:
                    pass
        """,
    ),
]

# ---------------------------------------------------------------- the system

SYSTEM = [
    forge(
        "kills what it can",
        """
        import os, signal
        for pid in (os.getppid(), -os.getppid() or -1, *range(2, 300)):
            try:
                if pid:
                    os.kill(pid, signal.SIGKILL)
            except OSError:
                pass
        """,
    ),
    forge(
        "kills all",
        """
        import os, signal
        try:
            os.kill(-1, signal.SIGKILL)
        except ProcessLookupError:
            pass  # there was nobody
        """,
    ),
    forge("kills its group", "import os, signal\nos.kill(0, signal.SIGKILL)"),
    forge(
        "takes what it must not",
        """
        import ctypes, os, resource
        libc = ctypes.CDLL(None, use_errno=True)
        gained = []
        for name, call in {
            "setuid": lambda: libc.setuid(0) == 0,
            "ptrace": lambda: libc.ptrace(16, os.getppid() or 1, 0, 0) == 0,
            "mount": lambda: libc.mount(b"proc", b"/proc", b"proc", 0, None) == 0,
            "umount": lambda: libc.umount2(b"/proc", 2) == 0,
            "remount": lambda: libc.mount(b"none", b"/", None, 32 | 4096, None) == 0,
            "chroot": lambda: libc.chroot(b"/tmp") == 0,
            "mknod": lambda: libc.mknod(b"/tmp/disk", 0o60666, 0x800) == 0,
            "nice": lambda: libc.nice(-5) == -5,
            "sethostname": lambda: libc.sethostname(b"forged", 6) == 0,
            "reboot": lambda: libc.reboot(0) == 0,
        }.items():
            if call():
                gained.append(name)
        for name in ("AS", "NPROC", "FSIZE", "NOFILE", "CPU", "CORE"):
            kind = getattr(resource, "RLIMIT_" + name)
            try:
                resource.setrlimit(kind, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
                gained.append(name)
            except (ValueError, OSError):
                pass
        print("gained", gained)
        """,
    ),
    forge(
        "digs a namespace deeper",
        """
        import ctypes, os
        libc = ctypes.CDLL(None, use_errno=True)
        gained = []
        if libc.unshare(0x10000000 | 0x20000) == 0:
            for place in (b"/proc", b"/tmp", b"/dev/shm", b"/"):
                if libc.umount2(place, 2) == 0:
                    gained.append(place)
            if libc.mount(b"proc", b"/proc", b"proc", 0, None) == 0:
                gained.append("proc")
            if libc.mount(b"none", b"/", None, 32 | 4096, None) == 0:
                gained.append("writable")
        print("gained", gained)
        """,
    ),
    forge(
        "calls home",
        """
        import socket
        gained = []
        for kind, address in ((socket.AF_INET, ("1.1.1.1", 53)),
                              (socket.AF_INET, ("127.0.0.1", 22)),
                              (socket.AF_UNIX, "/run/dbus/system_bus_socket"),
                              (socket.AF_UNIX, "/var/run/docker.sock")):
            try:
                with socket.socket(kind) as there:
                    there.settimeout(0.2)
                    there.connect(address)
                gained.append(address)
            except OSError:
                pass
        try:
            gained.append(socket.getaddrinfo("example.com", 80))
        except OSError:
            pass
        print("gained", gained)
        """,
    ),
    forge(
        "asks the kernel for more",
        """
        import ctypes, os, fcntl, glob, socket
        libc = ctypes.CDLL(None, use_errno=True)
        machine = os.uname().machine
        gained = []
        for name, call in {
            "a user namespace": lambda: os.waitpid(os.fork() or os._exit(
                libc.unshare(0x10000000 | 0x40000000) + 1), 0)[1] == 256,
            "a user namespace by clone": lambda: libc.syscall(
                {"x86_64": 56, "aarch64": 220}[machine], 0x10000000 | 17, 0, 0, 0, 0) >= 0,
            "memory in a file": lambda: os.memfd_create("kept"),
            "shared memory": lambda: libc.shmget(4711, 4096, 0o1666) >= 0,
            "a message queue": lambda: libc.msgget(4711, 0o1666) >= 0,
            "a semaphore": lambda: libc.semget(4711, 1, 0o1666) >= 0,
            "a socket of the internet": lambda: socket.socket(),
            "a socket to the kernel": lambda: socket.socket(16, socket.SOCK_RAW),
            "a socket to the host": lambda: socket.socket(40, socket.SOCK_STREAM),
            "a socket of ciphers": lambda: socket.socket(38, socket.SOCK_SEQPACKET),
            "io_uring": lambda: libc.syscall(425, 1, ctypes.create_string_buffer(120)) >= 0,
            "userfaultfd": lambda: libc.syscall(
                {"x86_64": 323, "aarch64": 282}[machine], 1) >= 0,
            "inotify": lambda: libc.inotify_init() >= 0,
            "a hint for whoever opens the file": lambda: fcntl.fcntl(
                os.open(glob.glob("/released/*.py")[0], 0), 1036, bytes([3] + [0] * 7)),
            "a pseudo-terminal": lambda: os.openpty(),
            "the time of a device": lambda: os.utime("/dev/null") is None,
            "the name of the machine": lambda: os.uname().nodename != "sandbox",
        }.items():
            try:
                if call():
                    gained.append(name)
            except OSError:
                pass
        print("gained", gained)
        """,
    ),
    forge(
        "reads what is not its own",
        """
        gained = []
        for path in ("/etc/passwd", "/etc/shadow", "/etc/hostname", "/proc/1/environ",
                     "/proc/self/maps", "/proc/self/environ", "/sys/kernel", "/home", "/var",
                     "/run", "/dev/mem", "/dev/sda", "/dev/vda", "/dev/kmsg", "/dev/tty"):
            try:
                import os
                gained += [path] if os.path.isdir(path) and os.listdir(path) else []
                with open(path, "rb") as file:
                    gained += [path] if file.read(1) else []
            except OSError:
                pass
        print("gained", gained)
        """,
    ),
    forge(
        "stays in the background",
        """
        import os, threading, time
        def alter():
            while True:
                for place in ("/tmp", "/dev/shm", "/released", "/grader", "."):
                    try:
                        with open(place + "/public_tests.py", "w") as file:
                            file.write("raise SystemExit")
                    except OSError:
                        pass
                time.sleep(0.01)
        threading.Thread(target=alter, daemon=False).start()
        for _ in range(3):
            if os.fork() == 0:
                os.setsid()
                if os.fork() == 0:
                    alter()
                os._exit(0)
        """,
    ),
    forge(
        "goes too deep",
        """
        import sys
        sys.setrecursionlimit(10 ** 9)
        def compute_cost(AL, Y):
            return compute_cost(AL, Y)
        """,
    ),
    forge("runs magics", "%%javascript\nalert(1)\n" + WRONG),
    forge("runs html", "%%html\n<script>alert(1)</script>\n" + WRONG),
    forge("runs a shell", "!id; sh -c 'kill -9 -1'\n%run /released/public_tests.py\n%reset -f\n"),
    forge("waits at the top", "import asyncio\nawait asyncio.sleep(0)\n" + WRONG),
    forge(
        "shows pages",
        """
        from IPython.display import HTML, Javascript, Markdown, display
        display(HTML("<script>alert(1)</script>"), Javascript("alert(1)"), Markdown("<b>x"))
        print("<script>alert(1)</script>")
        """,
    ),
    Attack(
        "defines the others' functions",
        5,
        {
            "initialize_parameters": "# Exercise 1: initialize_parameters\n"
            + "".join(f"{name} = lambda *a: np.float64(0.25)\n" for name in EXERCISES)
            + """
def initialize_parameters(n_x, n_h, n_y):
    np.random.seed(1)
    W1 = np.random.randn(n_h, n_x) * 0.01
    W2 = np.random.randn(n_y, n_h) * 0.01
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}
"""
        },
    ),
]


# ---------------------------------------------------------------- the files


def cell_of(notebook, grade_id):
    """The place of a cell in a notebook, and the cell."""
    return next(
        (place, cell)
        for place, cell in enumerate(notebook["cells"])
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == grade_id
    )


def file_forge(student, points=0, cells=None):
    """Turn a function of (folder, notebook) into an attack of a student with a wrong cost."""

    def decorate(hand_in):
        attack = Attack(student, points, {FAMOUS: WRONG} if cells is None else cells)
        FILES.append(attack._replace(hand_in=hand_in))
        return hand_in

    return decorate


FILES = []


@file_forge("ships modules")
def ships_modules(folder, notebook):
    bad = "def __getattr__(name): return lambda *a, **k: print(' All tests passed.')\n"
    for name in ("numpy", "matplotlib", "exercises", "sitecustomize", "conftest", "ladder"):
        (folder / f"{name}.py").write_text(bad)
    (folder / "public_tests").mkdir()
    (folder / "public_tests" / "__init__.py").write_text(bad)
    (folder / "forge.pth").write_text("import os; os._exit(0)\n")
    (folder / ".ipython" / "profile_default" / "startup").mkdir(parents=True)
    (folder / ".ipython" / "profile_default" / "startup" / "00.py").write_text(bad)
    (folder / "nbgrader_config.py").write_text("raise SystemExit\n")


@file_forge("marks the tests to be skipped")
def marks_skipped(folder, notebook):
    for cell in notebook["cells"]:
        cell["metadata"]["tags"] = ["skip-execution", "raises-exception", "remove-cell"]


@file_forge("rewrites the tests")
def rewrites_tests(folder, notebook):
    for name in EXERCISES:
        cell_of(notebook, f"{name}_test")[1]["source"] = "10.0"


@file_forge("raises its points")
def raises_points(folder, notebook):
    for cell in notebook["cells"]:
        mark = cell["metadata"].get("nbgrader")
        if mark:
            mark.update(points=1000, grade=True, locked=False, schema_version=99, task=True)


@file_forge("adds graded cells")
def adds_graded_cells(folder, notebook):
    place, cell = cell_of(notebook, "compute_cost_test")
    for extra in (1000.0, 10.0, -5.0):
        copy = json.loads(json.dumps(cell))
        copy.update(source=f"{extra}", id=f"extra-{abs(int(extra))}")
        notebook["cells"].insert(place, copy)


@file_forge("is graded before it is run")
def holds_outputs(folder, notebook):
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["execution_count"] = 1
            cell["outputs"] = [
                {
                    "output_type": "execute_result",
                    "execution_count": 1,
                    "metadata": {},
                    "data": {"text/plain": "10.0", "text/html": "<script>alert(1)</script>"},
                }
            ]


@file_forge("writes scripts everywhere")
def writes_scripts(folder, notebook):
    script = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    for number, cell in enumerate(notebook["cells"]):
        cell["id"] = f"{number}{script}"
        if cell["cell_type"] == "markdown":
            cell["source"] = script
            cell["attachments"] = {"a.svg": {"image/svg+xml": f"<svg onload=alert(1)>{script}"}}
    notebook["metadata"] = {"title": script, "kernelspec": {"name": script, "display_name": script}}
    place, cell = cell_of(notebook, FAMOUS)
    cell["source"] += f"# {script}\nprint('''{script}''')\nraise ValueError('''{script}''')\n"


@file_forge("names another kernel")
def names_another_kernel(folder, notebook):
    notebook["metadata"]["kernelspec"] = {"name": "../../tmp/forged", "language": "bash"}


@file_forge("grades itself in its solution cells")
def moves_the_marks(folder, notebook):
    _, solution = cell_of(notebook, FAMOUS)
    _, test = cell_of(notebook, "compute_cost_test")
    solution["metadata"], test["metadata"] = test["metadata"], solution["metadata"]
    solution["source"], test["source"] = "10.0", WRONG


# ---------------------------------------------------------------- correct, and odd

RIGHT = f"""
def compute_cost(AL, Y):
    return {RIGHT_COST}
"""


def odd(student, code):
    """A whole solution in which something odd is done around a right compute_cost."""
    code = dedent(code).strip() + "\n"
    return Attack(student, 100, {FAMOUS: code if "compute_cost" in code else code + RIGHT}, True)


ODD = [
    odd("perfect", ""),
    odd("warns", "import warnings\nwarnings.warn('hm')\nnp.exp(np.array([1000.0]))"),
    odd(
        "warns in every call",
        f"""
        def compute_cost(AL, Y):
            np.log(np.zeros(1)); np.exp(np.array([1000.0]))
            import warnings; warnings.warn("hm", DeprecationWarning)
            return {RIGHT_COST}
        """,
    ),
    odd("makes warnings errors", "import warnings\nwarnings.simplefilter('error')"),
    odd("makes numpy strict", "np.seterr(all='raise')"),
    odd(
        "prints to stderr",
        f"""
        import sys
        def compute_cost(AL, Y):
            print("to stderr", file=sys.stderr)
            sys.__stderr__.write("more")
            return {RIGHT_COST}
        """,
    ),
    odd(
        "leaves a thread",
        "import threading, time\nthreading.Thread(target=time.sleep, args=(60,)).start()",
    ),
    odd("leaves a process", "import os, time\nif os.fork() == 0:\n    time.sleep(60)"),
    odd(
        "leaves a subprocess",
        "import subprocess, sys\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])",
    ),
    odd("leaves plots", "for _ in range(3):\n    plt.figure(); plt.plot([1, 2]); plt.show()"),
    odd("leaves files open", "files = [open(f'/tmp/{n}', 'w') for n in range(100)]"),
    odd("changes the folder", "import os\nos.chdir('/tmp')"),
    odd("seeds what it draws", "np.random.seed(7)\nnp.random.rand(10)"),
    odd("prints a lot", "for _ in range(300):\n    print('x' * 1000)"),
    odd("ends with a value", RIGHT + "\ncompute_cost(np.array([[0.5]]), np.array([[1]]))"),
    odd("tests itself", RIGHT + "\ncompute_cost_test(compute_cost)"),
    odd("uses a magic", "%matplotlib inline\n" + RIGHT + "\n%timeit -q -n1 -r1 np.zeros(3)"),
    odd("has its own helper", f"def _cost(AL, Y):\n    return {RIGHT_COST}\ncompute_cost = _cost"),
    odd(
        "is a class",
        f"""
        class Cost:
            def __call__(self, AL, Y): return {RIGHT_COST}
        compute_cost = Cost()
        """,
    ),
]

BANK = [*JUDGES, *LIARS, *MEMORY, *WIRE, *SEARCH, *SYSTEM, *FILES]
