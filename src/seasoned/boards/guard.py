"""Keeps requests off private addresses: names are resolved here, and what was checked is connected to.

A name that resolves to a public address now and to a private one a moment later gains nothing, as
the connection goes to the very address that was checked.
"""

from __future__ import annotations

import socket
import time
import typing
import zlib
from collections.abc import Callable, Iterable, Iterator
from ipaddress import ip_address, ip_network

import httpcore
import httpx

from seasoned.errors import Refused

REMEDY = "Add --allow-private if you run that server yourself."
Resolve = Callable[[str, int], Iterable[str]]
PACKED = ("gzip", "deflate")
WHOLE = 120.0
"""Seconds that one answer may take in all: a host that trickles would otherwise never end."""
_MORE_REFUSED = tuple(
    ip_network(block)
    for block in (
        "100.64.0.0/10",  # shared by a provider's customers; holds one cloud's metadata
        "168.63.129.16/32",  # a cloud's own service inside its networks, though numbered publicly
        "192.0.0.0/24",  # of these, some Pythons call a few public; holds one cloud's metadata
        "192.88.99.0/24",
        "64:ff9b::/96",  # this and the next two lead on to any IPv4 address, private ones too
        "64:ff9b:1::/48",
        "2001::/32",
        "fec0::/10",
    )
)


def resolved(host: str, port: int) -> list[str]:
    """IP addresses of a host name, in the system's order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public Internet.

    Loopback, private, link-local (where clouds keep their metadata), shared, multicast and
    reserved ranges do not, nor do they inside IPv6.
    """
    ip = ip_address(address.split("%")[0])
    inner = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None)
    if inner is not None:
        return is_public(str(inner))
    if not ip.is_global or ip.is_multicast or ip.is_reserved:
        return False
    return not any(ip.version == net.version and ip in net for net in _MORE_REFUSED)


class _Backend(httpcore.SyncBackend):
    """Connects to the checked address of a name, and to no other."""

    def __init__(self, *, allow_private: bool, resolve: Resolve) -> None:
        self._allow_private, self._resolve = allow_private, resolve

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[typing.Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A stream to the first address that takes one. Raises Refused if any is private."""
        found = self._checked(host, port)
        for number, address in enumerate(found, start=1):
            try:
                return super().connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if number == len(found):
                    raise
        raise httpcore.ConnectError(f"the name {host} is not known")

    def _checked(self, host: str, port: int) -> list[str]:
        try:
            found = list(self._resolve(host, port))
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"the name {host} is not known") from error
        for address in found:
            if not self._allow_private and not is_public(address):
                raise Refused(host, f"it leads to the private address {address}", REMEDY)
        return found


class GuardedTransport(httpx.BaseTransport):
    """Carries requests of httpx over guarded connections, and reads answers up to a limit."""

    def __init__(
        self,
        *,
        allow_private: bool = False,
        most_bytes: int,
        resolve: Resolve = resolved,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._most, self._clock = most_bytes, clock
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            network_backend=_Backend(allow_private=allow_private, resolve=resolve),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer, whole. Raises httpx errors, and Refused."""
        try:
            answer = self._pool.handle_request(
                httpcore.Request(
                    method=request.method,
                    url=httpcore.URL(
                        scheme=request.url.raw_scheme,
                        host=request.url.raw_host,
                        port=request.url.port,
                        target=request.url.raw_path,
                    ),
                    headers=request.headers.raw,
                    content=b"",
                    extensions=request.extensions,
                )
            )
            try:
                body = self._body(answer, str(request.url))
            finally:
                answer.close()
        except httpcore.TimeoutException as error:
            raise httpx.ReadTimeout("it took too long") from error
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise httpx.ConnectError(str(error) or "the connection broke") from error
        return httpx.Response(answer.status, headers=_plain(answer.headers), content=body)

    def close(self) -> None:
        """Close every connection."""
        self._pool.close()

    def _body(self, answer: httpcore.Response, address: str) -> bytes:
        parts, size, begun = [], 0, self._clock()
        for part in _unpacked(answer, self._most):
            size += len(part)
            if size > self._most:
                limit = f"it answers with more than {self._most / 1e6:.0f} MB"
                raise Refused(address, limit, "Save what you need and add the file.")
            if self._clock() - begun > WHOLE:
                raise httpx.ReadTimeout("it took too long")
            parts.append(part)
        return b"".join(parts)


def _unpacked(answer: httpcore.Response, most: int) -> Iterator[bytes]:
    """The body's parts, unpacked where they came packed, none of them far beyond the limit."""
    packed = next((v for k, v in answer.headers if k.lower() == b"content-encoding"), b"")
    if packed.decode("ascii", "replace").strip().lower() not in PACKED:
        yield from answer.iter_stream()
        return
    unpacker = zlib.decompressobj(wbits=47)  # either of the two ways of packing
    try:
        for part in answer.iter_stream():
            yield unpacker.decompress(part, most + 1)
        yield unpacker.flush()
    except zlib.error as error:
        raise httpx.DecodingError("its answer cannot be unpacked") from error
    if not unpacker.eof:
        raise httpx.DecodingError("its answer breaks off")


def _plain(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """Headers without the one that would unpack the body again."""
    return [(name, value) for name, value in headers if name.lower() != b"content-encoding"]
