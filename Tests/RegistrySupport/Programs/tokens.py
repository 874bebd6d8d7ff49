"""A token server as registries have one: credentials or an identity token in, a signed token for what is granted out."""
import base64, http.server, json, os, subprocess, threading, time, urllib.parse
from keeper import Quiet

SERVICE, ISSUER = "release-tests", "release-tests-issuer"


def unpadded(data): return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Tokens:
    def __init__(self, part, user, password):
        self.part, self.user, self.password, self.lock, self.issued = part, user, password, threading.Lock(), 0
        part.run("openssl", "req", "-newkey", "rsa:2048", "-nodes", "-x509", "-days", "2", "-subj", "/CN=issuer",
            "-keyout", "token.key", "-out", "token.crt", stdout=subprocess.DEVNULL)
        done = part.run("openssl", "x509", "-in", "token.crt", "-outform", "DER", stdout=subprocess.PIPE)
        self.certificate = base64.b64encode(done.stdout).decode()
        part.write("tokens.json", "{}")
        part.write("tokens.jsonl", "")
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            def log_message(self, *words): pass
            def do_GET(self): outer.answer(self, urllib.parse.urlsplit(self.path).query)
            def do_POST(self): outer.answer(self, self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode())

        self.server = Quiet(Handler)
        part.serve(self.server)

    def options(self):
        with open(self.part.at("tokens.json")) as file: return json.load(file)

    def authorization(self):
        return {"token": {"realm": "http://%s/token" % self.server.address, "service": SERVICE, "issuer": ISSUER,
            "rootcertbundle": self.part.at("token.crt")}}

    def right(self, handler, form):
        """Who asks: a user's name, "" for nobody, or None for wrong credentials."""
        grant = form.get("grant_type", [""])[0]
        if grant == "refresh_token":
            return self.user if form.get("refresh_token") == [self.options().get("identity", "")] != [""] else None
        if grant == "password":
            given = (form.get("username", [""])[0], form.get("password", [""])[0])
            return self.user if given == (self.user, self.password) else None
        field = handler.headers.get("Authorization")
        if field is None: return ""
        expected = "Basic " + base64.b64encode(("%s:%s" % (self.user, self.password)).encode()).decode()
        return self.user if field == expected else None

    def answer(self, handler, query):
        form, options = urllib.parse.parse_qs(query), self.options()
        name = self.right(handler, form)
        if name == "" and not options.get("anonymousPull", True): name = None
        asked = [scope for text in form.get("scope", []) for scope in text.split()]
        status = 401 if name is None else 400 if form.get("service") != [SERVICE] else 200
        with self.lock: self.issued += 1 if status == 200 else 0
        body = {"errors": [{"code": "UNAUTHORIZED", "message": "who are you"}]}
        if status == 200: body = self.token(name, asked, options)
        self.record(handler, form, name, asked, status)
        data = json.dumps(body).encode()
        handler.send_response(status)
        if status == 401: handler.send_header("WWW-Authenticate", 'Basic realm="tokens"')
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data)

    def access(self, name, asked, options):
        allowed = set(options.get("actions", ["pull", "push", "delete", "*"])) if name else {"pull"}
        for scope in asked:
            kind, _, rest = scope.partition(":")
            resource, _, actions = rest.rpartition(":")
            granted = [action for action in actions.split(",") if action in allowed]
            if granted and (name or kind == "repository"): yield {"type": kind, "name": resource, "actions": granted}

    def token(self, name, asked, options):
        # The registry forgives a minute; a short life is made short for it as well.
        now, life = int(time.time()), options.get("lifetime", 300)
        claims = {"iss": ISSUER, "sub": name, "aud": SERVICE, "exp": now + life - 60, "nbf": now - 600,
            "iat": now, "jti": "%d" % self.issued, "access": list(self.access(name, asked, options))}
        if life > 60: claims["exp"] = now + life
        head = {"typ": "JWT", "alg": "RS256", "x5c": [self.certificate]}
        text = ".".join(unpadded(json.dumps(part, separators=(",", ":")).encode()) for part in (head, claims))
        signed = self.part.run("openssl", "dgst", "-sha256", "-sign", "token.key", input=text.encode(), stdout=subprocess.PIPE)
        token = text + "." + unpadded(signed.stdout)
        body = {field: token for field in options.get("fields", ["token"])}
        if options.get("saysLifetime", True): body |= {"expires_in": life, "issued_at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(now))}
        return body

    def record(self, handler, form, name, asked, status):
        scheme = (handler.headers.get("Authorization") or "").partition(" ")[0]
        line = {"method": handler.command, "status": status, "user": name or "", "scheme": scheme, "scopes": asked,
            "service": form.get("service", [""])[0], "grant": form.get("grant_type", [""])[0],
            "userAgent": handler.headers.get("User-Agent") or ""}
        with self.lock, open(self.part.at("tokens.jsonl"), "a") as file: file.write(json.dumps(line) + "\n")
