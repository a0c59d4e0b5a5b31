"""Wrong versions of the exercises of notebook 02, as learners write them."""

from authoring.banks import wrong

NO_RETURN = r"\breturn"
COLUMN = r"column|\(\w+, 1\)|keepdims|rank.?1|one.?dimension|brackets"
NUMBER = r"one number|is a number|a number,|brackets|squeeze"
AVERAGE = r"\bm times|divi(de|sion) by m|average|mean"
TWO_THINGS = r"two things|returns A first|A, _ ="
RATE = r"learning.?rate"
ITERATIONS = r"iteration"

# Right but for what is replaced in them.
PROPAGATE = """
def propagate(w, b, X, Y):
    m = X.shape[1]
    A, _ = sigmoid(np.dot(w.T, X) + b)
    cost = COST
    dw = np.dot(X, (A - Y).T) / m
    db = np.sum(A - Y) / m
    return {"dw": dw, "db": db}, cost
"""
MODEL = """
def model(
    X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.5, print_cost=False
):
    w, b = initialize_with_zeros(len(X_train))
    params, grads, costs = optimize(
        w, b, X_train, Y_train, num_iterations, learning_rate, print_cost
    )
    w, b = params["w"], params["b"]
    return {
        "costs": costs,
        "Y_prediction_test": predict(w, b, X_test),
        "Y_prediction_train": predict(w, b, X_train),
        "w": w,
        "b": b,
        "learning_rate": learning_rate,
        "num_iterations": num_iterations,
    }
"""

MISCONCEPTIONS = [
    # Exercise 1
    wrong(
        "initialize_with_zeros",
        "flat",
        COLUMN,
        """
        def initialize_with_zeros(dim):
            w = np.zeros(dim)
            b = 0.0
            return w, b
        """,
    ),
    wrong(
        "initialize_with_zeros",
        "a row",
        r"\brow\b|transposed|exchanged",
        """
        def initialize_with_zeros(dim):
            w = np.zeros((1, dim))
            b = 0.0
            return w, b
        """,
    ),
    wrong(
        "initialize_with_zeros",
        "sizes as separate arguments",
        r"tuple|one argument|brackets",
        """
        def initialize_with_zeros(dim):
            w = np.zeros(dim, 1)
            b = 0.0
            return w, b
        """,
    ),
    wrong(
        "initialize_with_zeros",
        "a whole number for b",
        r"\bfloat\b|point|0\.0|whole",
        """
        def initialize_with_zeros(dim):
            w = np.zeros((dim, 1))
            b = 0
            return w, b
        """,
    ),
    wrong(
        "initialize_with_zeros",
        "an array for b",
        NUMBER,
        """
        def initialize_with_zeros(dim):
            w = np.zeros((dim, 1))
            b = np.zeros((1, 1))
            return w, b
        """,
    ),
    wrong(
        "initialize_with_zeros",
        "a bias for each input",
        r"one bias|one number|a number",
        """
        def initialize_with_zeros(dim):
            w = np.zeros((dim, 1))
            b = np.zeros((dim, 1))
            return w, b
        """,
    ),
    wrong(
        "initialize_with_zeros",
        "drawn at random",
        r"random|zero",
        """
        def initialize_with_zeros(dim):
            w = np.random.randn(dim, 1) * 0.01
            b = 0.0
            return w, b
        """,
    ),
    wrong(
        "initialize_with_zeros",
        "nothing returned",
        NO_RETURN,
        """
        def initialize_with_zeros(dim):
            w = np.zeros((dim, 1))
            b = 0.0
            print(w, b)
        """,
    ),
    wrong(
        "initialize_with_zeros",
        "for the pictures alone",
        r"fixed|right on|public",
        """
        def initialize_with_zeros(dim):
            w = np.zeros((64 if dim > 3 else dim, 1))
            b = 0.0
            return w, b
        """,
    ),
    # Exercise 2
    wrong(
        "propagate",
        "cost without its minus",
        r"minus|sign|negative",
        """
        def propagate(w, b, X, Y):
            m = X.shape[1]
            A, _ = sigmoid(w.T @ X + b)
            cost = np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
            return {"dw": X @ (A - Y).T / m, "db": np.sum(A - Y) / m}, cost
        """,
    ),
    wrong(
        "propagate",
        "gradients not averaged",
        AVERAGE,
        """
        def propagate(w, b, X, Y):
            m = X.shape[1]
            A, _ = sigmoid(w.T @ X + b)
            cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
            dw = np.dot(X, (A - Y).T)
            db = np.sum(A - Y)
            return {"dw": dw, "db": db}, cost
        """,
    ),
    wrong(
        "propagate",
        "m counts the inputs",
        r"row|inputs|shape\[1\]",
        """
        def propagate(w, b, X, Y):
            m = X.shape[0]
            A, _ = sigmoid(w.T @ X + b)
            cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
            return {"dw": X @ (A - Y).T / m, "db": np.sum(A - Y) / m}, cost
        """,
    ),
    wrong(
        "propagate",
        "label minus prediction",
        r"sign|A - Y|minus",
        """
        def propagate(w, b, X, Y):
            m = X.shape[1]
            A, _ = sigmoid(w.T @ X + b)
            cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
            return {"dw": X @ (Y - A).T / m, "db": np.sum(Y - A) / m}, cost
        """,
    ),
    wrong(
        "propagate",
        "a table of one number as the cost",
        NUMBER,
        """
        def propagate(w, b, X, Y):
            m = X.shape[1]
            A, _ = sigmoid(np.dot(w.T, X) + b)
            cost = -1 / m * (np.dot(Y, np.log(A).T) + np.dot(1 - Y, np.log(1 - A).T))
            dw = np.dot(X, (A - Y).T) / m
            db = np.sum(A - Y) / m
            return {"dw": dw, "db": db}, cost
        """,
    ),
    wrong(
        "propagate",
        "db in brackets",
        NUMBER,
        """
        def propagate(w, b, X, Y):
            m = X.shape[1]
            A, _ = sigmoid(w.T @ X + b)
            cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
            dw = X @ (A - Y).T / m
            db = np.sum(A - Y, axis=1, keepdims=True) / m
            return {"dw": dw, "db": db}, cost
        """,
    ),
    wrong(
        "propagate",
        "dw flat",
        COLUMN,
        """
        def propagate(w, b, X, Y):
            m = X.shape[1]
            A, _ = sigmoid(w.T @ X + b)
            cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
            dw = np.sum(X * (A - Y), axis=1) / m
            db = np.sum(A - Y) / m
            return {"dw": dw, "db": db}, cost
        """,
    ),
    wrong(
        "propagate",
        "entry by entry in place of a product",
        r"matrix product|adds the examples|@",
        """
        def propagate(w, b, X, Y):
            m = X.shape[1]
            A, _ = sigmoid(w.T @ X + b)
            cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
            return {"dw": X * (A - Y) / m, "db": np.sum(A - Y) / m}, cost
        """,
    ),
    wrong(
        "propagate",
        "the two results of sigmoid not taken apart",
        TWO_THINGS,
        """
        def propagate(w, b, X, Y):
            m = X.shape[1]
            A = sigmoid(w.T @ X + b)
            cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
            return {"dw": X @ (A - Y).T / m, "db": np.sum(A - Y) / m}, cost
        """,
    ),
    wrong(
        "propagate",
        "no transpose of w",
        r"transpose|w\.T",
        """
        def propagate(w, b, X, Y):
            m = X.shape[1]
            A, _ = sigmoid(np.dot(w, X) + b)
            cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
            return {"dw": np.dot(X, (A - Y).T) / m, "db": np.sum(A - Y) / m}, cost
        """,
    ),
    wrong(
        "propagate",
        "bias forgotten",
        r"\bbias\b|\bb is not",
        """
        def propagate(w, b, X, Y):
            m = X.shape[1]
            A, _ = sigmoid(np.dot(w.T, X))
            cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
            return {"dw": np.dot(X, (A - Y).T) / m, "db": np.sum(A - Y) / m}, cost
        """,
    ),
    wrong(
        "propagate",
        "squared error",
        r"squared|cross-entropy",
        """
        def propagate(w, b, X, Y):
            m = X.shape[1]
            A, _ = sigmoid(w.T @ X + b)
            cost = np.mean((A - Y) ** 2)
            return {"dw": X @ (A - Y).T / m, "db": np.sum(A - Y) / m}, cost
        """,
    ),
    wrong(
        "propagate",
        "1/m on the first term alone",
        r"brackets|both terms",
        """
        def propagate(w, b, X, Y):
            m = X.shape[1]
            A, _ = sigmoid(w.T @ X + b)
            cost = -1 / m * np.sum(Y * np.log(A)) + np.sum((1 - Y) * np.log(1 - A))
            return {"dw": X @ (A - Y).T / m, "db": np.sum(A - Y) / m}, cost
        """,
    ),
    wrong(
        "propagate",
        "the slope of the sigmoid left in",
        r"cancel|too many|A \(1 - A\)",
        """
        def propagate(w, b, X, Y):
            m = X.shape[1]
            A, _ = sigmoid(w.T @ X + b)
            cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
            dZ = (A - Y) * A * (1 - A)
            return {"dw": X @ dZ.T / m, "db": np.sum(dZ) / m}, cost
        """,
    ),
    wrong(
        "propagate",
        "base 10",
        r"natural|base",
        """
        def propagate(w, b, X, Y):
            m = X.shape[1]
            A, _ = sigmoid(w.T @ X + b)
            cost = -np.sum(Y * np.log10(A) + (1 - Y) * np.log10(1 - A)) / m
            return {"dw": X @ (A - Y).T / m, "db": np.sum(A - Y) / m}, cost
        """,
    ),
    wrong(
        "propagate",
        "Z a column",
        r"\brow\b|w\.T @ X",
        """
        def propagate(w, b, X, Y):
            m = X.shape[1]
            A, _ = sigmoid(X.T @ w + b)
            cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
            return {"dw": X @ (A - Y).T / m, "db": np.sum(A - Y) / m}, cost
        """,
    ),
    # Exercise 3
    wrong(
        "optimize",
        "uphill",
        r"uphill|climb|subtract",
        """
        def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
            costs = []
            for i in range(num_iterations):
                grads, cost = propagate(w, b, X, Y)
                w = w + learning_rate * grads["dw"]
                b = b + learning_rate * grads["db"]
                if i % 100 == 0:
                    costs.append(cost)
            return {"w": w, "b": b}, grads, costs
        """,
    ),
    wrong(
        "optimize",
        "written over w",
        r"changed its argument w",
        """
        def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
            costs = []
            for i in range(num_iterations):
                grads, cost = propagate(w, b, X, Y)
                w -= learning_rate * grads["dw"]
                b -= learning_rate * grads["db"]
                if i % 100 == 0:
                    costs.append(cost)
            return {"w": w, "b": b}, grads, costs
        """,
    ),
    wrong(
        "optimize",
        "a learning rate of its own",
        RATE,
        """
        def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
            learning_rate = 0.009
            costs = []
            for i in range(num_iterations):
                grads, cost = propagate(w, b, X, Y)
                w = w - learning_rate * grads["dw"]
                b = b - learning_rate * grads["db"]
                if i % 100 == 0:
                    costs.append(cost)
            return {"w": w, "b": b}, grads, costs
        """,
    ),
    wrong(
        "optimize",
        "no learning rate",
        RATE,
        """
        def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
            costs = []
            for i in range(num_iterations):
                grads, cost = propagate(w, b, X, Y)
                w = w - grads["dw"]
                b = b - grads["db"]
                if i % 100 == 0:
                    costs.append(cost)
            return {"w": w, "b": b}, grads, costs
        """,
    ),
    wrong(
        "optimize",
        "always a hundred iterations",
        ITERATIONS,
        """
        def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
            costs = []
            for i in range(100):
                grads, cost = propagate(w, b, X, Y)
                w = w - learning_rate * grads["dw"]
                b = b - learning_rate * grads["db"]
                if i % 100 == 0:
                    costs.append(cost)
            return {"w": w, "b": b}, grads, costs
        """,
    ),
    wrong(
        "optimize",
        "one step too many",
        r"too many|off by one|exactly num_iterations",
        """
        def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
            costs = []
            for i in range(num_iterations + 1):
                grads, cost = propagate(w, b, X, Y)
                w = w - learning_rate * grads["dw"]
                b = b - learning_rate * grads["db"]
                if i % 100 == 0:
                    costs.append(cost)
            return {"w": w, "b": b}, grads, costs
        """,
    ),
    wrong(
        "optimize",
        "counted from 1",
        r"count|wrong times|iteration 0",
        """
        def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
            costs = []
            for i in range(1, num_iterations + 1):
                grads, cost = propagate(w, b, X, Y)
                w = w - learning_rate * grads["dw"]
                b = b - learning_rate * grads["db"]
                if i % 100 == 0:
                    costs.append(cost)
            return {"w": w, "b": b}, grads, costs
        """,
    ),
    wrong(
        "optimize",
        "gradients computed once",
        r"every turn|only once|always those at the start",
        """
        def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
            costs = []
            grads, cost = propagate(w, b, X, Y)
            for i in range(num_iterations):
                w = w - learning_rate * grads["dw"]
                b = b - learning_rate * grads["db"]
                if i % 100 == 0:
                    costs.append(cost)
            return {"w": w, "b": b}, grads, costs
        """,
    ),
    wrong(
        "optimize",
        "b forgotten",
        r"\bb does not move|\bb\b.*subtract",
        """
        def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
            costs = []
            for i in range(num_iterations):
                grads, cost = propagate(w, b, X, Y)
                w = w - learning_rate * grads["dw"]
                if i % 100 == 0:
                    costs.append(cost)
            return {"w": w, "b": b}, grads, costs
        """,
    ),
    wrong(
        "optimize",
        "b moves with dw",
        r"db",
        """
        def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
            costs = []
            for i in range(num_iterations):
                grads, cost = propagate(w, b, X, Y)
                w = w - learning_rate * grads["dw"]
                b = b - learning_rate * grads["dw"]
                if i % 100 == 0:
                    costs.append(cost)
            return {"w": w, "b": b}, grads, costs
        """,
    ),
    wrong(
        "optimize",
        "every cost recorded",
        r"every iteration|100",
        """
        def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
            costs = []
            for i in range(num_iterations):
                grads, cost = propagate(w, b, X, Y)
                w = w - learning_rate * grads["dw"]
                b = b - learning_rate * grads["db"]
                costs.append(cost)
            return {"w": w, "b": b}, grads, costs
        """,
    ),
    wrong(
        "optimize",
        "cost after the step",
        r"before",
        """
        def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
            costs = []
            for i in range(num_iterations):
                grads, cost = propagate(w, b, X, Y)
                w = w - learning_rate * grads["dw"]
                b = b - learning_rate * grads["db"]
                _, cost = propagate(w, b, X, Y)
                if i % 100 == 0:
                    costs.append(cost)
            return {"w": w, "b": b}, grads, costs
        """,
    ),
    wrong(
        "optimize",
        "gradients under other keys",
        r"dw|key",
        """
        def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
            costs = []
            for i in range(num_iterations):
                grads, cost = propagate(w, b, X, Y)
                w = w - learning_rate * grads["w"]
                b = b - learning_rate * grads["b"]
                if i % 100 == 0:
                    costs.append(cost)
            return {"w": w, "b": b}, grads, costs
        """,
    ),
    wrong(
        "optimize",
        "return inside the loop",
        r"inside the loop|return",
        """
        def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
            costs = []
            for i in range(num_iterations):
                grads, cost = propagate(w, b, X, Y)
                w = w - learning_rate * grads["dw"]
                b = b - learning_rate * grads["db"]
                if i % 100 == 0:
                    costs.append(cost)
                return {"w": w, "b": b}, grads, costs
        """,
    ),
    wrong(
        "optimize",
        "starts again at zero",
        r"start|zero|fixed",
        """
        def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
            costs = []
            w, b = initialize_with_zeros(X.shape[0])
            for i in range(num_iterations):
                grads, cost = propagate(w, b, X, Y)
                w = w - learning_rate * grads["dw"]
                b = b - learning_rate * grads["db"]
                if i % 100 == 0:
                    costs.append(cost)
            return {"w": w, "b": b}, grads, costs
        """,
    ),
    # Exercise 4
    wrong(
        "predict",
        "probabilities",
        r"probabilit|0\.5",
        """
        def predict(w, b, X):
            A, _ = sigmoid(w.T @ X + b)
            return A
        """,
    ),
    wrong(
        "predict",
        "Z compared with 0.5",
        r"sigmoid|probability",
        """
        def predict(w, b, X):
            Z = np.dot(w.T, X) + b
            return (Z > 0.5).astype(float)
        """,
    ),
    wrong(
        "predict",
        "yes and no exchanged",
        r"exchanged|other way|above 0\.5",
        """
        def predict(w, b, X):
            A, _ = sigmoid(w.T @ X + b)
            return np.where(A > 0.5, 0, 1)
        """,
    ),
    wrong(
        "predict",
        "one if for all",
        r"compare|loop|one question|ambiguous.*any",
        """
        def predict(w, b, X):
            A, _ = sigmoid(w.T @ X + b)
            if A > 0.5:
                return 1
            return 0
        """,
    ),
    wrong(
        "predict",
        "flat",
        r"flat|\brow\b|\(1, m\)",
        """
        def predict(w, b, X):
            A, _ = sigmoid(w.T @ X + b)
            return np.array([1 if a > 0.5 else 0 for a in A[0]])
        """,
    ),
    wrong(
        "predict",
        "cut off to whole numbers",
        r"cuts? off|compare|becomes 0",
        """
        def predict(w, b, X):
            A, _ = sigmoid(w.T @ X + b)
            return A.astype(int)
        """,
    ),
    wrong(
        "predict",
        "the two results of sigmoid not taken apart",
        TWO_THINGS,
        """
        def predict(w, b, X):
            A = sigmoid(w.T @ X + b)
            return (A > 0.5).astype(int)
        """,
    ),
    wrong(
        "predict",
        "bias forgotten",
        r"\bbias\b|\bb is not",
        """
        def predict(w, b, X):
            A, _ = sigmoid(w.T @ X)
            return (A > 0.5).astype(int)
        """,
    ),
    wrong(
        "predict",
        "as many answers as inputs",
        r"row|columns?|index|inputs",
        """
        def predict(w, b, X):
            m = X.shape[0]
            Y_prediction = np.zeros((1, m))
            A, _ = sigmoid(w.T @ X + b)
            for i in range(m):
                Y_prediction[0, i] = 1 if A[0, i] > 0.5 else 0
            return Y_prediction
        """,
    ),
    wrong(
        "predict",
        "minus one for no",
        r"-1|no is 0",
        """
        def predict(w, b, X):
            A, _ = sigmoid(w.T @ X + b)
            return np.sign(A - 0.5)
        """,
    ),
    # Exercise 5
    wrong(
        "model",
        "settings not handed on",
        r"handed on|hand on|default",
        """
        def model(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.5, print_cost=False):
            w, b = initialize_with_zeros(X_train.shape[0])
            params, grads, costs = optimize(w, b, X_train, Y_train)
            w, b = params["w"], params["b"]
            return {"costs": costs, "Y_prediction_test": predict(w, b, X_test),
                    "Y_prediction_train": predict(w, b, X_train), "w": w, "b": b,
                    "learning_rate": learning_rate, "num_iterations": num_iterations}
        """,
    ),
    wrong(
        "model",
        "the numbers of the notebook",
        r"fixed|hand on|argument",
        """
        def model(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.5, print_cost=False):
            w, b = initialize_with_zeros(X_train.shape[0])
            params, grads, costs = optimize(w, b, X_train, Y_train, num_iterations=2000, learning_rate=0.5)
            w, b = params["w"], params["b"]
            return {"costs": costs, "Y_prediction_test": predict(w, b, X_test),
                    "Y_prediction_train": predict(w, b, X_train), "w": w, "b": b,
                    "learning_rate": learning_rate, "num_iterations": num_iterations}
        """,
    ),
    wrong(
        "model",
        "predictions exchanged",
        r"exchanged|is what Y_prediction|X_test",
        """
        def model(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.5, print_cost=False):
            w, b = initialize_with_zeros(X_train.shape[0])
            params, grads, costs = optimize(w, b, X_train, Y_train, num_iterations, learning_rate)
            w, b = params["w"], params["b"]
            return {"costs": costs, "Y_prediction_test": predict(w, b, X_train),
                    "Y_prediction_train": predict(w, b, X_test), "w": w, "b": b,
                    "learning_rate": learning_rate, "num_iterations": num_iterations}
        """,
    ),
    wrong(
        "model",
        "predicts before it has learned",
        r"from the start|learned|params",
        """
        def model(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.5, print_cost=False):
            w, b = initialize_with_zeros(X_train.shape[0])
            params, grads, costs = optimize(w, b, X_train, Y_train, num_iterations, learning_rate)
            return {"costs": costs, "Y_prediction_test": predict(w, b, X_test),
                    "Y_prediction_train": predict(w, b, X_train), "w": w, "b": b,
                    "learning_rate": learning_rate, "num_iterations": num_iterations}
        """,
    ),
    wrong(
        "model",
        "learns from the test set",
        r"test set|X_train",
        """
        def model(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.5, print_cost=False):
            w, b = initialize_with_zeros(X_train.shape[0])
            params, grads, costs = optimize(w, b, X_test, Y_test, num_iterations, learning_rate)
            w, b = params["w"], params["b"]
            return {"costs": costs, "Y_prediction_test": predict(w, b, X_test),
                    "Y_prediction_train": predict(w, b, X_train), "w": w, "b": b,
                    "learning_rate": learning_rate, "num_iterations": num_iterations}
        """,
    ),
    wrong(
        "model",
        "a weight for each example",
        r"each example|inputs|shape\[0\]",
        """
        def model(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.5, print_cost=False):
            w, b = initialize_with_zeros(X_train.shape[1])
            params, grads, costs = optimize(w, b, X_train, Y_train, num_iterations, learning_rate)
            w, b = params["w"], params["b"]
            return {"costs": costs, "Y_prediction_test": predict(w, b, X_test),
                    "Y_prediction_train": predict(w, b, X_train), "w": w, "b": b,
                    "learning_rate": learning_rate, "num_iterations": num_iterations}
        """,
    ),
    wrong(
        "model",
        "settings exchanged",
        r"num_iterations first|order",
        """
        def model(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.5, print_cost=False):
            w, b = initialize_with_zeros(X_train.shape[0])
            params, grads, costs = optimize(w, b, X_train, Y_train, learning_rate, num_iterations)
            w, b = params["w"], params["b"]
            return {"costs": costs, "Y_prediction_test": predict(w, b, X_test),
                    "Y_prediction_train": predict(w, b, X_train), "w": w, "b": b,
                    "learning_rate": learning_rate, "num_iterations": num_iterations}
        """,
    ),
    wrong(
        "model",
        "learning rate left out",
        RATE,
        """
        def model(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.5, print_cost=False):
            w, b = initialize_with_zeros(X_train.shape[0])
            params, grads, costs = optimize(w, b, X_train, Y_train, num_iterations)
            w, b = params["w"], params["b"]
            return {"costs": costs, "Y_prediction_test": predict(w, b, X_test),
                    "Y_prediction_train": predict(w, b, X_train), "w": w, "b": b,
                    "learning_rate": learning_rate, "num_iterations": num_iterations}
        """,
    ),
    wrong(
        "model",
        "the results of optimize in another order",
        r"in this order|another order|params, grads",
        """
        def model(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.5, print_cost=False):
            w, b = initialize_with_zeros(X_train.shape[0])
            grads, params, costs = optimize(w, b, X_train, Y_train, num_iterations, learning_rate)
            w, b = params["w"], params["b"]
            return {"costs": costs, "Y_prediction_test": predict(w, b, X_test),
                    "Y_prediction_train": predict(w, b, X_train), "w": w, "b": b,
                    "learning_rate": learning_rate, "num_iterations": num_iterations}
        """,
    ),
    wrong(
        "model",
        "a dictionary with other keys",
        r"should have the keys",
        """
        def model(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.5, print_cost=False):
            w, b = initialize_with_zeros(X_train.shape[0])
            params, grads, costs = optimize(w, b, X_train, Y_train, num_iterations, learning_rate)
            w, b = params["w"], params["b"]
            return {"costs": costs, "prediction_test": predict(w, b, X_test),
                    "prediction_train": predict(w, b, X_train), "w": w, "b": b}
        """,
    ),
    # What a careful reader tried.
    wrong(
        "propagate",
        "one dictionary for all calls",
        r"later call",
        """
        def propagate(w, b, X, Y, grads={}):
            m = X.shape[1]
            A, _ = sigmoid(np.dot(w.T, X) + b)
            grads["dw"] = np.dot(X, (A - Y).T) / m
            grads["db"] = np.sum(A - Y) / m
            return grads, -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
        """,
    ),
    *(
        wrong(
            "propagate",
            f"{small} inside the logarithm",
            r"small number",
            PROPAGATE.replace(
                "COST", f"-np.mean(Y * np.log(A + {small}) + (1 - Y) * np.log(1 - A + {small}))"
            ),
        )
        for small in ("1e-8", "1e-12")
    ),
    wrong(
        "propagate",
        "a cost of eight decimals",
        r"rounded to 8 decimals",
        PROPAGATE.replace("COST", "round(-np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A)), 8)"),
    ),
    wrong(
        "propagate",
        "a matrix product in the cost",
        r"matrix product",
        PROPAGATE.replace("COST", "-(Y @ np.log(A) + (1 - Y) @ np.log(1 - A)) / m"),
    ),
    wrong(
        "propagate",
        "brackets around one term",
        r"both terms|brackets",
        PROPAGATE.replace("COST", "-np.sum(Y * np.log(A)) + (1 - Y) * np.log(1 - A) / m"),
    ),
    wrong(
        "propagate",
        "ln by its name in mathematics",
        r"np\.log",
        PROPAGATE.replace("COST", "-np.sum(Y * np.ln(A) + (1 - Y) * np.ln(1 - A)) / m"),
    ),
    wrong(
        "model",
        "64 inputs, whatever comes",
        r"fixed|number of weights",
        MODEL.replace("len(X_train)", "64"),
    ),
    wrong(
        "model",
        "a dictionary taken apart",
        r"dictionary|keys",
        MODEL.replace('params["w"], params["b"]', "params"),
    ),
]
