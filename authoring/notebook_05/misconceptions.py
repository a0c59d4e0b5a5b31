"""Wrong versions of the exercises of notebook 05, as learners write them."""

from authoring.banks import wrong

NO_RETURN = r"\breturn"
COLUMN = r"column|\(n, 1\)|reshape\(-1, 1\)|brackets"
BOTH_SIDES = r"one.?sided|either side|both sides|two sides|central"
COPY = r"copy|put back|back (to|in)"
RELATIVE = r"relative|divide it by|absolute difference|sum of the two norms"

MISCONCEPTIONS = [
    wrong(
        "forward_propagation",
        "a sum",
        r"multipl|add",
        """
        def forward_propagation(x, theta):
            return x + theta
        """,
    ),
    wrong(
        "forward_propagation",
        "a power",
        r"power|one star|multipl",
        """
        def forward_propagation(x, theta):
            return theta ** x
        """,
    ),
    wrong(
        "forward_propagation",
        "the squared error of it",
        r"squared|half|public case",
        """
        def forward_propagation(x, theta):
            return 0.5 * (theta * x) ** 2
        """,
    ),
    wrong(
        "forward_propagation",
        "theta forgotten",
        r"theta is missing|factor theta",
        """
        def forward_propagation(x, theta):
            J = x
            return J
        """,
    ),
    wrong(
        "forward_propagation",
        "x forgotten",
        r"x is missing|factor x",
        """
        def forward_propagation(x, theta):
            J = theta
            return J
        """,
    ),
    wrong(
        "forward_propagation",
        "the known answer",
        r"always 8|depend on the input|arguments",
        """
        def forward_propagation(x, theta):
            J = 8
            return J
        """,
    ),
    wrong(
        "forward_propagation",
        "printed",
        NO_RETURN,
        """
        def forward_propagation(x, theta):
            J = theta * x
            print(J)
        """,
    ),
    wrong(
        "forward_propagation",
        "x squared",
        r"squared",
        """
        def forward_propagation(x, theta):
            J = theta * x ** 2
            return J
        """,
    ),
    wrong(
        "forward_propagation",
        "an array",
        r"brackets|squeeze|a number",
        """
        def forward_propagation(x, theta):
            return np.array([[theta * x]])
        """,
    ),
    wrong(
        "forward_propagation",
        "the quotient",
        r"multipl",
        """
        def forward_propagation(x, theta):
            return theta / x
        """,
    ),
    wrong(
        "backward_propagation",
        "the derivative with respect to x",
        r"respect to x|respect to theta",
        """
        def backward_propagation(x, theta):
            dtheta = theta
            return dtheta
        """,
    ),
    wrong(
        "backward_propagation",
        "J itself",
        r"J itself",
        """
        def backward_propagation(x, theta):
            dtheta = theta * x
            return dtheta
        """,
    ),
    wrong(
        "backward_propagation",
        "1",
        r"factor x|stands beside",
        """
        def backward_propagation(x, theta):
            dtheta = 1
            return dtheta
        """,
    ),
    wrong(
        "backward_propagation",
        "the known answer",
        r"always 2|argument",
        """
        def backward_propagation(x, theta):
            dtheta = 2
            return dtheta
        """,
    ),
    wrong(
        "backward_propagation",
        "a minus",
        r"sign|minus",
        """
        def backward_propagation(x, theta):
            dtheta = -x
            return dtheta
        """,
    ),
    wrong(
        "backward_propagation",
        "the rule of the square",
        r"twice|factor 2|2 times",
        """
        def backward_propagation(x, theta):
            dtheta = 2 * x
            return dtheta
        """,
    ),
    wrong(
        "backward_propagation",
        "printed",
        NO_RETURN,
        """
        def backward_propagation(x, theta):
            dtheta = x
            print(dtheta)
        """,
    ),
    wrong(
        "backward_propagation",
        "both derivatives",
        r"a number, and yours is a tuple",
        """
        def backward_propagation(x, theta):
            return x, theta
        """,
    ),
    wrong(
        "gradient_check",
        "one-sided",
        BOTH_SIDES,
        """
        def gradient_check(x, theta, epsilon=1e-7, print_msg=False):
            J_plus = forward_propagation(x, theta + epsilon)
            J_minus = forward_propagation(x, theta - epsilon)
            gradapprox = (J_plus - forward_propagation(x, theta)) / epsilon
            grad = backward_propagation(x, theta)
            return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check",
        "divided by epsilon alone",
        r"2 \*? ?epsilon|twice",
        """
        def gradient_check(x, theta, epsilon=1e-7, print_msg=False):
            J_plus = forward_propagation(x, theta + epsilon)
            J_minus = forward_propagation(x, theta - epsilon)
            gradapprox = (J_plus - J_minus) / epsilon
            grad = backward_propagation(x, theta)
            return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check",
        "brackets of 2 epsilon",
        r"brackets",
        """
        def gradient_check(x, theta, epsilon=1e-7, print_msg=False):
            J_plus = forward_propagation(x, theta + epsilon)
            J_minus = forward_propagation(x, theta - epsilon)
            gradapprox = (J_plus - J_minus) / 2 * epsilon
            grad = backward_propagation(x, theta)
            return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check",
        "only J_minus divided",
        r"brackets",
        """
        def gradient_check(x, theta, epsilon=1e-7, print_msg=False):
            J_plus = forward_propagation(x, theta + epsilon)
            J_minus = forward_propagation(x, theta - epsilon)
            gradapprox = J_plus - J_minus / (2 * epsilon)
            grad = backward_propagation(x, theta)
            return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check",
        "J_minus first",
        r"J_plus - J_minus|sign",
        """
        def gradient_check(x, theta, epsilon=1e-7, print_msg=False):
            J_plus = forward_propagation(x, theta + epsilon)
            J_minus = forward_propagation(x, theta - epsilon)
            gradapprox = (J_minus - J_plus) / (2 * epsilon)
            grad = backward_propagation(x, theta)
            return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check",
        "the absolute gap",
        RELATIVE,
        """
        def gradient_check(x, theta, epsilon=1e-7, print_msg=False):
            J_plus = forward_propagation(x, theta + epsilon)
            J_minus = forward_propagation(x, theta - epsilon)
            gradapprox = (J_plus - J_minus) / (2 * epsilon)
            grad = backward_propagation(x, theta)
            return np.linalg.norm(grad - gradapprox)
        """,
    ),
    wrong(
        "gradient_check",
        "one norm in the denominator",
        r"sum of both|both",
        """
        def gradient_check(x, theta, epsilon=1e-7, print_msg=False):
            J_plus = forward_propagation(x, theta + epsilon)
            J_minus = forward_propagation(x, theta - epsilon)
            gradapprox = (J_plus - J_minus) / (2 * epsilon)
            grad = backward_propagation(x, theta)
            return np.linalg.norm(grad - gradapprox) / np.linalg.norm(grad)
        """,
    ),
    wrong(
        "gradient_check",
        "without the norm",
        r"norm|sign|length",
        """
        def gradient_check(x, theta, epsilon=1e-7, print_msg=False):
            J_plus = forward_propagation(x, theta + epsilon)
            J_minus = forward_propagation(x, theta - epsilon)
            gradapprox = (J_plus - J_minus) / (2 * epsilon)
            grad = backward_propagation(x, theta)
            return (grad - gradapprox) / (grad + gradapprox)
        """,
    ),
    wrong(
        "gradient_check",
        "norm of the sum above",
        r"difference is 1|grad - gradapprox",
        """
        def gradient_check(x, theta, epsilon=1e-7, print_msg=False):
            J_plus = forward_propagation(x, theta + epsilon)
            J_minus = forward_propagation(x, theta - epsilon)
            gradapprox = (J_plus - J_minus) / (2 * epsilon)
            grad = backward_propagation(x, theta)
            return np.linalg.norm(grad + gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check",
        "x moved",
        r"move theta|move x",
        """
        def gradient_check(x, theta, epsilon=1e-7, print_msg=False):
            J_plus = forward_propagation(x + epsilon, theta)
            J_minus = forward_propagation(x - epsilon, theta)
            gradapprox = (J_plus - J_minus) / (2 * epsilon)
            grad = backward_propagation(x, theta)
            return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check",
        "the verdict",
        r"verdict|True or False|return the difference",
        """
        def gradient_check(x, theta, epsilon=1e-7, print_msg=False):
            J_plus = forward_propagation(x, theta + epsilon)
            J_minus = forward_propagation(x, theta - epsilon)
            gradapprox = (J_plus - J_minus) / (2 * epsilon)
            grad = backward_propagation(x, theta)
            difference = np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
            return difference < 1e-7
        """,
    ),
    wrong(
        "gradient_check",
        "gradapprox returned",
        r"return gradapprox|return the difference",
        """
        def gradient_check(x, theta, epsilon=1e-7, print_msg=False):
            J_plus = forward_propagation(x, theta + epsilon)
            J_minus = forward_propagation(x, theta - epsilon)
            gradapprox = (J_plus - J_minus) / (2 * epsilon)
            grad = backward_propagation(x, theta)
            return gradapprox
        """,
    ),
    wrong(
        "gradient_check",
        "epsilon hard-coded",
        r"epsilon is not used|always 1e-7|epsilon",
        """
        def gradient_check(x, theta, epsilon=1e-7, print_msg=False):
            eps = 1e-7
            approx = (forward_propagation(x, theta + eps) - forward_propagation(x, theta - eps)) / (2 * eps)
            grad = backward_propagation(x, theta)
            return abs(grad - approx) / (abs(grad) + abs(approx))
        """,
    ),
    wrong(
        "gradient_check",
        "product of the norms",
        r"product",
        """
        def gradient_check(x, theta, epsilon=1e-7, print_msg=False):
            J_plus = forward_propagation(x, theta + epsilon)
            J_minus = forward_propagation(x, theta - epsilon)
            gradapprox = (J_plus - J_minus) / (2 * epsilon)
            grad = backward_propagation(x, theta)
            return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) * np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check",
        "printed",
        NO_RETURN,
        """
        def gradient_check(x, theta, epsilon=1e-7, print_msg=False):
            J_plus = forward_propagation(x, theta + epsilon)
            J_minus = forward_propagation(x, theta - epsilon)
            gradapprox = (J_plus - J_minus) / (2 * epsilon)
            grad = backward_propagation(x, theta)
            print(np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox)))
        """,
    ),
    wrong(
        "dictionary_to_vector",
        "flat",
        COLUMN,
        """
        def dictionary_to_vector(parameters):
            return np.concatenate([a.ravel() for a in parameters.values()])
        """,
    ),
    wrong(
        "dictionary_to_vector",
        "a row",
        COLUMN,
        """
        def dictionary_to_vector(parameters):
            return np.concatenate([a.reshape(1, -1) for a in parameters.values()], axis=1)
        """,
    ),
    wrong(
        "dictionary_to_vector",
        "column by column",
        r"row by row|column by column",
        """
        def dictionary_to_vector(parameters):
            return np.concatenate([a.reshape(-1, 1, order='F') for a in parameters.values()])
        """,
    ),
    wrong(
        "dictionary_to_vector",
        "transposed first",
        r"row by row|column by column|transpose",
        """
        def dictionary_to_vector(parameters):
            return np.concatenate([a.T.reshape(-1, 1) for a in parameters.values()])
        """,
    ),
    wrong(
        "dictionary_to_vector",
        "sorted keys",
        r"sorted|order of the dictionary",
        """
        def dictionary_to_vector(parameters):
            theta = []
            for key in sorted(parameters.keys()):
                theta.append(parameters[key].reshape(-1, 1))
            return np.concatenate(theta)
        """,
    ),
    wrong(
        "dictionary_to_vector",
        "weights first",
        r"biases come after|order of the dictionary",
        """
        def dictionary_to_vector(parameters):
            W = [a.reshape(-1, 1) for k, a in parameters.items() if a.shape[1] > 1]
            b = [a.reshape(-1, 1) for k, a in parameters.items() if a.shape[1] == 1]
            return np.concatenate(W + b)
        """,
    ),
    wrong(
        "dictionary_to_vector",
        "fixed keys of two layers",
        r"keys are fixed|depend on the input",
        """
        def dictionary_to_vector(parameters):
            return np.concatenate([parameters[k].reshape(-1, 1) for k in ['W1', 'b1', 'W2', 'b2']])
        """,
    ),
    wrong(
        "dictionary_to_vector",
        "fixed keys of three layers",
        r"keys are fixed|No entry has the key|loop over",
        """
        def dictionary_to_vector(parameters):
            return np.concatenate([parameters[k].reshape(-1, 1) for k in ['W1', 'b1', 'W2', 'b2', 'W3', 'b3']])
        """,
    ),
    wrong(
        "dictionary_to_vector",
        "side by side",
        r"axis|below each other",
        """
        def dictionary_to_vector(parameters):
            return np.concatenate([a.reshape(-1, 1) for a in parameters.values()], axis=1)
        """,
    ),
    wrong(
        "dictionary_to_vector",
        "arrays as they are",
        r"reshape|column of each",
        """
        def dictionary_to_vector(parameters):
            return np.concatenate([a for a in parameters.values()])
        """,
    ),
    wrong(
        "dictionary_to_vector",
        "a list of columns",
        r"concatenate|a list of|list",
        """
        def dictionary_to_vector(parameters):
            return [a.reshape(-1, 1) for a in parameters.values()]
        """,
    ),
    wrong(
        "dictionary_to_vector",
        "theta and keys",
        r"only theta|keys as well",
        """
        def dictionary_to_vector(parameters):
            keys, theta = [], []
            for k, a in parameters.items():
                theta.append(a.reshape(-1, 1))
                keys.append(k)
            return np.concatenate(theta), keys
        """,
    ),
    wrong(
        "dictionary_to_vector",
        "weights only",
        r"biases",
        """
        def dictionary_to_vector(parameters):
            L = len(parameters) // 2
            return np.concatenate([a.reshape(-1, 1) for k, a in parameters.items() if 'W' in k])
        """,
    ),
    wrong(
        "vector_to_dictionary",
        "start stands still",
        r"starts at the beginning|go on where",
        """
        def vector_to_dictionary(theta, shapes):
            parameters = {}
            start = 0
            for name, (rows, columns) in shapes.items():
                parameters[name] = theta[start:start + rows * columns].reshape(rows, columns)
            return parameters
        """,
    ),
    wrong(
        "vector_to_dictionary",
        "column by column",
        r"row by row|column by column",
        """
        def vector_to_dictionary(theta, shapes):
            parameters = {}
            start = 0
            for name, (rows, columns) in shapes.items():
                end = start + rows * columns
                parameters[name] = theta[start:end].reshape((rows, columns), order='F')
                start = end
            return parameters
        """,
    ),
    wrong(
        "vector_to_dictionary",
        "exchanged",
        r"exchanged",
        """
        def vector_to_dictionary(theta, shapes):
            parameters = {}
            start = 0
            for name, (rows, columns) in shapes.items():
                end = start + rows * columns
                parameters[name] = theta[start:end].reshape(columns, rows)
                start = end
            return parameters
        """,
    ),
    wrong(
        "vector_to_dictionary",
        "not reshaped",
        r"reshape|shape",
        """
        def vector_to_dictionary(theta, shapes):
            parameters = {}
            start = 0
            for name, (rows, columns) in shapes.items():
                end = start + rows * columns
                parameters[name] = theta[start:end]
                start = end
            return parameters
        """,
    ),
    wrong(
        "vector_to_dictionary",
        "end is the length",
        r"where this piece ends|grow|start",
        """
        def vector_to_dictionary(theta, shapes):
            parameters = {}
            start = 0
            for name, (rows, columns) in shapes.items():
                size = rows * columns
                parameters[name] = theta[start:start + size].reshape(rows, columns)
                start = size
            return parameters
        """,
    ),
    wrong(
        "vector_to_dictionary",
        "one left out",
        r"left out after each|starts where|at `?end",
        """
        def vector_to_dictionary(theta, shapes):
            parameters = {}
            start = 0
            for name, (rows, columns) in shapes.items():
                end = start + rows * columns
                parameters[name] = theta[start:end].reshape(rows, columns)
                start = end + 1
            return parameters
        """,
    ),
    wrong(
        "vector_to_dictionary",
        "the last entry left out",
        r"leaves out the entry at end|too short",
        """
        def vector_to_dictionary(theta, shapes):
            parameters = {}
            start = 0
            for name, (rows, columns) in shapes.items():
                end = start + rows * columns - 1
                parameters[name] = theta[start:end].reshape(rows, columns)
                start = end + 1
            return parameters
        """,
    ),
    wrong(
        "vector_to_dictionary",
        "sum of the shape",
        r"rows \* columns|product|times",
        """
        def vector_to_dictionary(theta, shapes):
            parameters = {}
            start = 0
            for name, (rows, columns) in shapes.items():
                end = start + sum((rows, columns))
                parameters[name] = theta[start:end].reshape(rows, columns)
                start = end
            return parameters
        """,
    ),
    wrong(
        "vector_to_dictionary",
        "return in the loop",
        r"return.{0,30}(behind|after|not in) the loop|after the first piece",
        """
        def vector_to_dictionary(theta, shapes):
            parameters = {}
            start = 0
            for name, (rows, columns) in shapes.items():
                end = start + rows * columns
                parameters[name] = theta[start:end].reshape(rows, columns)
                start = end
                return parameters
        """,
    ),
    wrong(
        "vector_to_dictionary",
        "sorted",
        r"sorted|order of shapes",
        """
        def vector_to_dictionary(theta, shapes):
            parameters = {}
            start = 0
            for name in sorted(shapes):
                rows, columns = shapes[name]
                end = start + rows * columns
                parameters[name] = theta[start:end].reshape(rows, columns)
                start = end
            return parameters
        """,
    ),
    wrong(
        "vector_to_dictionary",
        "key in quotation marks",
        r"quotation",
        """
        def vector_to_dictionary(theta, shapes):
            parameters = {}
            start = 0
            for name, (rows, columns) in shapes.items():
                end = start + rows * columns
                parameters['name'] = theta[start:end].reshape(rows, columns)
                start = end
            return parameters
        """,
    ),
    wrong(
        "vector_to_dictionary",
        "a 4-3-2-1 net only",
        r"depend on the input|fits? |as many numbers|No entry|keys",
        """
        def vector_to_dictionary(theta, shapes):
            return {'W1': theta[:6].reshape(2, 3), 'b1': theta[6:8].reshape(2, 1), 'W2': theta[8:10].reshape(1, 2), 'b2': theta[10:11].reshape(1, 1)}
        """,
    ),
    wrong(
        "vector_to_dictionary",
        "no return",
        NO_RETURN,
        """
        def vector_to_dictionary(theta, shapes):
            parameters = {}
            start = 0
            for name, (rows, columns) in shapes.items():
                end = start + rows * columns
                parameters[name] = theta[start:end].reshape(rows, columns)
                start = end
        """,
    ),
    wrong(
        "gradient_check_n",
        "one-sided",
        BOTH_SIDES,
        """
        def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
            shapes = {name: array.shape for name, array in parameters.items()}
            theta = dictionary_to_vector(parameters)
            grad = dictionary_to_vector({name: gradients["d" + name] for name in parameters})
            gradapprox = np.zeros_like(theta)
            for i in range(len(theta)):
                theta_plus = theta.copy()
                theta_plus[i] += epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
                J_plus = compute_cost(AL, Y)
                theta_minus = theta.copy()
                theta_minus[i] -= epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
                J_minus = compute_cost(AL, Y)
                gradapprox[i] = (J_plus - compute_cost(L_model_forward(X, parameters)[0], Y)) / epsilon
            return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check_n",
        "the other one-sided",
        r"right gradients|either side|one.?sided",
        """
        def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
            shapes = {name: array.shape for name, array in parameters.items()}
            theta = dictionary_to_vector(parameters)
            grad = dictionary_to_vector({name: gradients["d" + name] for name in parameters})
            gradapprox = np.zeros_like(theta)
            for i in range(len(theta)):
                theta_plus = theta.copy()
                theta_plus[i] += epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
                J_plus = compute_cost(AL, Y)
                theta_minus = theta.copy()
                theta_minus[i] -= epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
                J_minus = compute_cost(AL, Y)
                gradapprox[i] = (compute_cost(L_model_forward(X, parameters)[0], Y) - J_minus) / epsilon
            return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check_n",
        "no copies",
        COPY,
        """
        def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
            shapes = {name: array.shape for name, array in parameters.items()}
            theta = dictionary_to_vector(parameters)
            grad = dictionary_to_vector({name: gradients["d" + name] for name in parameters})
            gradapprox = np.zeros_like(theta)
            for i in range(len(theta)):
                theta_plus = theta
                theta_plus[i] += epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
                J_plus = compute_cost(AL, Y)
                theta_minus = theta
                theta_minus[i] -= epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
                J_minus = compute_cost(AL, Y)
                gradapprox[i] = (J_plus - J_minus) / (2 * epsilon)
            return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check_n",
        "no copies, two steps down",
        COPY,
        """
        def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
            shapes = {name: array.shape for name, array in parameters.items()}
            theta = dictionary_to_vector(parameters)
            grad = dictionary_to_vector({name: gradients["d" + name] for name in parameters})
            gradapprox = np.zeros_like(theta)
            for i in range(len(theta)):
                theta_plus = theta
                theta_plus[i] += epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
                J_plus = compute_cost(AL, Y)
                theta_minus = theta
                theta_minus[i] -= 2 * epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
                J_minus = compute_cost(AL, Y)
                gradapprox[i] = (J_plus - J_minus) / (2 * epsilon)
            return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check_n",
        "first one no copy",
        COPY,
        """
        def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
            shapes = {name: array.shape for name, array in parameters.items()}
            theta = dictionary_to_vector(parameters)
            grad = dictionary_to_vector({name: gradients["d" + name] for name in parameters})
            gradapprox = np.zeros_like(theta)
            for i in range(len(theta)):
                theta_plus = theta
                theta_plus[i] += epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
                J_plus = compute_cost(AL, Y)
                theta_minus = theta.copy()
                theta_minus[i] -= epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
                J_minus = compute_cost(AL, Y)
                gradapprox[i] = (J_plus - J_minus) / (2 * epsilon)
            return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check_n",
        "second one no copy",
        COPY,
        """
        def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
            shapes = {name: array.shape for name, array in parameters.items()}
            theta = dictionary_to_vector(parameters)
            grad = dictionary_to_vector({name: gradients["d" + name] for name in parameters})
            gradapprox = np.zeros_like(theta)
            for i in range(len(theta)):
                theta_plus = theta.copy()
                theta_plus[i] += epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
                J_plus = compute_cost(AL, Y)
                theta_minus = theta
                theta_minus[i] -= epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
                J_minus = compute_cost(AL, Y)
                gradapprox[i] = (J_plus - J_minus) / (2 * epsilon)
            return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check_n",
        "order of the gradients",
        r"order|by name",
        """
        def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
            shapes = {name: array.shape for name, array in parameters.items()}
            theta = dictionary_to_vector(parameters)
            grad = dictionary_to_vector({k: v for k, v in gradients.items() if k[:2] != "dA"})
            gradapprox = np.zeros_like(theta)
            for i in range(len(theta)):
                theta_plus = theta.copy()
                theta_plus[i] += epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
                J_plus = compute_cost(AL, Y)
                theta_minus = theta.copy()
                theta_minus[i] -= epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
                J_minus = compute_cost(AL, Y)
                gradapprox[i] = (J_plus - J_minus) / (2 * epsilon)
            return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check_n",
        "all of the gradients",
        r"order|by name",
        """
        def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
            shapes = {name: array.shape for name, array in parameters.items()}
            theta = dictionary_to_vector(parameters)
            grad = dictionary_to_vector(gradients)
            gradapprox = np.zeros_like(theta)
            for i in range(len(theta)):
                theta_plus = theta.copy()
                theta_plus[i] += epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
                J_plus = compute_cost(AL, Y)
                theta_minus = theta.copy()
                theta_minus[i] -= epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
                J_minus = compute_cost(AL, Y)
                gradapprox[i] = (J_plus - J_minus) / (2 * epsilon)
            return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check_n",
        "sorted gradients",
        r"sorted|order",
        """
        def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
            shapes = {name: array.shape for name, array in parameters.items()}
            theta = dictionary_to_vector(parameters)
            grad = dictionary_to_vector({k: gradients[k] for k in sorted(gradients) if not k.startswith("dA")})
            gradapprox = np.zeros_like(theta)
            for i in range(len(theta)):
                theta_plus = theta.copy()
                theta_plus[i] += epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
                J_plus = compute_cost(AL, Y)
                theta_minus = theta.copy()
                theta_minus[i] -= epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
                J_minus = compute_cost(AL, Y)
                gradapprox[i] = (J_plus - J_minus) / (2 * epsilon)
            return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check_n",
        "keys without d",
        r"key|\bd\b",
        """
        def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
            shapes = {name: array.shape for name, array in parameters.items()}
            theta = dictionary_to_vector(parameters)
            grad = dictionary_to_vector({k: gradients[k] for k in parameters})
            gradapprox = np.zeros_like(theta)
            for i in range(len(theta)):
                theta_plus = theta.copy()
                theta_plus[i] += epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
                J_plus = compute_cost(AL, Y)
                theta_minus = theta.copy()
                theta_minus[i] -= epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
                J_minus = compute_cost(AL, Y)
                gradapprox[i] = (J_plus - J_minus) / (2 * epsilon)
            return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check_n",
        "divided by epsilon alone",
        r"2 epsilon|twice",
        """
        def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
            shapes = {name: array.shape for name, array in parameters.items()}
            theta = dictionary_to_vector(parameters)
            grad = dictionary_to_vector({name: gradients["d" + name] for name in parameters})
            gradapprox = np.zeros_like(theta)
            for i in range(len(theta)):
                theta_plus = theta.copy()
                theta_plus[i] += epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
                J_plus = compute_cost(AL, Y)
                theta_minus = theta.copy()
                theta_minus[i] -= epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
                J_minus = compute_cost(AL, Y)
                gradapprox[i] = (J_plus - J_minus) / epsilon
            return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check_n",
        "brackets of 2 epsilon",
        r"brackets",
        """
        def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
            shapes = {name: array.shape for name, array in parameters.items()}
            theta = dictionary_to_vector(parameters)
            grad = dictionary_to_vector({name: gradients["d" + name] for name in parameters})
            gradapprox = np.zeros_like(theta)
            for i in range(len(theta)):
                theta_plus = theta.copy()
                theta_plus[i] += epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
                J_plus = compute_cost(AL, Y)
                theta_minus = theta.copy()
                theta_minus[i] -= epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
                J_minus = compute_cost(AL, Y)
                gradapprox[i] = (J_plus - J_minus) / 2 * epsilon
            return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check_n",
        "wrong sign",
        r"J_plus - J_minus|sign",
        """
        def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
            shapes = {name: array.shape for name, array in parameters.items()}
            theta = dictionary_to_vector(parameters)
            grad = dictionary_to_vector({name: gradients["d" + name] for name in parameters})
            gradapprox = np.zeros_like(theta)
            for i in range(len(theta)):
                theta_plus = theta.copy()
                theta_plus[i] += epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
                J_plus = compute_cost(AL, Y)
                theta_minus = theta.copy()
                theta_minus[i] -= epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
                J_minus = compute_cost(AL, Y)
                gradapprox[i] = (J_minus - J_plus) / (2 * epsilon)
            return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check_n",
        "the absolute gap",
        RELATIVE,
        """
        def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
            shapes = {name: array.shape for name, array in parameters.items()}
            theta = dictionary_to_vector(parameters)
            grad = dictionary_to_vector({name: gradients["d" + name] for name in parameters})
            gradapprox = np.zeros_like(theta)
            for i in range(len(theta)):
                theta_plus = theta.copy()
                theta_plus[i] += epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
                J_plus = compute_cost(AL, Y)
                theta_minus = theta.copy()
                theta_minus[i] -= epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
                J_minus = compute_cost(AL, Y)
                gradapprox[i] = (J_plus - J_minus) / (2 * epsilon)
            return np.linalg.norm(grad - gradapprox)
        """,
    ),
    wrong(
        "gradient_check_n",
        "one norm",
        r"both",
        """
        def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
            shapes = {name: array.shape for name, array in parameters.items()}
            theta = dictionary_to_vector(parameters)
            grad = dictionary_to_vector({name: gradients["d" + name] for name in parameters})
            gradapprox = np.zeros_like(theta)
            for i in range(len(theta)):
                theta_plus = theta.copy()
                theta_plus[i] += epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
                J_plus = compute_cost(AL, Y)
                theta_minus = theta.copy()
                theta_minus[i] -= epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
                J_minus = compute_cost(AL, Y)
                gradapprox[i] = (J_plus - J_minus) / (2 * epsilon)
            return np.linalg.norm(grad - gradapprox) / np.linalg.norm(grad)
        """,
    ),
    wrong(
        "gradient_check_n",
        "difference of the norms",
        r"norm of the difference|difference of the norms",
        """
        def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
            shapes = {name: array.shape for name, array in parameters.items()}
            theta = dictionary_to_vector(parameters)
            grad = dictionary_to_vector({name: gradients["d" + name] for name in parameters})
            gradapprox = np.zeros_like(theta)
            for i in range(len(theta)):
                theta_plus = theta.copy()
                theta_plus[i] += epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
                J_plus = compute_cost(AL, Y)
                theta_minus = theta.copy()
                theta_minus[i] -= epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
                J_minus = compute_cost(AL, Y)
                gradapprox[i] = (J_plus - J_minus) / (2 * epsilon)
            return abs(np.linalg.norm(grad) - np.linalg.norm(gradapprox)) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check_n",
        "norm of the sum",
        r"norm of the sum|sum of the two norms",
        """
        def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
            shapes = {name: array.shape for name, array in parameters.items()}
            theta = dictionary_to_vector(parameters)
            grad = dictionary_to_vector({name: gradients["d" + name] for name in parameters})
            gradapprox = np.zeros_like(theta)
            for i in range(len(theta)):
                theta_plus = theta.copy()
                theta_plus[i] += epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
                J_plus = compute_cost(AL, Y)
                theta_minus = theta.copy()
                theta_minus[i] -= epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
                J_minus = compute_cost(AL, Y)
                gradapprox[i] = (J_plus - J_minus) / (2 * epsilon)
            return np.linalg.norm(grad - gradapprox) / np.linalg.norm(grad + gradapprox)
        """,
    ),
    wrong(
        "gradient_check_n",
        "float32",
        r"float32|float64",
        """
        def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
            shapes = {name: array.shape for name, array in parameters.items()}
            theta = dictionary_to_vector(parameters).astype(np.float32)
            grad = dictionary_to_vector({name: gradients["d" + name] for name in parameters})
            gradapprox = np.zeros_like(theta)
            for i in range(len(theta)):
                theta_plus = theta.copy()
                theta_plus[i] += epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
                J_plus = compute_cost(AL, Y)
                theta_minus = theta.copy()
                theta_minus[i] -= epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
                J_minus = compute_cost(AL, Y)
                gradapprox[i] = (J_plus - J_minus) / (2 * epsilon)
            return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check_n",
        "all at once",
        r"alone|at once",
        """
        def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
            shapes = {name: array.shape for name, array in parameters.items()}
            theta = dictionary_to_vector(parameters)
            grad = dictionary_to_vector({name: gradients["d" + name] for name in parameters})
            gradapprox = np.zeros_like(theta)
            for i in range(len(theta)):
                theta_plus = theta.copy()
                theta_plus += epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
                J_plus = compute_cost(AL, Y)
                theta_minus = theta.copy()
                theta_minus -= epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
                J_minus = compute_cost(AL, Y)
                gradapprox[i] = (J_plus - J_minus) / (2 * epsilon)
            return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check_n",
        "AL not unpacked",
        r"two things|tuple",
        """
        def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
            shapes = {name: array.shape for name, array in parameters.items()}
            theta = dictionary_to_vector(parameters)
            grad = dictionary_to_vector({name: gradients["d" + name] for name in parameters})
            gradapprox = np.zeros_like(theta)
            for i in range(len(theta)):
                theta_plus = theta.copy()
                theta_plus[i] += epsilon
                AL = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
                J_plus = compute_cost(AL, Y)
                theta_minus = theta.copy()
                theta_minus[i] -= epsilon
                AL = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
                J_minus = compute_cost(AL, Y)
                gradapprox[i] = (J_plus - J_minus) / (2 * epsilon)
            return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check_n",
        "number of arrays",
        r"number of arrays|all entries",
        """
        def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
            shapes = {name: array.shape for name, array in parameters.items()}
            theta = dictionary_to_vector(parameters)
            grad = dictionary_to_vector({name: gradients["d" + name] for name in parameters})
            gradapprox = np.zeros_like(theta)
            for i in range(len(parameters)):
                theta_plus = theta.copy()
                theta_plus[i] += epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
                J_plus = compute_cost(AL, Y)
                theta_minus = theta.copy()
                theta_minus[i] -= epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
                J_minus = compute_cost(AL, Y)
                gradapprox[i] = (J_plus - J_minus) / (2 * epsilon)
            return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check_n",
        "Y and AL exchanged",
        r"exchanged",
        """
        def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
            shapes = {name: array.shape for name, array in parameters.items()}
            theta = dictionary_to_vector(parameters)
            grad = dictionary_to_vector({name: gradients["d" + name] for name in parameters})
            gradapprox = np.zeros_like(theta)
            for i in range(len(theta)):
                theta_plus = theta.copy()
                theta_plus[i] += epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
                J_plus = compute_cost(Y, AL)
                theta_minus = theta.copy()
                theta_minus[i] -= epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
                J_minus = compute_cost(Y, AL)
                gradapprox[i] = (J_plus - J_minus) / (2 * epsilon)
            return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check_n",
        "last entry forgotten",
        r"last entry",
        """
        def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
            shapes = {name: array.shape for name, array in parameters.items()}
            theta = dictionary_to_vector(parameters)
            grad = dictionary_to_vector({name: gradients["d" + name] for name in parameters})
            gradapprox = np.zeros_like(theta)
            for i in range(len(theta) - 1):
                theta_plus = theta.copy()
                theta_plus[i] += epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
                J_plus = compute_cost(AL, Y)
                theta_minus = theta.copy()
                theta_minus[i] -= epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
                J_minus = compute_cost(AL, Y)
                gradapprox[i] = (J_plus - J_minus) / (2 * epsilon)
            return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check_n",
        "epsilon hard-coded",
        r"epsilon is not used|always 1e-7|1e-7",
        """
        def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
            shapes = {name: array.shape for name, array in parameters.items()}
            epsilon = 1e-7
            theta = dictionary_to_vector(parameters)
            grad = dictionary_to_vector({name: gradients["d" + name] for name in parameters})
            gradapprox = np.zeros_like(theta)
            for i in range(len(theta)):
                theta_plus = theta.copy()
                theta_plus[i] += epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
                J_plus = compute_cost(AL, Y)
                theta_minus = theta.copy()
                theta_minus[i] -= epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
                J_minus = compute_cost(AL, Y)
                gradapprox[i] = (J_plus - J_minus) / (2 * epsilon)
            return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check_n",
        "the verdict",
        r"verdict|True or False",
        """
        def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
            shapes = {name: array.shape for name, array in parameters.items()}
            theta = dictionary_to_vector(parameters)
            grad = dictionary_to_vector({name: gradients["d" + name] for name in parameters})
            gradapprox = np.zeros_like(theta)
            for i in range(len(theta)):
                theta_plus = theta.copy()
                theta_plus[i] += epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
                J_plus = compute_cost(AL, Y)
                theta_minus = theta.copy()
                theta_minus[i] -= epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
                J_minus = compute_cost(AL, Y)
                gradapprox[i] = (J_plus - J_minus) / (2 * epsilon)
            return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox)) < 1e-7
        """,
    ),
    wrong(
        "gradient_check_n",
        "three layers only",
        r"KeyError|depend on the input|three layers|3 layers|No entry has the key",
        """
        def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
            shapes = {name: array.shape for name, array in parameters.items()}
            parameters = {k: parameters[k] for k in ('W1', 'b1', 'W2', 'b2', 'W3', 'b3')}
            theta = dictionary_to_vector(parameters)
            grad = dictionary_to_vector({name: gradients["d" + name] for name in parameters})
            gradapprox = np.zeros_like(theta)
            for i in range(len(theta)):
                theta_plus = theta.copy()
                theta_plus[i] += epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
                J_plus = compute_cost(AL, Y)
                theta_minus = theta.copy()
                theta_minus[i] -= epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
                J_minus = compute_cost(AL, Y)
                gradapprox[i] = (J_plus - J_minus) / (2 * epsilon)
            return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
        """,
    ),
    wrong(
        "gradient_check_n",
        "largest entries",
        r"largest|root of the sum",
        """
        def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
            shapes = {name: array.shape for name, array in parameters.items()}
            theta = dictionary_to_vector(parameters)
            grad = dictionary_to_vector({name: gradients["d" + name] for name in parameters})
            gradapprox = np.zeros_like(theta)
            for i in range(len(theta)):
                theta_plus = theta.copy()
                theta_plus[i] += epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
                J_plus = compute_cost(AL, Y)
                theta_minus = theta.copy()
                theta_minus[i] -= epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
                J_minus = compute_cost(AL, Y)
                gradapprox[i] = (J_plus - J_minus) / (2 * epsilon)
            return np.max(np.abs(grad - gradapprox)) / (np.max(np.abs(grad)) + np.max(np.abs(gradapprox)))
        """,
    ),
    wrong(
        "gradient_check_n",
        "printed",
        NO_RETURN,
        """
        def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
            shapes = {name: array.shape for name, array in parameters.items()}
            theta = dictionary_to_vector(parameters)
            grad = dictionary_to_vector({name: gradients["d" + name] for name in parameters})
            gradapprox = np.zeros_like(theta)
            for i in range(len(theta)):
                theta_plus = theta.copy()
                theta_plus[i] += epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
                J_plus = compute_cost(AL, Y)
                theta_minus = theta.copy()
                theta_minus[i] -= epsilon
                AL, _ = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
                J_minus = compute_cost(AL, Y)
                gradapprox[i] = (J_plus - J_minus) / (2 * epsilon)
            print(np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox)))
        """,
    ),
    wrong(
        "gradient_check_n",
        "moved in the caller's arrays",
        r"changed its argument|argument parameters|copy",
        """
        def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
            grads, slopes = [], []
            for name, array in parameters.items():
                for where in np.ndindex(array.shape):
                    array[where] += epsilon
                    J_plus = compute_cost(L_model_forward(X, parameters)[0], Y)
                    array[where] -= 2 * epsilon
                    J_minus = compute_cost(L_model_forward(X, parameters)[0], Y)
                    slopes.append((J_plus - J_minus) / (2 * epsilon))
                    grads.append(gradients["d" + name][where])
            grads, slopes = np.array(grads), np.array(slopes)
            return np.linalg.norm(grads - slopes) / (np.linalg.norm(grads) + np.linalg.norm(slopes))
        """,
    ),
    wrong(
        "find_the_bug",
        "the gradient's name",
        r"without the d|name of the gradient|parameter",
        """
        def find_the_bug(backward):
            parameters, X, Y = random_network([2, 3, 2, 1], m=5, seed=21)
            grads = backward(parameters, X, Y)
            shapes = {k: a.shape for k, a in parameters.items()}
            theta = dictionary_to_vector(parameters)
            approx = np.zeros_like(theta)
            for i in range(len(theta)):
                up, down = theta.copy(), theta.copy()
                up[i] += 1e-6
                down[i] -= 1e-6
                J_up = compute_cost(L_model_forward(X, vector_to_dictionary(up, shapes))[0], Y)
                J_down = compute_cost(L_model_forward(X, vector_to_dictionary(down, shapes))[0], Y)
                approx[i] = (J_up - J_down) / 2e-6
            approx = vector_to_dictionary(approx, shapes)
            name, largest = "", 1e-4
            for key in parameters:
                grad = grads["d" + key]
                difference = np.linalg.norm(grad - approx[key]) / (np.linalg.norm(grad) + np.linalg.norm(approx[key]))
                if difference > largest:
                    name, largest = "d" + key, difference
            return name
        """,
    ),
    wrong(
        "find_the_bug",
        "None when all is right",
        r"empty text",
        """
        def find_the_bug(backward):
            parameters, X, Y = random_network([2, 3, 2, 1], m=5, seed=21)
            grads = backward(parameters, X, Y)
            shapes = {k: a.shape for k, a in parameters.items()}
            theta = dictionary_to_vector(parameters)
            approx = np.zeros_like(theta)
            for i in range(len(theta)):
                up, down = theta.copy(), theta.copy()
                up[i] += 1e-6
                down[i] -= 1e-6
                J_up = compute_cost(L_model_forward(X, vector_to_dictionary(up, shapes))[0], Y)
                J_down = compute_cost(L_model_forward(X, vector_to_dictionary(down, shapes))[0], Y)
                approx[i] = (J_up - J_down) / 2e-6
            approx = vector_to_dictionary(approx, shapes)
            name, largest = "", 1e-4
            for key in parameters:
                grad = grads["d" + key]
                difference = np.linalg.norm(grad - approx[key]) / (np.linalg.norm(grad) + np.linalg.norm(approx[key]))
                if difference > largest:
                    name, largest = key, difference
            return name or None
        """,
    ),
    wrong(
        "find_the_bug",
        "a word when all is right",
        r"empty text",
        """
        def find_the_bug(backward):
            parameters, X, Y = random_network([2, 3, 2, 1], m=5, seed=21)
            grads = backward(parameters, X, Y)
            shapes = {k: a.shape for k, a in parameters.items()}
            theta = dictionary_to_vector(parameters)
            approx = np.zeros_like(theta)
            for i in range(len(theta)):
                up, down = theta.copy(), theta.copy()
                up[i] += 1e-6
                down[i] -= 1e-6
                J_up = compute_cost(L_model_forward(X, vector_to_dictionary(up, shapes))[0], Y)
                J_down = compute_cost(L_model_forward(X, vector_to_dictionary(down, shapes))[0], Y)
                approx[i] = (J_up - J_down) / 2e-6
            approx = vector_to_dictionary(approx, shapes)
            name, largest = "", 1e-4
            for key in parameters:
                grad = grads["d" + key]
                difference = np.linalg.norm(grad - approx[key]) / (np.linalg.norm(grad) + np.linalg.norm(approx[key]))
                if difference > largest:
                    name, largest = key, difference
            return name or "OK"
        """,
    ),
    wrong(
        "find_the_bug",
        "no bound",
        r"rounding|1e-4",
        """
        def find_the_bug(backward):
            parameters, X, Y = random_network([2, 3, 2, 1], m=5, seed=21)
            grads = backward(parameters, X, Y)
            shapes = {k: a.shape for k, a in parameters.items()}
            theta = dictionary_to_vector(parameters)
            approx = np.zeros_like(theta)
            for i in range(len(theta)):
                up, down = theta.copy(), theta.copy()
                up[i] += 1e-6
                down[i] -= 1e-6
                J_up = compute_cost(L_model_forward(X, vector_to_dictionary(up, shapes))[0], Y)
                J_down = compute_cost(L_model_forward(X, vector_to_dictionary(down, shapes))[0], Y)
                approx[i] = (J_up - J_down) / 2e-6
            approx = vector_to_dictionary(approx, shapes)
            name, largest = "", 0
            for key in parameters:
                grad = grads["d" + key]
                difference = np.linalg.norm(grad - approx[key]) / (np.linalg.norm(grad) + np.linalg.norm(approx[key]))
                if difference > largest:
                    name, largest = key, difference
            return name
        """,
    ),
    wrong(
        "find_the_bug",
        "weights only",
        r"bias",
        """
        def find_the_bug(backward):
            parameters, X, Y = random_network([2, 3, 2, 1], m=5, seed=21)
            grads = backward(parameters, X, Y)
            shapes = {k: a.shape for k, a in parameters.items()}
            theta = dictionary_to_vector(parameters)
            approx = np.zeros_like(theta)
            for i in range(len(theta)):
                up, down = theta.copy(), theta.copy()
                up[i] += 1e-6
                down[i] -= 1e-6
                J_up = compute_cost(L_model_forward(X, vector_to_dictionary(up, shapes))[0], Y)
                J_down = compute_cost(L_model_forward(X, vector_to_dictionary(down, shapes))[0], Y)
                approx[i] = (J_up - J_down) / 2e-6
            approx = vector_to_dictionary(approx, shapes)
            name, largest = "", 1e-4
            for key in ("W1", "W2", "W3"):
                grad = grads["d" + key]
                difference = np.linalg.norm(grad - approx[key]) / (np.linalg.norm(grad) + np.linalg.norm(approx[key]))
                if difference > largest:
                    name, largest = key, difference
            return name
        """,
    ),
    wrong(
        "find_the_bug",
        "two layers",
        r"two layers|three",
        """
        def find_the_bug(backward):
            parameters, X, Y = random_network([3, 4, 1], m=6, seed=2)
            grads = backward(parameters, X, Y)
            shapes = {k: a.shape for k, a in parameters.items()}
            theta = dictionary_to_vector(parameters)
            approx = np.zeros_like(theta)
            for i in range(len(theta)):
                up, down = theta.copy(), theta.copy()
                up[i] += 1e-6
                down[i] -= 1e-6
                J_up = compute_cost(L_model_forward(X, vector_to_dictionary(up, shapes))[0], Y)
                J_down = compute_cost(L_model_forward(X, vector_to_dictionary(down, shapes))[0], Y)
                approx[i] = (J_up - J_down) / 2e-6
            approx = vector_to_dictionary(approx, shapes)
            name, largest = "", 1e-4
            for key in parameters:
                grad = grads["d" + key]
                difference = np.linalg.norm(grad - approx[key]) / (np.linalg.norm(grad) + np.linalg.norm(approx[key]))
                if difference > largest:
                    name, largest = key, difference
            return name
        """,
    ),
    wrong(
        "find_the_bug",
        "order of the gradients",
        r"order|by (its )?name",
        """
        def find_the_bug(backward):
            parameters, X, Y = random_network([2, 3, 2, 1], m=5, seed=21)
            grads = backward(parameters, X, Y)
            grads = dict(zip(["d" + k for k in parameters], grads.values()))
            shapes = {k: a.shape for k, a in parameters.items()}
            theta = dictionary_to_vector(parameters)
            approx = np.zeros_like(theta)
            for i in range(len(theta)):
                up, down = theta.copy(), theta.copy()
                up[i] += 1e-6
                down[i] -= 1e-6
                J_up = compute_cost(L_model_forward(X, vector_to_dictionary(up, shapes))[0], Y)
                J_down = compute_cost(L_model_forward(X, vector_to_dictionary(down, shapes))[0], Y)
                approx[i] = (J_up - J_down) / 2e-6
            approx = vector_to_dictionary(approx, shapes)
            name, largest = "", 1e-4
            for key in parameters:
                grad = grads["d" + key]
                difference = np.linalg.norm(grad - approx[key]) / (np.linalg.norm(grad) + np.linalg.norm(approx[key]))
                if difference > largest:
                    name, largest = key, difference
            return name
        """,
    ),
    wrong(
        "find_the_bug",
        "too lenient",
        r"small errors|1e-4",
        """
        def find_the_bug(backward):
            parameters, X, Y = random_network([2, 3, 2, 1], m=5, seed=21)
            grads = backward(parameters, X, Y)
            shapes = {k: a.shape for k, a in parameters.items()}
            theta = dictionary_to_vector(parameters)
            approx = np.zeros_like(theta)
            for i in range(len(theta)):
                up, down = theta.copy(), theta.copy()
                up[i] += 1e-6
                down[i] -= 1e-6
                J_up = compute_cost(L_model_forward(X, vector_to_dictionary(up, shapes))[0], Y)
                J_down = compute_cost(L_model_forward(X, vector_to_dictionary(down, shapes))[0], Y)
                approx[i] = (J_up - J_down) / 2e-6
            approx = vector_to_dictionary(approx, shapes)
            name, largest = "", 0.05
            for key in parameters:
                grad = grads["d" + key]
                difference = np.linalg.norm(grad - approx[key]) / (np.linalg.norm(grad) + np.linalg.norm(approx[key]))
                if difference > largest:
                    name, largest = key, difference
            return name
        """,
    ),
    wrong(
        "find_the_bug",
        "norms compared",
        r"norm of the difference|compare the norms|sign",
        """
        def find_the_bug(backward):
            parameters, X, Y = random_network([2, 3, 2, 1], m=5, seed=21)
            grads = backward(parameters, X, Y)
            shapes = {k: a.shape for k, a in parameters.items()}
            theta = dictionary_to_vector(parameters)
            approx = np.zeros_like(theta)
            for i in range(len(theta)):
                up, down = theta.copy(), theta.copy()
                up[i] += 1e-6
                down[i] -= 1e-6
                J_up = compute_cost(L_model_forward(X, vector_to_dictionary(up, shapes))[0], Y)
                J_down = compute_cost(L_model_forward(X, vector_to_dictionary(down, shapes))[0], Y)
                approx[i] = (J_up - J_down) / 2e-6
            approx = vector_to_dictionary(approx, shapes)
            name, largest = "", 1e-4
            for key in parameters:
                grad = grads["d" + key]
                difference = abs(np.linalg.norm(grad) - np.linalg.norm(approx[key])) / (np.linalg.norm(grad) + np.linalg.norm(approx[key]))
                if difference > largest:
                    name, largest = key, difference
            return name
        """,
    ),
    wrong(
        "find_the_bug",
        "sums compared",
        r"sums|wrong places",
        """
        def find_the_bug(backward):
            parameters, X, Y = random_network([2, 3, 2, 1], m=5, seed=21)
            grads = backward(parameters, X, Y)
            shapes = {k: a.shape for k, a in parameters.items()}
            theta = dictionary_to_vector(parameters)
            approx = np.zeros_like(theta)
            for i in range(len(theta)):
                up, down = theta.copy(), theta.copy()
                up[i] += 1e-6
                down[i] -= 1e-6
                J_up = compute_cost(L_model_forward(X, vector_to_dictionary(up, shapes))[0], Y)
                J_down = compute_cost(L_model_forward(X, vector_to_dictionary(down, shapes))[0], Y)
                approx[i] = (J_up - J_down) / 2e-6
            approx = vector_to_dictionary(approx, shapes)
            name, largest = "", 1e-4
            for key in parameters:
                grad = grads["d" + key]
                difference = abs(np.sum(grad - approx[key])) / (np.linalg.norm(grad) + np.linalg.norm(approx[key]))
                if difference > largest:
                    name, largest = key, difference
            return name
        """,
    ),
    wrong(
        "find_the_bug",
        "small letters",
        r"capital|small letters",
        """
        def find_the_bug(backward):
            parameters, X, Y = random_network([2, 3, 2, 1], m=5, seed=21)
            grads = backward(parameters, X, Y)
            shapes = {k: a.shape for k, a in parameters.items()}
            theta = dictionary_to_vector(parameters)
            approx = np.zeros_like(theta)
            for i in range(len(theta)):
                up, down = theta.copy(), theta.copy()
                up[i] += 1e-6
                down[i] -= 1e-6
                J_up = compute_cost(L_model_forward(X, vector_to_dictionary(up, shapes))[0], Y)
                J_down = compute_cost(L_model_forward(X, vector_to_dictionary(down, shapes))[0], Y)
                approx[i] = (J_up - J_down) / 2e-6
            approx = vector_to_dictionary(approx, shapes)
            name, largest = "", 1e-4
            for key in parameters:
                grad = grads["d" + key]
                difference = np.linalg.norm(grad - approx[key]) / (np.linalg.norm(grad) + np.linalg.norm(approx[key]))
                if difference > largest:
                    name, largest = key, difference
            return name.lower()
        """,
    ),
    wrong(
        "find_the_bug",
        "number of the layer",
        r"number of the layer|whole name|a text",
        """
        def find_the_bug(backward):
            parameters, X, Y = random_network([2, 3, 2, 1], m=5, seed=21)
            grads = backward(parameters, X, Y)
            shapes = {k: a.shape for k, a in parameters.items()}
            theta = dictionary_to_vector(parameters)
            approx = np.zeros_like(theta)
            for i in range(len(theta)):
                up, down = theta.copy(), theta.copy()
                up[i] += 1e-6
                down[i] -= 1e-6
                J_up = compute_cost(L_model_forward(X, vector_to_dictionary(up, shapes))[0], Y)
                J_down = compute_cost(L_model_forward(X, vector_to_dictionary(down, shapes))[0], Y)
                approx[i] = (J_up - J_down) / 2e-6
            approx = vector_to_dictionary(approx, shapes)
            name, largest = "", 1e-4
            for key in parameters:
                grad = grads["d" + key]
                difference = np.linalg.norm(grad - approx[key]) / (np.linalg.norm(grad) + np.linalg.norm(approx[key]))
                if difference > largest:
                    name, largest = key, difference
            return int(name[1:] or 0)
        """,
    ),
    wrong(
        "find_the_bug",
        "exact equality",
        r"rounding|1e-4",
        """
        def find_the_bug(backward):
            parameters, X, Y = random_network([2, 3, 2, 1], m=5, seed=21)
            grads = backward(parameters, X, Y)
            shapes = {k: a.shape for k, a in parameters.items()}
            theta = dictionary_to_vector(parameters)
            approx = np.zeros_like(theta)
            for i in range(len(theta)):
                up, down = theta.copy(), theta.copy()
                up[i] += 1e-7
                down[i] -= 1e-7
                J_up = compute_cost(L_model_forward(X, vector_to_dictionary(up, shapes))[0], Y)
                J_down = compute_cost(L_model_forward(X, vector_to_dictionary(down, shapes))[0], Y)
                approx[i] = (J_up - J_down) / 2e-7
            approx = vector_to_dictionary(approx, shapes)
            for key in parameters:
                if (grads["d" + key] != approx[key]).any():
                    return key
            return ""
        """,
    ),
    wrong(
        "find_the_bug",
        "the verdict only",
        r"a text",
        """
        def find_the_bug(backward):
            parameters, X, Y = random_network([2, 3, 2, 1], m=5, seed=21)
            return gradient_check_n(parameters, backward(parameters, X, Y), X, Y) > 1e-5
        """,
    ),
    wrong(
        "find_the_bug",
        "the answer of the public case",
        r"depend on the input|right on the public case",
        """
        def find_the_bug(backward):
            return "W2"
        """,
    ),
    wrong(
        "find_the_bug",
        "shapes of one example",
        r"backward: X and Y|should be \(",
        """
        def find_the_bug(backward):
            parameters, X, Y = random_network([2, 3, 2, 1], m=5, seed=21)
            grads = backward(parameters, X, Y.T)
            return ""
        """,
    ),
    wrong(
        "backward_propagation_n",
        "both errors left in",
        r"both errors|dW2.{0,200}dW1",
        """
        def backward_propagation_n(parameters, X, Y):
            m = X.shape[1]
            A3, caches = L_model_forward(X, parameters)
            (A1, W2, _), _ = caches[1]
            (A2, W3, _), _ = caches[2]
            dZ3 = A3 - Y
            dW3 = dZ3 @ A2.T / m
            db3 = np.sum(dZ3, axis=1, keepdims=True) / m
            dA2 = W3.T @ dZ3
            dZ2 = dA2 * (A2 > 0)
            dW2 = dZ2 @ A1.T / len(A1)
            db2 = np.sum(dZ2, axis=1, keepdims=True) / m
            dA1 = W2.T @ dZ2
            dZ1 = dA1 * (A1 >= 0)
            dW1 = dZ1 @ X.T / m
            db1 = np.sum(dZ1, axis=1, keepdims=True) / m
            return {'dW3': dW3, 'db3': db3, 'dW2': dW2, 'db2': db2, 'dW1': dW1, 'db1': db1}
        """,
    ),
    wrong(
        "backward_propagation_n",
        "the first error left in",
        r"dW2 is (still )?off",
        """
        def backward_propagation_n(parameters, X, Y):
            m = X.shape[1]
            A3, caches = L_model_forward(X, parameters)
            (A1, W2, _), _ = caches[1]
            (A2, W3, _), _ = caches[2]
            dZ3 = A3 - Y
            dW3 = dZ3 @ A2.T / m
            db3 = np.sum(dZ3, axis=1, keepdims=True) / m
            dA2 = W3.T @ dZ3
            dZ2 = dA2 * (A2 > 0)
            dW2 = dZ2 @ A1.T / len(A1)
            db2 = np.sum(dZ2, axis=1, keepdims=True) / m
            dA1 = W2.T @ dZ2
            dZ1 = dA1 * (A1 > 0)
            dW1 = dZ1 @ X.T / m
            db1 = np.sum(dZ1, axis=1, keepdims=True) / m
            return {'dW3': dW3, 'db3': db3, 'dW2': dW2, 'db2': db2, 'dW1': dW1, 'db1': db1}
        """,
    ),
    wrong(
        "backward_propagation_n",
        "the second error left in",
        r"dW1 and db1|mask",
        """
        def backward_propagation_n(parameters, X, Y):
            m = X.shape[1]
            A3, caches = L_model_forward(X, parameters)
            (A1, W2, _), _ = caches[1]
            (A2, W3, _), _ = caches[2]
            dZ3 = A3 - Y
            dW3 = dZ3 @ A2.T / m
            db3 = np.sum(dZ3, axis=1, keepdims=True) / m
            dA2 = W3.T @ dZ3
            dZ2 = dA2 * (A2 > 0)
            dW2 = dZ2 @ A1.T / m
            db2 = np.sum(dZ2, axis=1, keepdims=True) / m
            dA1 = W2.T @ dZ2
            dZ1 = dA1 * (A1 >= 0)
            dW1 = dZ1 @ X.T / m
            db1 = np.sum(dZ1, axis=1, keepdims=True) / m
            return {'dW3': dW3, 'db3': db3, 'dW2': dW2, 'db2': db2, 'dW1': dW1, 'db1': db1}
        """,
    ),
    wrong(
        "backward_propagation_n",
        "the mask taken out",
        r"mask",
        """
        def backward_propagation_n(parameters, X, Y):
            m = X.shape[1]
            A3, caches = L_model_forward(X, parameters)
            (A1, W2, _), _ = caches[1]
            (A2, W3, _), _ = caches[2]
            dZ3 = A3 - Y
            dW3 = dZ3 @ A2.T / m
            db3 = np.sum(dZ3, axis=1, keepdims=True) / m
            dA2 = W3.T @ dZ3
            dZ2 = dA2 * (A2 > 0)
            dW2 = dZ2 @ A1.T / m
            db2 = np.sum(dZ2, axis=1, keepdims=True) / m
            dA1 = W2.T @ dZ2
            dZ1 = dA1
            dW1 = dZ1 @ X.T / m
            db1 = np.sum(dZ1, axis=1, keepdims=True) / m
            return {'dW3': dW3, 'db3': db3, 'dW2': dW2, 'db2': db2, 'dW1': dW1, 'db1': db1}
        """,
    ),
    wrong(
        "backward_propagation_n",
        "the division taken out",
        r"divided by m|division by m|m times",
        """
        def backward_propagation_n(parameters, X, Y):
            m = X.shape[1]
            A3, caches = L_model_forward(X, parameters)
            (A1, W2, _), _ = caches[1]
            (A2, W3, _), _ = caches[2]
            dZ3 = A3 - Y
            dW3 = dZ3 @ A2.T / m
            db3 = np.sum(dZ3, axis=1, keepdims=True) / m
            dA2 = W3.T @ dZ3
            dZ2 = dA2 * (A2 > 0)
            dW2 = dZ2 @ A1.T
            db2 = np.sum(dZ2, axis=1, keepdims=True) / m
            dA1 = W2.T @ dZ2
            dZ1 = dA1 * (A1 > 0)
            dW1 = dZ1 @ X.T / m
            db1 = np.sum(dZ1, axis=1, keepdims=True) / m
            return {'dW3': dW3, 'db3': db3, 'dW2': dW2, 'db2': db2, 'dW1': dW1, 'db1': db1}
        """,
    ),
    wrong(
        "backward_propagation_n",
        "the mask the other way round",
        r"mask|lets nothing",
        """
        def backward_propagation_n(parameters, X, Y):
            m = X.shape[1]
            A3, caches = L_model_forward(X, parameters)
            (A1, W2, _), _ = caches[1]
            (A2, W3, _), _ = caches[2]
            dZ3 = A3 - Y
            dW3 = dZ3 @ A2.T / m
            db3 = np.sum(dZ3, axis=1, keepdims=True) / m
            dA2 = W3.T @ dZ3
            dZ2 = dA2 * (A2 > 0)
            dW2 = dZ2 @ A1.T / m
            db2 = np.sum(dZ2, axis=1, keepdims=True) / m
            dA1 = W2.T @ dZ2
            dZ1 = dA1 * (A1 < 0)
            dW1 = dZ1 @ X.T / m
            db1 = np.sum(dZ1, axis=1, keepdims=True) / m
            return {'dW3': dW3, 'db3': db3, 'dW2': dW2, 'db2': db2, 'dW1': dW1, 'db1': db1}
        """,
    ),
    wrong(
        "backward_propagation_n",
        "the output for a mask",
        r"mask|0 or 1",
        """
        def backward_propagation_n(parameters, X, Y):
            m = X.shape[1]
            A3, caches = L_model_forward(X, parameters)
            (A1, W2, _), _ = caches[1]
            (A2, W3, _), _ = caches[2]
            dZ3 = A3 - Y
            dW3 = dZ3 @ A2.T / m
            db3 = np.sum(dZ3, axis=1, keepdims=True) / m
            dA2 = W3.T @ dZ3
            dZ2 = dA2 * (A2 > 0)
            dW2 = dZ2 @ A1.T / m
            db2 = np.sum(dZ2, axis=1, keepdims=True) / m
            dA1 = W2.T @ dZ2
            dZ1 = dA1 * A1
            dW1 = dZ1 @ X.T / m
            db1 = np.sum(dZ1, axis=1, keepdims=True) / m
            return {'dW3': dW3, 'db3': db3, 'dW2': dW2, 'db2': db2, 'dW1': dW1, 'db1': db1}
        """,
    ),
    wrong(
        "backward_propagation_n",
        "the mask of dA1",
        r"mask|sign of dA1",
        """
        def backward_propagation_n(parameters, X, Y):
            m = X.shape[1]
            A3, caches = L_model_forward(X, parameters)
            (A1, W2, _), _ = caches[1]
            (A2, W3, _), _ = caches[2]
            dZ3 = A3 - Y
            dW3 = dZ3 @ A2.T / m
            db3 = np.sum(dZ3, axis=1, keepdims=True) / m
            dA2 = W3.T @ dZ3
            dZ2 = dA2 * (A2 > 0)
            dW2 = dZ2 @ A1.T / m
            db2 = np.sum(dZ2, axis=1, keepdims=True) / m
            dA1 = W2.T @ dZ2
            dZ1 = dA1 * (dA1 > 0)
            dW1 = dZ1 @ X.T / m
            db1 = np.sum(dZ1, axis=1, keepdims=True) / m
            return {'dW3': dW3, 'db3': db3, 'dW2': dW2, 'db2': db2, 'dW1': dW1, 'db1': db1}
        """,
    ),
    wrong(
        "backward_propagation_n",
        "units of the other layer",
        r"dW2 is (still )?off|number of units",
        """
        def backward_propagation_n(parameters, X, Y):
            m = X.shape[1]
            A3, caches = L_model_forward(X, parameters)
            (A1, W2, _), _ = caches[1]
            (A2, W3, _), _ = caches[2]
            dZ3 = A3 - Y
            dW3 = dZ3 @ A2.T / m
            db3 = np.sum(dZ3, axis=1, keepdims=True) / m
            dA2 = W3.T @ dZ3
            dZ2 = dA2 * (A2 > 0)
            dW2 = dZ2 @ A1.T / len(A2)
            db2 = np.sum(dZ2, axis=1, keepdims=True) / m
            dA1 = W2.T @ dZ2
            dZ1 = dA1 * (A1 > 0)
            dW1 = dZ1 @ X.T / m
            db1 = np.sum(dZ1, axis=1, keepdims=True) / m
            return {'dW3': dW3, 'db3': db3, 'dW2': dW2, 'db2': db2, 'dW1': dW1, 'db1': db1}
        """,
    ),
    wrong(
        "backward_propagation_n",
        "all lines made alike, the wrong way",
        r"number of units|dW2",
        """
        def backward_propagation_n(parameters, X, Y):
            m = X.shape[1]
            A3, caches = L_model_forward(X, parameters)
            (A1, W2, _), _ = caches[1]
            (A2, W3, _), _ = caches[2]
            dZ3 = A3 - Y
            dW3 = dZ3 @ A2.T / len(A2)
            db3 = np.sum(dZ3, axis=1, keepdims=True) / m
            dA2 = W3.T @ dZ3
            dZ2 = dA2 * (A2 > 0)
            dW2 = dZ2 @ A1.T / len(A1)
            db2 = np.sum(dZ2, axis=1, keepdims=True) / m
            dA1 = W2.T @ dZ2
            dZ1 = dA1 * (A1 > 0)
            dW1 = dZ1 @ X.T / len(X)
            db1 = np.sum(dZ1, axis=1, keepdims=True) / m
            return {'dW3': dW3, 'db3': db3, 'dW2': dW2, 'db2': db2, 'dW1': dW1, 'db1': db1}
        """,
    ),
    wrong(
        "backward_propagation_n",
        "m of the public case",
        r"depend on the input|right on the public case|fixed",
        """
        def backward_propagation_n(parameters, X, Y):
            m = X.shape[1]
            A3, caches = L_model_forward(X, parameters)
            (A1, W2, _), _ = caches[1]
            (A2, W3, _), _ = caches[2]
            dZ3 = A3 - Y
            dW3 = dZ3 @ A2.T / m
            db3 = np.sum(dZ3, axis=1, keepdims=True) / m
            dA2 = W3.T @ dZ3
            dZ2 = dA2 * (A2 > 0)
            dW2 = dZ2 @ A1.T / 5
            db2 = np.sum(dZ2, axis=1, keepdims=True) / m
            dA1 = W2.T @ dZ2
            dZ1 = dA1 * (A1 > 0)
            dW1 = dZ1 @ X.T / m
            db1 = np.sum(dZ1, axis=1, keepdims=True) / m
            return {'dW3': dW3, 'db3': db3, 'dW2': dW2, 'db2': db2, 'dW1': dW1, 'db1': db1}
        """,
    ),
]
