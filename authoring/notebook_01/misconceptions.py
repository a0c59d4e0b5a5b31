"""Wrong versions of the exercises of notebook 01, as learners write them."""

from authoring.banks import wrong

NO_RETURN = r"\breturn"
FLAT = r"\bflat\b|brackets|one axis|\(n, 1\)|column has two"
WHOLE = r"fraction.{0,20}cut|cut.{0,20}fraction|whole numbers"
KEEPDIMS = r"keepdims"

MISCONCEPTIONS = [
    # Exercise 1
    wrong(
        "basic_sigmoid",
        "minus sign forgotten",
        r"minus sign|sign in front|sigmoid of -x",
        """
        def basic_sigmoid(x):
            s = 1 / (1 + math.exp(x))
            return s
        """,
    ),
    wrong(
        "basic_sigmoid",
        "brackets forgotten",
        r"bracket",
        """
        def basic_sigmoid(x):
            s = 1 / 1 + math.exp(-x)
            return s
        """,
    ),
    wrong(
        "basic_sigmoid",
        "the 1 under the line forgotten",
        r"1 \+",
        """
        def basic_sigmoid(x):
            s = 1 / math.exp(-x)
            return s
        """,
    ),
    wrong(
        "basic_sigmoid",
        "no exponential",
        r"exponential|power of",
        """
        def basic_sigmoid(x):
            s = 1 / (1 - x)
            return s
        """,
    ),
    wrong(
        "basic_sigmoid",
        "a minus under the line",
        r"plus",
        """
        def basic_sigmoid(x):
            s = 1 / (1 - math.exp(-x))
            return s
        """,
    ),
    wrong(
        "basic_sigmoid",
        "e typed in",
        r"2\.71|digits",
        """
        def basic_sigmoid(x):
            e = 2.718
            return 1 / (1 + e ** (-x))
        """,
    ),
    wrong(
        "basic_sigmoid",
        "tanh",
        r"tanh",
        """
        def basic_sigmoid(x):
            return (math.exp(x) - math.exp(-x)) / (math.exp(x) + math.exp(-x))
        """,
    ),
    wrong(
        "basic_sigmoid",
        "floor division",
        r"//|cut|fraction",
        """
        def basic_sigmoid(x):
            return 1 // (1 + math.exp(-x))
        """,
    ),
    wrong(
        "basic_sigmoid",
        "no return",
        NO_RETURN,
        """
        def basic_sigmoid(x):
            s = 1 / (1 + math.exp(-x))
        """,
    ),
    wrong(
        "basic_sigmoid",
        "printed, not returned",
        NO_RETURN,
        """
        def basic_sigmoid(x):
            s = 1 / (1 + math.exp(-x))
            print(s)
        """,
    ),
    wrong(
        "basic_sigmoid",
        "the answer typed in",
        r"fixed|depend",
        """
        def basic_sigmoid(x):
            return 0.7310585786300049
        """,
    ),
    wrong(
        "basic_sigmoid",
        "an array of one number",
        r"brackets|a number",
        """
        def basic_sigmoid(x):
            return np.array([1 / (1 + math.exp(-x))])
        """,
    ),
    wrong(
        "basic_sigmoid",
        "rounded",
        r"round|0\.0003|should be",
        """
        def basic_sigmoid(x):
            return round(1 / (1 + math.exp(-x)))
        """,
    ),
    # Exercise 2
    wrong(
        "sigmoid",
        "math.exp",
        r"np\.exp|NumPy's",
        """
        def sigmoid(x):
            s = 1 / (1 + math.exp(-x))
            return s
        """,
    ),
    wrong(
        "sigmoid",
        "minus sign forgotten",
        r"minus sign|sign in front|sigmoid of -x",
        """
        def sigmoid(x):
            s = 1 / (1 + np.exp(x))
            return s
        """,
    ),
    wrong(
        "sigmoid",
        "brackets forgotten",
        r"bracket",
        """
        def sigmoid(x):
            s = 1 / 1 + np.exp(-x)
            return s
        """,
    ),
    wrong(
        "sigmoid",
        "a list comes back",
        r"list",
        """
        def sigmoid(x):
            return [1 / (1 + np.exp(-v)) for v in x]
        """,
    ),
    wrong(
        "sigmoid",
        "zeros_like of whole numbers",
        WHOLE,
        """
        def sigmoid(x):
            s = np.zeros_like(x)
            for index in np.ndindex(x.shape):
                s[index] = 1 / (1 + math.exp(-x[index]))
            return s
        """,
    ),
    wrong(
        "sigmoid",
        "a loop over the first axis with math",
        r"np\.exp|NumPy's",
        """
        def sigmoid(x):
            s = np.zeros(x.shape)
            for i in range(len(x)):
                s[i] = 1 / (1 + math.exp(-x[i]))
            return s
        """,
    ),
    wrong(
        "sigmoid",
        "three entries",
        r"three|fixed|whatever the shape",
        """
        def sigmoid(x):
            return np.array([1 / (1 + np.exp(-x[i])) for i in range(3)])
        """,
    ),
    wrong(
        "sigmoid",
        "the exponentials added up",
        r"added up|of its own|softmax",
        """
        def sigmoid(x):
            return 1 / (1 + np.sum(np.exp(-x)))
        """,
    ),
    wrong(
        "sigmoid",
        "softmax",
        r"softmax",
        """
        def sigmoid(x):
            return np.exp(x) / np.exp(x).sum()
        """,
    ),
    wrong(
        "sigmoid",
        "flattened",
        r"shape",
        """
        def sigmoid(x):
            return np.array([basic_sigmoid(v) for v in x.flatten()])
        """,
    ),
    wrong(
        "sigmoid",
        "x written over",
        r"changed its argument",
        """
        def sigmoid(x):
            s = 1 / (1 + np.exp(-x))
            x *= -1
            return s
        """,
    ),
    wrong(
        "sigmoid",
        "rounded for the eye",
        r"rounded|should be",
        """
        def sigmoid(x):
            return np.round(1 / (1 + np.exp(-x)))
        """,
    ),
    wrong(
        "sigmoid",
        "no return",
        NO_RETURN,
        """
        def sigmoid(x):
            s = 1 / (1 + np.exp(-x))
        """,
    ),
    # Exercise 3
    wrong(
        "sigmoid_derivative",
        "x in place of s",
        r"sigmoid\(x\)|not about x",
        """
        def sigmoid_derivative(x):
            ds = x * (1 - x)
            return ds
        """,
    ),
    wrong(
        "sigmoid_derivative",
        "brackets forgotten",
        r"bracket",
        """
        def sigmoid_derivative(x):
            s = sigmoid(x)
            ds = s * 1 - s
            return ds
        """,
    ),
    wrong(
        "sigmoid_derivative",
        "s - 1",
        r"sign|minus",
        """
        def sigmoid_derivative(x):
            s = sigmoid(x)
            return s * (s - 1)
        """,
    ),
    wrong(
        "sigmoid_derivative",
        "tanh's derivative",
        r"tanh",
        """
        def sigmoid_derivative(x):
            s = sigmoid(x)
            return 1 - s ** 2
        """,
    ),
    wrong(
        "sigmoid_derivative",
        "the sigmoid itself",
        r"sigmoid itself",
        """
        def sigmoid_derivative(x):
            s = sigmoid(x)
            ds = s * (1 - s)
            return s
        """,
    ),
    wrong(
        "sigmoid_derivative",
        "sigmoid twice",
        r"twice|already",
        """
        def sigmoid_derivative(x):
            s = sigmoid(x)
            return sigmoid(s) * (1 - sigmoid(s))
        """,
    ),
    wrong(
        "sigmoid_derivative",
        "np.dot",
        r"np\.dot|adds up|entry by",
        """
        def sigmoid_derivative(x):
            s = sigmoid(x)
            return np.dot(s, 1 - s)
        """,
    ),
    wrong(
        "sigmoid_derivative",
        "the function, not its value",
        r"unsupported operand|function",
        """
        def sigmoid_derivative(x):
            s = sigmoid
            return s * (1 - s)
        """,
    ),
    wrong(
        "sigmoid_derivative",
        "e^-x in place of the sigmoid",
        r"e\^-x|sigmoid\(x\)",
        """
        def sigmoid_derivative(x):
            s = np.exp(-x)
            return s * (1 - s)
        """,
    ),
    wrong(
        "sigmoid_derivative",
        "chain rule with x",
        r"factor x",
        """
        def sigmoid_derivative(x):
            s = sigmoid(x)
            return x * s * (1 - s)
        """,
    ),
    wrong(
        "sigmoid_derivative",
        "basic_sigmoid of an array",
        r"np\.exp|NumPy's",
        """
        def sigmoid_derivative(x):
            s = basic_sigmoid(x)
            return s * (1 - s)
        """,
    ),
    wrong(
        "sigmoid_derivative",
        "only the first factor",
        r"factor|product|1 - s",
        """
        def sigmoid_derivative(x):
            return 1 - sigmoid(x)
        """,
    ),
    # Exercise 4
    wrong(
        "image2vector",
        "flat",
        FLAT,
        """
        def image2vector(image):
            v = image.flatten()
            return v
        """,
    ),
    wrong(
        "image2vector",
        "a row",
        r"\brow\b|exchanged|transposed",
        """
        def image2vector(image):
            return image.reshape(1, -1)
        """,
    ),
    wrong(
        "image2vector",
        "depth left an axis",
        r"depth",
        """
        def image2vector(image):
            return image.reshape(image.shape[0] * image.shape[1], image.shape[2])
        """,
    ),
    wrong(
        "image2vector",
        "the size of the public image",
        r"12|image\.shape",
        """
        def image2vector(image):
            return image.reshape(12, 1)
        """,
    ),
    wrong(
        "image2vector",
        "depth 3 written as a number",
        r"depth|shape\[2\]",
        """
        def image2vector(image):
            return image.reshape(image.shape[0] * image.shape[1] * 3, 1)
        """,
    ),
    wrong(
        "image2vector",
        "transposed first",
        r"order",
        """
        def image2vector(image):
            return image.T.reshape(-1, 1)
        """,
    ),
    wrong(
        "image2vector",
        "channel after channel",
        r"order",
        """
        def image2vector(image):
            channels = [image[:, :, k].flatten() for k in range(image.shape[2])]
            return np.concatenate(channels).reshape(-1, 1)
        """,
    ),
    wrong(
        "image2vector",
        "Fortran order",
        r"order",
        """
        def image2vector(image):
            return image.flatten("F").reshape(-1, 1)
        """,
    ),
    wrong(
        "image2vector",
        "divided by 255",
        r"255",
        """
        def image2vector(image):
            return image.reshape(-1, 1) / 255
        """,
    ),
    wrong(
        "image2vector",
        "what reshape returns is not stored",
        r"returns another|store what|shape \(12, 1\)",
        """
        def image2vector(image):
            image.reshape(-1, 1)
            return image
        """,
    ),
    wrong(
        "image2vector",
        "the image's own shape changed",
        r"changed its argument|argument image",
        """
        def image2vector(image):
            image.shape = (image.size, 1)
            return image
        """,
    ),
    wrong(
        "image2vector",
        "sizes added",
        r"cannot reshape|multipl",
        """
        def image2vector(image):
            return image.reshape(sum(image.shape), 1)
        """,
    ),
    wrong(
        "image2vector",
        "one channel only",
        r"depth|all of the image",
        """
        def image2vector(image):
            return image[:, :, 0].reshape(-1, 1)
        """,
    ),
    # Exercise 5
    wrong(
        "normalize_rows",
        "axis=0",
        r"axis=1|columns",
        """
        def normalize_rows(x):
            return x / np.linalg.norm(x, axis=0, keepdims=True)
        """,
    ),
    wrong(
        "normalize_rows",
        "without keepdims",
        KEEPDIMS,
        """
        def normalize_rows(x):
            lengths = np.linalg.norm(x, axis=1)
            return x / lengths
        """,
    ),
    wrong(
        "normalize_rows",
        "one length for all",
        r"whole table|axis=1|of its own",
        """
        def normalize_rows(x):
            return x / np.linalg.norm(x)
        """,
    ),
    wrong(
        "normalize_rows",
        "divided by the sum",
        r"\bsum\b.{0,60}square|root of the sum",
        """
        def normalize_rows(x):
            return x / x.sum(axis=1, keepdims=True)
        """,
    ),
    wrong(
        "normalize_rows",
        "the root forgotten",
        r"root",
        """
        def normalize_rows(x):
            return x / np.sum(x * x, axis=1, keepdims=True)
        """,
    ),
    wrong(
        "normalize_rows",
        "written into x",
        r"changed its argument|makes a new array",
        """
        def normalize_rows(x):
            x /= np.linalg.norm(x, axis=1, keepdims=True)
            return x
        """,
    ),
    wrong(
        "normalize_rows",
        "zeros_like of whole numbers",
        WHOLE,
        """
        def normalize_rows(x):
            normalized = np.zeros_like(x)
            for i in range(len(x)):
                normalized[i] = x[i] / np.linalg.norm(x[i])
            return normalized
        """,
    ),
    wrong(
        "normalize_rows",
        "the lengths come back",
        r"lengths",
        """
        def normalize_rows(x):
            x_norm = np.linalg.norm(x, axis=1, keepdims=True)
            return x_norm
        """,
    ),
    wrong(
        "normalize_rows",
        "the largest to 1",
        r"largest",
        """
        def normalize_rows(x):
            return x / x.max(axis=1, keepdims=True)
        """,
    ),
    wrong(
        "normalize_rows",
        "the norm with ord=1",
        r"ord|absolute",
        """
        def normalize_rows(x):
            return x / np.linalg.norm(x, ord=1, axis=1, keepdims=True)
        """,
    ),
    wrong(
        "normalize_rows",
        "mean 0 and deviation 1",
        r"deviation|length 1",
        """
        def normalize_rows(x):
            mean, deviation = x.mean(axis=1, keepdims=True), x.std(axis=1, keepdims=True)
            return (x - mean) / deviation
        """,
    ),
    wrong(
        "normalize_rows",
        "multiplied",
        r"multiplied|divide",
        """
        def normalize_rows(x):
            return x * np.linalg.norm(x, axis=1, keepdims=True)
        """,
    ),
    wrong(
        "normalize_rows",
        "x comes back",
        r"as they were|new array",
        """
        def normalize_rows(x):
            x_normalized = x / np.linalg.norm(x, axis=1, keepdims=True)
            return x
        """,
    ),
    # Exercise 6
    wrong(
        "softmax",
        "axis=0",
        r"axis=1|columns",
        """
        def softmax(x):
            x_exp = np.exp(x)
            return x_exp / np.sum(x_exp, axis=0, keepdims=True)
        """,
    ),
    wrong(
        "softmax",
        "without keepdims",
        KEEPDIMS,
        """
        def softmax(x):
            x_exp = np.exp(x)
            x_sum = np.sum(x_exp, axis=1)
            return x_exp / x_sum
        """,
    ),
    wrong(
        "softmax",
        "one sum for all",
        r"whole table|axis=1|of its own",
        """
        def softmax(x):
            return np.exp(x) / np.sum(np.exp(x))
        """,
    ),
    wrong(
        "softmax",
        "no exponential",
        r"exponential",
        """
        def softmax(x):
            return x / np.sum(x, axis=1, keepdims=True)
        """,
    ),
    wrong(
        "softmax",
        "the sum of x",
        r"exponentials",
        """
        def softmax(x):
            x_exp = np.exp(x)
            x_sum = np.sum(x, axis=1, keepdims=True)
            return x_exp / x_sum
        """,
    ),
    wrong(
        "softmax",
        "not divided",
        r"divided|divide",
        """
        def softmax(x):
            x_exp = np.exp(x)
            x_sum = np.sum(x_exp, axis=1, keepdims=True)
            return x_exp
        """,
    ),
    wrong(
        "softmax",
        "a minus sign",
        r"minus",
        """
        def softmax(x):
            x_exp = np.exp(-x)
            return x_exp / np.sum(x_exp, axis=1, keepdims=True)
        """,
    ),
    wrong(
        "softmax",
        "the sigmoid",
        r"sigmoid",
        """
        def softmax(x):
            return sigmoid(x)
        """,
    ),
    wrong(
        "softmax",
        "zeros_like of whole numbers",
        WHOLE,
        """
        def softmax(x):
            s = np.zeros_like(x)
            for i in range(x.shape[0]):
                powers = np.exp(x[i])
                s[i] = powers / powers.sum()
            return s
        """,
    ),
    wrong(
        "softmax",
        "the mean",
        r"mean",
        """
        def softmax(x):
            x_exp = np.exp(x)
            return x_exp / np.mean(x_exp, axis=1, keepdims=True)
        """,
    ),
    wrong(
        "softmax",
        "the maximum of the column subtracted",
        r"maximum.{0,60}row|axis=1",
        """
        def softmax(x):
            x_exp = np.exp(x - np.max(x, axis=0))
            return x_exp / np.sum(x_exp, axis=1, keepdims=True)
        """,
    ),
    wrong(
        "softmax",
        "math.exp",
        r"np\.exp|NumPy's",
        """
        def softmax(x):
            x_exp = math.exp(x)
            return x_exp / np.sum(x_exp, axis=1, keepdims=True)
        """,
    ),
    wrong(
        "softmax",
        "the largest made 1",
        r"largest",
        """
        def softmax(x):
            x_exp = np.exp(x)
            return x_exp / x_exp.max(axis=1, keepdims=True)
        """,
    ),
    # Exercise 7
    wrong(
        "L1",
        "the absolute value of the sum",
        r"absolute value.{0,60}(first|sum)|opposite",
        """
        def L1(yhat, y):
            return np.abs(np.sum(y - yhat))
        """,
    ),
    wrong(
        "L1",
        "no absolute value",
        r"absolute",
        """
        def L1(yhat, y):
            return np.sum(y - yhat)
        """,
    ),
    wrong(
        "L1",
        "the mean",
        r"mean",
        """
        def L1(yhat, y):
            return np.mean(np.abs(y - yhat))
        """,
    ),
    wrong(
        "L1",
        "not added up",
        r"add them up|add up|a number",
        """
        def L1(yhat, y):
            return np.abs(y - yhat)
        """,
    ),
    wrong(
        "L1",
        "L2",
        r"L2|squares",
        """
        def L1(yhat, y):
            return np.sum((y - yhat) ** 2)
        """,
    ),
    wrong(
        "L1",
        "absolute values one by one",
        r"difference",
        """
        def L1(yhat, y):
            return np.sum(np.abs(y) - np.abs(yhat))
        """,
    ),
    wrong(
        "L1",
        "only one side",
        r"too (low|high)",
        """
        def L1(yhat, y):
            return np.sum((y - yhat)[y > yhat])
        """,
    ),
    wrong(
        "L1",
        "a text",
        r"type str|a number",
        """
        def L1(yhat, y):
            return f"{np.sum(np.abs(y - yhat)):.1f}"
        """,
    ),
    wrong(
        "L1",
        "five examples",
        r"index|out of bounds|fixed",
        """
        def L1(yhat, y):
            loss = 0
            for i in range(5):
                loss += abs(y[i] - yhat[i])
            return loss
        """,
    ),
    wrong(
        "L1",
        "Python's sum of abs of the whole",
        r"absolute value.{0,60}(first|sum)|opposite",
        """
        def L1(yhat, y):
            loss = abs(sum(y - yhat))
            return loss
        """,
    ),
    # Exercise 8
    wrong(
        "L2",
        "the square of the sum",
        r"square.{0,30}sum|square first",
        """
        def L2(yhat, y):
            return np.sum(y - yhat) ** 2
        """,
    ),
    wrong(
        "L2",
        "the mean",
        r"mean",
        """
        def L2(yhat, y):
            return np.mean((y - yhat) ** 2)
        """,
    ),
    wrong(
        "L2",
        "a root",
        r"root",
        """
        def L2(yhat, y):
            return np.linalg.norm(y - yhat)
        """,
    ),
    wrong(
        "L2",
        "not added up",
        r"add them up|add up|a number",
        """
        def L2(yhat, y):
            return (y - yhat) ** 2
        """,
    ),
    wrong(
        "L2",
        "L1",
        r"L1|absolute",
        """
        def L2(yhat, y):
            return np.sum(np.abs(y - yhat))
        """,
    ),
    wrong(
        "L2",
        "squares one by one",
        r"difference",
        """
        def L2(yhat, y):
            return np.sum(y ** 2 - yhat ** 2)
        """,
    ),
    wrong(
        "L2",
        "the product of the two",
        r"difference",
        """
        def L2(yhat, y):
            return np.dot(yhat, y)
        """,
    ),
    wrong(
        "L2",
        "times 2",
        r"\*\* 2|doubles",
        """
        def L2(yhat, y):
            return np.sum((y - yhat) * 2)
        """,
    ),
    wrong(
        "L2",
        "half of it",
        r"1/2|0\.5 times",
        """
        def L2(yhat, y):
            return 0.5 * np.sum((y - yhat) ** 2)
        """,
    ),
    wrong(
        "L2",
        "outer product",
        r"table|one number|a number",
        """
        def L2(yhat, y):
            d = (y - yhat).reshape(-1, 1)
            return np.dot(d, d.T)
        """,
    ),
    wrong(
        "L2",
        "a product of columns",
        r"brackets",
        """
        def L2(yhat, y):
            d = (y - yhat).reshape(-1, 1)
            return np.dot(d.T, d)
        """,
    ),
    # Exercise 9
    wrong(
        "linear_forward_loop",
        "bias forgotten",
        r"bias",
        """
        def linear_forward_loop(A, W, b):
            Z = np.zeros((W.shape[0], A.shape[1]))
            for i in range(W.shape[0]):
                for j in range(A.shape[1]):
                    for k in range(W.shape[1]):
                        Z[i, j] += W[i, k] * A[k, j]
            return Z
        """,
    ),
    wrong(
        "linear_forward_loop",
        "bias added for every input",
        r"bias.{0,60}(every input|innermost|outside)",
        """
        def linear_forward_loop(A, W, b):
            Z = np.zeros((W.shape[0], A.shape[1]))
            for i in range(W.shape[0]):
                for j in range(A.shape[1]):
                    for k in range(W.shape[1]):
                        Z[i, j] += W[i, k] * A[k, j] + b[i, 0]
            return Z
        """,
    ),
    wrong(
        "linear_forward_loop",
        "= in place of +=",
        r"last input|total",
        """
        def linear_forward_loop(A, W, b):
            Z = np.zeros((W.shape[0], A.shape[1]))
            for i in range(W.shape[0]):
                for j in range(A.shape[1]):
                    for k in range(W.shape[1]):
                        Z[i, j] = W[i, k] * A[k, j] + b[i, 0]
            return Z
        """,
    ),
    wrong(
        "linear_forward_loop",
        "the total never set back",
        r"anew|runs on",
        """
        def linear_forward_loop(A, W, b):
            Z = np.zeros((W.shape[0], A.shape[1]))
            total = 0
            for i in range(W.shape[0]):
                for j in range(A.shape[1]):
                    for k in range(W.shape[1]):
                        total += W[i, k] * A[k, j]
                    Z[i, j] = total + b[i, 0]
            return Z
        """,
    ),
    wrong(
        "linear_forward_loop",
        "indices of A exchanged",
        r"exchanged|loop runs|index",
        """
        def linear_forward_loop(A, W, b):
            Z = np.zeros((W.shape[0], A.shape[1]))
            for i in range(W.shape[0]):
                for j in range(A.shape[1]):
                    total = b[i, 0]
                    for k in range(W.shape[1]):
                        total += W[i, k] * A[j, k]
                    Z[i, j] = total
            return Z
        """,
    ),
    wrong(
        "linear_forward_loop",
        "bias of the first unit for all",
        r"bias of its own|b\[i, 0\]",
        """
        def linear_forward_loop(A, W, b):
            Z = np.zeros((W.shape[0], A.shape[1]))
            for i in range(W.shape[0]):
                for j in range(A.shape[1]):
                    for k in range(W.shape[1]):
                        Z[i, j] += W[i, k] * A[k, j]
            return Z + b[0]
        """,
    ),
    wrong(
        "linear_forward_loop",
        "the last input left out",
        r"last input",
        """
        def linear_forward_loop(A, W, b):
            Z = np.zeros((W.shape[0], A.shape[1]))
            for i in range(W.shape[0]):
                for j in range(A.shape[1]):
                    Z[i, j] = b[i, 0]
                    for k in range(W.shape[1] - 1):
                        Z[i, j] += W[i, k] * A[k, j]
            return Z
        """,
    ),
    wrong(
        "linear_forward_loop",
        "counted from 1",
        r"Input 0|counts from 0",
        """
        def linear_forward_loop(A, W, b):
            Z = np.zeros((W.shape[0], A.shape[1]))
            for i in range(W.shape[0]):
                for j in range(A.shape[1]):
                    Z[i, j] = b[i, 0]
                    for k in range(1, W.shape[1]):
                        Z[i, j] += W[i, k] * A[k, j]
            return Z
        """,
    ),
    wrong(
        "linear_forward_loop",
        "entry by entry",
        r"shapes do not fit|product",
        """
        def linear_forward_loop(A, W, b):
            return W * A + b
        """,
    ),
    wrong(
        "linear_forward_loop",
        "A times W",
        r"order|\(n, k\) times",
        """
        def linear_forward_loop(A, W, b):
            return np.dot(A, W) + b
        """,
    ),
    wrong(
        "linear_forward_loop",
        "return in the loop",
        r"return.{0,40}(inside|loop)|inside",
        """
        def linear_forward_loop(A, W, b):
            Z = np.zeros((W.shape[0], A.shape[1]))
            for i in range(W.shape[0]):
                for j in range(A.shape[1]):
                    Z[i, j] = b[i, 0]
                    for k in range(W.shape[1]):
                        Z[i, j] += W[i, k] * A[k, j]
                return Z
        """,
    ),
    wrong(
        "linear_forward_loop",
        "a list of lists",
        r"list",
        """
        def linear_forward_loop(A, W, b):
            rows = []
            for i in range(W.shape[0]):
                row = []
                for j in range(A.shape[1]):
                    row.append(sum(W[i, k] * A[k, j] for k in range(W.shape[1])) + b[i, 0])
                rows.append(row)
            return rows
        """,
    ),
    wrong(
        "linear_forward_loop",
        "b turned into a row",
        r"bias|broadcast|shapes do not fit",
        """
        def linear_forward_loop(A, W, b):
            return W @ A + b.T
        """,
    ),
    wrong(
        "linear_forward_loop",
        "relu as well",
        r"relu|activation",
        """
        def linear_forward_loop(A, W, b):
            Z = W @ A + b
            return np.maximum(0, Z)
        """,
    ),
    wrong(
        "linear_forward_loop",
        "whole numbers",
        r"should hold float64|float",
        """
        def linear_forward_loop(A, W, b):
            Z = np.zeros((W.shape[0], A.shape[1]), dtype=int)
            for i in range(W.shape[0]):
                for j in range(A.shape[1]):
                    total = b[i, 0]
                    for k in range(W.shape[1]):
                        total += W[i, k] * A[k, j]
                    Z[i, j] = total
            return Z
        """,
    ),
    wrong(
        "linear_forward_loop",
        "written into b",
        r"changed its argument",
        """
        def linear_forward_loop(A, W, b):
            Z = np.zeros((W.shape[0], A.shape[1]))
            for i in range(W.shape[0]):
                for j in range(A.shape[1]):
                    Z[i, j] = b[i, 0] + W[i] @ A[:, j]
                b[i, 0] = 0
            return Z
        """,
    ),
    # A loop that forgets.
    wrong(
        "L1",
        "only the last example",
        r"last example",
        """
        def L1(yhat, y):
            for i in range(len(y)):
                loss = abs(y[i] - yhat[i])
            return loss
        """,
    ),
    wrong(
        "L2",
        "only the last example",
        r"last example",
        """
        def L2(yhat, y):
            for i in range(len(y)):
                loss = (y[i] - yhat[i]) ** 2
            return loss
        """,
    ),
]
