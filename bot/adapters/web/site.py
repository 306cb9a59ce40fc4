"""What stands at which address."""

from collections.abc import Callable, Mapping, Sequence
from html import escape

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.adapters.web.drawing import HEADERS
from bot.i18n import Translator, translator
from bot.pages import STATIC

TEXT = "text/plain; version=0.0.4; charset=utf-8"
"""What Prometheus calls its text form."""
Ready = Callable[[], Mapping[str, bool]]
"""Tells of each part of the house whether it works now; it is called in a thread."""
Numbers = Callable[[], bytes]
"""The numbers of the house in Prometheus' text form; it is called in a thread."""


def site(
    apps: Mapping[str, ASGIApp], ready: Ready, numbers: Numbers, pages: Sequence[BaseRoute] = ()
) -> Starlette:
    """The ASGI app: `/healthz`, `/readyz`, `/metrics`, each of `apps` at exactly its path, and the
    `pages` that people see, with their style.
    """

    def healthz(_: Request) -> Response:
        return PlainTextResponse("ok\n")

    def readyz(_: Request) -> Response:
        parts = dict(ready())
        return JSONResponse(parts, status_code=200 if all(parts.values()) else 503)

    def metrics(_: Request) -> Response:
        return Response(numbers(), media_type=TEXT)

    made = Starlette(
        routes=[
            Route("/healthz", healthz),
            Route("/readyz", readyz),
            Route("/metrics", metrics),
            *(Route(path, _Whole(app)) for path, app in apps.items()),
            *pages,
            *([Mount("/static", StaticFiles(directory=STATIC))] if pages else ()),
        ],
        exception_handlers={HTTPException: _refused, 404: _nothing_here, 500: _our_fault},
    )
    # It would tell the secret of a link in another address, without what keeps it to itself.
    made.router.redirect_slashes = False
    return made


class _Whole:
    """An app that takes every method; Starlette would take a bare function for a request's."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._app(scope, receive, send)


def _nothing_here(request: Request, _: Exception) -> Response:
    t = _reader(request)
    return _page(t, 404, t("There is nothing at this address."), t("Is it complete?"))


def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 -- nothing else comes here
    headers = {**HEADERS, **(error.headers or {})}
    return PlainTextResponse(error.detail, error.status_code, headers)


def _our_fault(request: Request, _: Exception) -> Response:
    t = _reader(request)
    return _page(t, 500, t("Something went wrong here."), t("Please try again in a minute."))


def _reader(request: Request) -> Translator:
    return translator(request.headers.get("accept-language", "en").split(",")[0].split(";")[0])


def _page(t: Translator, status: int, what: str, next_step: str) -> Response:
    page = (
        f'<!doctype html><html lang="{t.language}"><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>Convenor</title>'
        f"<h1>{escape(what)}</h1><p>{escape(next_step)}</p></html>\n"
    )
    return HTMLResponse(page, status_code=status, headers=HEADERS)
