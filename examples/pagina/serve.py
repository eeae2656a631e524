"""Serve the page on this machine alone: python examples/pagina/serve.py OUT [PORT]."""

import functools
import sys
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; "
    "worker-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
)
"""The page may ask for its own files and for nothing else."""
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
}
"""What another server should send too; the page itself states the same policy."""


class Handler(SimpleHTTPRequestHandler):
    """Serves files, and says that they may ask for nothing but each other."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing: who looks at what is nobody's business."""


class Server(ThreadingHTTPServer):
    """Serves on, whatever a browser does."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell what went wrong, but for a browser that went away."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def server(folder: str, port: int = 0) -> Server:
    """Return a server of a folder on this machine; port 0: any that is free."""
    return Server(("127.0.0.1", port), functools.partial(Handler, directory=folder))


if __name__ == "__main__":
    folder, *port = sys.argv[1:]
    served = server(folder, int(port[0]) if port else 8765)
    print(f"Open http://127.0.0.1:{served.server_port}/ (Ctrl-C stops)")
    try:
        served.serve_forever()
    except KeyboardInterrupt:
        served.server_close()
