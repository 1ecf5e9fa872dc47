"""Which requests the server answers: those of the one page that it was asked to serve.

Any page that is open in the browser can send requests to this machine. Only one that knows the
token of this run, and that the server itself has sent, may read or drive the program.
"""

from hmac import compare_digest
from secrets import token_urlsafe
from typing import Final

from aiohttp.typedefs import Handler, Middleware
from aiohttp.web import (
    HTTPException,
    HTTPForbidden,
    HTTPMisdirectedRequest,
    Request,
    StreamResponse,
    middleware,
)

_TOKEN_BYTES: Final = 32
_SAFE_METHOD: Final = "GET"
_OWN_SITE: Final = {"same-origin"}
_TYPED: Final = {"same-origin", "none"}
"""What `Sec-Fetch-Site` says of an address that was typed, pasted or clicked in a terminal."""


class Guard:
    """Refuses what does not come from the page at `address`, for which `token` is needed.

    Attributes:
        token: 256 random bits, the first part of every path.
        host: the only `Host` that is answered, as in `127.0.0.1:8000`.
    """

    def __init__(self, host: str) -> None:
        self.token = token_urlsafe(_TOKEN_BYTES)
        self.host = host

    @property
    def origin(self) -> str:
        """The only `Origin` from which the program may be driven."""
        return f"http://{self.host}"

    @property
    def address(self) -> str:
        """The address of the page."""
        return f"{self.origin}/{self.token}/"

    def check(self, request: Request, *, is_socket: bool) -> None:
        """Check one request.

        Raises:
            HTTPMisdirectedRequest: if it is for another host: 421.
            HTTPForbidden: if it lacks the token, or comes from another page: 403.
        """
        if request.host != self.host:
            raise HTTPMisdirectedRequest
        token = request.path.removeprefix("/").partition("/")[0]
        if not compare_digest(token.encode(), self.token.encode()):
            raise HTTPForbidden
        if request.method != _SAFE_METHOD:
            raise HTTPForbidden
        origin = request.headers.get("Origin")
        if origin != self.origin and (is_socket or origin is not None):
            raise HTTPForbidden
        site = request.headers.get("Sec-Fetch-Site")
        if site is not None and site not in (_OWN_SITE if is_socket else _TYPED):
            raise HTTPForbidden

    @property
    def headers(self) -> dict[str, str]:
        """The headers of every answer: no other page can show it, keep it, or add to it."""
        allowed = {
            "default-src": "'none'",
            "script-src": "'self'",
            "style-src": "'self' 'unsafe-inline'",  # the terminal sets its colors and its size so
            "font-src": "'self'",
            "img-src": "'self' data:",
            "connect-src": f"'self' ws://{self.host}",
            "base-uri": "'none'",
            "form-action": "'none'",
            "frame-ancestors": "'none'",
        }
        return {
            "Content-Security-Policy": "; ".join(f"{what} {who}" for what, who in allowed.items()),
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Cache-Control": "no-store",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        }

    def middleware(self, socket_path: str) -> Middleware:
        """Return the middleware that checks every request and adds the headers to every answer."""

        @middleware
        async def guarded(request: Request, handler: Handler) -> StreamResponse:
            try:
                self.check(request, is_socket=request.path.endswith(socket_path))
                answer = await handler(request)
            except HTTPException as refusal:
                refusal.headers.update(self.headers)
                raise
            if not answer.prepared:
                answer.headers.update(self.headers)
            return answer

        return guarded
