"""The passwords of hosts: from the environment, else from the system's keyring, never from a file.

A keyring keeps one under a service and a user: the service is `newsroom-WAY:HOST`, such as
`newsroom-ftp:ftp.truong.example`; the user is that of the block.
"""

import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..domain.message import Message
from .extras import is_installed, to_install, to_run

VARIABLES = {"ftp": "NEWSROOM_FTP_PASSWORD", "sftp": "NEWSROOM_SFTP_PASSWORD"}


@dataclass(frozen=True, kw_only=True)
class Password:
    """A password and where it came from; where there is none, why, and the lines to type."""

    word: str = field(default="", repr=False)
    origin: str = ""
    lack: str = ""
    remedy: tuple[str, ...] = ()


def password_for(way: str, block: Mapping[str, Any]) -> Password:
    """The password of the host that a block of DEPLOY names. A broken keyring holds nothing."""
    variable, service, user = VARIABLES[way], f"newsroom-{way}:{block['host']}", str(block["user"])
    by_variable = f"Đặt biến môi trường {variable}."
    lack = Message("NR-DEPLOY-030", f"Chưa có mật khẩu {way}.")
    or_by_variable = f"Hoặc: đặt biến môi trường {variable}."
    if word := os.environ.get(variable, ""):
        return Password(word=word, origin=f"biến môi trường {variable}")
    to_store = to_run("keyring", "set", service, user)
    if not is_installed("keyring"):
        return Password(lack=lack, remedy=(to_install("keyring"), to_store, or_by_variable))
    try:
        word = _kept(service, user)
    except Exception as error:  # Every system has another keyring, and each breaks in its own way.
        broken = f"; kho mật khẩu của hệ thống không mở được ({type(error).__name__})."
        return Password(lack=lack.reworded(f"{lack[:-1]}{broken}"), remedy=(by_variable,))
    if not word:
        return Password(lack=lack, remedy=(to_store, or_by_variable))
    return Password(word=word, origin=f"kho mật khẩu của hệ thống ({service}, {user})")


def _kept(service: str, user: str) -> str:
    import keyring

    # It would log the traceback of a backend that does not load.
    logging.getLogger("keyring").setLevel(logging.CRITICAL + 1)
    return keyring.get_password(service, user) or ""
