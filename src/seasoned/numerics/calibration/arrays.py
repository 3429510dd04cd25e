"""Arrays of NumPy or PyTorch, and what they are called."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating[Any]]
Integers = npt.NDArray[np.integer[Any]]
Booleans = npt.NDArray[np.bool_]
Array = Any
"""A NumPy array or a PyTorch tensor: the E and the M step run on either."""

Pair = tuple[Array, Array]
Triple = tuple[Array, Array, Array]


def namespace_of(array: Array) -> Any:
    """The module whose functions work on an array: NumPy or PyTorch, wrapped where possible.

    Parameters
    ----------
    array : a NumPy array or a PyTorch tensor, of any shape.

    Returns
    -------
    ``array_api_compat``'s wrapper if that is installed, else the array's own module, which for
    the functions used here has the same names.

    Raises
    ------
    TypeError
        If it is neither, by ``array_api_compat``.

    References
    ----------
    Python array API standard, 2024.12.

    Examples
    --------
    >>> namespace_of(np.zeros(1)).exp(0.0)
    np.float64(1.0)
    """
    try:
        return import_module("array_api_compat").array_namespace(array)
    except ImportError:
        return import_module(type(array).__module__.partition(".")[0])


def to_host(array: Array) -> Floats:
    """The values of an array or tensor as NumPy array.

    Parameters
    ----------
    array : a NumPy array or a PyTorch tensor, of any shape.

    Returns
    -------
    The same shape.

    Raises
    ------
    RuntimeError
        If it is a tensor that still asks for gradients, by PyTorch.

    References
    ----------
    Our own; ``torch.Tensor.cpu`` fetches what lies on a device.

    Examples
    --------
    >>> to_host(np.ones(1)).tolist()
    [1.0]
    """
    return np.asarray(array if isinstance(array, np.ndarray) else array.cpu())
