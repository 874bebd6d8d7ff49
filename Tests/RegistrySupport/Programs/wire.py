"""Bodies of HTTP messages, piece by piece."""
import http.client

PIECE = 256 << 10
HOP = {"connection", "keep-alive", "transfer-encoding", "te", "trailer", "upgrade", "expect", "proxy-connection"}


def received(handler):
    """The pieces of a request's body, whether its length was told or it comes in chunks."""
    if (handler.headers.get("Transfer-Encoding") or "").lower() == "chunked":
        while True:
            left = int(handler.rfile.readline().split(b";")[0] or b"0", 16)
            if left == 0: break
            while left:
                piece = handler.rfile.read1(min(left, PIECE))
                if not piece: raise ConnectionError("the client is gone")
                left -= len(piece)
                yield piece
            handler.rfile.readline()
        while handler.rfile.readline().strip(): pass
        return
    left = int(handler.headers.get("Content-Length") or 0)
    while left:
        piece = handler.rfile.read1(min(left, PIECE))
        if not piece: raise ConnectionError("the client is gone")
        left -= len(piece)
        yield piece


def first(pieces, count):
    """The pieces up to so many bytes."""
    for piece in pieces:
        yield piece[:count]
        count -= len(piece)
        if count <= 0: return


def corrupted(pieces, place):
    """The pieces with one byte of them changed."""
    for piece in pieces:
        if 0 <= place < len(piece): piece = piece[:place] + bytes([piece[place] ^ 1]) + piece[place + 1:]
        place -= len(piece)
        yield piece


def kept(fields, *unwanted):
    """Fields without those of one connection and without some others."""
    return [(name, value) for name, value in fields if name.lower() not in HOP | {word.lower() for word in unwanted}]


class Upstream:
    """One request to the server behind."""

    def __init__(self, address): self.connection = http.client.HTTPConnection(address, timeout=120)

    def send(self, method, target, fields, pieces, chunked):
        """Sends a request; an answer may come before its whole body is taken."""
        self.connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
        for name, value in kept(fields): self.connection.putheader(name, value)
        if chunked: self.connection.putheader("Transfer-Encoding", "chunked")
        self.connection.endheaders()
        for piece in pieces:
            try: self.connection.send(b"%x\r\n%b\r\n" % (len(piece), piece) if chunked else piece)
            except (BrokenPipeError, ConnectionResetError): return False
        return True

    def receive(self, chunked):
        if chunked:
            try: self.connection.send(b"0\r\n\r\n")
            except OSError: pass
        self.answer = self.connection.getresponse()
        return self.answer.status, self.answer.getheaders()

    def pieces(self):
        while piece := self.answer.read1(PIECE): yield piece

    def close(self): self.connection.close()
