"""FTP over TLS, which most school hosting in Vietnam offers. Never without TLS."""

import ftplib
import io
import ssl
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Any, TypeVar

from ...buildtools.terminal import printed_briefly
from ...domain.message import Message
from .ftp_listing import parse_listing
from .host import CannotDeploy, Host, HostFileTooLarge, Kind, kinds_along, unreachable

T = TypeVar("T")
TRIES = 3
TIMEOUT = 30.0
# In bytes: the listing of one folder, and a line of an answer in a message.
LARGEST_LISTING, LONGEST_ANSWER = 16_000_000, 300


class _Secure(ftplib.FTP_TLS):
    """FTP_TLS whose data connections go on with the session of the first: many hosts ask that."""

    def ntransfercmd(self, cmd: str, rest: Any = None) -> tuple[Any, int | None]:
        made, size = ftplib.FTP.ntransfercmd(self, cmd, rest)
        if self._prot_p:  # type: ignore[attr-defined]
            session = self.sock.session if isinstance(self.sock, ssl.SSLSocket) else None
            made = self.context.wrap_socket(made, server_hostname=self.host, session=session)
        return made, size


class _Untold(Exception):
    """The server does not tell what stands in a folder."""


class FtpHost(Host):
    """A folder on an FTP server. A lost connection is made again, and the file sent anew."""

    def __init__(
        self, host: str, user: str, password: str, folder: str = "", port: int = 21,
        ca_file: str | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._host, self._user, self._password, self._port = host, user, password, port
        self._context = ssl.create_default_context(cafile=ca_file)
        self._folders: set[str] = set()
        self._listings: dict[str, dict[str, Kind]] = {}
        self._ftp = self._connected()
        self._folder = self._absolute(folder)

    def _connected(self) -> ftplib.FTP_TLS:
        ftp = _Secure(context=self._context, timeout=TIMEOUT, encoding="utf-8")
        try:
            ftp.connect(self._host, self._port)
            ftp.login(self._user, self._password)
            ftp.prot_p()
        except ssl.SSLError as error:
            raise CannotDeploy(
                Message(
                    "NR-DEPLOY-010",
                    f"Máy chủ {self._host} không có TLS, hoặc chứng thư không tin được:"
                    f" {error.reason}. Hỏi nơi cho thuê máy chủ; không gửi mật khẩu khi chưa rõ.",
                )
            ) from None
        except ftplib.error_perm as error:
            raise CannotDeploy(
                Message(
                    "NR-DEPLOY-011", f"Máy chủ {self._host} không cho vào: {self._said(error)}."
                )
            ) from None
        except (OSError, EOFError, ftplib.Error, ValueError) as error:
            raise unreachable(f"{self._host}:{self._port}", self._said(error)) from None
        return ftp

    def _said(self, error: Exception) -> str:
        """The error text, as far as it may be shown: an answer may repeat what was sent."""
        return printed_briefly(str(error).replace(self._password, "…"), LONGEST_ANSWER)

    def _absolute(self, folder: str) -> str:
        """The target from the root of the server: other folders are entered to list them."""
        if folder.startswith("/"):
            return folder.rstrip("/")
        try:
            start = self._try(self._ftp_pwd)
        except ftplib.error_perm:
            return folder.rstrip("/") or "."
        return f"{start.rstrip('/')}/{folder}".rstrip("/")

    def _ftp_pwd(self) -> str:
        return self._ftp.pwd()

    def _try(self, work: Callable[[], T]) -> T:
        """Do it, connecting again where the connection was lost."""
        for left in reversed(range(TRIES)):
            try:
                return work()
            except ftplib.error_perm:
                raise
            except (OSError, EOFError, ftplib.Error, ValueError) as error:
                if not left:
                    raise CannotDeploy(
                        Message(
                            "NR-DEPLOY-012",
                            f"Mất kết nối với {self._host}: {self._said(error)}. Chạy lại lệnh: máy"
                            " gửi tiếp phần còn lại.",
                        )
                    ) from None
                with suppress(OSError):
                    self._ftp.close()
                self._ftp = self._connected()
        raise AssertionError

    def _at(self, path: str) -> str:
        return f"{self._folder}/{path}"

    def get(self, path: str, most: int | None = None) -> bytes | None:
        try:
            return self._try(lambda: self._retrieved(f"RETR {self._at(path)}", most))
        except ftplib.error_perm:
            return None
        except HostFileTooLarge:
            # The rest of it would still be on its way.
            self._ftp.close()
            self._ftp = self._connected()
            raise

    def _retrieved(self, command: str, most: int | None) -> bytes:
        out = io.BytesIO()

        def take(some: bytes) -> None:
            if most is not None and out.tell() + len(some) > most:
                raise HostFileTooLarge(command)
            out.write(some)

        self._ftp.retrbinary(command, take)
        return out.getvalue()

    def put(self, path: str, content: bytes) -> None:
        place, folder = self._at(path), path.rpartition("/")[0]
        unfinished = f"{place}.newsroom-tmp"

        def store() -> None:
            self._make_folder(folder)
            if folder not in self.made_folders:
                # Whoever put a link there must not have us write through it.
                with suppress(ftplib.error_perm):
                    self._ftp.delete(unfinished)
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
            raise CannotDeploy(
                Message("NR-DEPLOY-013", f"Máy chủ không nhận {path}: {self._said(error)}.")
            ) from None

    def _make_folder(self, folder: str) -> None:
        if folder in self._folders:
            return
        if folder:
            self._make_folder(folder.rpartition("/")[0])
            if self._made(self._at(folder)):
                self.made_folders.add(folder)
        else:
            # The target itself and what leads to it.
            for n, sign in enumerate(f"{self._folder}/"):
                if sign == "/" and n:
                    self._made(self._folder[:n])
        self._folders.add(folder)

    def _made(self, place: str) -> bool:
        """Make a folder. That it is there already is the usual answer."""
        try:
            self._ftp.mkd(place)
        except ftplib.error_perm:
            return False
        return True

    def delete(self, path: str) -> None:
        with suppress(ftplib.error_perm):
            self._try(lambda: self._ftp.delete(self._at(path)))

    def remove_empty(self, folder: str) -> bool:
        try:
            self._try(lambda: self._ftp.rmd(self._at(folder)))
        except ftplib.error_perm:
            return False
        self._folders.discard(folder)
        return True

    def kinds(self, paths: Iterable[str]) -> Mapping[str, Kind] | None:
        self._listings.clear()
        try:
            return kinds_along(paths, self._kind)
        except _Untold:
            return None

    def _kind(self, path: str) -> Kind | None:
        folder, _, name = path.rpartition("/")
        if folder not in self._listings:
            self._listings[folder] = self._try(lambda: self._listed(folder))
        return self._listings[folder].get(name)

    def _listed(self, folder: str) -> dict[str, Kind]:
        """The entries of a folder. LIST tells links, which MLSD of most servers follows."""
        if not self._at("").startswith("/"):
            # Once in another folder, nothing would be found by its path any more.
            raise _Untold
        try:
            self._ftp.cwd(self._at(folder))
        except ftplib.error_perm:
            return {}
        for command in ("LIST -a", "LIST"):
            try:
                told = self._retrieved(command, LARGEST_LISTING)
            except ftplib.error_perm:
                continue
            except HostFileTooLarge:
                self._ftp = self._connected()
                raise _Untold from None
            # Who does not know -a may look for a file of that name.
            if (found := parse_listing(told)) or (found is not None and command == "LIST"):
                return found
        raise _Untold

    def close(self) -> None:
        with suppress(OSError, EOFError, ftplib.Error):
            self._ftp.quit()
