"""The server behind `serve`: the desk for this machine only, with a browser that reloads itself."""

import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from livereload import Server, handlers, server
from tornado import web
from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPServerRequest
from tornado.ioloop import PeriodicCallback
from tornado.netutil import bind_sockets

from .local_requests import HEADERS, LocalRequest, is_allowed

# In milliseconds: an article appears at most so long after its hour.
_EVERY = 10_000
_REFUSED = "Máy này chỉ trả lời khi mở http://127.0.0.1:{port}/ bằng trình duyệt trên chính nó.\n"


class DeskServer(Server):
    """livereload's server, which answers anybody, made to answer this machine alone.

    Its `/forcereload`, by which any page could act, is not there.
    """

    _is_due: Callable[[], bool] = staticmethod(lambda: False)
    _rebuild: Callable[[], None] = staticmethod(lambda: None)

    def application(self, port: int, host: str, **_: Any) -> None:
        handlers.LiveReloadHandler.watcher = self.watcher
        handlers.LiveReloadHandler.live_css = True
        listen(Path(self.root), port, host)
        PeriodicCallback(self.look_at_the_clock, _EVERY).start()
        print(f"Mở http://{host}:{port}/ bằng trình duyệt trên máy này. Dừng: Ctrl+C.", flush=True)

    def rebuild_on_time(self, is_due: Callable[[], bool], rebuild: Callable[[], None]) -> None:
        """Have the pages made anew whenever `is_due` says that it is time; it is asked often."""
        self._is_due, self._rebuild = is_due, rebuild

    def look_at_the_clock(self) -> None:
        if self._is_due():
            self._rebuild()
            handlers.LiveReloadHandler.reload_waiters()

    def _setup_logging(self) -> None:
        """Warnings alone, in plain letters."""
        logging.getLogger().addHandler(logging.StreamHandler())


def listen(folder: Path, port: int, host: str = "127.0.0.1") -> int:
    """Show the folder on that port (0: any free one) of the running loop; the port."""
    sockets = bind_sockets(port, host)
    port = sockets[0].getsockname()[1]
    application = _Guarded(
        port,
        [
            (r"/livereload", _Socket),
            (r"/livereload\.js", handlers.LiveReloadJSHandler),
            (
                r"/(.*)",
                _Files,
                {"path": str(folder), "default_filename": "index.html"},
            ),
        ],
    )
    HTTPServer(application).add_sockets(sockets)
    return port


class _Guarded(web.Application):
    """Hands nothing on that `local_requests` does not allow."""

    def __init__(self, port: int, handlers: list[Any]) -> None:
        class Finish(_Finish):
            script = f'<script src="/livereload.js?port={port}"></script>'.encode()

        super().__init__(handlers, transforms=[Finish], log_function=lambda handler: None)
        self._port = port

    def find_handler(self, request: HTTPServerRequest, **named: Any) -> Any:
        method, target = request.method or "", request.uri or ""
        asked = LocalRequest.of(method, target, request.headers.get_list)
        if is_allowed(asked, self._port):
            return super().find_handler(request, **named)
        return self.get_handler_delegate(request, _Refusal, {"port": self._port})


class _Refusal(web.RequestHandler):
    """Says no, in the same words whatever was asked."""

    def initialize(self, port: int) -> None:
        self._port = port

    def prepare(self) -> None:
        self.set_status(403)
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(_REFUSED.format(port=self._port))


class _Files(handlers.StaticFileHandler):
    def validate_absolute_path(self, root: str, absolute_path: str) -> str | None:
        try:
            found: str | None = super().validate_absolute_path(root, absolute_path)
            return found
        except (ValueError, OSError):
            # No disk has such a name.
            raise web.HTTPError(404) from None


class _Finish(server.LiveScriptInjector):
    """Names the reloading script in each page, by its address, and adds our headers.

    livereload would write the script into the page, which the page's own policy forbids.
    """

    def transform_first_chunk(
        self, status: int, headers: Any, chunk: bytes, finishing: bool
    ) -> tuple[int, Any, bytes]:
        for name, value in HEADERS.items():
            headers[name] = value
        first: tuple[int, Any, bytes] = super().transform_first_chunk(
            status, headers, chunk, finishing
        )
        return first


class _Socket(handlers.LiveReloadHandler):
    """The page's end of reloading. Who may open it was asked before; nothing it says is printed."""

    def check_origin(self, origin: str) -> bool:
        return True

    def on_message(self, message: str | bytes) -> None:
        try:
            said = json.loads(message)
        except (ValueError, RecursionError):
            said = None
        command = said.get("command") if isinstance(said, dict) else None
        if command == "hello":
            super().on_message('{"command": "hello"}')
        elif command == "info":
            handlers.LiveReloadHandler.waiters.add(self)
        else:
            self.close()
