extension Server {
  /// The server in Python; it answers what each path says, and knows nothing of what is tested.
  static let script = """
    import http.server, threading, time, ssl, gzip, tempfile, subprocess, sys, os, json, shutil, socket, struct
    sent = {}
    block = bytes((i * 31 ^ i >> 8) & 255 for i in range(65536))
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
        def client(self):
            shown = self.connection.getpeercert() if isinstance(self.connection, ssl.SSLSocket) else None
            return dict(pair[0] for pair in shown["subject"])["commonName"] if shown else ""
        def cut(self):
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close(); self.close_connection = True
        def hasty(self, path, query):
            if path == "/deny": self.close_connection = True; self.answer(401, b"not you")
            elif path == "/lazy": self.close_connection = True; self.rfile.read(1000); time.sleep(float(query))
            elif path == "/cut-upload": self.rfile.read(200000); self.cut()
        def wire(self, length, query):
            start, left, same = int(query or 0), length, True
            while left > 0:
                piece = self.rfile.read(min(left, 65536))
                if not piece: break
                offset = (start + length - left) % 65536
                same = same and piece == (block + block)[offset:offset + len(piece)]
                left -= len(piece)
            self.connection.settimeout(0.1)
            try: surplus = len(self.rfile.read1(100))
            except OSError: surplus = 0
            self.close_connection = True; self.connection.settimeout(10)
            self.tell({"query": query, "same": same and left == 0 and surplus == 0, "length": length - left, "sum": 0})
        def tell(self, facts):
            fields = {name.lower(): value for name, value in self.headers.items()}
            facts |= {"method": self.command, "path": self.path.partition("?")[0], "fields": fields, "client": self.client()}
            self.answer(200, json.dumps(facts).encode())
        def do_ANY(self):
            length = int(self.headers.get("Content-Length") or 0)
            path, _, query = self.path.partition("?")
            if path in ("/deny", "/lazy", "/cut-upload"): return self.hasty(path, query)
            if path.startswith("/wire"): return self.wire(length, query)
            body = self.rfile.read(length)
            if path == "/echo":
                self.tell({"query": query, "length": len(body), "sum": sum(body), "same": False})
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
            elif path == "/long":
                self.send_response(200); self.send_header("Content-Length", "10"); self.end_headers()
                self.wfile.write(block[:1000]); self.close_connection = True
            elif path in ("/pattern", "/cut", "/burst"):
                size = int(query)
                self.send_response(200); self.send_header("Content-Length", str(size)); self.end_headers()
                for start in range(0, size if path == "/pattern" else size // 2, 65536):
                    self.wfile.write(block[:size - start])
                if path == "/cut": self.cut()
                if path == "/burst": time.sleep(100)
            elif path == "/unfinished":
                self.raw("HTTP/1.1 200 OK|Transfer-Encoding: chunked||2|ok|")
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
    openssl(*new, "-x509", "-days", "2", "-subj", "/CN=Stranger", "-keyout", "stranger-key", "-out", "stranger")
    openssl(*new, "-subj", "/CN=client", "-keyout", "client-key", "-out", "request")
    openssl("x509", "-req", "-days", "2", "-in", "request", "-CA", "authority", "-CAkey", "authority-key",
        "-CAcreateserial", "-out", "client")
    openssl("pkey", "-in", "client-key", "-aes256", "-passout", "pass:x", "-out", "client-locked")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder + "/certificate", folder + "/key")
    context.load_verify_locations(folder + "/authority"); context.verify_mode = ssl.CERT_OPTIONAL
    servers = [Quiet(("127.0.0.1", 0), Handler) for _ in range(4)]
    for server in servers[1::2]:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    print(*(server.server_port for server in servers), folder, end="", flush=True)
    if os.fork() > 0: os._exit(0)
    for stream in range(3): os.dup2(os.open(os.devnull, os.O_RDWR), stream)
    for server in servers: threading.Thread(target=server.serve_forever, daemon=True).start()
    while os.path.exists("/proc/" + sys.argv[1]): time.sleep(0.5)
    shutil.rmtree(folder)
    """
}
