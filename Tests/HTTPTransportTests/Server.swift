import Effects
import Foundation

/// A real HTTP server on a free port of this machine, and the same over TLS under a certificate nobody knows.
final class Server: Sendable {
  /// Where it answers without TLS.
  let plain: String
  /// Where it answers over TLS.
  let secure: String

  /// The one server of all tests; it ends when their process has.
  static let shared = Result { try Server() }

  private init() throws {
    let programs = LiveSubprocesses(inheriting: ProcessInfo.processInfo.environment)
    let command = ["python3", "-c", Self.script, "\(ProcessInfo.processInfo.processIdentifier)"]
    let result = try programs.run(Subprocess(argv: command, timeout: 60))
    let ports = String(decoding: result.output, as: UTF8.self).split(separator: " ")
    guard result.status == .exited(0), ports.count == 2 else { throw NoServer(result: result) }
    (plain, secure) = ("http://127.0.0.1:\(ports[0])", "https://127.0.0.1:\(ports[1])")
  }

  struct NoServer: Error {
    let result: SubprocessResult
  }

  private static let script = """
    import http.server, threading, time, ssl, gzip, tempfile, subprocess, sys, os, json
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        def log_message(self, *args): pass
        def answer(self, status, body=b"", **fields):
            self.send_response(status)
            for name, value in fields.items(): self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD": self.wfile.write(body)
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
            elif path == "/loop": self.answer(307, b"", Location="/loop")
            elif path == "/slow": time.sleep(float(query)); self.answer(200, b"late")
            elif path == "/big": self.answer(200, b"x" * int(query))
            elif path == "/cookie": self.answer(200, b"", Set_Cookie="a=b")
            elif path == "/zip": self.answer(200, gzip.compress(b"x" * int(query)), Content_Encoding="gzip")
            elif path == "/drip":
                self.send_response(200); self.send_header("Content-Length", "1000"); self.end_headers()
                for _ in range(999): self.wfile.write(b"x"); self.wfile.flush(); time.sleep(0.12)
            elif path == "/endless":
                self.send_response(200); self.send_header("Connection", "close"); self.end_headers()
                for _ in range(2000): self.wfile.write(b"x" * 65536); time.sleep(0.002)
            elif path == "/short":
                self.send_response(200); self.send_header("Content-Length", "1000"); self.end_headers()
                self.wfile.write(b"x"); self.close_connection = True
            elif path == "/hangup": self.close_connection = True
            else: self.answer(404)
        do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_PATCH = do_ANY
    class Quiet(http.server.ThreadingHTTPServer):
        daemon_threads = True
        def handle_error(self, request, address): pass
    plain, secure = Quiet(("127.0.0.1", 0), Handler), Quiet(("127.0.0.1", 0), Handler)
    with tempfile.TemporaryDirectory() as folder:
        key, certificate = folder + "/key", folder + "/certificate"
        request = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1".split()
        subprocess.run(request + ["-keyout", key, "-out", certificate], check=True, stderr=subprocess.DEVNULL)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
    secure.socket = context.wrap_socket(secure.socket, server_side=True, do_handshake_on_connect=False)
    print(plain.server_port, secure.server_port, end="", flush=True)
    if os.fork() > 0: os._exit(0)
    for stream in range(3): os.dup2(os.open(os.devnull, os.O_RDWR), stream)
    for server in (plain, secure): threading.Thread(target=server.serve_forever, daemon=True).start()
    while os.path.exists("/proc/" + sys.argv[1]): time.sleep(0.5)
    """
}
