"""Keeps parts running in the background for a process, and leaves nothing behind when that process is gone."""
import ctypes, http.server, json, os, select, shutil, signal, subprocess, sys, tempfile, threading, time, traceback


class Quiet(http.server.ThreadingHTTPServer):
    """A server on a free port of this machine that says nothing."""
    daemon_threads = True
    request_queue_size = 100

    def __init__(self, handler):
        super().__init__(("127.0.0.1", 0), handler)
        self.address = "127.0.0.1:%d" % self.server_port

    def handle_error(self, request, address): pass


class Part:
    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="release-part-")
        self.children, self.servers, self.endings = [], [], []

    def at(self, name): return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.at(name), "w") as file: file.write(text)
        return self.at(name)

    def run(self, *words, **more):
        return subprocess.run(words, check=True, cwd=self.folder, stderr=subprocess.PIPE, **more)

    def start(self, *words, log, ends_by=signal.SIGKILL, **more):
        """Starts a program that is ended with this one; what it says is in the file `log`."""
        prctl = ctypes.CDLL(None).prctl if sys.platform == "linux" else lambda *_: 0
        with open(self.at(log), "wb") as file:
            child = subprocess.Popen(words, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=file, stderr=file,
                preexec_fn=lambda: prctl(1, int(ends_by)), **more)
        self.children.append((child, ends_by))
        return child

    def until(self, fact, child, log, seconds=20):
        """Waits for something to come true and returns it; a program that ended before is an error."""
        end = time.monotonic() + seconds
        while True:
            found = fact()
            if found: return found
            if child.poll() is not None or time.monotonic() > end:
                with open(self.at(log), errors="replace") as file: raise RuntimeError("not ready: " + file.read()[-4000:])
            time.sleep(0.01)

    def serve(self, server):
        self.servers.append(server)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()

    def end(self):
        for ending in reversed(self.endings): attempt(ending)
        for child, signal_number in reversed(self.children):
            attempt(lambda: child.send_signal(signal_number))
            try: child.wait(15)
            except subprocess.TimeoutExpired: child.kill(); child.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def attempt(action):
    try: return action()
    except Exception: return None


def started(process):
    """When a process began, or None when it is gone or a zombie."""
    try:
        with open("/proc/%d/stat" % process) as file: fields = file.read().rpartition(")")[2].split()
        return None if fields[0] in "ZX" else fields[19]
    except OSError: return None


def keep(owner, build):
    """Builds a part in the background, prints the facts about it, and keeps it until `owner` is gone or SIGTERM."""
    birth = started(owner)
    reading, writing = os.pipe()
    if os.fork() > 0:
        os.close(writing)
        with os.fdopen(reading, "rb") as pipe: facts = pipe.read()
        stream = sys.stdout if facts[:1] == b"{" else sys.stderr
        stream.buffer.write(facts)
        stream.flush()
        os._exit(0 if facts[:1] == b"{" else 1)
    os.close(reading)
    os.setsid()
    for stream in range(3): os.dup2(os.open(os.devnull, os.O_RDWR), stream)
    waking, wake = os.pipe()
    signal.signal(signal.SIGTERM, lambda *_: os.write(wake, b"x"))
    part = Part()
    try:
        facts = build(part) | {"folder": part.folder, "keeper": str(os.getpid())}
        os.write(writing, json.dumps(facts).encode())
        os.close(writing)
        while birth and started(owner) == birth and not select.select([waking], [], [], 0.3)[0]: pass
    except BaseException as problem:
        said = getattr(problem, "stderr", None) or b""
        attempt(lambda: os.write(writing, (traceback.format_exc() + said.decode(errors="replace")).encode()))
    finally:
        part.end()
        os._exit(0)
