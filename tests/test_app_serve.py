"""app.serve: the port, the headers, and the sentences when an address cannot be opened."""

import errno
import http.client
import socket

import pytest
from fakes_ui import FakeAssistant
from serving import served

from app.errors import ServeError
from app.feedback import FeedbackStore
from app.serve import _bind_sentence, listen, serve, url_of


def test_free_port_is_opened():
    with listen("127.0.0.1", 0) as listener:
        assert url_of(listener) == f"http://127.0.0.1:{listener.getsockname()[1]}"


def test_port_in_use_says_so_and_how_to_choose_another(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ServeError) as caught:
            serve(FakeAssistant(), FeedbackStore(tmp_path), "127.0.0.1", port)

    assert caught.value.user_message == (
        f"Cổng {port} trên máy này đang được một chương trình khác sử dụng. Xin chọn cổng khác: "
        f"`make chat PORT={port + 1}` hoặc `python -m app serve --port {port + 1}`."
    )
    assert str(port) in caught.value.detail


@pytest.mark.parametrize("port", [-1, 65_536])
def test_impossible_port_is_named(port):
    with pytest.raises(ServeError, match=f"đã nhận {port}"):
        listen("127.0.0.1", port)


def test_foreign_address_is_named():
    # TEST-NET-1 (RFC 5737) belongs to no machine.
    with pytest.raises(ServeError) as caught:
        listen("192.0.2.1", 7860)

    assert "192.0.2.1:7860" in caught.value.user_message


def test_every_bind_error_has_its_sentence():
    assert "1024" in _bind_sentence(OSError(errno.EACCES, "denied"), "127.0.0.1", 80)
    assert "--host" in _bind_sentence(OSError(errno.EADDRNOTAVAIL, "none"), "192.0.2.1", 80)
    assert "--port 7861" in _bind_sentence(OSError(errno.EADDRINUSE, "taken"), "::1", 65_535)


@pytest.fixture(scope="module")
def address():
    with served(FakeAssistant()) as url:
        yield url.removeprefix("http://")


def reply(address, method, path, body=None, headers=()):
    connection = http.client.HTTPConnection(address, timeout=20)
    connection.request(method, path, body=body, headers=dict(headers))
    response = connection.getresponse()
    content = response.read()
    connection.close()
    return response, content


def test_page_is_served_with_a_policy_that_closes_other_hosts(address):
    response, content = reply(address, "GET", "/")

    assert response.status == 200
    policy = response.getheader("Content-Security-Policy")
    assert "default-src 'self'" in policy
    assert "http" not in policy
    assert response.getheader("X-Content-Type-Options") == "nosniff"
    assert response.getheader("Referrer-Policy") == "no-referrer"
    assert "Hỏi Kế Hoạch" in content.decode()


def test_page_reports_nothing_to_anyone(address):
    _, content = reply(address, "GET", "/config")

    assert b'"analytics_enabled":false' in content.replace(b" ", b"")
    assert b"fonts.googleapis" not in content


def test_uploads_are_not_taken(address):
    body = (
        b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
        + b"x" * 5_000
        + b"\r\n--b--\r\n"
    )
    response, _ = reply(
        address,
        "POST",
        "/gradio_api/upload",
        body,
        [("Content-Type", "multipart/form-data; boundary=b")],
    )

    assert response.status == 413
