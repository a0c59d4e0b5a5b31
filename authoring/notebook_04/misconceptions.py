"""Wrong versions of the ten exercises of notebook 04, as learners write them."""

from authoring.banks import wrong

NO_RETURN = r"\breturn"
COLUMN = r"column|\(\w+, 1\)|keepdims|rank.?1|one.?dimension|brackets"

MISCONCEPTIONS = [
    # Exercise 1
    wrong(
        "initialize_parameters",
        "uniform weights",
        r"uniform|randn|normal|negative|positive",
        """
        def initialize_parameters(n_x, n_h, n_y):
            np.random.seed(1)
            W1 = np.random.rand(n_h, n_x) * 0.01
            b1 = np.zeros((n_h, 1))
            W2 = np.random.rand(n_y, n_h) * 0.01
            b2 = np.zeros((n_y, 1))
            return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
        """,
    ),
    wrong(
        "initialize_parameters",
        "factor 0.01 forgotten",
        r"100 times|times 100|100 ?x|0\.01\b",
        """
        def initialize_parameters(n_x, n_h, n_y):
            np.random.seed(1)
            W1 = np.random.randn(n_h, n_x)
            b1 = np.zeros((n_h, 1))
            W2 = np.random.randn(n_y, n_h)
            b2 = np.zeros((n_y, 1))
            return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
        """,
    ),
    wrong(
        "initialize_parameters",
        "random biases",
        r"zero",
        """
        def initialize_parameters(n_x, n_h, n_y):
            np.random.seed(1)
            W1 = np.random.randn(n_h, n_x) * 0.01
            b1 = np.random.randn(n_h, 1) * 0.01
            W2 = np.random.randn(n_y, n_h) * 0.01
            b2 = np.random.randn(n_y, 1) * 0.01
            return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
        """,
    ),
    wrong(
        "initialize_parameters",
        "biases of one dimension",
        COLUMN,
        """
        def initialize_parameters(n_x, n_h, n_y):
            np.random.seed(1)
            W1 = np.random.randn(n_h, n_x) * 0.01
            b1 = np.zeros(n_h)
            W2 = np.random.randn(n_y, n_h) * 0.01
            b2 = np.zeros(n_y)
            return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
        """,
    ),
    wrong(
        "initialize_parameters",
        "a tuple given to randn",
        r"separate|two (numbers|arguments)|not (as )?a tuple|without the (inner|extra)|"
        r"one pair of (paren|brack)",
        """
        def initialize_parameters(n_x, n_h, n_y):
            np.random.seed(1)
            W1 = np.random.randn((n_h, n_x)) * 0.01
            b1 = np.zeros((n_h, 1))
            W2 = np.random.randn((n_y, n_h)) * 0.01
            b2 = np.zeros((n_y, 1))
            return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
        """,
    ),
    wrong(
        "initialize_parameters",
        "W2 drawn before W1",
        r"order|first|before",
        """
        def initialize_parameters(n_x, n_h, n_y):
            np.random.seed(1)
            W2 = np.random.randn(n_y, n_h) * 0.01
            b2 = np.zeros((n_y, 1))
            W1 = np.random.randn(n_h, n_x) * 0.01
            b1 = np.zeros((n_h, 1))
            return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
        """,
    ),
    wrong(
        "initialize_parameters",
        "weights zero",
        r"zero.{0,80}(random|symmetr|same|alike|identical)|(random|symmetr|"
        r"draw).{0,80}zero|symmetr|not random",
        """
        def initialize_parameters(n_x, n_h, n_y):
            np.random.seed(1)
            W1 = np.zeros((n_h, n_x))
            b1 = np.zeros((n_h, 1))
            W2 = np.zeros((n_y, n_h))
            b2 = np.zeros((n_y, 1))
            return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
        """,
    ),
    wrong(
        "initialize_parameters",
        "biases a row",
        r"column|\brow\b|transpos|\(n_h, 1\)|\(n, 1\)|shape \(\d, 1\).{0,30}shape \(1, \d\)",
        """
        def initialize_parameters(n_x, n_h, n_y):
            np.random.seed(1)
            W1 = np.random.randn(n_h, n_x) * 0.01
            b1 = np.zeros((1, n_h))
            W2 = np.random.randn(n_y, n_h) * 0.01
            b2 = np.zeros((1, n_y))
            return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
        """,
    ),
    wrong(
        "initialize_parameters",
        "factor 0.1",
        r"10 times|times 10\b|10 ?x|0\.01\b",
        """
        def initialize_parameters(n_x, n_h, n_y):
            np.random.seed(1)
            W1 = np.random.randn(n_h, n_x) * 0.1
            b1 = np.zeros((n_h, 1))
            W2 = np.random.randn(n_y, n_h) * 0.1
            b2 = np.zeros((n_y, 1))
            return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
        """,
    ),
    wrong(
        "initialize_parameters",
        "biases one",
        r"\bb1?\b.{0,60}zero|zero.{0,40}\bb|bias.{0,40}zero|zero.{0,40}bias|should be 0\b",
        """
        def initialize_parameters(n_x, n_h, n_y):
            np.random.seed(1)
            W1 = np.random.randn(n_h, n_x) * 0.01
            b1 = np.ones((n_h, 1))
            W2 = np.random.randn(n_y, n_h) * 0.01
            b2 = np.ones((n_y, 1))
            return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
        """,
    ),
    wrong(
        "initialize_parameters",
        "sizes of zeros not in a tuple",
        r"tuple|pair of|bracket|parenthes|one argument",
        """
        def initialize_parameters(n_x, n_h, n_y):
            np.random.seed(1)
            W1 = np.random.randn(n_h, n_x) * 0.01
            b1 = np.zeros(n_h, 1)
            W2 = np.random.randn(n_y, n_h) * 0.01
            b2 = np.zeros(n_y, 1)
            return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
        """,
    ),
    wrong(
        "initialize_parameters",
        "weights transposed",
        r"transpos|rows|swap|exchang|turned|order of the sizes",
        """
        def initialize_parameters(n_x, n_h, n_y):
            np.random.seed(1)
            W1 = np.random.randn(n_x, n_h) * 0.01
            b1 = np.zeros((n_h, 1))
            W2 = np.random.randn(n_h, n_y) * 0.01
            b2 = np.zeros((n_y, 1))
            return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
        """,
    ),
    wrong(
        "initialize_parameters",
        "another seed",
        r"seed",
        """
        def initialize_parameters(n_x, n_h, n_y):
            np.random.seed(0)
            W1 = np.random.randn(n_h, n_x) * 0.01
            b1 = np.zeros((n_h, 1))
            W2 = np.random.randn(n_y, n_h) * 0.01
            b2 = np.zeros((n_y, 1))
            return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
        """,
    ),
    wrong(
        "initialize_parameters",
        "no return",
        NO_RETURN,
        """
        def initialize_parameters(n_x, n_h, n_y):
            np.random.seed(1)
            W1 = np.random.randn(n_h, n_x) * 0.01
            b1 = np.zeros((n_h, 1))
            W2 = np.random.randn(n_y, n_h) * 0.01
            b2 = np.zeros((n_y, 1))
        """,
    ),
    wrong(
        "initialize_parameters",
        "returned as a list",
        r"dictionary|\bdict\b",
        """
        def initialize_parameters(n_x, n_h, n_y):
            np.random.seed(1)
            W1 = np.random.randn(n_h, n_x) * 0.01
            b1 = np.zeros((n_h, 1))
            W2 = np.random.randn(n_y, n_h) * 0.01
            b2 = np.zeros((n_y, 1))
            return [W1, b1, W2, b2]
        """,
    ),
    wrong(
        "initialize_parameters",
        "W2 with the shape of W1",
        r"\bW2\b.{0,80}shape",
        """
        def initialize_parameters(n_x, n_h, n_y):
            np.random.seed(1)
            W1 = np.random.randn(n_h, n_x) * 0.01
            b1 = np.zeros((n_h, 1))
            W2 = np.random.randn(n_h, n_x) * 0.01
            b2 = np.zeros((n_y, 1))
            return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
        """,
    ),
    # Exercise 2
    wrong(
        "initialize_parameters_deep",
        "He scaling",
        r"0\.01\b|notebook 0?7|\bHe\b.{0,30}(init|scal)|sqrt",
        """
        def initialize_parameters_deep(layer_dims):
            np.random.seed(3)
            parameters = {}
            L = len(layer_dims)
            for l in range(1, L):
                n, n_prev = layer_dims[l], layer_dims[l - 1]
                parameters["W" + str(l)] = np.random.randn(n, n_prev) * np.sqrt(2 / n_prev)
                parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
            return parameters
        """,
    ),
    wrong(
        "initialize_parameters_deep",
        "scaled by 1 / sqrt(n)",
        r"0\.01\b|notebook 0?7|sqrt",
        """
        def initialize_parameters_deep(layer_dims):
            np.random.seed(3)
            parameters = {}
            L = len(layer_dims)
            for l in range(1, L):
                n, n_prev = layer_dims[l], layer_dims[l - 1]
                parameters["W" + str(l)] = np.random.randn(n, n_prev) / np.sqrt(n_prev)
                parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
            return parameters
        """,
    ),
    wrong(
        "initialize_parameters_deep",
        "sizes of the next layer",
        r"l ?- ?1|one (too )?far|past the (end|last)|layer (before|after)|next layer|no layer",
        """
        def initialize_parameters_deep(layer_dims):
            np.random.seed(3)
            parameters = {}
            L = len(layer_dims)
            for l in range(1, L):
                parameters["W" + str(l)] = np.random.randn(layer_dims[l + 1], layer_dims[l]) * 0.01
                parameters["b" + str(l)] = np.zeros((layer_dims[l + 1], 1))
            return parameters
        """,
    ),
    wrong(
        "initialize_parameters_deep",
        "a number added to a text",
        r"str\(|concatenate str",
        """
        def initialize_parameters_deep(layer_dims):
            np.random.seed(3)
            parameters = {}
            L = len(layer_dims)
            for l in range(1, L):
                parameters["W" + l] = np.random.randn(layer_dims[l], layer_dims[l - 1]) * 0.01
                parameters["b" + l] = np.zeros((layer_dims[l], 1))
            return parameters
        """,
    ),
    wrong(
        "initialize_parameters_deep",
        "seeded in the loop",
        r"seed.{0,80}(loop|once|every|each)|(same|equal|repeat).{0,60}(number|layer|W1|draw)",
        """
        def initialize_parameters_deep(layer_dims):
            parameters = {}
            L = len(layer_dims)
            for l in range(1, L):
                np.random.seed(3)
                parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) * 0.01
                parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
            return parameters
        """,
    ),
    wrong(
        "initialize_parameters_deep",
        "last layer left out",
        r"last|W\d.{0,20}missing|range|layers",
        """
        def initialize_parameters_deep(layer_dims):
            np.random.seed(3)
            parameters = {}
            L = len(layer_dims)
            for l in range(1, L - 1):
                parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) * 0.01
                parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
            return parameters
        """,
    ),
    wrong(
        "initialize_parameters_deep",
        "weights transposed",
        r"transpos|rows|swap|exchang|turned|order of the sizes",
        """
        def initialize_parameters_deep(layer_dims):
            np.random.seed(3)
            parameters = {}
            L = len(layer_dims)
            for l in range(1, L):
                parameters["W" + str(l)] = np.random.randn(layer_dims[l - 1], layer_dims[l]) * 0.01
                parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
            return parameters
        """,
    ),
    wrong(
        "initialize_parameters_deep",
        "biases of one dimension",
        COLUMN,
        """
        def initialize_parameters_deep(layer_dims):
            np.random.seed(3)
            parameters = {}
            L = len(layer_dims)
            for l in range(1, L):
                parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) * 0.01
                parameters["b" + str(l)] = np.zeros(layer_dims[l])
            return parameters
        """,
    ),
    wrong(
        "initialize_parameters_deep",
        "biases one",
        r"zero|should be 0\b",
        """
        def initialize_parameters_deep(layer_dims):
            np.random.seed(3)
            parameters = {}
            L = len(layer_dims)
            for l in range(1, L):
                parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) * 0.01
                parameters["b" + str(l)] = np.ones((layer_dims[l], 1))
            return parameters
        """,
    ),
    wrong(
        "initialize_parameters_deep",
        "factor 0.001",
        r"10 times|times 10\b|tenth|0\.1 times|10 ?x|0\.01\b",
        """
        def initialize_parameters_deep(layer_dims):
            np.random.seed(3)
            parameters = {}
            L = len(layer_dims)
            for l in range(1, L):
                parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) * 0.001
                parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
            return parameters
        """,
    ),
    wrong(
        "initialize_parameters_deep",
        "keys counted from 0",
        r"from 1|W0|key",
        """
        def initialize_parameters_deep(layer_dims):
            np.random.seed(3)
            parameters = {}
            L = len(layer_dims)
            for l in range(1, L):
                W = np.random.randn(layer_dims[l], layer_dims[l - 1]) * 0.01
                parameters["W" + str(l - 1)] = W
                parameters["b" + str(l - 1)] = np.zeros((layer_dims[l], 1))
            return parameters
        """,
    ),
    # Exercise 3
    wrong(
        "linear_forward",
        "product entry by entry",
        r"matrix product|np\.dot|matmul|\bW ?@ ?A\b|@",
        """
        def linear_forward(A, W, b):
            Z = W * A + b
            cache = (A, W, b)
            return Z, cache
        """,
    ),
    wrong(
        "linear_forward",
        "product in the wrong order",
        r"order|\bW ?@ ?A\b|dot\(W, A|W.{0,20}first|exchang|swap",
        """
        def linear_forward(A, W, b):
            Z = np.dot(A, W) + b
            cache = (A, W, b)
            return Z, cache
        """,
    ),
    wrong(
        "linear_forward",
        "bias forgotten",
        r"\bbias|(without|forg[oe]t|left out|leave out|missing|add).{0,40}\bb\b|"
        r"\bb\b.{0,40}(left out|missing|forgot|not added|is not)",
        """
        def linear_forward(A, W, b):
            Z = np.dot(W, A)
            cache = (A, W, b)
            return Z, cache
        """,
    ),
    wrong(
        "linear_forward",
        "bias added before the product",
        r"after the product|before the product|A \+ b|\bb\b.{0,40}(after|outside|"
        r"to the product|inside)|bias.{0,40}(after|outside|to the product|inside)",
        """
        def linear_forward(A, W, b):
            Z = np.dot(W, A + b)
            cache = (A, W, b)
            return Z, cache
        """,
    ),
    wrong(
        "linear_forward",
        "caches Z instead of A",
        r"\(A, W, b\)|cache.{0,60}\bA\b|cache\[0\]",
        """
        def linear_forward(A, W, b):
            Z = np.dot(W, A) + b
            cache = (Z, W, b)
            return Z, cache
        """,
    ),
    wrong(
        "linear_forward",
        "bias transposed",
        r"b\.T|transpos|column|\brows?\b",
        """
        def linear_forward(A, W, b):
            Z = np.dot(W, A) + b.T
            cache = (A, W, b)
            return Z, cache
        """,
    ),
    wrong(
        "linear_forward",
        "sum of the biases",
        r"sum.{0,60}(\bb\b|bias)|(\bb\b|bias).{0,60}(\bsum|own|each|every|its row|single)",
        """
        def linear_forward(A, W, b):
            Z = np.dot(W, A) + np.sum(b)
            cache = (A, W, b)
            return Z, cache
        """,
    ),
    wrong(
        "linear_forward",
        "bias subtracted",
        r"sign|subtract|minus|add.{0,30}\bb\b|\+ b|2 ?\*? ?b|twice",
        """
        def linear_forward(A, W, b):
            Z = np.dot(W, A) - b
            cache = (A, W, b)
            return Z, cache
        """,
    ),
    wrong(
        "linear_forward",
        "cache in another order",
        r"order|\(A, W, b\)|cache\[0\]",
        """
        def linear_forward(A, W, b):
            Z = np.dot(W, A) + b
            cache = (W, A, b)
            return Z, cache
        """,
    ),
    wrong(
        "linear_forward",
        "no return",
        NO_RETURN,
        """
        def linear_forward(A, W, b):
            Z = np.dot(W, A) + b
            cache = (A, W, b)
        """,
    ),
    wrong(
        "linear_forward",
        "only Z returned",
        r"cache.{0,80}(also|too|both|missing|return)|Z, cache should|tuple of 2|"
        r"two things|both|return Z, cache",
        """
        def linear_forward(A, W, b):
            Z = np.dot(W, A) + b
            cache = (A, W, b)
            return Z
        """,
    ),
    wrong(
        "linear_forward",
        "cache without b",
        r"cache.{0,60}(3|three)|\(A, W, b\)|\bb\b.{0,20}missing",
        """
        def linear_forward(A, W, b):
            Z = np.dot(W, A) + b
            cache = (A, W)
            return Z, cache
        """,
    ),
    # Exercise 4
    wrong(
        "linear_activation_forward",
        "helper not unpacked",
        r"A, activation_cache ?=|two things|unpack|both|tuple of 2|pair",
        """
        def linear_activation_forward(A_prev, W, b, activation):
            Z, linear_cache = linear_forward(A_prev, W, b)
            if activation == "sigmoid":
                A = sigmoid(Z)
                activation_cache = Z
            elif activation == "relu":
                A = relu(Z)
                activation_cache = Z
            cache = (linear_cache, activation_cache)
            return A, cache
        """,
    ),
    wrong(
        "linear_activation_forward",
        "activation of A_prev",
        r"(activation|sigmoid|relu) (of|to|on) `?A_prev|not (of|to|on)? ?`?A_prev|"
        r"g\(Z\)|sigmoid\(Z\)|relu\(Z\)|(of|to|from|on|with) `?Z\b",
        """
        def linear_activation_forward(A_prev, W, b, activation):
            Z, linear_cache = linear_forward(A_prev, W, b)
            if activation == "sigmoid":
                A, activation_cache = sigmoid(A_prev)
            elif activation == "relu":
                A, activation_cache = relu(A_prev)
            cache = (linear_cache, activation_cache)
            return A, cache
        """,
    ),
    wrong(
        "linear_activation_forward",
        "branches exchanged",
        r"swap|exchang|(other|wrong) (branch|activation|function)|interchang|mixed up|"
        r"the relu of|relu.{0,40}(instead|where|in place)|branch",
        """
        def linear_activation_forward(A_prev, W, b, activation):
            Z, linear_cache = linear_forward(A_prev, W, b)
            if activation == "sigmoid":
                A, activation_cache = relu(Z)
            elif activation == "relu":
                A, activation_cache = sigmoid(Z)
            cache = (linear_cache, activation_cache)
            return A, cache
        """,
    ),
    wrong(
        "linear_activation_forward",
        "activation cache A",
        r"(activation_?cache|cache\[1\]).{0,80}\bZ\b|\bZ\b.{0,60}(activation_?cache|"
        r"cache\[1\])|keep Z|needs? Z|cache Z|pre-activation",
        """
        def linear_activation_forward(A_prev, W, b, activation):
            Z, linear_cache = linear_forward(A_prev, W, b)
            if activation == "sigmoid":
                A, _ = sigmoid(Z)
            elif activation == "relu":
                A, _ = relu(Z)
            activation_cache = A
            cache = (linear_cache, activation_cache)
            return A, cache
        """,
    ),
    wrong(
        "linear_activation_forward",
        "caches in the other order",
        r"order|\(linear_cache, activation_cache\)|linear_cache.{0,30}first|exchang|"
        r"swap|cache\[0\].{0,40}tuple",
        """
        def linear_activation_forward(A_prev, W, b, activation):
            Z, linear_cache = linear_forward(A_prev, W, b)
            if activation == "sigmoid":
                A, activation_cache = sigmoid(Z)
            elif activation == "relu":
                A, activation_cache = relu(Z)
            cache = (activation_cache, linear_cache)
            return A, cache
        """,
    ),
    wrong(
        "linear_activation_forward",
        "relu in both branches",
        r"swap|exchang|(other|wrong|both) (branch|activation)|uses? `?relu|relu (where|in)",
        """
        def linear_activation_forward(A_prev, W, b, activation):
            Z, linear_cache = linear_forward(A_prev, W, b)
            if activation == "sigmoid":
                A, activation_cache = relu(Z)
            elif activation == "relu":
                A, activation_cache = relu(Z)
            cache = (linear_cache, activation_cache)
            return A, cache
        """,
    ),
    wrong(
        "linear_activation_forward",
        "sigmoid in both branches",
        r"swap|exchang|(other|wrong|both) (branch|activation)|uses? `?sigmoid|sigmoid (where|in)",
        """
        def linear_activation_forward(A_prev, W, b, activation):
            Z, linear_cache = linear_forward(A_prev, W, b)
            if activation == "sigmoid":
                A, activation_cache = sigmoid(Z)
            elif activation == "relu":
                A, activation_cache = sigmoid(Z)
            cache = (linear_cache, activation_cache)
            return A, cache
        """,
    ),
    wrong(
        "linear_activation_forward",
        "only the linear cache",
        r"activation_cache|cache should (hold|be a .{0,20}of) 2|pair",
        """
        def linear_activation_forward(A_prev, W, b, activation):
            Z, linear_cache = linear_forward(A_prev, W, b)
            if activation == "sigmoid":
                A, activation_cache = sigmoid(Z)
            elif activation == "relu":
                A, activation_cache = relu(Z)
            cache = linear_cache
            return A, cache
        """,
    ),
    wrong(
        "linear_activation_forward",
        "returns Z",
        r"\bZ\b.{0,60}(activation|instead|pre-activation|not A|before)|"
        r"activation.{0,40}(not applied|missing|forgot)|A is.{0,20}\bZ\b|A = g\(Z\)|"
        r"(without|apply|applied).{0,30}activation",
        """
        def linear_activation_forward(A_prev, W, b, activation):
            Z, linear_cache = linear_forward(A_prev, W, b)
            if activation == "sigmoid":
                A, activation_cache = sigmoid(Z)
            elif activation == "relu":
                A, activation_cache = relu(Z)
            cache = (linear_cache, activation_cache)
            return Z, cache
        """,
    ),
    wrong(
        "linear_activation_forward",
        "activation applied twice",
        r"twice|two times|again|double|second time",
        """
        def linear_activation_forward(A_prev, W, b, activation):
            Z, linear_cache = linear_forward(A_prev, W, b)
            if activation == "sigmoid":
                A, activation_cache = sigmoid(sigmoid(Z)[0])
                activation_cache = Z
            elif activation == "relu":
                A, activation_cache = relu(Z)
            cache = (linear_cache, activation_cache)
            return A, cache
        """,
    ),
    wrong(
        "linear_activation_forward",
        "relu as the absolute value",
        r"abs|negative|max\(0|sign|below 0|Z < 0",
        """
        def linear_activation_forward(A_prev, W, b, activation):
            Z, linear_cache = linear_forward(A_prev, W, b)
            if activation == "sigmoid":
                A, activation_cache = sigmoid(Z)
            elif activation == "relu":
                A, activation_cache = np.abs(Z), Z
            cache = (linear_cache, activation_cache)
            return A, cache
        """,
    ),
    # Exercise 5
    wrong(
        "L_model_forward",
        "digit 1 for the letter l",
        r"digit|W1.{0,60}(every|each|all|again|always|again|twice|layer 2)|(letter|"
        r"variable) .?l\b|str\(l\)",
        """
        def L_model_forward(X, parameters):
            caches = []
            A = X
            L = len(parameters) // 2
            for l in range(1, L):
                A_prev = A
                W, b = parameters["W" + str(1)], parameters["b" + str(1)]
                A, cache = linear_activation_forward(A_prev, W, b, "relu")
                caches.append(cache)
            W, b = parameters["W" + str(L)], parameters["b" + str(L)]
            AL, cache = linear_activation_forward(A, W, b, "sigmoid")
            caches.append(cache)
            return AL, caches
        """,
    ),
    wrong(
        "L_model_forward",
        "relu in the last layer",
        r"last.{0,60}(sigmoid|relu)|(sigmoid|relu).{0,60}last|probabilit|between 0 and 1",
        """
        def L_model_forward(X, parameters):
            caches = []
            A = X
            L = len(parameters) // 2
            for l in range(1, L):
                A_prev = A
                W, b = parameters["W" + str(l)], parameters["b" + str(l)]
                A, cache = linear_activation_forward(A_prev, W, b, "relu")
                caches.append(cache)
            W, b = parameters["W" + str(L)], parameters["b" + str(L)]
            AL, cache = linear_activation_forward(A, W, b, "relu")
            caches.append(cache)
            return AL, caches
        """,
    ),
    wrong(
        "L_model_forward",
        "last cache not kept",
        r"(last|output).{0,60}(append|cache)|append.{0,60}(last|too|output)|"
        r"\b\d (caches|items).{0,60}\d|should hold 3 items.{0,20}holds 2",
        """
        def L_model_forward(X, parameters):
            caches = []
            A = X
            L = len(parameters) // 2
            for l in range(1, L):
                A_prev = A
                W, b = parameters["W" + str(l)], parameters["b" + str(l)]
                A, cache = linear_activation_forward(A_prev, W, b, "relu")
                caches.append(cache)
            W, b = parameters["W" + str(L)], parameters["b" + str(L)]
            AL, cache = linear_activation_forward(A, W, b, "sigmoid")
            return AL, caches
        """,
    ),
    wrong(
        "L_model_forward",
        "+= with a tuple",
        r"append|\+=|unpack|extend|\[cache\]",
        """
        def L_model_forward(X, parameters):
            caches = []
            A = X
            L = len(parameters) // 2
            for l in range(1, L):
                A_prev = A
                W, b = parameters["W" + str(l)], parameters["b" + str(l)]
                A, cache = linear_activation_forward(A_prev, W, b, "relu")
                caches += cache
            W, b = parameters["W" + str(L)], parameters["b" + str(L)]
            AL, cache = linear_activation_forward(A, W, b, "sigmoid")
            caches += cache
            return AL, caches
        """,
    ),
    wrong(
        "L_model_forward",
        "sigmoid in the hidden layers",
        r"hidden|relu",
        """
        def L_model_forward(X, parameters):
            caches = []
            A = X
            L = len(parameters) // 2
            for l in range(1, L):
                A_prev = A
                W, b = parameters["W" + str(l)], parameters["b" + str(l)]
                A, cache = linear_activation_forward(A_prev, W, b, "sigmoid")
                caches.append(cache)
            W, b = parameters["W" + str(L)], parameters["b" + str(L)]
            AL, cache = linear_activation_forward(A, W, b, "sigmoid")
            caches.append(cache)
            return AL, caches
        """,
    ),
    wrong(
        "L_model_forward",
        "parameters counted from 0",
        r"from 1|no (layer|W) ?0|first (layer|parameter)|l-1|l - 1|start",
        """
        def L_model_forward(X, parameters):
            caches = []
            A = X
            L = len(parameters) // 2
            for l in range(1, L):
                A_prev = A
                W, b = parameters["W" + str(l - 1)], parameters["b" + str(l - 1)]
                A, cache = linear_activation_forward(A_prev, W, b, "relu")
                caches.append(cache)
            W, b = parameters["W" + str(L)], parameters["b" + str(L)]
            AL, cache = linear_activation_forward(A, W, b, "sigmoid")
            caches.append(cache)
            return AL, caches
        """,
    ),
    wrong(
        "L_model_forward",
        "every layer reads X",
        r"\bA_prev|(from|is|reads?|takes?|uses?|given|input).{0,40}\bX\b(?! =)|"
        r"layer before|output of",
        """
        def L_model_forward(X, parameters):
            caches = []
            A = X
            L = len(parameters) // 2
            for l in range(1, L):
                A_prev = A
                W, b = parameters["W" + str(l)], parameters["b" + str(l)]
                A, cache = linear_activation_forward(X, W, b, "relu")
                caches.append(cache)
            W, b = parameters["W" + str(L)], parameters["b" + str(L)]
            AL, cache = linear_activation_forward(A, W, b, "sigmoid")
            caches.append(cache)
            return AL, caches
        """,
    ),
    wrong(
        "L_model_forward",
        "last hidden layer left out",
        r"range|hidden layer|left out|skip|missing|layer 2|every layer|all the layers|"
        r"layer before",
        """
        def L_model_forward(X, parameters):
            caches = []
            A = X
            L = len(parameters) // 2
            for l in range(1, L - 1):
                A_prev = A
                W, b = parameters["W" + str(l)], parameters["b" + str(l)]
                A, cache = linear_activation_forward(A_prev, W, b, "relu")
                caches.append(cache)
            W, b = parameters["W" + str(L)], parameters["b" + str(L)]
            AL, cache = linear_activation_forward(A, W, b, "sigmoid")
            caches.append(cache)
            return AL, caches
        """,
    ),
    wrong(
        "L_model_forward",
        "keeps the linear caches only",
        r"activation_cache|pair|linear_cache|cache\[1\]|tuple of 2|both|caches\[0\]",
        """
        def L_model_forward(X, parameters):
            caches = []
            A = X
            L = len(parameters) // 2
            for l in range(1, L):
                A_prev = A
                W, b = parameters["W" + str(l)], parameters["b" + str(l)]
                A, cache = linear_activation_forward(A_prev, W, b, "relu")
                caches.append(cache[0])
            W, b = parameters["W" + str(L)], parameters["b" + str(L)]
            AL, cache = linear_activation_forward(A, W, b, "sigmoid")
            caches.append(cache[0])
            return AL, caches
        """,
    ),
    wrong(
        "L_model_forward",
        "last layer also as relu",
        r"range|twice|once|again|last layer|layer (L|\d)",
        """
        def L_model_forward(X, parameters):
            caches = []
            A = X
            L = len(parameters) // 2
            for l in range(1, L + 1):
                A_prev = A
                W, b = parameters["W" + str(l)], parameters["b" + str(l)]
                A, cache = linear_activation_forward(A_prev, W, b, "relu")
                caches.append(cache)
            W, b = parameters["W" + str(L)], parameters["b" + str(L)]
            AL, cache = linear_activation_forward(A, W, b, "sigmoid")
            caches.append(cache)
            return AL, caches
        """,
    ),
    wrong(
        "L_model_forward",
        "returns the last hidden A",
        r"\bAL\b.{0,60}(hidden|last|layer|return|shape)|last layer|hidden",
        """
        def L_model_forward(X, parameters):
            caches = []
            A = X
            L = len(parameters) // 2
            for l in range(1, L):
                A_prev = A
                W, b = parameters["W" + str(l)], parameters["b" + str(l)]
                A, cache = linear_activation_forward(A_prev, W, b, "relu")
                caches.append(cache)
            W, b = parameters["W" + str(L)], parameters["b" + str(L)]
            AL, cache = linear_activation_forward(A, W, b, "sigmoid")
            caches.append(cache)
            return A, caches
        """,
    ),
    # Exercise 6
    wrong(
        "compute_cost",
        "sign forgotten",
        r"\bsign\b|minus|negative|-1 times|opposite",
        """
        def compute_cost(AL, Y):
            m = Y.shape[1]
            cost = np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m
            return np.squeeze(cost)
        """,
    ),
    wrong(
        "compute_cost",
        "not averaged",
        r"m times|1 ?/ ?m|averag|divid\w* by|\bmean\b|per example",
        """
        def compute_cost(AL, Y):
            m = Y.shape[1]
            cost = -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL))
            return np.squeeze(cost)
        """,
    ),
    wrong(
        "compute_cost",
        "every pair summed",
        r"pair|diagonal|table|m x m|m by m|m × m|transpos|\(m, m\)",
        """
        def compute_cost(AL, Y):
            m = Y.shape[1]
            cost = -np.sum(np.dot(Y.T, np.log(AL)) + np.dot((1 - Y).T, np.log(1 - AL))) / m
            return np.squeeze(cost)
        """,
    ),
    wrong(
        "compute_cost",
        "-1/m for the first term only",
        r"both (terms|sums)|bracket|parenthes|second term|first term",
        """
        def compute_cost(AL, Y):
            m = Y.shape[1]
            cost = -1 / m * np.sum(Y * np.log(AL)) + np.sum((1 - Y) * np.log(1 - AL))
            return np.squeeze(cost)
        """,
    ),
    wrong(
        "compute_cost",
        "log10",
        r"natural|np\.log\b|base|log10|log2",
        """
        def compute_cost(AL, Y):
            m = Y.shape[1]
            cost = -np.sum(Y * np.log10(AL) + (1 - Y) * np.log10(1 - AL)) / m
            return np.squeeze(cost)
        """,
    ),
    wrong(
        "compute_cost",
        "averaged twice",
        r"twice|two times|m times too small|already|again",
        """
        def compute_cost(AL, Y):
            m = Y.shape[1]
            cost = -np.mean(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m
            return np.squeeze(cost)
        """,
    ),
    wrong(
        "compute_cost",
        "AL and Y exchanged",
        r"log\(Y\)|log of (the label|Y)|exchang|swap|log of the predict|log.{0,20}label",
        """
        def compute_cost(AL, Y):
            m = Y.shape[1]
            cost = -np.sum(AL * np.log(Y) + (1 - AL) * np.log(1 - Y)) / m
            return np.squeeze(cost)
        """,
    ),
    wrong(
        "compute_cost",
        "squared error",
        r"squared|cross-entropy|\blog",
        """
        def compute_cost(AL, Y):
            m = Y.shape[1]
            cost = np.sum((AL - Y) ** 2) / m
            return np.squeeze(cost)
        """,
    ),
    wrong(
        "compute_cost",
        "the printed number",
        r"hard.?cod|constant|always|same (number|cost|value|answer)|whatever|depend|"
        r"fixed|other (data|cases?|numbers|values|inputs?)|written (down|in)|typed",
        """
        def compute_cost(AL, Y):
            m = Y.shape[1]
            cost = 0.27977656
            return np.squeeze(cost)
        """,
    ),
    wrong(
        "compute_cost",
        "a table of one number",
        r"shape \(1, 1\)|squeeze",
        """
        def compute_cost(AL, Y):
            m = Y.shape[1]
            cost = -(Y @ np.log(AL).T + (1 - Y) @ np.log(1 - AL).T) / m
            return cost
        """,
    ),
    wrong(
        "compute_cost",
        "second term left out",
        r"1 ?- ?Y|second term|label 0|labels? (are|is) 0|zero labels|both terms|"
        r"only .{0,40}(label|term|Y)|y = 0",
        """
        def compute_cost(AL, Y):
            m = Y.shape[1]
            cost = -np.sum(Y * np.log(AL)) / m
            return np.squeeze(cost)
        """,
    ),
    wrong(
        "compute_cost",
        "first term left out",
        r"first term|label 1|labels? (are|is) 1|both terms|only .{0,40}(label|term|Y)|"
        r"y = 1|Y \* (np\.)?log|y log",
        """
        def compute_cost(AL, Y):
            m = Y.shape[1]
            cost = -np.sum((1 - Y) * np.log(1 - AL)) / m
            return np.squeeze(cost)
        """,
    ),
    wrong(
        "compute_cost",
        "log1p for log",
        r"log1p|1 \+ AL|np\.log\b|log\(1 ?\+",
        """
        def compute_cost(AL, Y):
            m = Y.shape[1]
            cost = -np.sum(Y * np.log1p(AL) + (1 - Y) * np.log(1 - AL)) / m
            return np.squeeze(cost)
        """,
    ),
    wrong(
        "compute_cost",
        "log2",
        r"natural|np\.log\b|base|log10|log2",
        """
        def compute_cost(AL, Y):
            m = Y.shape[1]
            cost = -np.sum(Y * np.log2(AL) + (1 - Y) * np.log2(1 - AL)) / m
            return np.squeeze(cost)
        """,
    ),
    wrong(
        "compute_cost",
        "one sum for each row",
        r"shape \(1,\)|a number|axis|single number",
        """
        def compute_cost(AL, Y):
            m = Y.shape[1]
            cost = -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL), axis=1) / m
            return cost
        """,
    ),
    wrong(
        "compute_cost",
        "m from the wrong axis",
        r"m times|1 ?/ ?m|averag|divid\w* by|\bmean\b|per example|shape\[1\]|shape\[0\]|columns",
        """
        def compute_cost(AL, Y):
            m = Y.shape[0]
            cost = -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m
            return np.squeeze(cost)
        """,
    ),
    wrong(
        "compute_cost",
        "labels exchanged",
        r"exchang|swap|label|wrong (term|factor)|interchang|belongs",
        """
        def compute_cost(AL, Y):
            m = Y.shape[1]
            cost = -np.sum(Y * np.log(1 - AL) + (1 - Y) * np.log(AL)) / m
            return np.squeeze(cost)
        """,
    ),
    wrong(
        "compute_cost",
        "halved as a squared error",
        r"half|halv|2 ?m|/ ?2|twice|0\.5 times|2 times",
        """
        def compute_cost(AL, Y):
            m = Y.shape[1]
            cost = -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / (2 * m)
            return np.squeeze(cost)
        """,
    ),
    wrong(
        "compute_cost",
        "one loss for each example",
        r"shape \(1, \d|sum|a number|averag",
        """
        def compute_cost(AL, Y):
            m = Y.shape[1]
            cost = -(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m
            return cost
        """,
    ),
    wrong(
        "compute_cost",
        "minus between the terms",
        r"second term|sign|plus|both terms|\+|add",
        """
        def compute_cost(AL, Y):
            m = Y.shape[1]
            cost = -np.sum(Y * np.log(AL) - (1 - Y) * np.log(1 - AL)) / m
            return np.squeeze(cost)
        """,
    ),
    wrong(
        "compute_cost",
        "no return",
        NO_RETURN,
        """
        def compute_cost(AL, Y):
            m = Y.shape[1]
            cost = -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m
        """,
    ),
    # Exercise 7
    wrong(
        "linear_backward",
        "dW not divided by m",
        r"m times|1 ?/ ?m|divid\w* .{0,30}\bm\b|averag|number of examples",
        """
        def linear_backward(dZ, cache):
            A_prev, W, b = cache
            m = A_prev.shape[1]
            dW = np.dot(dZ, A_prev.T)
            db = np.sum(dZ, axis=1, keepdims=True) / m
            dA_prev = np.dot(W.T, dZ)
            return dA_prev, dW, db
        """,
    ),
    wrong(
        "linear_backward",
        "db not divided by m",
        r"m times|1 ?/ ?m|divid\w* .{0,30}\bm\b|averag|number of examples",
        """
        def linear_backward(dZ, cache):
            A_prev, W, b = cache
            m = A_prev.shape[1]
            dW = np.dot(dZ, A_prev.T) / m
            db = np.sum(dZ, axis=1, keepdims=True)
            dA_prev = np.dot(W.T, dZ)
            return dA_prev, dW, db
        """,
    ),
    wrong(
        "linear_backward",
        "db summed over everything",
        r"axis ?= ?1|over the examples|each unit|per unit|one .{0,20}unit|keepdims",
        """
        def linear_backward(dZ, cache):
            A_prev, W, b = cache
            m = A_prev.shape[1]
            dW = np.dot(dZ, A_prev.T) / m
            db = np.sum(dZ) / m
            dA_prev = np.dot(W.T, dZ)
            return dA_prev, dW, db
        """,
    ),
    wrong(
        "linear_backward",
        "db summed over the units",
        r"axis|over the (examples|units)|one .{0,20}unit",
        """
        def linear_backward(dZ, cache):
            A_prev, W, b = cache
            m = A_prev.shape[1]
            dW = np.dot(dZ, A_prev.T) / m
            db = np.sum(dZ, axis=0, keepdims=True) / m
            dA_prev = np.dot(W.T, dZ)
            return dA_prev, dW, db
        """,
    ),
    wrong(
        "linear_backward",
        "dW transposed",
        r"transpos|shape of W|dZ.{0,20}first|order",
        """
        def linear_backward(dZ, cache):
            A_prev, W, b = cache
            m = A_prev.shape[1]
            dW = np.dot(A_prev, dZ.T) / m
            db = np.sum(dZ, axis=1, keepdims=True) / m
            dA_prev = np.dot(W.T, dZ)
            return dA_prev, dW, db
        """,
    ),
    wrong(
        "linear_backward",
        "dW entry by entry",
        r"matrix product|np\.dot|@|matmul|transpos|A_prev\.T",
        """
        def linear_backward(dZ, cache):
            A_prev, W, b = cache
            m = A_prev.shape[1]
            dW = A_prev * dZ / m
            db = np.sum(dZ, axis=1, keepdims=True) / m
            dA_prev = np.dot(W.T, dZ)
            return dA_prev, dW, db
        """,
    ),
    wrong(
        "linear_backward",
        "m from the wrong axis",
        r"shape\[[01]\]|columns|number of (examples|units)|\bm\b.{0,40}(units|rows|"
        r"examples)|axis",
        """
        def linear_backward(dZ, cache):
            A_prev, W, b = cache
            m = A_prev.shape[0]
            dW = np.dot(dZ, A_prev.T) / m
            db = np.sum(dZ, axis=1, keepdims=True) / m
            dA_prev = np.dot(W.T, dZ)
            return dA_prev, dW, db
        """,
    ),
    wrong(
        "linear_backward",
        "db averaged twice",
        r"twice|two times|already|m times too small|again",
        """
        def linear_backward(dZ, cache):
            A_prev, W, b = cache
            m = A_prev.shape[1]
            dW = np.dot(dZ, A_prev.T) / m
            db = np.mean(dZ, axis=1, keepdims=True) / m
            dA_prev = np.dot(W.T, dZ)
            return dA_prev, dW, db
        """,
    ),
    wrong(
        "linear_backward",
        "returned in another order",
        r"order|dA_prev, dW, db|rotat|your dW",
        """
        def linear_backward(dZ, cache):
            A_prev, W, b = cache
            m = A_prev.shape[1]
            dW = np.dot(dZ, A_prev.T) / m
            db = np.sum(dZ, axis=1, keepdims=True) / m
            dA_prev = np.dot(W.T, dZ)
            return dW, db, dA_prev
        """,
    ),
    wrong(
        "linear_backward",
        "dW divided twice",
        r"twice|two times|already|m times too small|again|too often",
        """
        def linear_backward(dZ, cache):
            A_prev, W, b = cache
            m = A_prev.shape[1]
            dW = np.dot(dZ, A_prev.T) / m / m
            db = np.sum(dZ, axis=1, keepdims=True) / m
            dA_prev = np.dot(W.T, dZ)
            return dA_prev, dW, db
        """,
    ),
    wrong(
        "linear_backward",
        "dW and db exchanged",
        r"order|exchang|swap|dA_prev, dW, db|your db",
        """
        def linear_backward(dZ, cache):
            A_prev, W, b = cache
            m = A_prev.shape[1]
            dW = np.dot(dZ, A_prev.T) / m
            db = np.sum(dZ, axis=1, keepdims=True) / m
            dA_prev = np.dot(W.T, dZ)
            return dA_prev, db, dW
        """,
    ),
    wrong(
        "linear_backward",
        "dA_prev divided by m",
        r"dA_prev.{0,120}(1 ?/ ?m|divid|\bm\b|averag)|m times too small",
        """
        def linear_backward(dZ, cache):
            A_prev, W, b = cache
            m = A_prev.shape[1]
            dW = np.dot(dZ, A_prev.T) / m
            db = np.sum(dZ, axis=1, keepdims=True) / m
            dA_prev = np.dot(W.T, dZ) / m
            return dA_prev, dW, db
        """,
    ),
    wrong(
        "linear_backward",
        "W not transposed",
        r"transpos|W\.T",
        """
        def linear_backward(dZ, cache):
            A_prev, W, b = cache
            m = A_prev.shape[1]
            dW = np.dot(dZ, A_prev.T) / m
            db = np.sum(dZ, axis=1, keepdims=True) / m
            dA_prev = np.dot(W, dZ)
            return dA_prev, dW, db
        """,
    ),
    wrong(
        "linear_backward",
        "A_prev not transposed",
        r"transpos|A_prev\.T",
        """
        def linear_backward(dZ, cache):
            A_prev, W, b = cache
            m = A_prev.shape[1]
            dW = np.dot(dZ, A_prev) / m
            db = np.sum(dZ, axis=1, keepdims=True) / m
            dA_prev = np.dot(W.T, dZ)
            return dA_prev, dW, db
        """,
    ),
    wrong(
        "linear_backward",
        "keepdims forgotten",
        r"keepdims|column|reshape|shape \(\d, 1\).{0,30}shape \(\d,\)",
        """
        def linear_backward(dZ, cache):
            A_prev, W, b = cache
            m = A_prev.shape[1]
            dW = np.dot(dZ, A_prev.T) / m
            db = np.sum(dZ, axis=1) / m
            dA_prev = np.dot(W.T, dZ)
            return dA_prev, dW, db
        """,
    ),
    wrong(
        "linear_backward",
        "m of the layer's units",
        r"shape\[[01]\]|columns|number of (examples|units)|\bm\b.{0,40}(units|rows|"
        r"examples)|axis",
        """
        def linear_backward(dZ, cache):
            A_prev, W, b = cache
            m = dZ.shape[0]
            dW = np.dot(dZ, A_prev.T) / m
            db = np.sum(dZ, axis=1, keepdims=True) / m
            dA_prev = np.dot(W.T, dZ)
            return dA_prev, dW, db
        """,
    ),
    wrong(
        "linear_backward",
        "dA_prev with the inputs instead of the weights",
        r"dA_prev.{0,200}(weights|W\.T|W transposed|\bW\^T)",
        """
        def linear_backward(dZ, cache):
            A_prev, W, b = cache
            m = A_prev.shape[1]
            dW = np.dot(dZ, A_prev.T) / m
            db = np.sum(dZ, axis=1, keepdims=True) / m
            dA_prev = np.dot(A_prev.T, A_prev)
            return dA_prev, dW, db
        """,
    ),
    wrong(
        "linear_backward",
        "minus in the gradients",
        r"sign|minus|opposite|-1 times",
        """
        def linear_backward(dZ, cache):
            A_prev, W, b = cache
            m = A_prev.shape[1]
            dW = -np.dot(dZ, A_prev.T) / m
            db = -np.sum(dZ, axis=1, keepdims=True) / m
            dA_prev = np.dot(W.T, dZ)
            return dA_prev, dW, db
        """,
    ),
    wrong(
        "linear_backward",
        "no return",
        NO_RETURN,
        """
        def linear_backward(dZ, cache):
            A_prev, W, b = cache
            m = A_prev.shape[1]
            dW = np.dot(dZ, A_prev.T) / m
            db = np.sum(dZ, axis=1, keepdims=True) / m
            dA_prev = np.dot(W.T, dZ)
        """,
    ),
    # Exercise 8
    wrong(
        "linear_activation_backward",
        "branches exchanged",
        r"swap|exchang|(other|wrong) (branch|activation|function)|interchang|mixed up|"
        r"the relu of|relu.{0,40}(instead|where|in place)|branch",
        """
        def linear_activation_backward(dA, cache, activation):
            linear_cache, activation_cache = cache
            if activation == "relu":
                dZ = sigmoid_backward(dA, activation_cache)
            elif activation == "sigmoid":
                dZ = relu_backward(dA, activation_cache)
            dA_prev, dW, db = linear_backward(dZ, linear_cache)
            return dA_prev, dW, db
        """,
    ),
    wrong(
        "linear_activation_backward",
        "both caches given to linear_backward",
        r"linear_cache|pair of caches|take .{0,30}apart|first of",
        """
        def linear_activation_backward(dA, cache, activation):
            linear_cache, activation_cache = cache
            if activation == "relu":
                dZ = relu_backward(dA, activation_cache)
            elif activation == "sigmoid":
                dZ = sigmoid_backward(dA, activation_cache)
            dA_prev, dW, db = linear_backward(dZ, cache)
            return dA_prev, dW, db
        """,
    ),
    wrong(
        "linear_activation_backward",
        "linear cache given to the activation",
        r"activation_cache|needs? Z",
        """
        def linear_activation_backward(dA, cache, activation):
            linear_cache, activation_cache = cache
            if activation == "relu":
                dZ = relu_backward(dA, linear_cache)
            elif activation == "sigmoid":
                dZ = sigmoid_backward(dA, linear_cache)
            dA_prev, dW, db = linear_backward(dZ, linear_cache)
            return dA_prev, dW, db
        """,
    ),
    wrong(
        "linear_activation_backward",
        "mask from dA",
        r"sign of Z|Z ?> ?0|where Z|mask|Z, not (of )?dA|not dA",
        """
        def linear_activation_backward(dA, cache, activation):
            linear_cache, activation_cache = cache
            if activation == "relu":
                dZ = np.maximum(0, dA)
            elif activation == "sigmoid":
                dZ = sigmoid_backward(dA, activation_cache)
            dA_prev, dW, db = linear_backward(dZ, linear_cache)
            return dA_prev, dW, db
        """,
    ),
    wrong(
        "linear_activation_backward",
        "Z(1 - Z) as derivative",
        r"s ?\* ?\(1 ?- ?s\)|s\(1|sigmoid\(Z\)|Z ?\* ?\(1|Z\(1|A ?\* ?\(1 ?- ?A\)|derivative",
        """
        def linear_activation_backward(dA, cache, activation):
            linear_cache, activation_cache = cache
            if activation == "relu":
                dZ = relu_backward(dA, activation_cache)
            elif activation == "sigmoid":
                dZ = dA * activation_cache * (1 - activation_cache)
            dA_prev, dW, db = linear_backward(dZ, linear_cache)
            return dA_prev, dW, db
        """,
    ),
    wrong(
        "linear_activation_backward",
        "no derivative",
        r"derivative|g'|g′|(sigmoid|relu)_backward|gets dA|needs dZ|not dA|dA itself",
        """
        def linear_activation_backward(dA, cache, activation):
            linear_cache, activation_cache = cache
            if activation == "relu":
                dZ = dA
            elif activation == "sigmoid":
                dZ = dA
            dA_prev, dW, db = linear_backward(dZ, linear_cache)
            return dA_prev, dW, db
        """,
    ),
    wrong(
        "linear_activation_backward",
        "factor (1 - s) forgotten",
        r"1 ?- ?s|s ?\(1|1 ?- ?A|derivative|sigmoid_backward",
        """
        def linear_activation_backward(dA, cache, activation):
            linear_cache, activation_cache = cache
            if activation == "relu":
                dZ = relu_backward(dA, activation_cache)
            elif activation == "sigmoid":
                s, _ = sigmoid(activation_cache)
                dZ = dA * s
            dA_prev, dW, db = linear_backward(dZ, linear_cache)
            return dA_prev, dW, db
        """,
    ),
    wrong(
        "linear_activation_backward",
        "mask without dA",
        r"dA\b.{0,60}(left out|missing|forg|mask)|(multiply|without|by) `?dA\b|chain",
        """
        def linear_activation_backward(dA, cache, activation):
            linear_cache, activation_cache = cache
            if activation == "relu":
                dZ = (activation_cache > 0) * 1.0
            elif activation == "sigmoid":
                dZ = sigmoid_backward(dA, activation_cache)
            dA_prev, dW, db = linear_backward(dZ, linear_cache)
            return dA_prev, dW, db
        """,
    ),
    wrong(
        "linear_activation_backward",
        "mask written into dA",
        r"(chang|wr[io]t|modif|overwr|alter|in place|cop[yi]).{0,80}(dA|argument|given|"
        r"caller)|(dA|argument).{0,80}(chang|wr[io]t|modif|overwr|alter|in place|copy)",
        """
        def linear_activation_backward(dA, cache, activation):
            linear_cache, activation_cache = cache
            if activation == "relu":
                dZ = dA
                dZ[activation_cache <= 0] = 0
            elif activation == "sigmoid":
                dZ = sigmoid_backward(dA, activation_cache)
            dA_prev, dW, db = linear_backward(dZ, linear_cache)
            return dA_prev, dW, db
        """,
    ),
    wrong(
        "linear_activation_backward",
        "dA given to linear_backward",
        r"derivative|gets dA|needs dZ|not dA|dA itself|linear_backward\(dZ",
        """
        def linear_activation_backward(dA, cache, activation):
            linear_cache, activation_cache = cache
            if activation == "relu":
                dZ = relu_backward(dA, activation_cache)
            elif activation == "sigmoid":
                dZ = sigmoid_backward(dA, activation_cache)
            dA_prev, dW, db = linear_backward(dA, linear_cache)
            return dA_prev, dW, db
        """,
    ),
    wrong(
        "linear_activation_backward",
        "relu backwards in both branches",
        r"swap|exchang|(other|wrong) (branch|activation|function)|interchang|mixed up|"
        r"the relu of|relu.{0,40}(instead|where|in place)|branch|sigmoid_backward",
        """
        def linear_activation_backward(dA, cache, activation):
            linear_cache, activation_cache = cache
            if activation == "relu":
                dZ = relu_backward(dA, activation_cache)
            elif activation == "sigmoid":
                dZ = relu_backward(dA, activation_cache)
            dA_prev, dW, db = linear_backward(dZ, linear_cache)
            return dA_prev, dW, db
        """,
    ),
    wrong(
        "linear_activation_backward",
        "returned in another order",
        r"order|dA_prev, dW, db|rotat|your dW",
        """
        def linear_activation_backward(dA, cache, activation):
            linear_cache, activation_cache = cache
            if activation == "relu":
                dZ = relu_backward(dA, activation_cache)
            elif activation == "sigmoid":
                dZ = sigmoid_backward(dA, activation_cache)
            dA_prev, dW, db = linear_backward(dZ, linear_cache)
            return dW, db, dA_prev
        """,
    ),
    wrong(
        "linear_activation_backward",
        "caches unpacked in the other order",
        r"order|linear_cache, activation_cache|exchang|swap|apart|needs the activation_cache",
        """
        def linear_activation_backward(dA, cache, activation):
            activation_cache, linear_cache = cache
            if activation == "relu":
                dZ = relu_backward(dA, activation_cache)
            elif activation == "sigmoid":
                dZ = sigmoid_backward(dA, activation_cache)
            dA_prev, dW, db = linear_backward(dZ, linear_cache)
            return dA_prev, dW, db
        """,
    ),
    # Exercise 9
    wrong(
        "L_model_backward",
        "last cache counted from 1",
        r"L ?- ?1|from 0|numbered 0|caches\[-1\]|last one",
        """
        def L_model_backward(AL, Y, caches):
            grads = {}
            L = len(caches)
            Y = Y.reshape(AL.shape)
            dAL = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
            dA_prev, dW, db = linear_activation_backward(dAL, caches[L], "sigmoid")
            grads["dA" + str(L - 1)] = dA_prev
            grads["dW" + str(L)] = dW
            grads["db" + str(L)] = db
            for l in reversed(range(L - 1)):
                dA = grads["dA" + str(l + 1)]
                dA_prev, dW, db = linear_activation_backward(dA, caches[l], "relu")
                grads["dA" + str(l)] = dA_prev
                grads["dW" + str(l + 1)] = dW
                grads["db" + str(l + 1)] = db
            return grads
        """,
    ),
    wrong(
        "L_model_backward",
        "minus of dAL forgotten",
        r"sign|minus|opposite|-1 times",
        """
        def L_model_backward(AL, Y, caches):
            grads = {}
            L = len(caches)
            Y = Y.reshape(AL.shape)
            dAL = np.divide(Y, AL) - np.divide(1 - Y, 1 - AL)
            dA_prev, dW, db = linear_activation_backward(dAL, caches[L - 1], "sigmoid")
            grads["dA" + str(L - 1)] = dA_prev
            grads["dW" + str(L)] = dW
            grads["db" + str(L)] = db
            for l in reversed(range(L - 1)):
                dA = grads["dA" + str(l + 1)]
                dA_prev, dW, db = linear_activation_backward(dA, caches[l], "relu")
                grads["dA" + str(l)] = dA_prev
                grads["dW" + str(l + 1)] = dW
                grads["db" + str(l + 1)] = db
            return grads
        """,
    ),
    wrong(
        "L_model_backward",
        "dA of the last layer numbered L",
        r"L ?- ?1|dA\{?L|dA_prev|layer before|is the gradient of A|one too (high|many)|numbered",
        """
        def L_model_backward(AL, Y, caches):
            grads = {}
            L = len(caches)
            Y = Y.reshape(AL.shape)
            dAL = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
            dA_prev, dW, db = linear_activation_backward(dAL, caches[L - 1], "sigmoid")
            grads["dA" + str(L)] = dA_prev
            grads["dW" + str(L)] = dW
            grads["db" + str(L)] = db
            for l in reversed(range(L - 1)):
                dA = grads["dA" + str(l + 1)]
                dA_prev, dW, db = linear_activation_backward(dA, caches[l], "relu")
                grads["dA" + str(l)] = dA_prev
                grads["dW" + str(l + 1)] = dW
                grads["db" + str(l + 1)] = db
            return grads
        """,
    ),
    wrong(
        "L_model_backward",
        "dA of the wrong layer read",
        r"l ?\+ ?1|layer after|next layer|dA1|not yet|before it",
        """
        def L_model_backward(AL, Y, caches):
            grads = {}
            L = len(caches)
            Y = Y.reshape(AL.shape)
            dAL = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
            dA_prev, dW, db = linear_activation_backward(dAL, caches[L - 1], "sigmoid")
            grads["dA" + str(L - 1)] = dA_prev
            grads["dW" + str(L)] = dW
            grads["db" + str(L)] = db
            for l in reversed(range(L - 1)):
                dA = grads["dA" + str(l)]
                dA_prev, dW, db = linear_activation_backward(dA, caches[l], "relu")
                grads["dA" + str(l)] = dA_prev
                grads["dW" + str(l + 1)] = dW
                grads["db" + str(l + 1)] = db
            return grads
        """,
    ),
    wrong(
        "L_model_backward",
        "the loop always reads the last dA",
        r"(same|one) (gradient|dA)|every (hidden )?layer|each layer|(two|2) layers|"
        r"deeper|more than (two|2)|l ?\+ ?1|\bL ?- ?1",
        """
        def L_model_backward(AL, Y, caches):
            grads = {}
            L = len(caches)
            Y = Y.reshape(AL.shape)
            dAL = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
            dA_prev, dW, db = linear_activation_backward(dAL, caches[L - 1], "sigmoid")
            grads["dA" + str(L - 1)] = dA_prev
            grads["dW" + str(L)] = dW
            grads["db" + str(L)] = db
            for l in reversed(range(L - 1)):
                dA = grads["dA" + str(L - 1)]
                dA_prev, dW, db = linear_activation_backward(dA, caches[l], "relu")
                grads["dA" + str(l)] = dA_prev
                grads["dW" + str(l + 1)] = dW
                grads["db" + str(l + 1)] = db
            return grads
        """,
    ),
    wrong(
        "L_model_backward",
        "the loop always reads caches[0]",
        r"same cache|caches\[0\]|caches\[l\]|every (hidden )?layer|each layer|(two|"
        r"2) layers|deeper|more than (two|2)",
        """
        def L_model_backward(AL, Y, caches):
            grads = {}
            L = len(caches)
            Y = Y.reshape(AL.shape)
            dAL = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
            dA_prev, dW, db = linear_activation_backward(dAL, caches[L - 1], "sigmoid")
            grads["dA" + str(L - 1)] = dA_prev
            grads["dW" + str(L)] = dW
            grads["db" + str(L)] = db
            for l in reversed(range(L - 1)):
                dA = grads["dA" + str(l + 1)]
                dA_prev, dW, db = linear_activation_backward(dA, caches[0], "relu")
                grads["dA" + str(l)] = dA_prev
                grads["dW" + str(l + 1)] = dW
                grads["db" + str(l + 1)] = db
            return grads
        """,
    ),
    wrong(
        "L_model_backward",
        "cache of the next layer",
        r"caches\[l\]|off by one|next layer|own cache|cache of (its|the) (own|layer)|"
        r"one too (far|high|many)|belong to the same layer",
        """
        def L_model_backward(AL, Y, caches):
            grads = {}
            L = len(caches)
            Y = Y.reshape(AL.shape)
            dAL = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
            dA_prev, dW, db = linear_activation_backward(dAL, caches[L - 1], "sigmoid")
            grads["dA" + str(L - 1)] = dA_prev
            grads["dW" + str(L)] = dW
            grads["db" + str(L)] = db
            for l in reversed(range(L - 1)):
                dA = grads["dA" + str(l + 1)]
                dA_prev, dW, db = linear_activation_backward(dA, caches[l + 1], "relu")
                grads["dA" + str(l)] = dA_prev
                grads["dW" + str(l + 1)] = dW
                grads["db" + str(l + 1)] = db
            return grads
        """,
    ),
    wrong(
        "L_model_backward",
        "keys of the loop one too low",
        r"l ?\+ ?1|from 1|dW0|key",
        """
        def L_model_backward(AL, Y, caches):
            grads = {}
            L = len(caches)
            Y = Y.reshape(AL.shape)
            dAL = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
            dA_prev, dW, db = linear_activation_backward(dAL, caches[L - 1], "sigmoid")
            grads["dA" + str(L - 1)] = dA_prev
            grads["dW" + str(L)] = dW
            grads["db" + str(L)] = db
            for l in reversed(range(L - 1)):
                dA = grads["dA" + str(l + 1)]
                dA_prev, dW, db = linear_activation_backward(dA, caches[l], "relu")
                grads["dA" + str(l)] = dA_prev
                grads["dW" + str(l)] = dW
                grads["db" + str(l)] = db
            return grads
        """,
    ),
    wrong(
        "L_model_backward",
        "dAL divided by m",
        r"1 ?/ ?m|already|twice|divid|m times",
        """
        def L_model_backward(AL, Y, caches):
            grads = {}
            L = len(caches)
            Y = Y.reshape(AL.shape)
            dAL = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL)) / AL.shape[1]
            dA_prev, dW, db = linear_activation_backward(dAL, caches[L - 1], "sigmoid")
            grads["dA" + str(L - 1)] = dA_prev
            grads["dW" + str(L)] = dW
            grads["db" + str(L)] = db
            for l in reversed(range(L - 1)):
                dA = grads["dA" + str(l + 1)]
                dA_prev, dW, db = linear_activation_backward(dA, caches[l], "relu")
                grads["dA" + str(l)] = dA_prev
                grads["dW" + str(l + 1)] = dW
                grads["db" + str(l + 1)] = db
            return grads
        """,
    ),
    wrong(
        "L_model_backward",
        "AL - Y for dAL",
        r"\bdZ\b",
        """
        def L_model_backward(AL, Y, caches):
            grads = {}
            L = len(caches)
            Y = Y.reshape(AL.shape)
            dAL = AL - Y
            dA_prev, dW, db = linear_activation_backward(dAL, caches[L - 1], "sigmoid")
            grads["dA" + str(L - 1)] = dA_prev
            grads["dW" + str(L)] = dW
            grads["db" + str(L)] = db
            for l in reversed(range(L - 1)):
                dA = grads["dA" + str(l + 1)]
                dA_prev, dW, db = linear_activation_backward(dA, caches[l], "relu")
                grads["dA" + str(l)] = dA_prev
                grads["dW" + str(l + 1)] = dW
                grads["db" + str(l + 1)] = db
            return grads
        """,
    ),
    wrong(
        "L_model_backward",
        "AL kept inside (0, 1)",
        r"mathematics is right|notebook 0?7|clip|\(0, 1\)",
        """
        def L_model_backward(AL, Y, caches):
            grads = {}
            L = len(caches)
            Y = Y.reshape(AL.shape)
            AL = np.clip(AL, 1e-8, 1 - 1e-8)
            dAL = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
            dA_prev, dW, db = linear_activation_backward(dAL, caches[L - 1], "sigmoid")
            grads["dA" + str(L - 1)] = dA_prev
            grads["dW" + str(L)] = dW
            grads["db" + str(L)] = db
            for l in reversed(range(L - 1)):
                dA = grads["dA" + str(l + 1)]
                dA_prev, dW, db = linear_activation_backward(dA, caches[l], "relu")
                grads["dA" + str(l)] = dA_prev
                grads["dW" + str(l + 1)] = dW
                grads["db" + str(l + 1)] = db
            return grads
        """,
    ),
    wrong(
        "L_model_backward",
        "the shortcut dZ = AL - Y",
        r"mathematics is right|notebook 0?7|shortcut",
        """
        def L_model_backward(AL, Y, caches):
            grads = {}
            L = len(caches)
            Y = Y.reshape(AL.shape)
            dA_prev, dW, db = linear_backward(AL - Y, caches[L - 1][0])
            grads["dA" + str(L - 1)] = dA_prev
            grads["dW" + str(L)] = dW
            grads["db" + str(L)] = db
            for l in reversed(range(L - 1)):
                dA = grads["dA" + str(l + 1)]
                dA_prev, dW, db = linear_activation_backward(dA, caches[l], "relu")
                grads["dA" + str(l)] = dA_prev
                grads["dW" + str(l + 1)] = dW
                grads["db" + str(l + 1)] = db
            return grads
        """,
    ),
    wrong(
        "L_model_backward",
        "sigmoid in the hidden layers",
        r"relu|hidden",
        """
        def L_model_backward(AL, Y, caches):
            grads = {}
            L = len(caches)
            Y = Y.reshape(AL.shape)
            dAL = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
            dA_prev, dW, db = linear_activation_backward(dAL, caches[L - 1], "sigmoid")
            grads["dA" + str(L - 1)] = dA_prev
            grads["dW" + str(L)] = dW
            grads["db" + str(L)] = db
            for l in reversed(range(L - 1)):
                dA = grads["dA" + str(l + 1)]
                dA_prev, dW, db = linear_activation_backward(dA, caches[l], "sigmoid")
                grads["dA" + str(l)] = dA_prev
                grads["dW" + str(l + 1)] = dW
                grads["db" + str(l + 1)] = db
            return grads
        """,
    ),
    wrong(
        "L_model_backward",
        "relu in the last layer",
        r"sigmoid|last layer.{0,40}relu",
        """
        def L_model_backward(AL, Y, caches):
            grads = {}
            L = len(caches)
            Y = Y.reshape(AL.shape)
            dAL = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
            dA_prev, dW, db = linear_activation_backward(dAL, caches[L - 1], "relu")
            grads["dA" + str(L - 1)] = dA_prev
            grads["dW" + str(L)] = dW
            grads["db" + str(L)] = db
            for l in reversed(range(L - 1)):
                dA = grads["dA" + str(l + 1)]
                dA_prev, dW, db = linear_activation_backward(dA, caches[l], "relu")
                grads["dA" + str(l)] = dA_prev
                grads["dW" + str(l + 1)] = dW
                grads["db" + str(l + 1)] = db
            return grads
        """,
    ),
    wrong(
        "L_model_backward",
        "second term of dAL left out",
        r"1 ?- ?Y|second term|both terms|dAL|label 0|y = 0",
        """
        def L_model_backward(AL, Y, caches):
            grads = {}
            L = len(caches)
            Y = Y.reshape(AL.shape)
            dAL = -np.divide(Y, AL)
            dA_prev, dW, db = linear_activation_backward(dAL, caches[L - 1], "sigmoid")
            grads["dA" + str(L - 1)] = dA_prev
            grads["dW" + str(L)] = dW
            grads["db" + str(L)] = db
            for l in reversed(range(L - 1)):
                dA = grads["dA" + str(l + 1)]
                dA_prev, dW, db = linear_activation_backward(dA, caches[l], "relu")
                grads["dA" + str(l)] = dA_prev
                grads["dW" + str(l + 1)] = dW
                grads["db" + str(l + 1)] = db
            return grads
        """,
    ),
    wrong(
        "L_model_backward",
        "plus between the terms of dAL",
        r"dAL|sign|minus|second term|both terms|bracket|parenthes",
        """
        def L_model_backward(AL, Y, caches):
            grads = {}
            L = len(caches)
            Y = Y.reshape(AL.shape)
            dAL = -(np.divide(Y, AL) + np.divide(1 - Y, 1 - AL))
            dA_prev, dW, db = linear_activation_backward(dAL, caches[L - 1], "sigmoid")
            grads["dA" + str(L - 1)] = dA_prev
            grads["dW" + str(L)] = dW
            grads["db" + str(L)] = db
            for l in reversed(range(L - 1)):
                dA = grads["dA" + str(l + 1)]
                dA_prev, dW, db = linear_activation_backward(dA, caches[l], "relu")
                grads["dA" + str(l)] = dA_prev
                grads["dW" + str(l + 1)] = dW
                grads["db" + str(l + 1)] = db
            return grads
        """,
    ),
    wrong(
        "L_model_backward",
        "minus for the first term only",
        r"dAL|sign|minus|second term|both terms|bracket|parenthes",
        """
        def L_model_backward(AL, Y, caches):
            grads = {}
            L = len(caches)
            Y = Y.reshape(AL.shape)
            dAL = -np.divide(Y, AL) - np.divide(1 - Y, 1 - AL)
            dA_prev, dW, db = linear_activation_backward(dAL, caches[L - 1], "sigmoid")
            grads["dA" + str(L - 1)] = dA_prev
            grads["dW" + str(L)] = dW
            grads["db" + str(L)] = db
            for l in reversed(range(L - 1)):
                dA = grads["dA" + str(l + 1)]
                dA_prev, dW, db = linear_activation_backward(dA, caches[l], "relu")
                grads["dA" + str(l)] = dA_prev
                grads["dW" + str(l + 1)] = dW
                grads["db" + str(l + 1)] = db
            return grads
        """,
    ),
    wrong(
        "L_model_backward",
        "dW and db exchanged",
        r"exchang|swap|order|dA_prev, dW, db|your db|holds db",
        """
        def L_model_backward(AL, Y, caches):
            grads = {}
            L = len(caches)
            Y = Y.reshape(AL.shape)
            dAL = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
            dA_prev, db, dW = linear_activation_backward(dAL, caches[L - 1], "sigmoid")
            grads["dA" + str(L - 1)] = dA_prev
            grads["dW" + str(L)] = dW
            grads["db" + str(L)] = db
            for l in reversed(range(L - 1)):
                dA = grads["dA" + str(l + 1)]
                dA_prev, db, dW = linear_activation_backward(dA, caches[l], "relu")
                grads["dA" + str(l)] = dA_prev
                grads["dW" + str(l + 1)] = dW
                grads["db" + str(l + 1)] = db
            return grads
        """,
    ),
    wrong(
        "L_model_backward",
        "caches taken from the caller's list",
        r"pop|(chang|modif|empt|shorten|alter|overwr|remove).{0,80}(caches|argument|"
        r"given|list)|(caches|argument).{0,60}(chang|modif|empt|shorten|alter|remove|"
        r"pop)",
        """
        def L_model_backward(AL, Y, caches):
            grads = {}
            L = len(caches)
            Y = Y.reshape(AL.shape)
            dAL = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
            dA_prev, dW, db = linear_activation_backward(dAL, caches.pop(), "sigmoid")
            grads["dA" + str(L - 1)] = dA_prev
            grads["dW" + str(L)] = dW
            grads["db" + str(L)] = db
            for l in reversed(range(L - 1)):
                dA = grads["dA" + str(l + 1)]
                dA_prev, dW, db = linear_activation_backward(dA, caches.pop(), "relu")
                grads["dA" + str(l)] = dA_prev
                grads["dW" + str(l + 1)] = dW
                grads["db" + str(l + 1)] = db
            return grads
        """,
    ),
    wrong(
        "L_model_backward",
        "the loop counts upwards",
        r"reversed|backwards|from the last|downwards|order|last to|not yet|end to",
        """
        def L_model_backward(AL, Y, caches):
            grads = {}
            L = len(caches)
            Y = Y.reshape(AL.shape)
            dAL = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
            dA_prev, dW, db = linear_activation_backward(dAL, caches[L - 1], "sigmoid")
            grads["dA" + str(L - 1)] = dA_prev
            grads["dW" + str(L)] = dW
            grads["db" + str(L)] = db
            for l in range(L - 1):
                dA = grads["dA" + str(l + 1)]
                dA_prev, dW, db = linear_activation_backward(dA, caches[l], "relu")
                grads["dA" + str(l)] = dA_prev
                grads["dW" + str(l + 1)] = dW
                grads["db" + str(l + 1)] = db
            return grads
        """,
    ),
    wrong(
        "L_model_backward",
        "the loop leaves layer 1 out",
        r"(layer 1|first layer|dA0|dW1|db1).{0,60}(missing|left out|not)|range|missing|layer 1",
        """
        def L_model_backward(AL, Y, caches):
            grads = {}
            L = len(caches)
            Y = Y.reshape(AL.shape)
            dAL = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
            dA_prev, dW, db = linear_activation_backward(dAL, caches[L - 1], "sigmoid")
            grads["dA" + str(L - 1)] = dA_prev
            grads["dW" + str(L)] = dW
            grads["db" + str(L)] = db
            for l in range(L - 2, 0, -1):
                dA = grads["dA" + str(l + 1)]
                dA_prev, dW, db = linear_activation_backward(dA, caches[l], "relu")
                grads["dA" + str(l)] = dA_prev
                grads["dW" + str(l + 1)] = dW
                grads["db" + str(l + 1)] = db
            return grads
        """,
    ),
    wrong(
        "L_model_backward",
        "no return",
        NO_RETURN,
        """
        def L_model_backward(AL, Y, caches):
            grads = {}
            L = len(caches)
            Y = Y.reshape(AL.shape)
            dAL = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
            dA_prev, dW, db = linear_activation_backward(dAL, caches[L - 1], "sigmoid")
            grads["dA" + str(L - 1)] = dA_prev
            grads["dW" + str(L)] = dW
            grads["db" + str(L)] = db
            for l in reversed(range(L - 1)):
                dA = grads["dA" + str(l + 1)]
                dA_prev, dW, db = linear_activation_backward(dA, caches[l], "relu")
                grads["dA" + str(l)] = dA_prev
                grads["dW" + str(l + 1)] = dW
                grads["db" + str(l + 1)] = db
        """,
    ),
    # Exercise 10
    wrong(
        "update_parameters",
        "plus for minus",
        r"subtract|minus|sign|climb|wrong (way|direction)|opposite|uphill",
        """
        def update_parameters(params, grads, learning_rate):
            parameters = {}
            L = len(params) // 2
            for l in range(L):
                n = str(l + 1)
                parameters["W" + n] = params["W" + n] + learning_rate * grads["dW" + n]
                parameters["b" + n] = params["b" + n] + learning_rate * grads["db" + n]
            return parameters
        """,
    ),
    wrong(
        "update_parameters",
        "layers counted from 0",
        r"from 1|l ?\+ ?1|no (layer|W) ?0|start",
        """
        def update_parameters(params, grads, learning_rate):
            parameters = {}
            L = len(params) // 2
            for l in range(L):
                n = str(l)
                parameters["W" + n] = params["W" + n] - learning_rate * grads["dW" + n]
                parameters["b" + n] = params["b" + n] - learning_rate * grads["db" + n]
            return parameters
        """,
    ),
    wrong(
        "update_parameters",
        "first layer left out",
        r"(W1|b1|first layer|layer 1)\b.{0,60}(unchanged|did not|not (been )?(updat|mov|"
        r"chang)|same|stay|left out|as (it|they) w)|first layer|layer 1\b|range",
        """
        def update_parameters(params, grads, learning_rate):
            parameters = dict(params)
            L = len(params) // 2
            for l in range(1, L):
                n = str(l + 1)
                parameters["W" + n] = params["W" + n] - learning_rate * grads["dW" + n]
                parameters["b" + n] = params["b" + n] - learning_rate * grads["db" + n]
            return parameters
        """,
    ),
    wrong(
        "update_parameters",
        "gradients under the names of the parameters",
        r"grads\[|(stored|kept|keys?) (as|under|of|in|are)|is called .{0,5}dW",
        """
        def update_parameters(params, grads, learning_rate):
            parameters = {}
            L = len(params) // 2
            for l in range(L):
                n = str(l + 1)
                parameters["W" + n] = params["W" + n] - learning_rate * grads["W" + n]
                parameters["b" + n] = params["b" + n] - learning_rate * grads["b" + n]
            return parameters
        """,
    ),
    wrong(
        "update_parameters",
        "biases not updated",
        r"(bias|\bb\d?\b).{0,80}(not|unchanged|same|stay|old|as (it|they) w)|(not|"
        r"unchanged).{0,30}bias",
        """
        def update_parameters(params, grads, learning_rate):
            parameters = {}
            L = len(params) // 2
            for l in range(L):
                n = str(l + 1)
                parameters["W" + n] = params["W" + n] - learning_rate * grads["dW" + n]
                parameters["b" + n] = params["b" + n]
            return parameters
        """,
    ),
    wrong(
        "update_parameters",
        "learning rate written in",
        r"learning rate|learning_rate(?! =)|the argument|step is.{0,40}(times|always)",
        """
        def update_parameters(params, grads, learning_rate):
            parameters = {}
            L = len(params) // 2
            for l in range(L):
                n = str(l + 1)
                parameters["W" + n] = params["W" + n] - 0.0075 * grads["dW" + n]
                parameters["b" + n] = params["b" + n] - 0.0075 * grads["db" + n]
            return parameters
        """,
    ),
    wrong(
        "update_parameters",
        "dW subtracted from b",
        r"\bdb(?!\d: )|broadcast",
        """
        def update_parameters(params, grads, learning_rate):
            parameters = {}
            L = len(params) // 2
            for l in range(L):
                n = str(l + 1)
                parameters["W" + n] = params["W" + n] - learning_rate * grads["dW" + n]
                parameters["b" + n] = params["b" + n] - learning_rate * grads["dW" + n]
            return parameters
        """,
    ),
    wrong(
        "update_parameters",
        "in place in the caller's arrays",
        r"(chang|wr[io]t|modif|overwr|alter|in place|in-place|copy|"
        r"caller).{0,80}(params|argument|given|array|caller)|(params|argument|caller|"
        r"array).{0,80}(chang|wr[io]t|modif|overwr|alter|in place|in-place|copy|new)",
        """
        def update_parameters(params, grads, learning_rate):
            parameters = {}
            L = len(params) // 2
            for l in range(L):
                n = str(l + 1)
                params["W" + n] -= learning_rate * grads["dW" + n]
                params["b" + n] -= learning_rate * grads["db" + n]
            return params
        """,
    ),
    wrong(
        "update_parameters",
        "-= after a shallow copy",
        r"(chang|wr[io]t|modif|overwr|alter|in place|in-place|copy|"
        r"caller).{0,80}(params|argument|given|array|caller)|(params|argument|caller|"
        r"array).{0,80}(chang|wr[io]t|modif|overwr|alter|in place|in-place|copy|new)",
        """
        def update_parameters(params, grads, learning_rate):
            parameters = params.copy()
            L = len(params) // 2
            for l in range(L):
                n = str(l + 1)
                parameters["W" + n] -= learning_rate * grads["dW" + n]
                parameters["b" + n] -= learning_rate * grads["db" + n]
            return parameters
        """,
    ),
    wrong(
        "update_parameters",
        "new values set in the caller's dictionary",
        r"(chang|wr[io]t|modif|overwr|alter|in place|in-place|copy|"
        r"caller).{0,80}(params|argument|given|array|caller)|(params|argument|caller|"
        r"array).{0,80}(chang|wr[io]t|modif|overwr|alter|in place|in-place|copy|new)|"
        r"(chang|modif|alter).{0,60}dictionar|dictionar.{0,60}(chang|modif|alter|new)",
        """
        def update_parameters(params, grads, learning_rate):
            parameters = {}
            L = len(params) // 2
            for l in range(L):
                n = str(l + 1)
                params["W" + n] = params["W" + n] - learning_rate * grads["dW" + n]
                params["b" + n] = params["b" + n] - learning_rate * grads["db" + n]
            return params
        """,
    ),
    wrong(
        "update_parameters",
        "learning rate squared",
        r"squar|\*\* ?2|(learning.rate|step).{0,60}(times|twice|once|too|only)|times (too|as)",
        """
        def update_parameters(params, grads, learning_rate):
            parameters = {}
            L = len(params) // 2
            for l in range(L):
                n = str(l + 1)
                parameters["W" + n] = params["W" + n] - learning_rate**2 * grads["dW" + n]
                parameters["b" + n] = params["b" + n] - learning_rate**2 * grads["db" + n]
            return parameters
        """,
    ),
    wrong(
        "update_parameters",
        "learning rate forgotten",
        r"learning rate|learning_rate.{0,60}(times|multipl|left out|forgot|missing|"
        r"used)|(multipl|times|left out|without|forgot).{0,60}learning_rate|"
        r"step.{0,40}too|times too (long|large)",
        """
        def update_parameters(params, grads, learning_rate):
            parameters = {}
            L = len(params) // 2
            for l in range(L):
                n = str(l + 1)
                parameters["W" + n] = params["W" + n] - grads["dW" + n]
                parameters["b" + n] = params["b" + n] - grads["db" + n]
            return parameters
        """,
    ),
    wrong(
        "update_parameters",
        "divided by the learning rate",
        r"divi|multipl|times too|learning rate",
        """
        def update_parameters(params, grads, learning_rate):
            parameters = {}
            L = len(params) // 2
            for l in range(L):
                n = str(l + 1)
                parameters["W" + n] = params["W" + n] - grads["dW" + n] / learning_rate
                parameters["b" + n] = params["b" + n] - grads["db" + n] / learning_rate
            return parameters
        """,
    ),
    wrong(
        "update_parameters",
        "mean of the gradient",
        r"\bmean|averag|each entry|entry|its own|same (step|amount|number)|constant",
        """
        def update_parameters(params, grads, learning_rate):
            parameters = {}
            L = len(params) // 2
            for l in range(L):
                n = str(l + 1)
                parameters["W" + n] = params["W" + n] - learning_rate * np.mean(grads["dW" + n])
                parameters["b" + n] = params["b" + n] - learning_rate * np.mean(grads["db" + n])
            return parameters
        """,
    ),
    wrong(
        "update_parameters",
        "gradient minus parameter",
        r"sign|minus|order|opposite|exchang|-1 times",
        """
        def update_parameters(params, grads, learning_rate):
            parameters = {}
            L = len(params) // 2
            for l in range(L):
                n = str(l + 1)
                parameters["W" + n] = learning_rate * grads["dW" + n] - params["W" + n]
                parameters["b" + n] = learning_rate * grads["db" + n] - params["b" + n]
            return parameters
        """,
    ),
    wrong(
        "update_parameters",
        "everything scaled by the learning rate",
        r"bracket|parenthes|only the gradient|times too|learning rate|-?scaled",
        """
        def update_parameters(params, grads, learning_rate):
            parameters = {}
            L = len(params) // 2
            for l in range(L):
                n = str(l + 1)
                parameters["W" + n] = learning_rate * (params["W" + n] - grads["dW" + n])
                parameters["b" + n] = learning_rate * (params["b" + n] - grads["db" + n])
            return parameters
        """,
    ),
    wrong(
        "update_parameters",
        "L counts weights and biases",
        r"// ?2|half|twice|layers|two .{0,30}(layer|entries)",
        """
        def update_parameters(params, grads, learning_rate):
            parameters = {}
            L = len(params)
            for l in range(L):
                n = str(l + 1)
                parameters["W" + n] = params["W" + n] - learning_rate * grads["dW" + n]
                parameters["b" + n] = params["b" + n] - learning_rate * grads["db" + n]
            return parameters
        """,
    ),
    wrong(
        "update_parameters",
        "the last layer left out",
        r"last layer|missing|range",
        """
        def update_parameters(params, grads, learning_rate):
            parameters = {}
            L = len(params) // 2
            for l in range(L - 1):
                n = str(l + 1)
                parameters["W" + n] = params["W" + n] - learning_rate * grads["dW" + n]
                parameters["b" + n] = params["b" + n] - learning_rate * grads["db" + n]
            return parameters
        """,
    ),
    wrong(
        "update_parameters",
        "returns the old parameters",
        r"unchanged|not (been )?(chang|updat|mov)|did not (mov|chang)|old|same as|still|"
        r"as (it|they) w|return",
        """
        def update_parameters(params, grads, learning_rate):
            parameters = {}
            L = len(params) // 2
            for l in range(L):
                n = str(l + 1)
                parameters["W" + n] = params["W" + n] - learning_rate * grads["dW" + n]
                parameters["b" + n] = params["b" + n] - learning_rate * grads["db" + n]
            return params
        """,
    ),
    wrong(
        "update_parameters",
        "no return",
        NO_RETURN,
        """
        def update_parameters(params, grads, learning_rate):
            parameters = {}
            L = len(params) // 2
            for l in range(L):
                n = str(l + 1)
                parameters["W" + n] = params["W" + n] - learning_rate * grads["dW" + n]
                parameters["b" + n] = params["b" + n] - learning_rate * grads["db" + n]
        """,
    ),
]
