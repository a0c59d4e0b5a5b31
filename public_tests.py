"""The tests of notebook 04, under the name that its learners know: `<function>_test(function)`."""

try:
    from exercises.notebook_04 import *  # noqa: F403
except ModuleNotFoundError as missing:
    if not missing.name.startswith("exercises"):
        raise
    raise ModuleNotFoundError(
        f"public_tests.py needs {missing.name.replace('.', '/')} beside it: copy the folder "
        "exercises there from the course."
    ) from None
