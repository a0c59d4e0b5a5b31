"""Search with a coverage-guided fuzzer for a frame or a notebook that breaks its reader.

    python -m pip install atheris
    python tests/fuzz.py frame -max_total_time=3600
    python tests/fuzz.py notebook -max_total_time=3600

The properties are those of test_fuzzing.py. All other arguments are libFuzzer's. A finding is
written to the current folder as `crash-*`, `timeout-*` or `oom-*`, and given as an argument it is
tried again.
"""

import sys
from pathlib import Path

import atheris

sys.path.append(str(Path(__file__).resolve().parent.parent))

with atheris.instrument_imports(include=["grading"]):
    import test_fuzzing

PROPERTIES = {
    "frame": test_fuzzing.test_frame_of_a_stranger_is_refused_or_plain_data,
    "notebook": test_fuzzing.test_notebook_of_a_stranger_is_refused_or_has_sources,
}

if __name__ == "__main__":
    name, *options = sys.argv[1:]
    # What one input may take: seconds, and megabytes of the whole process.
    bounds = ["-timeout=10", "-rss_limit_mb=1000"]
    atheris.Setup([sys.argv[0], *bounds, *options], PROPERTIES[name].hypothesis.fuzz_one_input)
    atheris.Fuzz()
