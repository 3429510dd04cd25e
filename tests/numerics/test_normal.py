"""Normal distribution against printed values and against itself."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasoned.numerics.normal import cdf, quantile

WICHURA = {0.25: -0.6744897501960817, 0.001: -3.090232306167814, 1e-20: -9.262340089798408}
"""Check values printed with Algorithm AS 241 (1988)."""


@pytest.mark.parametrize(("p", "x"), WICHURA.items())
def test_quantile_gives_the_printed_values(p, x):
    assert quantile(np.array(p)) == pytest.approx(x, rel=1e-14)


def test_cdf_gives_the_values_of_the_handbook():
    """Abramowitz and Stegun (1964), table 26.1."""
    found = cdf(np.array([0.5, 1.0, 1.96, 3.0]))

    assert found == pytest.approx(
        [0.6914624613, 0.8413447461, 0.9750021049, 0.9986501020], abs=5e-11
    )


@given(st.floats(1e-12, 1 - 1e-9))
def test_quantile_undoes_cdf(p):
    assert float(cdf(quantile(np.array(p)))) == pytest.approx(p, rel=1e-9)


@pytest.mark.parametrize("p", [0.0, 1.0, -0.1, float("nan")])
def test_quantile_refuses_what_is_no_probability(p):
    with pytest.raises(ValueError, match="above 0 and below 1"):
        quantile(np.array([p]))
