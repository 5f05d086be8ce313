"""t_α/√n of JTG F80/1 appendix B and H: the printed table of three decimals, not a computed quantile.

From 31 on the printed values between the tens are interpolated. The columns are thousandths for
n = 2, 3, … 100.
"""

from __future__ import annotations

from fractions import Fraction

from acceptance.domain.arithmetic import exact, square_root

CONFIDENCES = (exact("0.90"), exact("0.95"), exact("0.99"))
LEAST, LAST = 2, 100

_90 = (
    2176, 1089, 819, 686, 603, 544, 500, 466, 437, 414, 393, 376, 361, 347, 335, 324, 314, 305,
    297, 289, 282, 275, 269, 264, 258, 253, 248, 244, 239, 236, 232, 229, 226, 223, 219, 216, 213,
    209, 206, 204, 202, 199, 197, 195, 193, 191, 188, 186, 184, 182, 181, 179, 177, 176, 174, 172,
    170, 169, 167, 166, 165, 163, 162, 161, 160, 159, 157, 156, 155, 154, 153, 152, 151, 150, 149,
    148, 147, 146, 145, 144, 143, 142, 141, 141, 140, 139, 138, 137, 136, 135, 134, 133, 132, 132,
    131, 130, 129, 129, 129,
)  # fmt: skip
_95 = (
    4465, 1686, 1177, 953, 823, 734, 670, 620, 580, 546, 518, 494, 473, 455, 438, 423, 410, 398,
    387, 376, 367, 358, 350, 342, 335, 328, 322, 316, 310, 306, 301, 297, 292, 287, 283, 279, 274,
    270, 266, 263, 260, 257, 254, 252, 249, 246, 243, 240, 237, 235, 233, 231, 229, 227, 224, 222,
    220, 218, 216, 214, 213, 211, 209, 208, 206, 204, 202, 201, 199, 198, 196, 195, 194, 193, 191,
    190, 189, 187, 186, 185, 184, 183, 182, 181, 180, 179, 178, 177, 175, 174, 173, 172, 171, 171,
    170, 169, 168, 167, 166,
)  # fmt: skip
_99 = (
    22501, 4021, 2270, 1676, 1374, 1188, 1060, 966, 892, 833, 785, 744, 708, 678, 651, 626, 605,
    586, 568, 552, 537, 523, 510, 498, 487, 477, 467, 458, 449, 442, 436, 429, 423, 416, 409, 403,
    396, 390, 383, 379, 374, 370, 366, 362, 357, 353, 349, 344, 340, 337, 334, 330, 327, 324, 321,
    318, 314, 311, 308, 306, 303, 301, 299, 296, 294, 292, 290, 287, 285, 283, 281, 279, 277, 276,
    274, 272, 270, 268, 266, 264, 263, 261, 259, 258, 256, 254, 252, 251, 249, 248, 246, 245, 244,
    243, 241, 240, 239, 237, 236,
)  # fmt: skip
_COLUMNS = dict(zip(CONFIDENCES, (_90, _95, _99), strict=True))
# Beyond the table: the quantile of the normal distribution divided by √n (from memory).
_BEYOND = dict(zip(CONFIDENCES, map(exact, ("1.2815", "1.6449", "2.3265")), strict=True))


def coefficient(n: int, confidence: Fraction) -> Fraction:
    """The coefficient of the deviation for n ≥ 2 values at one of the three confidences."""
    if n > LAST:
        return _BEYOND[confidence] / square_root(Fraction(n))
    return Fraction(_COLUMNS[confidence][n - LEAST], 1000)
