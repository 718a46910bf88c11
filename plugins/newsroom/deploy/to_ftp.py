"""FTP over TLS, which most school hosting in Vietnam offers. Never without TLS."""

import ftplib
import io
import ssl
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from .sending import CannotDeploy

T = TypeVar("T")
TRIES = 3
TIMEOUT = 30.0


class _Secure(ftplib.FTP_TLS):
    """FTP_TLS whose data connections go on with the session of the first: many hosts ask that."""

    def ntransfercmd(self, cmd: str, rest: Any = None) -> tuple[Any, int | None]:
        made, size = ftplib.FTP.ntransfercmd(self, cmd, rest)
        if self._prot_p:  # type: ignore[attr-defined]
            session = self.sock.session if isinstance(self.sock, ssl.SSLSocket) else None
            made = self.context.wrap_socket(made, server_hostname=self.host, session=session)
        return made, size


class FtpHost:
    """A folder on an FTP server. A lost connection is made again, and the file sent anew."""

    def __init__(
        self, host: str, user: str, password: str, folder: str = "", port: int = 21,
        ca_file: str | None = None,
    ) -> None:  # fmt: skip
        self._host, self._user, self._password, self._port = host, user, password, port
        self._folder = folder.rstrip("/")
        self._context = ssl.create_default_context(cafile=ca_file)
        self._folders: set[str] = set()
        self._ftp = self._connected()

    def _connected(self) -> ftplib.FTP_TLS:
        ftp = _Secure(context=self._context, timeout=TIMEOUT, encoding="utf-8")
        try:
            ftp.connect(self._host, self._port)
            ftp.login(self._user, self._password)
            ftp.prot_p()
        except ssl.SSLError as error:
            raise CannotDeploy(
                f"Máy chủ {self._host} không có TLS, hoặc chứng thư không tin được:"
                f" {error.reason}. Hỏi nơi cho thuê máy chủ; không gửi mật khẩu khi chưa rõ."
            ) from None
        except ftplib.error_perm as error:
            # What the server answers may repeat what was sent.
            answer = str(error).replace(self._password, "…")
            raise CannotDeploy(f"Máy chủ {self._host} không cho vào: {answer}.") from None
        except (OSError, EOFError) as error:
            raise CannotDeploy(f"Không nối được tới {self._host}:{self._port}: {error}.") from None
        return ftp

    def _try(self, work: Callable[[], T]) -> T:
        """Do it, connecting again where the connection was lost."""
        for left in reversed(range(TRIES)):
            try:
                return work()
            except (OSError, EOFError, ftplib.error_temp, ftplib.error_proto) as error:
                if not left:
                    raise CannotDeploy(
                        f"Mất kết nối với {self._host}: {error}. Chạy lại lệnh: máy gửi tiếp phần"
                        " còn lại."
                    ) from None
                with suppress(OSError):
                    self._ftp.close()
                self._ftp = self._connected()
        raise AssertionError

    def _at(self, path: str) -> str:
        return f"{self._folder}/{path}" if self._folder else path

    def get(self, path: str) -> bytes | None:
        def fetch() -> bytes | None:
            out = io.BytesIO()
            try:
                self._ftp.retrbinary(f"RETR {self._at(path)}", out.write)
            except ftplib.error_perm:
                return None
            return out.getvalue()

        return self._try(fetch)

    def put(self, path: str, content: bytes) -> None:
        place = self._at(path)
        unfinished = f"{place}.newsroom-tmp"

        def store() -> None:
            self._make_folder(place.rpartition("/")[0])
            self._ftp.storbinary(f"STOR {unfinished}", io.BytesIO(content))
            try:
                self._ftp.rename(unfinished, place)
            except ftplib.error_perm:
                # Some servers do not rename onto a file that is there.
                self._ftp.delete(place)
                self._ftp.rename(unfinished, place)

        try:
            self._try(store)
        except ftplib.error_perm as error:
            raise CannotDeploy(f"Máy chủ không nhận {path}: {error}.") from None

    def _make_folder(self, folder: str) -> None:
        if not folder or folder in self._folders:
            return
        self._make_folder(folder.rpartition("/")[0])
        # That it is there already is the usual answer.
        with suppress(ftplib.error_perm):
            self._ftp.mkd(folder)
        self._folders.add(folder)

    def delete(self, path: str) -> None:
        def remove() -> None:
            place = self._at(path)
            with suppress(ftplib.error_perm):
                self._ftp.delete(place)
            folder = place.rpartition("/")[0]
            with suppress(ftplib.error_perm):
                while folder and folder != self._folder:
                    self._ftp.rmd(folder)
                    self._folders.discard(folder)
                    folder = folder.rpartition("/")[0]

        self._try(remove)

    def close(self) -> None:
        with suppress(OSError, EOFError, ftplib.Error):
            self._ftp.quit()
