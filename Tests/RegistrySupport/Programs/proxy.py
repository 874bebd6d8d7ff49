"""A proxy before a registry that breaks what it is told to break: proxy.py OWNER UPSTREAM.

`rules.json` says what is to be broken, and `requests.jsonl` is what came; the last line about an `id` counts."""
import email.utils, http.server, itertools, json, re, sys, threading, time
from keeper import Quiet, attempt, keep
from referrers import Referrers
from uploads import Uploads
from wire import Upstream, corrupted, first, kept, received


class Proxy:
    def __init__(self, part, upstream):
        self.part, self.upstream, self.lock = part, upstream, threading.Lock()
        self.numbers, self.counts, self.referrers = itertools.count(), {}, Referrers()
        self.uploads = Uploads(part)
        part.write("rules.json", '{"rules": []}')
        part.write("requests.jsonl", "")
        self.server = Quiet(self.handler("proxy"))
        self.elsewhere = Quiet(self.handler("elsewhere"))
        for server in (self.server, self.elsewhere): part.serve(server)

    def handler(self, place):
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            def log_message(self, *words): pass
            def do_ANY(self): Exchange(outer, self, place).run()
            do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_ANY

        return Handler

    def settings(self):
        with open(self.part.at("rules.json")) as file: return json.load(file)

    def rule(self, settings, method, target):
        """The first rule that fits a request, and how often it was used before."""
        for rule in settings["rules"]:
            if rule.get("method") not in (None, method) or not re.search(rule["path"], target): continue
            with self.lock:
                met = self.counts.get(rule["id"], 0)
                self.counts[rule["id"]] = met + 1
            used = met - rule.get("skipping", 0)
            if used >= 0 and used < rule.get("times", sys.maxsize): return rule, used
        return None, 0

    def record(self, entry):
        with self.lock, open(self.part.at("requests.jsonl"), "a") as file: file.write(json.dumps(entry) + "\n")


class Exchange:
    """One request, what is broken in it, and its answer."""

    def __init__(self, proxy, handler, place):
        self.proxy, self.handler, self.place = proxy, handler, place
        self.settings = proxy.settings()
        rule, self.used = proxy.rule(self.settings, handler.command, handler.path) if place == "proxy" else (None, 0)
        self.fault = rule["fault"] if rule else {"kind": "none"}
        self.kind = self.fault["kind"]
        self.chunked = (handler.headers.get("Transfer-Encoding") or "").lower() == "chunked"
        self.upstream = None
        self.entry = {"id": next(proxy.numbers), "place": place, "method": handler.command, "target": handler.path,
            "fields": [list(item) for item in handler.headers.items()], "length": 0, "status": 0, "sent": 0,
            "rule": rule["id"] if rule else None}

    def run(self):
        try: self.exchange()
        except OSError: self.hang_up()
        finally:
            if self.upstream: self.upstream.close()

    def hang_up(self):
        self.record()
        self.handler.close_connection = True

    def record(self): self.proxy.record(self.entry)

    def counted(self):
        """The request's body, its bytes counted."""
        for piece in received(self.handler):
            self.entry["length"] += len(piece)
            yield piece

    def exchange(self):
        session = self.proxy.uploads.of(self.handler.path)
        if session and self.kind in ("none", "cutRequest", "answerLost"): return self.go_on(session)
        if self.kind in ("cutRequest", "stallRequest"): return self.take_half()
        if self.kind == "stall": return self.stall()
        answer = self.own_answer()
        if answer is None and self.proxy.upstream: return self.give(*self.forwarded())
        for _ in self.counted(): pass
        none = (404, [], b'{"errors":[{"code":"NOT_FOUND"}]}')
        status, fields, body = answer or none
        self.give(status, [("Content-Length", str(len(body)))] + fields, iter([body]))

    def go_on(self, session):
        """Goes on with an upload that is kept here."""
        handler, command = self.handler, self.handler.command
        path, _, query = handler.path.partition("?")
        pieces = self.counted()
        if self.kind == "cutRequest": pieces = first(pieces, self.fault["bytes"])
        if not session.fits(handler.headers.get("Content-Range")):
            for _ in pieces: pass
            return self.give(416, session.progress(path), iter(()))
        session.append(pieces)
        if self.kind == "cutRequest": return self.hang_up()
        if command in ("PATCH", "GET"): return self.give(202 if command == "PATCH" else 204, session.progress(path), iter(()))
        self.upstream = Upstream(self.proxy.upstream)
        fields = kept(handler.headers.items(), "Content-Length", "Content-Range") + [("Content-Length", str(session.size()))]
        target = session.place + ("&" if "?" in session.place else "?") + query if query else session.place
        self.upstream.send(command, target, fields, session.pieces(), False)
        status, answered = self.upstream.receive(False)
        if 200 <= status < 300: self.proxy.uploads.ended(session)
        self.give(status, answered, self.upstream.pieces())

    def take_half(self):
        """Takes a part of the request's body, hands it on, and takes no more."""
        pieces = first(self.counted(), self.fault["bytes"])
        if self.proxy.upstream:
            self.upstream = Upstream(self.proxy.upstream)
            self.upstream.send(self.handler.command, self.handler.path, self.handler.headers.items(), pieces, self.chunked)
        for _ in pieces: pass
        if self.kind == "stallRequest": self.stall()
        self.hang_up()

    def stall(self):
        """Says nothing for so long, or until the client has gone."""
        self.record()
        time.sleep(self.fault["seconds"])
        self.handler.close_connection = True

    def own_answer(self):
        """What the proxy says by itself, or None."""
        fault, path = self.fault, self.handler.path
        if path.partition("?")[0] == "/token": return self.json(200, {"token": "token-%d" % self.entry["id"]})
        if self.kind == "answer":
            fields = list(fault.get("fields", {}).items())
            if "retryDate" in fault: fields.append(("Retry-After", email.utils.formatdate(time.time() + fault["retryDate"], usegmt=True)))
            return fault["status"], fields, fault.get("text", "").encode()
        if self.kind == "redirect":
            base = fault.get("text") or "http://" + self.proxy.elsewhere.address
            return fault["status"], [("Location", base.replace("{self}", path) if "{self}" in base else base + path)], b""
        if self.kind == "challenge": return self.challenge(fault["text"])
        if self.kind == "tags":
            name = re.sub("^/v2/|/tags/list.*$", "", path)
            return self.json(200, {"name": name, "tags": ["v%09d" % number for number in range(fault["bytes"])]})
        if "referrersPage" in self.settings and self.handler.command == "GET":
            found = self.proxy.referrers.answer(path, self.settings["referrersPage"])
            if found: return (200,) + found
        return None

    def json(self, status, value, *fields):
        return status, [("Content-Type", "application/json")] + list(fields), json.dumps(value).encode()

    def challenge(self, scheme):
        number, address = self.entry["id"], self.proxy.server.address
        bearer = 'Bearer realm="http://%s/token",service="fresh-%d",scope="repository:any:pull"' % (address, number)
        field = bearer if scheme == "Bearer" else '%s realm="fresh-%d"' % (scheme, number)
        return self.json(401, {"errors": [{"code": "UNAUTHORIZED"}]}, ("WWW-Authenticate", field))

    def forwarded(self):
        """The registry's answer to the request, or to that which was made of it."""
        handler, target = self.handler, self.handler.path
        fields = kept(handler.headers.items(), *(["Range"] if self.kind == "withoutRange" else []))
        if self.kind == "retag":
            digest = self.fault["digests"][min(self.used, len(self.fault["digests"]) - 1)]
            target = re.sub("/manifests/.*", "/manifests/" + digest, target)
        pushed = re.fullmatch(r"/v2/(.+)/manifests/([^/?]+)", target)
        body = b"".join(self.counted()) if pushed else None
        self.upstream = Upstream(self.proxy.upstream)
        pieces = iter([body] if body else []) if pushed else self.counted()
        whole = self.upstream.send(handler.command, target, fields, pieces, self.chunked)
        if not whole: handler.close_connection = True
        status, answered = self.upstream.receive(self.chunked and whole)
        if pushed and "referrersPage" in self.settings and 200 <= status < 300:
            answered = answered + self.noted(pushed.group(1), pushed.group(2), body)
        if self.settings.get("resumesUploads") and handler.command == "POST" and status == 202:
            place = re.sub("^https?://[^/]*", "", dict(answered)["Location"])
            answered = kept(answered, "Location") + [("Location", self.proxy.uploads.begun(target, place))]
        return status, answered, self.upstream.pieces()

    def noted(self, name, reference, body):
        if self.handler.command == "DELETE": self.proxy.referrers.removed(name, reference)
        if self.handler.command != "PUT": return []
        subject = self.proxy.referrers.pushed(name, body, self.handler.headers.get("Content-Type"))
        return [("OCI-Subject", subject)] if subject else []

    def give(self, status, fields, pieces):
        """Answers, and breaks the answer if a rule wants it."""
        fault, kind, closing = self.fault, self.kind, False
        if kind == "answerLost":
            for _ in pieces: pass
            self.entry["status"] = status
            return self.hang_up()
        if kind == "field":
            fields = kept(fields, fault["name"])
            text = fault.get("text")
            if text is not None:
                text = text.replace("{self}", self.handler.path).replace("{n}", str(self.entry["id"]))
                fields.append((fault["name"], text))
        if kind == "replace":
            body = fault["text"].encode()
            fields, pieces = kept(fields, "Content-Length") + [("Content-Length", str(len(body)))], iter([body])
        if kind == "truncate":
            body = b"".join(pieces)[:fault["bytes"]]
            fields, pieces = kept(fields, "Content-Length") + [("Content-Length", str(len(body)))], iter([body])
        if kind == "length":
            fields = [(name, str(int(value) + fault["bytes"]) if name.lower() == "content-length" else value) for name, value in fields]
            closing = True
        if kind == "corrupt": pieces = corrupted(pieces, fault["bytes"])
        if kind == "cutResponse": pieces, closing = first(pieces, fault["bytes"]), True
        if kind == "endless":
            fields, closing = kept(fields, "Content-Length"), True
            pieces = itertools.chain(pieces, itertools.repeat(fault["text"].encode() * (65536 // len(fault["text"]))))
        self.send(status, kept(fields), pieces, closing)

    def send(self, status, fields, pieces, closing):
        handler = self.handler
        self.entry["status"] = status
        self.record()
        lengthless = not any(name.lower() == "content-length" for name, _ in fields)
        bodiless = handler.command == "HEAD" or status in (204, 304)
        chunked = lengthless and not bodiless and not closing
        lines = ["HTTP/1.1 %d %s" % (status, handler.responses.get(status, ("Unknown",))[0])]
        lines += ["%s: %s" % field for field in fields]
        if chunked: lines.append("Transfer-Encoding: chunked")
        if closing: lines.append("Connection: close")
        if closing: handler.close_connection = True
        self.write("\r\n".join(lines + ["", ""]).encode("latin-1"), self.kind == "dripHead")
        try:
            for piece in () if bodiless else pieces:
                self.write(b"%x\r\n%b\r\n" % (len(piece), piece) if chunked else piece, self.kind == "drip")
                self.entry["sent"] += len(piece)
            if chunked: self.write(b"0\r\n\r\n", False)
        finally:
            if not bodiless: self.record()

    def write(self, data, slowly):
        if not slowly: return self.handler.wfile.write(data)
        step = self.fault["bytes"]
        for place in range(0, len(data), step):
            self.handler.wfile.write(data[place:place + step])
            time.sleep(self.fault["seconds"])


def build(part):
    proxy = Proxy(part, sys.argv[2])
    return {"address": proxy.server.address, "elsewhere": proxy.elsewhere.address}


keep(int(sys.argv[1]), build)
