"""`new` as it is typed: with nobody at the terminal, and with somebody."""

import os
import subprocess
import sys

import pytest


def test_without_a_terminal_nothing_is_asked(site):
    done = site.invoke("new", "--title", "Ngày hội", "--group", "Tổ 1")

    assert done.returncode == 2
    assert "--author: chưa có tác giả." in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals")
def test_a_real_terminal_is_talked_to(site):
    master, slave = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "invoke", "new", "--date", "12/11/2024", "--genre", "tin"],
        cwd=site.root,
        env={**os.environ, "NEWSROOM_TODAY": site.today, "PYTHONUTF8": "1", "TERM": "dumb"},
        stdin=slave,
        stdout=subprocess.PIPE,
    )
    os.write(master, "Hội sách\n2\n1\n2\n".encode())
    said = process.communicate(timeout=30)[0].decode()
    os.close(slave)
    os.close(master)

    assert process.returncode == 0, said
    assert "Đã ghi content/tin-bai/2024-11/hoi-sach.md" in said
