"""Shared set-up: loopback inside a bare network namespace, no skipped test of a program in CI."""

import fcntl
import os
import socket
import struct

import pytest

_SIOCGIFFLAGS, _SIOCSIFFLAGS, _IFF_UP = 0x8913, 0x8914, 0x1


def pytest_configure() -> None:
    """`unshare -n` starts with loopback down; tests that serve on 127.0.0.1 need it up."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        request = struct.pack("16sh14s", b"lo", 0, b"")
        flags = struct.unpack("16sh14s", fcntl.ioctl(control, _SIOCGIFFLAGS, request))[1]
        if not flags & _IFF_UP and os.geteuid() == 0:
            request = struct.pack("16sh14s", b"lo", flags | _IFF_UP, b"")
            fcntl.ioctl(control, _SIOCSIFFLAGS, request)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """In CI a skipped test of a browser, of OCR or of LibreOffice is a failure: it would prove nothing."""
    report = yield
    needs_program = any(item.get_closest_marker(name) for name in ("browser", "ocr", "office"))
    if report.skipped and needs_program and os.environ.get("CI") == "true":
        report.outcome = "failed"
        report.longrepr = f"skipped in CI, where its program must be installed: {report.longrepr}"
    return report
