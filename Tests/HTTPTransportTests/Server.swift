import Effects
import Foundation

/// A real HTTP server on a free port of this machine, and the same over TLS under an authority that nobody knows.
final class Server: Sendable {
  /// Where it answers without TLS.
  let plain: String
  /// Where it answers over TLS.
  let secure: String
  /// The certificate of the authority that vouches for it.
  let authority: String

  /// The one server of all tests; it ends when their process has.
  static let shared = Result { try Server() }

  private init() throws {
    let programs = LiveSubprocesses(inheriting: ProcessInfo.processInfo.environment)
    let command = ["python3", "-c", Self.script, "\(ProcessInfo.processInfo.processIdentifier)"]
    let result = try programs.run(Subprocess(argv: command, timeout: 60))
    let facts = String(decoding: result.output, as: UTF8.self).split(separator: " ", maxSplits: 2)
    guard result.status == .exited(0), facts.count == 3 else { throw NoServer(result: result) }
    (plain, secure) = ("http://127.0.0.1:\(facts[0])", "https://127.0.0.1:\(facts[1])")
    authority = "\(facts[2])/authority"
  }

  struct NoServer: Error {
    let result: SubprocessResult
  }

  private static let script = """
    import http.server, threading, time, ssl, gzip, tempfile, subprocess, sys, os, json, shutil
    sent = {}
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        def log_message(self, *args): pass
        def answer(self, status, body=b"", **fields):
            self.send_response(status)
            for name, value in fields.items(): self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD": self.wfile.write(body)
        def raw(self, text):
            self.close_connection = True; self.wfile.write(text.replace("|", "\\r\\n").encode()); self.wfile.flush()
        def do_ANY(self):
            length = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(length)
            path, _, query = self.path.partition("?")
            if path == "/echo":
                fields = {name.lower(): value for name, value in self.headers.items()}
                echo = {"method": self.command, "fields": fields, "query": query}
                echo |= {"length": len(body), "sum": sum(body)}
                self.answer(200, json.dumps(echo).encode())
            elif path == "/status":
                body = b"body of " + query.encode()
                self.answer(int(query), body, X_Custom="Value", WWW_Authenticate='Basic realm="x"')
            elif path == "/redirect": self.answer(302, b"moved", Location=query)
            elif path == "/nowhere": self.answer(302, b"moved, and nobody says where")
            elif path == "/loop": self.answer(307, b"", Location="/loop")
            elif path == "/slow": time.sleep(float(query)); self.answer(200, b"late")
            elif path == "/big": self.answer(200, b"x" * int(query))
            elif path == "/cookie": self.answer(200, b"", Set_Cookie="a=b")
            elif path == "/zip": self.answer(200, gzip.compress(b"x" * int(query)), Content_Encoding="gzip")
            elif path == "/twice": self.raw("HTTP/1.1 200 OK|X-Twice: one|x-twice:two |Content-Length: 0||")
            elif path == "/early":
                self.raw("HTTP/1.1 103 Early|X-Early: 1||HTTP/1.1 200 OK|X-Late: 1|Content-Length: 2||ok")
            elif path == "/trailer":
                head = "HTTP/1.1 200 OK|Transfer-Encoding: chunked|Trailer: X-End||"
                self.raw(head + "2|ok|0|X-End: HTTP/1.1 500 no||")
            elif path == "/looks-like-heads": self.answer(200, b"HTTP/1.1 500 no\\r\\nX: y\\r\\n\\r\\ncurl: (7) no\\n")
            elif path == "/drip":
                self.send_response(200); self.send_header("Content-Length", "1000"); self.end_headers()
                for _ in range(999): self.wfile.write(b"x"); self.wfile.flush(); time.sleep(0.12)
            elif path == "/endless":
                self.send_response(200); self.send_header("Connection", "close"); self.end_headers()
                while True:
                    self.wfile.write(b"x" * 65536); sent[query] = sent.get(query, 0) + 65536; time.sleep(0.002)
            elif path == "/sent": self.answer(200, str(sent.get(query, 0)).encode())
            elif path == "/endless-head":
                self.wfile.write(b"HTTP/1.1 200 OK\\r\\n")
                while True: self.wfile.write(b"X-More: " + b"x" * 1000 + b"\\r\\n")
            elif path == "/short":
                self.send_response(200); self.send_header("Content-Length", "1000"); self.end_headers()
                self.wfile.write(b"x"); self.close_connection = True
            elif path == "/hangup": self.close_connection = True
            else: self.answer(404)
        do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_PATCH = do_ANY
    class Quiet(http.server.ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 100
        def handle_error(self, request, address): pass
    def openssl(*words): subprocess.run(("openssl",) + words, check=True, stderr=subprocess.DEVNULL, cwd=folder)
    folder = tempfile.mkdtemp()
    with open(folder + "/names", "w") as names: names.write("subjectAltName=IP:127.0.0.1,DNS:localhost")
    new = ("req", "-newkey", "rsa:2048", "-nodes")
    openssl(*new, "-x509", "-days", "2", "-subj", "/CN=Nobody", "-keyout", "authority-key", "-out", "authority")
    openssl(*new, "-subj", "/CN=here", "-keyout", "key", "-out", "request")
    openssl("x509", "-req", "-days", "2", "-in", "request", "-CA", "authority", "-CAkey", "authority-key",
        "-CAcreateserial", "-extfile", "names", "-out", "certificate")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder + "/certificate", folder + "/key")
    plain, secure = Quiet(("127.0.0.1", 0), Handler), Quiet(("127.0.0.1", 0), Handler)
    secure.socket = context.wrap_socket(secure.socket, server_side=True, do_handshake_on_connect=False)
    print(plain.server_port, secure.server_port, folder, end="", flush=True)
    if os.fork() > 0: os._exit(0)
    for stream in range(3): os.dup2(os.open(os.devnull, os.O_RDWR), stream)
    for server in (plain, secure): threading.Thread(target=server.serve_forever, daemon=True).start()
    while os.path.exists("/proc/" + sys.argv[1]): time.sleep(0.5)
    shutil.rmtree(folder)
    """
}
