"""The mistakes of notebook 12, one row per line; `authoring/mistakes.py` says how to read them."""

import numpy as np

# zero_pad
PAD = "np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))"
# conv_single_step
STEP = "np.sum(a_slice_prev * W) + b.item()"
# conv_forward, and what conv_backward shares with it
SIZE_H, SIZE_W = "(n_H_prev - f + 2 * pad) // stride + 1", "(n_W_prev - f + 2 * pad) // stride + 1"
TOP, LEFT = "top = h * stride", "left = w * stride"
WINDOW = "A_prev_pad[i, top : top + f, left : left + f, :]"
ENTRY = "conv_single_step(a_slice_prev, W[..., c], b[..., c])"
CACHE = "cache = (A_prev, W, b, hparameters)"
PADDED = "A_prev_pad = zero_pad(A_prev, pad)"
# pool_forward
POOL_H, POOL_W = "(n_H_prev - f) // stride + 1", "(n_W_prev - f) // stride + 1"
MAX, MEAN = "np.max(window, axis=(1, 2))", "np.mean(window, axis=(1, 2))"
SEEN = "A_prev[:, top : top + f, left : left + f, :]"
# conv_backward
DA = "dA_prev_pad[i, top : top + f, left : left + f, :] += W[..., c] * dz"
DW, DB = "dW[..., c] += a_slice_prev * dz", "db[..., c] += dz"
CROP = "dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]"
THREE = "return dA_prev, dW, db"
# create_mask_from_window
LARGEST, MASK = "x == np.max(x)", "largest / np.sum(largest)"
# pool_backward
CELLS = "A_prev[i, top : top + f, left : left + f, c]"
ADD = "dA_prev[i, top : top + f, left : left + f, c] += shares * dA[i, h, w, c]"
SHARES, EQUAL = "create_mask_from_window(window)", "np.full((f, f), 1 / (f * f))"
# conv_forward_fast
START = "np.zeros((m, n_H, n_W, n_C)) + b"
AT = "A_prev_pad[:, i : i + stride * n_H : stride, j : j + stride * n_W : stride, :]"
SUM = "Z = Z + seen @ W[i, j]"

EMPTY = (
    "Where pad is 0, `pad:-pad` is empty, because -0 is 0: count the end from the start, pad + n."
)
NO_FLOAT = "`float` refuses an array of shape (1, 1, 1), even though it holds a single number: `b.item()` and `np.squeeze(b)` take the number out."
STRIDE = "The window moves by one pixel each time: it starts at h * stride and w * stride."
SWAPPED = "Rows and columns are exchanged: the row of the window goes with h, its column with w."
ROUNDED = "The size is rounded up where the stride leaves a rest: a window that does not fit into the picture does not count, so round down."
PLUS_ONE = "The size is too small by 1: the window can be moved (n_prev - f + 2 pad) / stride times, and it also stands at its start."
FRACTION = (
    "`/` gives a float, and the sizes of an array are whole numbers: `//` divides and rounds down."
)
NO_STRIDE = "The sizes ignore the stride: with larger steps the window stands at fewer places."
BOTH_H = "The number of rows is used for the columns too: n_W comes from n_W_prev."
BOTH_W = "The number of columns is used for the rows too: n_H comes from n_H_prev."
UNPADDED = "The windows are cut out of A_prev, without its frame: cut them out of A_prev_pad."
FIRST_PICTURE = "Every picture gets the answer of the first one: the window belongs to picture i."
FLIPPED = "The filter is turned by 180 degrees, as in mathematics: in deep learning each weight meets the entry at its own place."
TURNED = (
    "Rows and columns of the filter are exchanged: each weight meets the entry at its own place."
)
BY_M = "You divide by m: these gradients are sums over all pictures, and training divides them once, at the end."
CLASSIC = "Each of several equal entries gets the whole gradient, as in the classic version: there is one gradient, and together they have to share it."
IGNORED_MAX = 'It is always the maximum: with the mode "average" take the mean.'
IGNORED_MEAN = 'It is always the mean: with the mode "max" take the maximum.'
MODES = "The modes are exchanged."
LAST_ONLY = "Windows overlap, and `=` keeps only what the last of them wrote: add with `+=`."
BIAS_AGAIN = "The bias is added at every place in the window, f * f times: add it once."

MISTAKES = [
    # zero_pad
    ("zero_pad", [(PAD, "np.pad(X, pad)")], "All four axes are padded, the pictures and the channels too: only the rows and the columns get a frame."),
    ("zero_pad", [(PAD, "np.pad(X, ((0, 0), (pad, pad), (pad, pad), (pad, pad)))")], "The channels are padded too: only the rows and the columns get a frame."),
    ("zero_pad", [(PAD, "np.pad(X, ((pad, pad), (pad, pad), (pad, pad), (0, 0)))")], "The pictures are padded too, so there are more of them: only the rows and the columns get a frame."),
    ("zero_pad", [(PAD, "np.pad(X, ((pad, pad), (pad, pad), (0, 0), (0, 0)))")], "The axes are shifted by one: axis 0 counts the pictures, and the rows and columns are axes 1 and 2."),
    ("zero_pad", [(PAD, "np.pad(X, ((0, 0), (0, 0), (pad, pad), (pad, pad)))")], "The columns and the channels are padded: the rows and columns are axes 1 and 2."),
    ("zero_pad", [(PAD, "np.pad(X, ((0, 0), (0, pad), (0, pad), (0, 0)))")], "The zeros stand below and on the right only: each axis has two sides."),
    ("zero_pad", [(PAD, "np.pad(X, ((0, 0), (pad, 0), (pad, 0), (0, 0)))")], "The zeros stand above and on the left only: each axis has two sides."),
    ("zero_pad", [(PAD, "np.pad(X, ((0, 0), (pad, pad), (0, 0), (0, 0)))")], "Only the rows are padded: the columns get a frame too."),
    ("zero_pad", [(PAD, "np.pad(X, ((0, 0), (0, 0), (pad, pad), (0, 0)))")], "Only the columns are padded: the rows get a frame too."),
    ("zero_pad", [("(0, 0)))", '(0, 0)), "edge")')], "The frame repeats the pixels of the border: it should be made of zeros."),
    ("zero_pad", [("(0, 0)))", "(0, 0)), constant_values=1)")], "The frame is made of ones: it should be made of zeros."),
    ("zero_pad", [("(pad, pad), (pad, pad)", "(1, 1), (1, 1)")], "The frame is always 1 pixel wide: use the argument pad."),
    ("zero_pad", [("(pad, pad), (pad, pad)", "(2, 2), (2, 2)")], "The frame is always 2 pixels wide: use the argument pad."),
    ("zero_pad", [("(pad, pad), (pad, pad)", "(2 * pad, 2 * pad), (2 * pad, 2 * pad)")], "The frame is twice as wide as asked for: pad zeros stand on each side."),
    ("zero_pad", [(PAD, "X")], "Nothing is padded: the picture comes back as it was."),
    ("zero_pad", [(f"X_pad = {PAD}", "m, n_H, n_W, n_C = X.shape\n    X_pad = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C))\n    X_pad[:, :n_H, :n_W] = X")], "The picture stands in the corner: it begins at row pad and column pad."),
    ("zero_pad", [(f"X_pad = {PAD}", "m, n_H, n_W, n_C = X.shape\n    X_pad = np.zeros((m, n_H + 2 * pad, n_H + 2 * pad, n_C))\n    X_pad[:, pad : pad + n_H, pad : pad + n_W] = X")], BOTH_H.split(":")[0] + ": a picture need not be square."),
    ("zero_pad", [(f"X_pad = {PAD}", "m, n_H, n_W, n_C = X.shape\n    X_pad = np.zeros((m, n_W + 2 * pad, n_W + 2 * pad, n_C))\n    X_pad[:, pad : pad + n_H, pad : pad + n_W] = X")], BOTH_W.split(":")[0] + ": a picture need not be square."),
    ("zero_pad", [(f"X_pad = {PAD}", "m, n_H, n_W, n_C = X.shape\n    X_pad = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C))\n    X_pad[:, pad:-pad, pad:-pad] = X")], EMPTY),
    ("zero_pad", [(f"X_pad = {PAD}", "X_pad = X.copy()\n    X_pad[:, :pad] = 0\n    X_pad[:, len(X_pad[0]) - pad :] = 0\n    X_pad[:, :, :pad] = 0\n    X_pad[:, :, X.shape[2] - pad :] = 0")], "The border of the picture is set to zero: the frame is put around the picture, which grows."),
    # conv_single_step
    ("conv_single_step", [(STEP, "np.sum(a_slice_prev * W + b)")], "The bias is added to every product: add it once, after the sum."),
    ("conv_single_step", [(STEP, "np.sum(a_slice_prev * W + b) + b.item()")], "The bias is added to every product: add it once, after the sum."),
    ("conv_single_step", [(STEP, "np.sum(a_slice_prev @ W) + b.item()")], "`@` is a matrix product: multiply entry by entry, and add up."),
    ("conv_single_step", [(STEP, "np.sum(np.dot(a_slice_prev, W)) + b.item()")], "`np.dot` is a matrix product: multiply entry by entry, and add up."),
    ("conv_single_step", [("* W)", "* W[::-1, ::-1])")], FLIPPED),
    ("conv_single_step", [("* W)", "* W[::-1, ::-1, ::-1])")], FLIPPED),
    ("conv_single_step", [("* W)", "* W.transpose(1, 0, 2))")], TURNED),
    ("conv_single_step", [("b.item()", "b")], "Because b has the shape (1, 1, 1), so has the sum: take the number out of b."),
    ("conv_single_step", [("b.item()", "float(b)")], NO_FLOAT),
    ("conv_single_step", [(" + b.item()", "")], "The bias is missing: add it to the sum."),
    ("conv_single_step", [("+ b", "- b")], "The bias is subtracted: add it."),
    ("conv_single_step", [("np.sum(a", "np.mean(a")], "That is the mean of the products: take their sum."),
    ("conv_single_step", [("a_slice_prev * W)", "a_slice_prev[..., 0] * W[..., 0])")], "Only the first channel counts: a filter looks at all channels of its window."),
    ("conv_single_step", [(STEP, "np.sum(a_slice_prev * W, axis=(0, 1)) + b.item()")], "You return one number per channel: a filter adds up the channels too."),
    ("conv_single_step", [(STEP, "a_slice_prev * W + b.item()")], "The products are not added up: the answer is one number."),
    ("conv_single_step", [("a_slice_prev * W)", "a_slice_prev + W)")], "Entries and weights are added: multiply each entry by its weight, then add up."),
    ("conv_single_step", [("np.sum(a_slice_prev * W)", "np.sum(a_slice_prev) * np.sum(W)")], "You add up first and multiply then: multiply each entry by its own weight, then add up."),
    ("conv_single_step", [(STEP, f"max(0.0, {STEP})")], "There is a relu in it: Z may be negative, the relu comes later."),
    ("conv_single_step", [(" + b.item()", " * b.item()")], "The bias is a factor here: add it."),
    ("conv_single_step", [("np.sum(a", "np.max(a")], "That is the largest product: take the sum."),
    ("conv_single_step", [(STEP, "np.sum(a_slice_prev) + b.item()")], "The weights do not occur: multiply each entry by its weight, then add up."),
    # conv_forward
    ("conv_forward", [(TOP, "top = h"), (LEFT, "left = w")], STRIDE),
    ("conv_forward", [(LEFT, "left = w")], "The columns of the window ignore the stride: it starts at w * stride."),
    ("conv_forward", [(TOP, "top = h"), ], "The rows of the window ignore the stride: it starts at h * stride."),
    ("conv_forward", [(TOP, "top = h + stride"), (LEFT, "left = w + stride")], "The stride is added to h and w: the window starts at h times stride and w times stride."),
    ("conv_forward", [("top : top + f, left : left + f", "top : h + f, left : w + f")], "The window ends at h + f and w + f: it ends f pixels after its own start."),
    ("conv_forward", [("top : top + f, left : left + f", "h : h + f, w : w + f")], STRIDE),
    ("conv_forward", [("top : top + f, left : left + f", "top : top + stride, left : left + stride")], "The window is as large as the stride: it is f by f."),
    ("conv_forward", [("top : top + f, left : left + f", "left : left + f, top : top + f")], SWAPPED),
    ("conv_forward", [(WINDOW, WINDOW.replace("A_prev_pad", "A_prev"))], UNPADDED),
    ("conv_forward", [(PADDED, "A_prev_pad = A_prev")], UNPADDED),
    ("conv_forward", [(SIZE_H, SIZE_H[:-4]), (SIZE_W, SIZE_W[:-4])], PLUS_ONE),
    ("conv_forward", [(SIZE_H, SIZE_H.replace("2 * ", "")), (SIZE_W, SIZE_W.replace("2 * ", ""))], "The sizes count the frame once: it adds pad on each of two sides."),
    ("conv_forward", [(SIZE_H, SIZE_H.replace(" + 2 * pad", "")), (SIZE_W, SIZE_W.replace(" + 2 * pad", ""))], "The sizes ignore the frame: it makes the picture larger by 2 * pad."),
    ("conv_forward", [(SIZE_H, "int(np.ceil((n_H_prev - f + 2 * pad) / stride)) + 1"), (SIZE_W, "int(np.ceil((n_W_prev - f + 2 * pad) / stride)) + 1")], ROUNDED),
    ("conv_forward", [(SIZE_H, "round((n_H_prev - f + 2 * pad) / stride) + 1"), (SIZE_W, "round((n_W_prev - f + 2 * pad) / stride) + 1")], ROUNDED),
    ("conv_forward", [(SIZE_H, SIZE_H.replace(" // stride", "")), (SIZE_W, SIZE_W.replace(" // stride", ""))], NO_STRIDE),
    ("conv_forward", [(SIZE_H, "(n_H_prev - f + 2 * pad + 1) // stride"), (SIZE_W, "(n_W_prev - f + 2 * pad + 1) // stride")], "The 1 is added before the division: divide first, then add 1 for the start."),
    ("conv_forward", [(SIZE_H, SIZE_H.replace("//", "/")), (SIZE_W, SIZE_W.replace("//", "/"))], FRACTION),
    ("conv_forward", [(SIZE_W, SIZE_H)], BOTH_H),
    ("conv_forward", [(SIZE_H, SIZE_W)], BOTH_W),
    ("conv_forward", [(SIZE_H, SIZE_W), (SIZE_W + "\n    A_prev", SIZE_H + "\n    A_prev")], "The sizes are exchanged: n_H comes from n_H_prev, and n_W from n_W_prev."),
    ("conv_forward", [("Z = np.zeros((m, n_H, n_W, n_C))", "Z = np.zeros((n_H, n_W))")], "Z has too few axes: it is (m, n_H, n_W, n_C), one number for each picture, place and filter."),
    ("conv_forward", [("W[..., c], b[..., c]", "W[..., 0], b[..., 0]")], "Every channel of Z is that of the first filter: take filter c and bias c."),
    ("conv_forward", [("W[..., c]", "W[..., 0]")], "It is always the first filter: take that of channel c."),
    ("conv_forward", [("b[..., c]", "b[..., 0]")], "It is always the first bias: take that of channel c."),
    ("conv_forward", [("W[..., c]", "W[..., c, :]")], "The filters are counted by the last axis of W: the third one counts the channels of the input."),
    ("conv_forward", [("(a_slice_prev, W", "(A_prev_pad[i, top : top + f, left : left + f, c], W")], "The window has one channel only, that of number c: a filter looks at all channels of the input."),
    ("conv_forward", [("(a_slice_prev, W", "(A_prev_pad[i][top : top + f, left : left + f, c], W")], "The window has one channel only, that of number c: a filter looks at all channels of the input."),
    ("conv_forward", [(ENTRY, f"max(0, {ENTRY})")], "There is a relu in it: Z may be negative, the relu comes later."),
    ("conv_forward", [("A_prev_pad[i, top", "A_prev_pad[0, top")], FIRST_PICTURE),
    ("conv_forward", [(PADDED, f"A_prev = {PADDED}")], "The cache holds the padded picture: keep A_prev as it came, under its own name, and give the padded one another."),
    ("conv_forward", [(PADDED, f"{PADDED[:-4]}2 * pad)")], "The frame is twice as wide as asked for: zero_pad puts pad zeros on each side."),
    ("conv_forward", [(PADDED, f"{PADDED[:-4]}1)")], "The frame is always 1 pixel wide: use pad."),
    ("conv_forward", [(ENTRY, "conv_single_step(a_slice_prev, W[::-1, ::-1, :, c], b[..., c])")], FLIPPED),
    ("conv_forward", [(ENTRY, "conv_single_step(a_slice_prev, W[..., c].transpose(1, 0, 2), b[..., c])")], TURNED),
    ("conv_forward", [(ENTRY, "np.sum(a_slice_prev * W[..., c])")], "The bias is missing: add b of channel c to the sum."),
    ("conv_forward", [(ENTRY, "np.sum(a_slice_prev * W[..., c] + b[..., c])")], "The bias is added to every product: add it once, after the sum."),
    ("conv_forward", [('stride, pad = hparameters["stride"], ', "stride, pad = 2, ")], "The stride is always 2: it stands in hparameters."),
    ("conv_forward", [('hparameters["stride"], hparameters["pad"]', 'hparameters["pad"], hparameters["stride"]')], "Stride and pad are exchanged."),
    ("conv_forward", [(CACHE, "cache = (A_prev, W, b)")], "The cache lacks the hparameters: conv_backward needs all four."),
    ("conv_forward", [("return Z, cache", "return Z")], "The cache is missing from what you return."),
    ("conv_forward", [("Z[i, h, w, c] = ", "Z[i, w, h, c] = ")], "The number is stored at row w and column h: it belongs to row h and column w."),
    # pool_forward
    ("pool_forward", [(MAX, "np.max(window, axis=(1, 2, 3)).reshape(m, 1)"), (MEAN, "np.mean(window, axis=(1, 2, 3)).reshape(m, 1)")], "All channels are pooled together: each channel is pooled by itself."),
    ("pool_forward", [(MAX, "np.max(window, axis=(0, 1, 2))"), (MEAN, "np.mean(window, axis=(0, 1, 2))")], "All pictures are pooled together: each picture is pooled by itself."),
    ("pool_forward", [(MAX, "np.max(window)"), (MEAN, "np.mean(window)")], "All pictures and channels are pooled together: each channel of each picture is pooled by itself."),
    ("pool_forward", [('if mode == "max":', "if True:")], IGNORED_MAX),
    ("pool_forward", [('if mode == "max":', "if False:")], IGNORED_MEAN),
    ("pool_forward", [('mode == "max"', 'mode != "max"')], MODES),
    ("pool_forward", [(MEAN, MEAN.replace("mean", "sum"))], "With \"average\" you return the sum of the window: divide it by f * f."),
    ("pool_forward", [(MEAN, MEAN.replace("mean", "sum") + " / f")], "With \"average\" you divide by f: a window has f * f entries."),
    ("pool_forward", [(MEAN, MEAN.replace("mean", "median"))], "With \"average\" you return the median: take the mean."),
    ("pool_forward", [(MAX, f"np.maximum(0, {MAX})")], "The maximum never falls below 0, because it starts there: in a window of negative entries the largest one is negative."),
    ("pool_forward", [(MAX, "np.max(np.abs(window), axis=(1, 2))")], "The signs are lost: the largest entry is asked for, and not the one that is farthest from 0."),
    ("pool_forward", [(MAX, MAX.replace("max", "min"))], "That is the smallest entry: with \"max\" take the largest."),
    ("pool_forward", [(TOP, "top = h"), (LEFT, "left = w")], STRIDE),
    ("pool_forward", [(TOP, "top = h * f"), (LEFT, "left = w * f")], "The window moves by its own size f each time: it starts at h * stride and w * stride."),
    ("pool_forward", [("top : top + f, left : left + f", "left : left + f, top : top + f")], SWAPPED),
    ("pool_forward", [("top : top + f, left : left + f", "top : top + stride, left : left + stride")], "The window is as large as the stride: it is f by f."),
    ("pool_forward", [("top : top + f, left : left + f", "top : h + f, left : w + f")], "The window ends at h + f and w + f: it ends f pixels after its own start."),
    ("pool_forward", [(POOL_H, POOL_H[:-4]), (POOL_W, POOL_W[:-4])], "The size is too small by 1: the window can be moved (n_prev - f) / stride times, and it also stands at its start."),
    ("pool_forward", [(POOL_H, "-(-(n_H_prev - f) // stride) + 1"), (POOL_W, "-(-(n_W_prev - f) // stride) + 1")], ROUNDED),
    ("pool_forward", [(POOL_H, "round((n_H_prev - f) / stride) + 1"), (POOL_W, "round((n_W_prev - f) / stride) + 1")], ROUNDED),
    ("pool_forward", [(POOL_H, POOL_H.replace(" // stride", "")), (POOL_W, POOL_W.replace(" // stride", ""))], NO_STRIDE),
    ("pool_forward", [(POOL_H, "n_H_prev // f"), (POOL_W, "n_W_prev // f")], "The sizes are those of windows that lie side by side: with another stride than f there are more or fewer."),
    ("pool_forward", [(POOL_H, POOL_H.replace("//", "/")), (POOL_W, POOL_W.replace("//", "/"))], FRACTION),
    ("pool_forward", [(POOL_W, POOL_H)], BOTH_H),
    ("pool_forward", [(POOL_H, POOL_W)], BOTH_W),
    ("pool_forward", [(POOL_H, POOL_W), (POOL_W + "\n    A = ", POOL_H + "\n    A = ")], "The sizes are exchanged: n_H comes from n_H_prev, and n_W from n_W_prev."),
    ("pool_forward", [("            else:\n", '            elif mode == "mean":\n')], "The other mode is called \"average\": with any other word nothing is computed, and the zeros stay."),
    ("pool_forward", [("return A, cache", "return A")], "The cache is missing from what you return."),
    ("pool_forward", [("cache = (A_prev, hparameters)", "cache = A_prev")], "The cache lacks the hparameters: it is a tuple of A_prev and hparameters."),
    ("pool_forward", [(SEEN, "A_prev")], "The window is the whole picture: cut out f rows and f columns."),
    ("pool_forward", [(MAX, "np.argmax(window.reshape(m, f * f, n_C), axis=1)")], "That is the place of the largest entry: return the entry itself."),
    # conv_backward
    ("conv_backward", [(DA, DA.replace("+=", "="))], "In dA_prev windows overlap, and `=` keeps only what the last of them wrote: add with `+=`."),
    ("conv_backward", [(DW, DW.replace("+=", "="))], "In dW only the last place of the last picture is left: every place adds to it, with `+=`."),
    ("conv_backward", [(DB, DB.replace("+=", "="))], "In db only the last place of the last picture is left: every place adds to it, with `+=`."),
    ("conv_backward", [(DA, DA.replace("+=", "=")), (DW, DW.replace("+=", "=")), (DB, DB.replace("+=", "="))], "`=` keeps only what was written last: all three gradients are sums, so add with `+=`."),
    ("conv_backward", [(DW, DW.replace("+=", "=")), (DB, DB.replace("+=", "="))], "In dW and db only the last place of the last picture is left: every place adds to them, with `+=`."),
    ("conv_backward", [(THREE, "return dA_prev, dW / m, db / m")], BY_M),
    ("conv_backward", [(THREE, "return dA_prev / m, dW / m, db / m")], BY_M),
    ("conv_backward", [(THREE, "return dA_prev, dW / m, db")], BY_M),
    ("conv_backward", [(CROP, "dA_prev_pad")], "dA_prev still has its frame: what the zeros around the picture got is thrown away."),
    ("conv_backward", [(CROP, "dA_prev_pad[:, pad:-pad, pad:-pad, :]")], EMPTY),
    ("conv_backward", [(f"dA_prev = {CROP}", "dA_prev = np.zeros(A_prev.shape)\n    for i in range(m):\n        dA_prev[i] = dA_prev_pad[i, pad:-pad, pad:-pad, :]")], EMPTY),
    ("conv_backward", [(CROP, "dA_prev_pad[:, :n_H_prev, :n_W_prev, :]")], "The frame is cut off below and on the right only, so dA_prev is shifted: the picture begins at row pad and column pad."),
    ("conv_backward", [(CROP, "np.zeros(A_prev.shape)")], "dA_prev stays 0: it is dA_prev_pad without its frame."),
    ("conv_backward", [("a_slice_prev = A_prev_pad[", "a_slice_prev = A_prev[")], "The windows for dW are cut out of A_prev, without its frame: cut them out of A_prev_pad."),
    ("conv_backward", [(THREE, "return dA_prev, db, dW")], "The results are in another order: dA_prev, dW, db."),
    ("conv_backward", [(TOP, "top = h"), (LEFT, "left = w")], STRIDE),
    ("conv_backward", [("dA_prev_pad[i, top : top + f, left : left + f", "dA_prev_pad[i, left : left + f, top : top + f"), ("A_prev_pad[i, top : top + f, left : left + f, :]\n", "A_prev_pad[i, left : left + f, top : top + f, :]\n")], SWAPPED),
    ("conv_backward", [("W[..., c] * dz", "W[::-1, ::-1, :, c] * dz")], "In dA_prev the filter is turned by 180 degrees: each entry of the window gets back the weight that it met on the way forward. (The turned filter belongs to another way of adding up.)"),
    ("conv_backward", [("W[..., c] * dz", "a_slice_prev * dz"), ("a_slice_prev * dz\n                    db", "W[..., c] * dz\n                    db")], "Entries and weights are exchanged: the gradient of an entry is its weight times dz, the gradient of a weight its entry times dz."),
    ("conv_backward", [("W[..., c] * dz", "a_slice_prev * dz")], "dA_prev holds entries of the picture: the gradient of an entry is its weight times dz."),
    ("conv_backward", [("+= W[..., c] * dz", "+= W[..., c]")], "dA_prev does not depend on dZ: each weight is multiplied by dz."),
    ("conv_backward", [("a_slice_prev * dz", "a_slice_prev")], "dW does not depend on dZ: each entry is multiplied by dz."),
    ("conv_backward", [(DB, "db[..., c] += 1")], "db counts the places: the gradient of the bias is the sum of dz over them."),
    ("conv_backward", [(THREE, "return dA_prev, dW, db / (m * n_H * n_W)")], "db is the mean of dZ: every place adds to it, so it is the sum."),
    ("conv_backward", [(THREE, "return dA_prev, dW, db / m")], BY_M),
    ("conv_backward", [(DB, "db[..., c] += b[..., c] * dz")], "The bias itself is no factor: it is added, so its gradient is the sum of dz."),
    ("conv_backward", [("dA_prev_pad[i, top", "dA_prev_pad[0, top")], "All pictures add to the gradient of the first one: dA_prev has a part for each picture i."),
    ("conv_backward", [("a_slice_prev = A_prev_pad[i", "a_slice_prev = A_prev_pad[0")], "dW is made of the first picture alone: the window belongs to picture i."),
    ("conv_backward", [("W[..., c] * dz", "W[..., 0] * dz")], "It is always the first filter: dA_prev needs that of channel c."),
    ("conv_backward", [("    for i in range(m):\n", "    for i in range(m):\n        dW, db = np.zeros(W.shape), np.zeros(b.shape)\n")], "dW and db begin again at 0 with each picture: they are sums over all pictures."),
    ("conv_backward", [("    for i in range(m):\n", "    for i in range(1):\n")], "Only the first picture counts: go through all of them."),
    ("conv_backward", [(THREE, "return dA_prev, dW, db.reshape(n_C)")], "db has lost its axes: it has the shape of b, (1, 1, 1, n_C)."),
    ("conv_backward", [(THREE, "return dA_prev, dW")], "db is missing from what you return."),
    ("conv_backward", [("dz = dZ[i, h, w, c]", "dz = max(0, dZ[i, h, w, c])")], "Negative gradients are dropped: the relu has a backward pass of its own, and is no part of this one."),
    ("conv_backward", [("dz = dZ[i, h, w, c]", "dz = dZ[i, h, w, 0]")], "It is always the first channel of dZ: filter c gets the gradient of channel c."),
    ("conv_backward", [("top : top + f, left : left + f, :] += W", "h : h + f, w : w + f, :] += W")], "In dA_prev the window moves by one pixel each time: it starts at h * stride and w * stride, as on the way forward."),
    # create_mask_from_window
    ("create_mask_from_window", [(MASK, "largest")], CLASSIC),
    ("create_mask_from_window", [(MASK, "x * largest")], "The entries themselves stand where their weights should."),
    ("create_mask_from_window", [(MASK, "x * largest / np.sum(largest)")], "The entries themselves stand where their weights should."),
    ("create_mask_from_window", [(MASK, "np.max(x)")], "You return the largest entry itself: return the weights, in the shape of x."),
    ("create_mask_from_window", [(MASK, "np.argmax(x)")], "You return the number of a place: return the weights, in the shape of x."),
    ("create_mask_from_window", [(LARGEST, "x == np.min(x)")], "The smallest entries get the weight: give it to the largest."),
    ("create_mask_from_window", [(LARGEST, "x != np.max(x)"), (MASK, "largest / max(1, np.sum(largest))")], "The mask is the wrong way round: the largest entries get the weight, all others nothing."),
    ("create_mask_from_window", [(LARGEST, "x != np.max(x)"), (MASK, "largest * 1.0")], "The mask is the wrong way round: the largest entries get the weight, all others nothing."),
    ("create_mask_from_window", [(LARGEST, "x == np.max(x, axis=0)")], "That is the largest entry of each column: the window has one maximum."),
    ("create_mask_from_window", [(LARGEST, "x == np.max(x, axis=0)"), (MASK, "largest * 1.0")], "That is the largest entry of each column: the window has one maximum."),
    ("create_mask_from_window", [(LARGEST, "x == np.max(x, axis=1, keepdims=True)")], "That is the largest entry of each row: the window has one maximum."),
    ("create_mask_from_window", [(LARGEST, "x == np.max(x, axis=1, keepdims=True)"), (MASK, "largest * 1.0")], "That is the largest entry of each row: the window has one maximum."),
    ("create_mask_from_window", [(LARGEST, "np.abs(x) == np.max(np.abs(x))")], "The signs are lost: the largest entry is asked for, and not the one that is farthest from 0."),
    ("create_mask_from_window", [(LARGEST, "np.abs(x) == np.max(np.abs(x))"), (MASK, "largest * 1.0")], "The signs are lost: the largest entry is asked for, and not the one that is farthest from 0."),
    ("create_mask_from_window", [(LARGEST, "x > 0"), (MASK, "largest / max(1, np.sum(largest))")], "All entries above 0 get a weight: only the largest do."),
    ("create_mask_from_window", [(LARGEST, "x > 0"), (MASK, "largest * 1.0")], "All entries above 0 get a weight: only the largest do."),
    ("create_mask_from_window", [(MASK, "np.exp(x - np.max(x)) / np.sum(np.exp(x - np.max(x)))")], "That is a softmax, in which every entry has a share: only the largest ones do."),
    ("create_mask_from_window", [(MASK, "np.full(x.shape, 1 / x.size)")], "Every entry gets the same weight, as with average pooling: only the largest ones do."),
    ("create_mask_from_window", [(MASK, "largest / x.size")], "You divide by the number of all entries: the k largest share the weight, so divide by k."),
    ("create_mask_from_window", [(MASK, "largest / len(x)")], "You divide by f: the k largest share the weight, so divide by k."),
    ("create_mask_from_window", [(MASK, "largest * np.sum(largest)")], "You multiply by the number of the largest entries: divide by it."),
    ("create_mask_from_window", [(MASK, "np.where(largest, 1 / np.sum(largest), x)")], "The other entries keep their own values: their weight is 0."),
    ("create_mask_from_window", [(MASK, "x / np.max(np.abs(x))")], "The window is scaled: the largest entries get the weight, all others nothing."),
    ("create_mask_from_window", [(MASK, "np.where(largest, x, 0.0)")], "The entries themselves stand where their weights should."),
    ("create_mask_from_window", [(MASK, "largest.ravel() / np.sum(largest)")], "The mask has lost its rows and columns: it has the shape of x."),
    # pool_backward
    ("pool_backward", [(SHARES, "window == np.max(window)")], CLASSIC),
    ("pool_backward", [(ADD, ADD.replace("+=", "="))], LAST_ONLY),
    ("pool_backward", [(EQUAL, "np.ones((f, f))")], "With \"average\" each entry gets the whole gradient: it gets one of f * f parts."),
    ("pool_backward", [(EQUAL, "np.full((f, f), 1 / f)")], "With \"average\" you divide by f: a window has f * f entries."),
    ("pool_backward", [(EQUAL, "np.full((f, f), 1 / stride**2)")], "With \"average\" you divide by the square of the stride: a window has f * f entries."),
    ("pool_backward", [("+= shares * dA[i, h, w, c]", "+= shares")], "The gradient itself does not occur: multiply each share by dA of this window."),
    ("pool_backward", [(EQUAL, f"{EQUAL} / dA[i, h, w, c]")], "With \"average\" the gradient itself does not occur: each entry gets dA of this window, divided by f * f."),
    ("pool_backward", [(SHARES, "(window == np.min(window)) / np.sum(window == np.min(window))")], "The smallest entry gets the gradient: give it to the largest."),
    ("pool_backward", [(SHARES, f"window * {SHARES}")], "With \"max\" the gradient is also multiplied by the entries of the window: pooling passes them on as they are, so the share is the only factor."),
    ("pool_backward", [("shares * dA[i, h, w, c]", "shares * window")], "The entries of the window stand where the gradient should: multiply each share by dA of this window."),
    ("pool_backward", [("shares * dA[i, h, w, c]", "shares * window * dA[i, h, w, c]")], "The gradient is also multiplied by the entries of the window: pooling passes them on as they are, so the share is the only factor."),
    ("pool_backward", [('if mode == "max":', "if True:")], IGNORED_MAX.replace("take the mean", "every entry gets the same part")),
    ("pool_backward", [('if mode == "max":', "if False:")], IGNORED_MEAN.replace("take the maximum", "the largest entry gets the gradient")),
    ("pool_backward", [('mode == "max"', 'mode != "max"')], MODES),
    ("pool_backward", [(TOP, "top = h"), (LEFT, "left = w")], STRIDE),
    ("pool_backward", [(TOP, "top = h * f"), (LEFT, "left = w * f")], "The window moves by its own size f each time: it starts at h * stride and w * stride."),
    ("pool_backward", [(SHARES, "create_mask_from_window(dA_prev[i, top : top + f, left : left + f, c])")], "The largest entry is looked for in dA_prev, which begins as zeros: look for it in A_prev."),
    ("pool_backward", [(CELLS, CELLS.replace(", c]", ", 0]"))], "The window is always that of the first channel: take channel c."),
    ("pool_backward", [(CELLS, CELLS.replace("A_prev[i", "A_prev[0"))], "The window is always that of the first picture: take picture i."),
    ("pool_backward", [(EQUAL, "np.full((f, f), np.mean(window))")], "With \"average\" the mean of the entries is a factor: each entry gets 1 / (f * f) of the gradient, whatever its value is."),
    ("pool_backward", [("    return dA_prev", "    return dA_prev / m")], "You divide by m: nothing is averaged over the pictures here."),
    ("pool_backward", [("    return dA_prev", "    return np.abs(dA_prev)")], "The signs are lost: a gradient may be negative."),
    ("pool_backward", [("dA[i, h, w, c]", "dA[i, h, w, 0]")], "It is always the first channel of dA: take channel c."),
    ("pool_backward", [("dA[i, h, w, c]", "dA[0, h, w, c]")], "It is always the first picture of dA: take picture i."),
    ("pool_backward", [("            else:\n", "            elif mode == \"mean\":\n"), ("shares = np.full", "shares = np.full"), ("                for c in range(n_C):\n", "                shares = np.zeros((f, f))\n                for c in range(n_C):\n")], "The other mode is called \"average\": with any other word nothing is computed, and the zeros stay."),
    ("pool_backward", [("    for i in range(m):\n", "    for i in range(1):\n")], "Only the first picture counts: go through all of them."),
    # conv_forward_fast
    ("conv_forward_fast", [(SUM, f"{SUM} + b"), (START, START[:-4])], BIAS_AGAIN),
    ("conv_forward_fast", [(SUM, f"{SUM} + b")], BIAS_AGAIN),
    ("conv_forward_fast", [(START, START[:-4])], "The bias is missing: add b once to every entry of Z."),
    ("conv_forward_fast", [(AT, "A_prev_pad[:, i * stride : i * stride + n_H, j * stride : j * stride + n_W, :]")], "The stride multiplies the place in the window: it is the step between the windows, so it is the third number of each slice."),
    ("conv_forward_fast", [(AT, "A_prev_pad[:, i : i + n_H, j : j + n_W, :]")], "The stride does not occur: place (i, j) of neighboring windows is stride pixels apart."),
    ("conv_forward_fast", [(AT, "A_prev_pad[:, i : i + n_H : stride, j : j + n_W : stride, :]")], "The slices end too early: with steps of size stride, n_H places need a length of stride * n_H."),
    ("conv_forward_fast", [("W[i, j]", "W[j, i]")], TURNED),
    ("conv_forward_fast", [("W[i, j]", "W[f - 1 - i, f - 1 - j]")], FLIPPED),
    ("conv_forward_fast", [("W[i, j]", "W[0, 0]")], "The same weights are used at every place in the window: each place has its own, W[i, j]."),
    ("conv_forward_fast", [("W[i, j]", "W[i, j].T")], "W[i, j] is transposed: its rows are the channels of the input already, its columns the filters."),
    ("conv_forward_fast", [(SUM, "Z = seen @ W[i, j] + b")], "Only the last place in the window is left: every place adds to Z."),
    ("conv_forward_fast", [(SUM, "Z = seen @ W[i, j]")], "Only the last place in the window is left: every place adds to Z."),
    ("conv_forward_fast", [("seen = A_prev_pad[", "seen = A_prev[")], "The windows are cut out of A_prev, without its frame: cut them out of A_prev_pad."),
    ("conv_forward_fast", [("seen = A_prev_pad[", "seen = A_prev["), (SUM, "Z += seen @ W[i, j]")], "The windows are cut out of A_prev, without its frame: cut them out of A_prev_pad."),
    ("conv_forward_fast", [("seen @ W", "seen * W")], "`*` multiplies entry by entry: at each place the channels of the input go through a matrix product with W[i, j]."),
    ("conv_forward_fast", [("i : i + stride * n_H : stride, j : j + stride * n_W : stride", "j : j + stride * n_H : stride, i : i + stride * n_W : stride")], TURNED),
    ("conv_forward_fast", [("for i in range(f):", "for i in range(f - 1):"), ("for j in range(f):", "for j in range(f - 1):")], "The last row and the last column of the window are left out: i and j go from 0 to f - 1."),
    ("conv_forward_fast", [(SUM, SUM), ("    cache = (", "    Z = np.maximum(0, Z)\n    cache = (")], "There is a relu in it: Z may be negative, the relu comes later."),
    ("conv_forward_fast", [("A_prev_pad = zero", "A_prev = A_prev_pad = zero")], "The cache holds the padded picture: keep A_prev as it came, under its own name, and give the padded one another."),
    ("conv_forward_fast", [("return Z, cache", "return Z")], "The cache is missing from what you return."),
    ("conv_forward_fast", [(SUM, "Z = Z + np.sum(seen, axis=3, keepdims=True) * np.sum(W[i, j], axis=0)")], "You add up the channels first and multiply then: multiply each channel by its own weight, then add up."),
]  # fmt: skip

OTHER_SPELLINGS = [
    # zero_pad
    ("zero_pad", [("np.pad(X, widths", "np.pad(X, pad")], "All four axes are padded"),
    ("zero_pad", [("(pad, pad), (0, 0))", "(pad, pad), (pad, pad))")], "The channels are padded too"),
    ("zero_pad", [("pad : pad + n_H, pad : pad + n_W", ":n_H, :n_W")], "The picture stands in the corner", "written into zeros"),
    ("zero_pad", [("n_W + 2 * pad", "n_H + 2 * pad")], "The number of rows is used", "written into zeros"),
    ("zero_pad", [("pad : pad + n_H, pad : pad + n_W", "pad:-pad, pad:-pad")], EMPTY[:20], "written into zeros"),
    ("zero_pad", [("(columns, tall, columns)", "tall"), ("np.concatenate(tall, axis=2)", "tall")], "Only the rows are padded", "rows, then columns"),
    ("zero_pad", [("(rows, X, rows)", "(X,)")], "Only the columns are padded", "rows, then columns"),
    ("zero_pad", [("(pad, pad), (pad, pad), (0, 0)]", "(pad, pad), (0, 0), (0, 0)]")], "Only the rows are padded", "picture by picture"),
    ("zero_pad", [("constant_values=(0, 0)", "constant_values=(1, 1)")], "The frame is made of ones"),
    # conv_single_step
    ("conv_single_step", [("np.multiply(a_slice_prev, W)", "np.multiply(a_slice_prev, W) + b")], "The bias is added to every product"),
    ("conv_single_step", [("float(b[0, 0, 0])", "b")], "Because b has the shape"),
    ("conv_single_step", [("float(b[0, 0, 0])", "float(b)")], NO_FLOAT[:20]),
    ("conv_single_step", [("    Z = Z + float(b[0, 0, 0])\n", "")], "The bias is missing"),
    ("conv_single_step", [("np.multiply(a_slice_prev, W)", "np.multiply(a_slice_prev, np.flip(W, (0, 1)))")], FLIPPED[:20]),
    ("conv_single_step", [("W[i, j, c]", "W[j, i, c]")], TURNED[:20], "three loops"),
    ("conv_single_step", [("W[i, j, c]", "W[f - 1 - i, f - 1 - j, c]")], FLIPPED[:20], "three loops"),
    ("conv_single_step", [("range(n_C_prev)", "range(1)")], "Only the first channel", "three loops"),
    ("conv_single_step", [("Z = np.sum(s)", "Z = np.mean(s)")], "That is the mean"),
    ("conv_single_step", [("np.sum(a_slice_prev * W, axis=(0, 1, 2)) + b", "np.sum(a_slice_prev * W + b)")], "The bias is added to every product", "the array squeezed"),
    # conv_forward
    ("conv_forward", [("h * stride", "h"), ("w * stride", "w")], STRIDE[:28]),
    ("conv_forward", [("vert_start + f", "h + f"), ("horiz_start + f", "w + f")], "The window ends at h + f"),
    ("conv_forward", [("vert_start:vert_end, horiz_start:horiz_end", "horiz_start:horiz_end, vert_start:vert_end")], SWAPPED[:20]),
    ("conv_forward", [("A_prev_pad[i]", "A_prev[i]")], UNPADDED[:20]),
    ("conv_forward", [("A_prev_pad[i]", "A_prev_pad[0]")], FIRST_PICTURE[:20]),
    ("conv_forward", [("/ stride) + 1", "/ stride)")], PLUS_ONE[:20]),
    ("conv_forward", [("W[:, :, :, c]", "W[:, :, c, :]")], "The filters are counted by the last axis"),
    ("conv_forward", [("horiz_start:horiz_end, :]", "horiz_start:horiz_end, c]")], "The window has one channel only"),
    ("conv_forward", [("    A_prev_pad = zero_pad(A_prev, pad)", "    A_prev = zero_pad(A_prev, pad)"), ("A_prev_pad[i]", "A_prev[i]")], "The cache holds the padded picture"),
    ("conv_forward", [("int((n_H_prev - f + 2 * pad) / stride)", "(n_H_prev - f + 2 * pad) / stride"), ("int((n_W_prev - f + 2 * pad) / stride)", "(n_W_prev - f + 2 * pad) / stride")], FRACTION[:20]),
    ("conv_forward", [("2 * pad", "pad")], "The sizes count the frame once"),
    ("conv_forward", [("int((n_H_prev", "round((n_H_prev"), ("int((n_W_prev", "round((n_W_prev")], ROUNDED[:20]),
    ("conv_forward", [(" + b.reshape(-1)", "")], "The bias is missing", "all filters at once"),
    ("conv_forward", [("W[..., c]", "W[::-1, ::-1, :, c]")], FLIPPED[:20], "ranges with a step"),
    # pool_forward
    ("pool_forward", [("horiz_start:horiz_end, c]", "horiz_start:horiz_end]")], "All channels are pooled together"),
    ("pool_forward", [("h * stride", "h"), ("w * stride", "w")], STRIDE[:28]),
    ("pool_forward", [('"average":', '"mean":')], "The other mode is called"),
    ("pool_forward", [("np.mean(a_prev_slice)", "np.sum(a_prev_slice)")], "With \"average\" you return the sum"),
    ("pool_forward", [("int(1 + (n_H_prev - f) / stride)", "int((n_H_prev - f) / stride)"), ("int(1 + (n_W_prev - f) / stride)", "int((n_W_prev - f) / stride)")], "The size is too small by 1"),
    ("pool_forward", [("np.max, ", "np.min, ")], "That is the smallest entry", "a table of rules"),
    ("pool_forward", [("axis=(1, 2))", "axis=(1, 2, 3)).reshape(-1, 1)")], "All channels are pooled together", "a table of rules"),
    ("pool_forward", [("seen[0].copy()", "np.zeros(seen[0].shape)"), ("seen[1:]", "seen")], "The maximum never falls below 0", "places in the window"),
    ("pool_forward", [("/ f**2", "/ f")], "With \"average\" you divide by f", "places in the window"),
    # conv_backward
    ("conv_backward", [("da_slice += W", "da_slice[:] = W")], "In dA_prev windows overlap"),
    ("conv_backward", [("dW[:, :, :, c] +=", "dW[:, :, :, c] =")], "In dW only the last place"),
    ("conv_backward", [("db[:, :, :, c] +=", "db[:, :, :, c] =")], "In db only the last place"),
    ("conv_backward", [("pad : n_H_prev + pad, pad : n_W_prev + pad", "pad:-pad, pad:-pad")], EMPTY[:20]),
    ("conv_backward", [("return dA_prev, dW, db", "return dA_prev, dW / m, db / m")], BY_M[:20]),
    ("conv_backward", [("a_prev_pad = A_prev_pad[i]", "a_prev_pad = A_prev[i]")], "The windows for dW are cut out"),
    ("conv_backward", [("a_slice * dZ[i, h, w, c]", "W[:, :, :, c] * dZ[i, h, w, c]"), ("da_slice += W[:, :, :, c] * dZ", "da_slice += a_slice * dZ")], "Entries and weights are exchanged"),
    ("conv_backward", [("        dA_prev[i, :, :, :] = da_prev_pad[pad : n_H_prev + pad, pad : n_W_prev + pad, :]\n", "")], "dA_prev stays 0"),
    ("conv_backward", [("np.sum(dZ, axis=(0, 1, 2), keepdims=True)", "np.mean(dZ, axis=(0, 1, 2), keepdims=True)")], "db is the mean of dZ", "places in the window"),
    ("conv_backward", [("    if pad > 0:\n        dX = dX[:, pad:-pad, pad:-pad]\n", "")], "dA_prev still has its frame", "each gradient in loops of its own"),
    # create_mask_from_window
    ("create_mask_from_window", [("mask / mask.sum()", "mask")], CLASSIC[:20]),
    ("create_mask_from_window", [("1 / k, 0.0", "1.0, 0.0")], CLASSIC[:20], "where"),
    ("create_mask_from_window", [("1 / k, 0.0", "x, 0.0")], "The entries themselves", "where"),
    ("create_mask_from_window", [("np.argmax(x)", "np.argmin(x)")], "The smallest entries", "the first of the largest"),
    ("create_mask_from_window", [("mask = np.zeros(x.shape)\n    mask[np.unravel_index(np.argmax(x), x.shape)] = 1", "mask = np.argmax(x)")], "You return the number of a place", "the first of the largest"),
    ("create_mask_from_window", [("mask = (x == np.max(x))", "mask = (x == np.min(x))")], "The smallest entries"),
    ("create_mask_from_window", [("1 / k", "1 / x.size")], "You divide by the number of all entries", "in loops"),
    ("create_mask_from_window", [("np.max(x)", "np.max(x, axis=0)")], "That is the largest entry of each column"),
    # pool_backward
    ("pool_backward", [("create_mask_from_window(a_prev_slice)", "a_prev_slice == np.max(a_prev_slice)")], CLASSIC[:20]),
    ("pool_backward", [("+= mask", "= mask"), ("+= np.ones", "= np.ones")], LAST_ONLY[:20]),
    ("pool_backward", [(" * da / (f * f)", " * da")], "With \"average\" each entry gets the whole"),
    ("pool_backward", [("return np.ones(shape) * average", "return np.ones(shape) / (n_H * n_W)")], "With \"average\" the gradient itself", "the average by distribute_value"),
    ("pool_backward", [("h * stride", "h"), ("w * stride", "w")], STRIDE[:28]),
    ("pool_backward", [('mode == "max"', 'mode == "average"'), ('elif mode == "average"', 'elif mode == "max"')], MODES),
    ("pool_backward", [("np.argmax", "np.argmin")], "The smallest entry gets", "all to the first, as PyTorch does"),
    ("pool_backward", [("mask * dA[i, h, w, c]", "mask * a_prev_slice * dA[i, h, w, c]")], "With \"max\" the gradient is also"),
    ("pool_backward", [("top / top.sum(axis=(1, 2), keepdims=True)", "top")], CLASSIC[:20], "all pictures and channels at once"),
    ("pool_backward", [("1 / f**2", "1 / f")], "With \"average\" you divide by f", "all pictures and channels at once"),
    # conv_forward_fast
    ("conv_forward_fast", [("W[i, j])\n    Z += b", "W[i, j]) + b")], BIAS_AGAIN[:20]),
    ("conv_forward_fast", [("    Z += b\n", "")], "The bias is missing"),
    ("conv_forward_fast", [("Z += np", "Z = np")], "Only the last place"),
    ("conv_forward_fast", [("W[i, j])", "W[j, i])")], TURNED[:20]),
    ("conv_forward_fast", [("np.matmul(A_prev_pad[", "np.matmul(A_prev[")], "The windows are cut out"),
    ("conv_forward_fast", [("[:, ::s, ::s, :]", "")], "The stride does not occur", "einsum at each place"),
    ("conv_forward_fast", [("W[i, j, :, :]", "W[f - 1 - i, f - 1 - j, :, :]")], FLIPPED[:20], "einsum at each place"),
    ("conv_forward_fast", [("Z[:, ::s, ::s] + b", "Z[:, ::s, ::s]")], "The bias is missing", "everything at stride 1, then every stride-th"),
]  # fmt: skip

NOT_YET_NAMED = []

UNEXPLAINED = {
    "zero_pad": [
        [("(pad, pad), (pad, pad)", "(pad, pad), (pad, min(pad, 2))")],
        [("(0, 0)))", '(0, 0)), "reflect" if X.shape[1] > 9 else "linear_ramp", end_values=1)')],
        [("    return X_pad", "    return np.float32(X_pad)")],
        [("    return X_pad", "    return np.round(X_pad, 2)")],
        [("    return X_pad", "    return X_pad[..., :1] if pad == 2 else X_pad")],
        [("    return X_pad", "    return X_pad[:2]")],
    ],
    "conv_single_step": [
        [(STEP, f"round({STEP}, 6)")],
        [(STEP, f"np.float32({STEP})")],
        [("a_slice_prev * W", "a_slice_prev[:3] * W[:3]")],
        [("a_slice_prev * W", "a_slice_prev[..., :2] * W[..., :2]")],
        [("b.item()", "abs(b.item())")],
        [(STEP, f"abs({STEP})")],
    ],
    "conv_forward": [
        [(TOP, "top = min(h * stride, 4)")],
        [(PADDED, f"{PADDED[:-4]}min(pad, 1))")],
        [(ENTRY, f"round({ENTRY}, 5)")],
        [("range(n_C)", "range(min(n_C, 2))")],
        [("range(m)", "range(min(m, 2))")],
        [(ENTRY, f"np.float32({ENTRY})")],
    ],
    "pool_forward": [
        [(MEAN, f"np.round({MEAN}, 4)")],
        [(MEAN, MEAN.replace("window", "window[:, :2, :2]"))],
        [(MAX, MAX.replace("window", "window[:, :2, :2]"))],
        [("range(n_H)", "range(min(n_H, 3))")],
        [("= np.max", "= 1e-6 + np.max")],
        [('mode="max"', 'mode="average"')],
    ],
    "conv_backward": [
        [("range(n_C)", "range(min(n_C, 2))")],
        [("range(m)", "range(min(m, 2))")],
        [("dz = dZ[i, h, w, c]", "dz = round(dZ[i, h, w, c], 4)")],
        [(THREE, "return dA_prev, dW, db / 2")],
        [(THREE, "return dA_prev / 2, dW, db")],
        [(CROP, "dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :1]")],
    ],
    "create_mask_from_window": [
        [(MASK, "largest / min(2, np.sum(largest))")],
        [(LARGEST, "x >= np.max(x) - 1")],
        [(LARGEST, "x >= np.mean(x)")],
        [(MASK, "np.float32(largest / np.sum(largest)) * np.float32(0.999)")],
        [(MASK, "largest / np.sum(largest) - 0.001")],
        [(LARGEST, "x == np.max(x[:2])")],
        [(LARGEST, "x == np.sort(x, axis=None)[-2:][0]")],
        [(MASK, "np.where(largest, 1 / np.sum(largest), 0.001)")],
    ],
    "pool_backward": [
        [("range(m)", "range(min(m, 2))")],
        [("range(n_C)", "range(min(n_C, 2))")],
        [(SHARES, "np.where(np.arange(f * f).reshape(f, f) == 0, 2.0, -1.0 / max(1, f * f - 1)) * (window == window.max())")],
        [(EQUAL, "np.full((f, f), 0.25)")],
        [(SHARES, "(window == window.max()) / 2")],
        [('mode="max"', 'mode="average"')],
    ],
    "conv_forward_fast": [
        [("range(f)", "range(min(f, 2))")],
        [("b\n    for", "b[..., :1]\n    for")],
        [(SUM, "Z = Z + np.round(seen @ W[i, j], 5)")],
        [("A_prev_pad = zero_pad(A_prev, pad)", "A_prev_pad = zero_pad(A_prev, min(pad, 1))")],
        [(SUM, "Z = np.maximum(Z, seen @ W[i, j])")],
        [(SUM, "Z = Z - seen @ W[i, j]")],
    ],
}  # fmt: skip


# Conditions on the arguments: a mutant is right only where one of them holds


def _convolution_conditions(of):
    """Of exercises that get A_prev, W, b, hparameters: of(arguments) picks these four."""

    def condition(holds):
        return lambda *arguments: bool(holds(*of(arguments)))

    return {
        "1 picture": condition(lambda A, W, b, p: len(A) == 1),
        "more than 1 picture": condition(lambda A, W, b, p: len(A) > 1),
        "square pictures": condition(lambda A, W, b, p: A.shape[1] == A.shape[2]),
        "pad 0": condition(lambda A, W, b, p: p["pad"] == 0),
        "a frame": condition(lambda A, W, b, p: p["pad"] > 0),
        "pad at most 1": condition(lambda A, W, b, p: p["pad"] <= 1),
        "stride 1": condition(lambda A, W, b, p: p["stride"] == 1),
        "stride 2": condition(lambda A, W, b, p: p["stride"] == 2),
        "stride at most 2": condition(lambda A, W, b, p: p["stride"] <= 2),
        "f is 3": condition(lambda A, W, b, p: len(W) == 3),
        "f is not 1": condition(lambda A, W, b, p: len(W) > 1),
        "no rest": condition(lambda A, W, b, p: not np.any((np.array(A.shape[1:3]) - len(W) + 2 * p["pad"]) % p["stride"])),
        "more than 1 filter": condition(lambda A, W, b, p: W.shape[3] > 1),
        "as many filters as channels": condition(lambda A, W, b, p: W.shape[2] == W.shape[3]),
        "more than 1 channel": condition(lambda A, W, b, p: W.shape[2] > 1),
        "the first bias above 0": condition(lambda A, W, b, p: b[0, 0, 0, 0] > 0),
    }  # fmt: skip


def _pooling_conditions(of):
    """Of exercises that get A_prev, hparameters and a mode: of(arguments) picks these three."""

    def condition(holds):
        return lambda *arguments: bool(holds(*of(arguments)))

    return {
        "1 picture": condition(lambda A, p, mode: len(A) == 1),
        "more than 1 picture": condition(lambda A, p, mode: len(A) > 1),
        "square pictures": condition(lambda A, p, mode: A.shape[1] == A.shape[2]),
        "windows side by side": condition(lambda A, p, mode: p["f"] == p["stride"]),
        "stride 1": condition(lambda A, p, mode: p["stride"] == 1),
        "stride at most 2": condition(lambda A, p, mode: p["stride"] <= 2),
        "f is 2": condition(lambda A, p, mode: p["f"] == 2),
        "f is 3": condition(lambda A, p, mode: p["f"] == 3),
        "max": condition(lambda A, p, mode: mode == "max"),
        "average": condition(lambda A, p, mode: mode == "average"),
        "more than 1 channel": condition(lambda A, p, mode: A.shape[3] > 1),
        "no rest": condition(lambda A, p, mode: not np.any((np.array(A.shape[1:3]) - p["f"]) % p["stride"])),
    }  # fmt: skip


def _mode(arguments):
    return arguments[2] if len(arguments) > 2 else "max"


RIGHT_ONLY_IF = {
    "zero_pad": {
        "pad 1": lambda X, pad: pad == 1,
        "pad not 0": lambda X, pad: pad > 0,
        "pad at most 2": lambda X, pad: pad <= 2,
        "square pictures": lambda X, pad: X.shape[1] == X.shape[2],
        "more than 1 picture": lambda X, pad: len(X) > 1,
        "more than 1 channel": lambda X, pad: X.shape[3] > 1,
    },
    "conv_single_step": {
        "3 channels": lambda a, W, b: W.shape[2] == 3,
        "more than 1 channel": lambda a, W, b: W.shape[2] > 1,
        "f above 1": lambda a, W, b: len(W) > 1,
        "f of 4": lambda a, W, b: len(W) == 4,
        "b below 0": lambda a, W, b: b.item() < 0,
        "b above 0": lambda a, W, b: b.item() > 0,
    },
    "conv_forward": _convolution_conditions(lambda arguments: arguments),
    "pool_forward": _pooling_conditions(lambda a: (*a[:2], _mode(a)))
    | {
        "an entry above 0 in each picture": lambda A, *more: bool((A.max(axis=(1, 2, 3)) > 0).all())
    },
    "conv_backward": _convolution_conditions(lambda arguments: arguments[1]),
    "create_mask_from_window": {
        "one largest": lambda x: int(np.sum(x == x.max())) == 1,
        "several largest": lambda x: int(np.sum(x == x.max())) > 1,
        "at most three largest": lambda x: int(np.sum(x == x.max())) <= 3,
        "the maximum above 0": lambda x: x.max() > 0,
        "f is 3": lambda x: len(x) == 3,
        "f above 1": lambda x: len(x) > 1,
        "some entry smaller": lambda x: x.min() < x.max(),
    },
    "pool_backward": _pooling_conditions(lambda a: (*a[1], _mode(a)))
    | {"a positive gradient first": lambda dA, *more: bool(dA.flat[0] > 0)},
    "conv_forward_fast": _convolution_conditions(lambda arguments: arguments),
}
