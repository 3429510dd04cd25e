"""Tables and results that others have printed.

VERBAL: answers of 243 women and 73 men to 24 items on verbal aggression, Vansteelandt (2000), Formal
models for contextualized personality psychology, KU Leuven; in De Boeck and Wilson (2004), Explanatory
Item Response Models; here as in the data set ``verbal`` of the R package difR. A person is six
hexadecimal digits, an item one bit.

The results on them are those of difMH and difLogistic in difR 5.1, by Magis, Beland, Tuerlinckx and De
Boeck (2010), A general framework and an R package for the detection of dichotomous differential item
functioning, Behavior Research Methods 42, run under R 4.2.2 on the examples of its help pages (focal
group: men, anger left out). Their first four digits are printed in tests/testthat/_snaps/difMH.md and
difLogistic.md of github.com/adelahladka/difR.
"""

from __future__ import annotations

import numpy as np


def numbers(text: str) -> np.ndarray:
    return np.array(text.split(), dtype=float)


def answers_in(digits: str) -> np.ndarray:
    octets = np.frombuffer(bytes.fromhex("".join(digits.split())), dtype=np.uint8)
    return np.unpackbits(octets).reshape(-1, 24).astype(np.int8)


WOMEN = answers_in("""
    f60644fe0fe0b24d24d38926fe8fc00009241ac92afeffc7ff8fc0febd9695cda6b64e26944fbfb68b00000000fe4b80
    f84900ffffb6fffff6bbc80000ed04124004de0004ffbec9b5cfb7fc7fc7f40f00fc0fc0ffeffe048000041e44e3d209
    0796158000002049265a0980ff7f86fe7f37204000045e16bc0fa4000907367cd7f7ef3efc09a4048b34ffdfffb46fe2
    b6fddf249200ffdfc8ffffd6feb200bcf4cfb65920202926a69b24ffffff9a5586b790141002489477c3200000fe0490
    300002901001145100800400fb6fb69149b2b24804d87ec7104000ffee36fa7d07904000824000000008fc6fe6da6da6
    180000f07f07184200904004da69a64940044b6db6d90482fffd87925905124b00ffedb6104800900000904800924000
    db71349b6d06ffffa7ff4de0ffd924fe4d80da4d26fe4f24904904da4806b64b64c80506de6106cb0000db6db6fe63c7
    ffcffc1a7000102400fb6d861058041e0000180100da6000da6fe7fceb46d86ca6ffffff9e6924d24d247c6bc6d84d06
    404a04fc6fe2a440009a4980d36db66c0924ff7fc6ebc924da6006de6c279c49a49869249e7004586984fe0f4cbf7da4
    24f90435db65df77c4926906da6d26da5d850410241c05825c6d879c6986fc0fc6fc4804ffffff201d86102482249da4
    fffe07924924eb0fb0020800fd7feff437a6d00d00ffffc7ff7df7da6d049b4e003c41e67c7fc41a7d86df5d25ffd924
    ff6e36ff6df4504884da0d00d04000521000000000e80c00ffeff0ffec82fc7f86024000f80dc0c00000fd4f30000000
    ff7ff7f80c203e7186dc4080fb6ee07ffff7fc71c7fffffffffff6fe7fe7df0df0df4da4db61807849006d3201f30820
    9b6db6ffffb4db4db4ff4db49249247c7000d3c8301c0000030d02ff7db4ff7d86fbe5b2df0000befc24fecd24be5965
    ff7001fffee6fe7fe5ee48004801800009066d3487da4698da40004a4800ffec303648047dfc20c30c30c3ce34db6820
    000000da6126f48000
""")
MEN = answers_in("""
    00cb27000020b24d84ffcff2f45d26fbdfaf110fb51c01c20a0000300b809650c0904d36c06400924926d36d86924000
    09248036f92fffffff464f36db5db4fe7ed6db6d86df4df5fbc6effc7f27838924dee924d86d86f82d869befac265164
    fffffe3201005c6da6d86da6924904020304006c96182d90ea6f86fb6fb6000d86da49a4ff7ff6db6db6dd7d87002da6
    fc2ff4ff0db6ff71b4bdfff7ff6fe668cdb6fa4fa4249040ff6f461f8ddee014009b69a49f0900ff7fe7fd7d86d34c20
    db0030786f96b34c20000de4f34db6e121b8ff7ffffb2d70fe8fe0
""")
VERBAL = np.concatenate([WOMEN, MEN])
IS_MAN = np.arange(len(VERBAL)) >= len(WOMEN)

MH_CHI_SQUARE = numbers("""
    1.7076371 2.1485927 0.9925927 1.9301971 2.9539914 9.6032086 0.0013158 0.6752163 0.8184535
    1.6292285 0.0151769 4.1187734 0.1323893 2.7501139 0.0682945 6.3029184 6.8394855 0.2169616
    5.7817018 3.8880197 0.2988673 1.1220409 1.449084 0.8390002
""")
"""Without purification, with continuity correction."""

MH_ODDS_RATIO = numbers("""
    1.7004655 1.7701794 1.4480967 1.9394745 1.9799015 2.8803829 0.9438639 0.7193653 1.5281146
    1.6848753 1.0901378 2.3457754 0.7967412 0.4994841 1.1765467 0.3209295 0.3746345 0.793123
    0.4616307 0.472742 0.6373487 0.6443924 0.6385391 1.6053421
""")
"""Without purification."""

MH_VARIANCE = numbers("""
    0.1293922 0.1162354 0.1054168 0.1645985 0.1278495 0.1137109 0.0935206 0.108852 0.1449836
    0.1230992 0.0995435 0.1453018 0.1603346 0.141806 0.1308444 0.182371 0.1334554 0.131325
    0.0980436 0.122929 0.2898573 0.1248738 0.1055132 0.1785217
""")
"""Of the log odds ratio, without purification, by Phillips and Holland."""

MH_PURIFIED = numbers("""
    0.0069329 0.0376012 0.008725 0.8880782 0.1112228 4.2679947 0.0987026 4.3724342 0.3454284
    0.1405961 1.6852935 1.076638 2.0959129 6.2736344 0.0171706 9.6671968 11.9436384 0.6996787
    9.4643935 6.4356353 1.4190147 3.9323031 5.7986814 0.3223256
""")
"""Chi-square after six rounds. Item 15 is left out: it lies within half an answer of what is expected,
where difR squares the negative rest (0.0171706) and we say 0."""

LOGISTIC_UNIFORM = numbers("""
    1.9998034 1.906541 2.1605972 4.2638649 2.9036475 11.3031096 0.0954796 1.6260469 2.1397312
    1.9563367 0.0041776 3.6491065 0.4233525 4.0968316 0.716304 7.6371807 9.1401307 0.0927897
    7.1433354 4.649576 0.5257719 1.8338869 2.3917668 1.0577442
""")
"""Likelihood ratio of uniform differences, without purification."""

LOGISTIC_NONUNIFORM = numbers("""
    0.0015506 1.4475578 0.3136227 0.4657681 1.236748 0.1079844 1.5106053 0.0070745 0.5591736
    0.4983162 2.0955365 0.0386354 0.7962182 0.6335436 0.3292665 0.0563005 1.1220634 1.6088058
    0.0945266 1.2184219 0.7505016 1.1182334 0.3038733 0.2946798
""")
"""Likelihood ratio of non-uniform differences, without purification."""

LOGISTIC_PURIFIED = numbers("""
    0.8694591 0.9981143 1.1262278 2.6707085 1.5034945 7.4079417 1.3429025 3.4083191 2.0841437
    1.4013276 4.9928542 2.5515848 2.1863683 7.1926646 0.285239 10.1885126 12.6729398 3.2351484
    9.1151994 7.4604952 1.4878094 4.557166 4.5670615 0.5882637
""")
"""Likelihood ratio of both, after two rounds."""

LOGISTIC_GAIN = numbers("""
    0.0027808 0.0029005 0.0033399 0.0095873 0.0044308 0.0210721 0.0044318 0.0105146 0.0080725
    0.0044826 0.013698 0.0087879 0.0074211 0.01881 0.0009014 0.0326689 0.0352478 0.011194
    0.0293868 0.027528 0.0090217 0.0144777 0.0141729 0.0023617
""")
"""Difference of Nagelkerke's R squared of the same."""

LOGISTIC_WALD = numbers("""
    2.020719 3.0059785 2.5316545 4.6031757 3.7356942 11.0239666 1.6849504 1.6465964 2.6445947
    2.3689085 2.2327952 3.4613891 1.0610075 4.8595283 0.9722667 6.9302048 10.4797482 1.8301161
    7.199836 6.2062174 1.2588682 2.5359891 2.5703476 1.21474
""")
"""Wald test of both, without purification, from glm at a tolerance of 1e-15: difR leaves glm at 1e-8 and
its printed values are 0.0007 off."""

MH_PURIFIED_FLAGGED = [6, 8, 14, 16, 17, 19, 20, 22, 23]
LOGISTIC_PURIFIED_FLAGGED = [6, 14, 16, 17, 19, 20]
"""Numbers of the items flagged at the end, from 1."""

BERKELEY = np.array(
    [
        [[313, 512], [19, 89]],
        [[207, 353], [8, 17]],
        [[205, 120], [391, 202]],
        [[279, 138], [244, 131]],
        [[138, 53], [299, 94]],
        [[351, 22], [317, 24]],
    ]
)
"""Rejected and admitted men and women in six departments: Bickel, Hammel and O'Connell (1975), Science
187; UCBAdmissions in R. ``mantelhaen.test`` of R 4.2.2 prints for them:"""
BERKELEY_CHI_SQUARE, BERKELEY_CORRECTED = 1.52460666044, 1.426946228587
BERKELEY_ODDS_RATIO, BERKELEY_INTERVAL = 0.904696828259, (0.771907361759, 1.060329764437)

LSAT7 = np.repeat(
    (np.arange(32)[:, None] >> np.arange(4, -1, -1)) & 1,
    numbers("""
    12 19 1 7 3 19 3 17 10 5 3 7 7 23 8 28 7 39 11 34 14 51 15 90 6 25 7 35 18 136 32 308
    """).astype(int),
    axis=0,
)
"""Bock and Lieberman (1970), Psychometrika 35: patterns of five items from 00000 to 11111."""
LSAT7_SLOPE = numbers("0.987545906864 1.080837143525 1.707477627071 0.764989880619 0.735672723984")
LSAT7_INTERCEPT = numbers(
    "1.855855647726 0.807969590548 1.805206182426 0.485999805831 1.854457591733"
)
"""As found by R mirt 1.45.1 (Chalmers 2012, Journal of Statistical Software 48), which prints for them:"""
LSAT7_S_X2 = numbers("4.7505402109 14.4534527938 1.2726598937 5.2364823464 0.9409419925")
LSAT7_S_X2_P = numbers("0.0929893689 0.0007268965 0.5292311707 0.0729310231 0.6247079639")
"""With two degrees of freedom each."""
LSAT7_OUTFIT = numbers("1.429276671 1.400089624 2.816531947 1.097224063 1.258288122")
LSAT7_OUTFIT_Z = numbers("2.632831715 4.051122449 4.662862216 1.850338409 2.053733653")
LSAT7_INFIT = numbers("1.809795011 1.622523608 2.677218678 1.210450121 1.582618010")
LSAT7_INFIT_Z = numbers("7.328770524 9.549059594 13.095712152 4.932344787 5.655869437")
"""At abilities of 0.8 times the total score less 2.5, which fit badly on purpose."""
