"""Reloading the browser under the pages' own policy, which lets no script stand in a page."""

from typing import Any

from livereload import server


class _ByAddress(server.LiveScriptInjector):
    """Names the script by its address, where livereload would write it into the page."""

    def transform_first_chunk(self, *given: Any) -> Any:
        port = self.request.host.rpartition(":")[2]
        self.script = f'<script src="/livereload.js?port={port}"></script>'.encode()
        return super().transform_first_chunk(*given)

    def __init__(self, request: Any) -> None:
        super().__init__(request)
        self.request = request


def reload_by_address() -> None:
    server.LiveScriptInjector = _ByAddress
