"""A small SFTP server over a folder, on paramiko's own server side."""

import os
import socket
import threading
from contextlib import suppress

import paramiko
from paramiko.sftp import SFTP_OK


class _Door(paramiko.ServerInterface):
    def __init__(self, password):
        self.password = password

    def check_auth_password(self, username, password):
        is_right = (username, password) == ("truong", self.password)
        return paramiko.AUTH_SUCCESSFUL if is_right else paramiko.AUTH_FAILED

    def get_allowed_auths(self, username):
        return "password"

    def check_channel_request(self, kind, chanid):
        return paramiko.OPEN_SUCCEEDED


class _Files(paramiko.SFTPServerInterface):
    """Plain files below `home`."""

    home = ""

    def _at(self, path):
        return self.home + self.canonicalize(path)

    def _do(self, work, *arguments):
        try:
            work(*arguments)
        except OSError as error:
            return paramiko.SFTPServer.convert_errno(error.errno)
        return SFTP_OK

    def stat(self, path):
        try:
            return paramiko.SFTPAttributes.from_stat(os.stat(self._at(path)))
        except OSError as error:
            return paramiko.SFTPServer.convert_errno(error.errno)

    def lstat(self, path):
        try:
            return paramiko.SFTPAttributes.from_stat(os.lstat(self._at(path)))
        except OSError as error:
            return paramiko.SFTPServer.convert_errno(error.errno)

    def open(self, path, flags, attr):
        try:
            number = os.open(self._at(path), flags, 0o644)
        except OSError as error:
            return paramiko.SFTPServer.convert_errno(error.errno)
        handle = paramiko.SFTPHandle(flags)
        handle.readfile = handle.writefile = os.fdopen(number, "r+b" if flags & os.O_RDWR else (
            "wb" if flags & os.O_WRONLY else "rb"))  # fmt: skip
        return handle

    def remove(self, path):
        return self._do(os.remove, self._at(path))

    def rename(self, old, new):
        if os.path.exists(self._at(new)):
            return paramiko.SFTP_FAILURE
        return self._do(os.rename, self._at(old), self._at(new))

    def posix_rename(self, old, new):
        return self._do(os.replace, self._at(old), self._at(new))

    def mkdir(self, path, attr):
        return self._do(os.mkdir, self._at(path))

    def rmdir(self, path):
        return self._do(os.rmdir, self._at(path))


class Server:
    def __init__(self, paramiko, home, password):
        self.home, self._paramiko = home, paramiko
        self.key = paramiko.RSAKey.generate(2048)
        self._files = type("Files", (_Files,), {"home": str(home)})
        self._password = password
        self._listening = socket.create_server(("localhost", 0))
        self.port = self._listening.getsockname()[1]
        self.transports = []
        threading.Thread(target=self._serve, daemon=True).start()

    @property
    def known(self):
        return f"[localhost]:{self.port} {self.key.get_name()} {self.key.get_base64()}\n"

    def _serve(self):
        while True:
            try:
                made, _ = self._listening.accept()
            except OSError:
                return
            transport = self._paramiko.Transport(made)
            transport.add_server_key(self.key)
            transport.set_subsystem_handler("sftp", self._paramiko.SFTPServer, self._files)
            self.transports.append(transport)
            # Who refuses our key is gone at once.
            with suppress(EOFError, paramiko.SSHException):
                transport.start_server(server=_Door(self._password))

    def cut(self):
        for transport in self.transports:
            transport.close()

    def close(self):
        self._listening.close()
        self.cut()
