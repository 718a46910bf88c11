"""SFTP, with paramiko: an extra that only those install who deploy so."""

from contextlib import suppress
from pathlib import Path
from typing import Any

from .extras import to_install
from .sending import CannotDeploy

TIMEOUT = 30.0


class SftpHost:
    """A folder on an SFTP server whose key is known: a stranger's is refused."""

    def __init__(
        self, host: str, user: str, password: str = "", folder: str = "", port: int = 22,
        key_file: str | None = None, known_hosts: str | None = None,
    ) -> None:  # fmt: skip
        try:
            import paramiko
        except ImportError:
            raise CannotDeploy(f"Chưa cài paramiko. Gõ:\n    {to_install('sftp')}") from None
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
                f"Khóa của máy chủ {host} khác với lần trước: có thể ai đó đứng giữa. Hỏi nơi cho"
                " thuê máy chủ trước khi đi tiếp."
            ) from None
        except paramiko.AuthenticationException:
            raise CannotDeploy(
                f"Máy chủ {host} không cho “{user}” vào: xem lại key_file, hoặc mật khẩu"
                " (python3 tasks.py doctor nói máy lấy mật khẩu ở đâu)."
            ) from None
        except paramiko.SSHException as error:
            if "not found in known_hosts" in str(error):
                raise CannotDeploy(
                    f"Chưa biết khóa của máy chủ {host}. Gõ  ssh -p {port} {user}@{host}  một lần,"
                    " so dấu vân tay với nơi cho thuê máy chủ, rồi chạy lại."
                ) from None
            raise CannotDeploy(f"Không nối được tới {host}: {error}.") from None
        except OSError as error:
            raise CannotDeploy(f"Không nối được tới {host}:{port}: {error}.") from None

    def _at(self, path: str) -> str:
        return f"{self._folder}/{path}" if self._folder else path

    def get(self, path: str) -> bytes | None:
        try:
            with self._sftp.open(self._at(path), "rb") as file:
                return bytes(file.read())
        except FileNotFoundError:
            return None

    def put(self, path: str, content: bytes) -> None:
        place = self._at(path)
        unfinished = f"{place}.newsroom-tmp"
        self._make_folder(place.rpartition("/")[0])
        with self._sftp.open(unfinished, "wb") as file:
            file.write(content)
        try:
            self._sftp.posix_rename(unfinished, place)
        except OSError:
            # An old server without that extension renames only onto a free name.
            with suppress(FileNotFoundError):
                self._sftp.remove(place)
            self._sftp.rename(unfinished, place)

    def _make_folder(self, folder: str) -> None:
        if not folder or folder in self._folders:
            return
        self._make_folder(folder.rpartition("/")[0])
        with suppress(OSError):
            self._sftp.mkdir(folder)
        self._folders.add(folder)

    def delete(self, path: str) -> None:
        place = self._at(path)
        with suppress(FileNotFoundError):
            self._sftp.remove(place)
        folder = place.rpartition("/")[0]
        with suppress(OSError):
            while folder and folder != self._folder:
                self._sftp.rmdir(folder)
                self._folders.discard(folder)
                folder = folder.rpartition("/")[0]

    def close(self) -> None:
        self._client.close()
