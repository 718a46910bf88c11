"""SFTP, with paramiko: an extra that only those install who deploy so."""

import struct
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from ...domain.message import Message
from ..extras import to_install
from .host import CannotDeploy, Host, HostFileTooLarge, Kind, kind_of_mode, kinds_along, unreachable

TIMEOUT = 30.0


class SftpHost(Host):
    """A folder on an SFTP server whose key is known: a stranger's is refused."""

    def __init__(
        self, host: str, user: str, password: str = "", folder: str = "", port: int = 22,
        key_file: str | None = None, known_hosts: str | None = None,
    ) -> None:  # fmt: skip
        try:
            import paramiko
        except ImportError:
            raise CannotDeploy(
                Message("NR-DEPLOY-023", f"Chưa cài paramiko. Gõ:\n    {to_install('sftp')}")
            ) from None
        super().__init__()
        # What a server sends may be anything; paramiko takes it apart with struct.
        self.faults = (*Host.faults, paramiko.SSHException, paramiko.SFTPError, struct.error)
        self._folder, self._folders = folder.rstrip("/"), set[str]()
        self._client = paramiko.SSHClient()
        self._client.load_system_host_keys(known_hosts)
        self._client.set_missing_host_key_policy(paramiko.RejectPolicy())
        try:
            self._client.connect(
                host, port, user,
                password=None if key_file else password or None,
                passphrase=password or None if key_file else None,
                key_filename=str(Path(key_file).expanduser()) if key_file else None,
                timeout=TIMEOUT, look_for_keys=not password and not key_file,
            )  # fmt: skip
            self._sftp: Any = self._client.open_sftp()
        except paramiko.BadHostKeyException:
            raise CannotDeploy(
                Message(
                    "NR-DEPLOY-024",
                    f"Khóa của máy chủ {host} khác với lần trước: có thể ai đó đứng giữa. Hỏi nơi"
                    " cho thuê máy chủ trước khi đi tiếp.",
                )
            ) from None
        except paramiko.AuthenticationException:
            raise CannotDeploy(
                Message(
                    "NR-DEPLOY-025",
                    f"Máy chủ {host} không cho “{user}” vào: xem lại key_file, hoặc mật khẩu"
                    " (python3 tasks.py doctor nói máy lấy mật khẩu ở đâu).",
                )
            ) from None
        except paramiko.SSHException as error:
            if "not found in known_hosts" in str(error):
                raise CannotDeploy(
                    Message(
                        "NR-DEPLOY-026",
                        f"Chưa biết khóa của máy chủ {host}. Gõ  ssh -p {port} {user}@{host}  một"
                        " lần, so dấu vân tay với nơi cho thuê máy chủ, rồi chạy lại.",
                    )
                ) from None
            raise unreachable(host, error) from None
        except OSError as error:
            raise unreachable(f"{host}:{port}", error) from None

    def _at(self, path: str) -> str:
        return f"{self._folder}/{path}" if self._folder else path

    def get(self, path: str, most: int | None = None) -> bytes | None:
        try:
            with self._sftp.open(self._at(path), "rb") as file:
                content = bytes(file.read() if most is None else file.read(most + 1))
        except FileNotFoundError:
            return None
        if most is not None and len(content) > most:
            raise HostFileTooLarge(path)
        return content

    def put(self, path: str, content: bytes) -> None:
        place = self._at(path)
        unfinished = f"{place}.newsroom-tmp"
        self._make_folder(path.rpartition("/")[0])
        try:
            # Whoever put a link there must not have us write through it.
            file = self._sftp.open(unfinished, "wbx")
        except OSError:
            with suppress(OSError):
                self._sftp.remove(unfinished)
            file = self._sftp.open(unfinished, "wbx")
        with file:
            file.write(content)
        try:
            self._sftp.posix_rename(unfinished, place)
        except OSError:
            # An old server without that extension renames only onto a free name.
            with suppress(FileNotFoundError):
                self._sftp.remove(place)
            self._sftp.rename(unfinished, place)

    def _make_folder(self, folder: str) -> None:
        if folder in self._folders:
            return
        if folder:
            self._make_folder(folder.rpartition("/")[0])
            made = self._made(self._at(folder))
            self.made_folders.update([folder] if made else ())
        else:
            # The target itself and what leads to it: the user's, were it made just now.
            for n, sign in enumerate(self._folder):
                if sign == "/" and n:
                    self._made(self._folder[:n])
            if self._folder:
                self._made(self._folder)
        self._folders.add(folder)

    def _made(self, place: str) -> bool:
        """Make a folder. That it is there already is the usual answer."""
        try:
            self._sftp.mkdir(place)
        except OSError:
            return False
        return True

    def delete(self, path: str) -> None:
        with suppress(FileNotFoundError):
            self._sftp.remove(self._at(path))

    def remove_empty(self, folder: str) -> bool:
        try:
            self._sftp.rmdir(self._at(folder))
        except OSError:
            return False
        self._folders.discard(folder)
        return True

    def kinds(self, paths: Iterable[str]) -> Mapping[str, Kind]:
        return kinds_along(paths, self._kind)

    def _kind(self, path: str) -> Kind | None:
        try:
            mode = self._sftp.lstat(self._at(path)).st_mode
        except FileNotFoundError:
            return None
        # A server need not tell the mode; a folder is what can hold something.
        return Kind.FOLDER if mode is None else kind_of_mode(mode)

    def close(self) -> None:
        self._client.close()
