"""Uploads that can go on after a cut, as OCI Distribution 1.1 has them and docker-registry 2.8 has not: it forgets one
whose PATCH was cut ("upload resumed at wrong offset"). What came is kept here, and given to the registry at the end."""
import itertools, os, re, threading


class Session:
    def __init__(self, file, place): self.file, self.place = file, place

    def size(self): return os.path.getsize(self.file)

    def append(self, pieces):
        with open(self.file, "ab", buffering=0) as file:
            for piece in pieces: file.write(piece)

    def pieces(self):
        with open(self.file, "rb") as file:
            while piece := file.read(1 << 18): yield piece

    def progress(self, path):
        return [("Location", path), ("Range", "0-%d" % max(0, self.size() - 1)), ("Content-Length", "0")]

    def fits(self, field):
        """Whether a request's `Content-Range` begins where this ends."""
        start = re.match(r"(?:bytes )?(\d+)-", field or "")
        return start is None or int(start.group(1)) == self.size()


class Uploads:
    def __init__(self, part): self.part, self.lock, self.known, self.numbers = part, threading.Lock(), {}, itertools.count()

    def begun(self, path, place):
        """Keeps an upload that the registry has begun at a place, and returns where its client goes on."""
        name = "kept-%d" % next(self.numbers)
        self.part.write(name, "")
        with self.lock: self.known[name] = Session(self.part.at(name), place)
        return path.partition("?")[0].rstrip("/") + "/" + name

    def of(self, target):
        match = re.fullmatch(r"/v2/.+/blobs/uploads/(kept-\d+)(?:\?.*)?", target)
        with self.lock: return self.known.get(match.group(1)) if match else None

    def ended(self, session):
        with self.lock: self.known = {name: one for name, one in self.known.items() if one is not session}
        os.unlink(session.file)
