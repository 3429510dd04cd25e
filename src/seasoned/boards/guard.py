"""Keeps requests off private addresses: names are resolved here, and what was checked is connected to.

A name that resolves to a public address now and to a private one a moment later gains nothing, as
the connection goes to the very address that was checked.
"""

from __future__ import annotations

import socket
import typing
from collections.abc import Callable, Iterable
from ipaddress import ip_address

import httpcore
import httpx

from seasoned.errors import Refused

REMEDY = "Add --allow-private if you run that server yourself."
Resolve = Callable[[str, int], Iterable[str]]


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
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


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
        """A stream to the first address of the host. Raises Refused for a private one."""
        try:
            found = list(self._resolve(host, port))
        except OSError as error:
            raise httpcore.ConnectError(f"the name {host} is not known") from error
        for address in found:
            if not self._allow_private and not is_public(address):
                raise Refused(host, f"it leads to the private address {address}", REMEDY)
        if not found:
            raise httpcore.ConnectError(f"the name {host} is not known")
        return super().connect_tcp(found[0], port, timeout, local_address, socket_options)


class GuardedTransport(httpx.BaseTransport):
    """Carries requests of httpx over guarded connections, and reads answers up to a limit."""

    def __init__(
        self, *, allow_private: bool = False, most_bytes: int, resolve: Resolve = resolved
    ) -> None:
        self._most = most_bytes
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
        parts, size = [], 0
        for part in answer.iter_stream():
            size += len(part)
            if size > self._most:
                limit = f"it answers with more than {self._most / 1e6:.0f} MB"
                raise Refused(address, limit, "Save what you need and add the file.")
            parts.append(part)
        return b"".join(parts)


def _plain(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """Headers without the one that would unpack the body: packed answers were not asked for."""
    return [(name, value) for name, value in headers if name.lower() != b"content-encoding"]
