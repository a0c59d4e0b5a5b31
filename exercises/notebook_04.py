"""The tests of notebook 04, a deep network step by step. `public_tests.py` passes them on."""

import testCases as cases
from exercises.errors import ExerciseOpen
from exercises.expected import notebook_04 as expected
from exercises.testing import Exercises

EXERCISES = Exercises(expected)
score_card = EXERCISES.score_card

initialize_parameters_test = EXERCISES.test(
    "initialize_parameters", returns="parameters", public=[lambda: (3, 2, 1), lambda: (4, 3, 2)]
)
initialize_parameters_deep_test = EXERCISES.test(
    "initialize_parameters_deep",
    returns="parameters",
    public=[lambda: ([5, 4, 3],), lambda: ([4, 3, 2],)],
)
linear_forward_test = EXERCISES.test(
    "linear_forward", returns=("Z", "cache"), public=[cases.linear_forward_test_case]
)
linear_activation_forward_test = EXERCISES.test(
    "linear_activation_forward",
    returns=("A", "cache"),
    public=[
        lambda: (*cases.linear_activation_forward_test_case(), "sigmoid"),
        lambda: (*cases.linear_activation_forward_test_case(), "relu"),
    ],
)
L_model_forward_test = EXERCISES.test(
    "L_model_forward", returns=("AL", "caches"), public=[cases.L_model_forward_test_case_2hidden]
)
compute_cost_test = EXERCISES.test(
    "compute_cost", returns="cost", public=[lambda: tuple(reversed(cases.compute_cost_test_case()))]
)
linear_backward_test = EXERCISES.test(
    "linear_backward", returns=("dA_prev", "dW", "db"), public=[cases.linear_backward_test_case]
)
linear_activation_backward_test = EXERCISES.test(
    "linear_activation_backward",
    returns=("dA_prev", "dW", "db"),
    public=[
        lambda: (*cases.linear_activation_backward_test_case(), "sigmoid"),
        lambda: (*cases.linear_activation_backward_test_case(), "relu"),
    ],
)
L_model_backward_test = EXERCISES.test(
    "L_model_backward", returns="grads", public=[cases.L_model_backward_test_case], extra_keys=True
)
update_parameters_test = EXERCISES.test(
    "update_parameters",
    returns="parameters",
    public=[lambda: (*cases.update_parameters_test_case(), 0.1)],
)

__all__ = [name for name in globals() if name.endswith(("_test", "_test_case"))]
__all__ += ["ExerciseOpen", "score_card"]
