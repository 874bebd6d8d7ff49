"""The referrers API of OCI Distribution 1.1 for a registry that has none: what was pushed with a `subject` is kept."""
import hashlib, json, re, threading, urllib.parse

INDEX = "application/vnd.oci.image.index.v1+json"


class Referrers:
    def __init__(self): self.lock, self.known = threading.Lock(), {}

    def pushed(self, name, body, content_type):
        """Keeps a manifest that was pushed, and returns the digest of its subject, or None."""
        try: manifest = json.loads(body)
        except ValueError: return None
        subject = manifest.get("subject") if isinstance(manifest, dict) else None
        if not subject: return None
        descriptor = {"mediaType": manifest.get("mediaType") or content_type,
            "digest": "sha256:" + hashlib.sha256(body).hexdigest(), "size": len(body)}
        artifact = manifest.get("artifactType") or (manifest.get("config") or {}).get("mediaType")
        if artifact: descriptor["artifactType"] = artifact
        if manifest.get("annotations"): descriptor["annotations"] = manifest["annotations"]
        with self.lock:
            others = self.known.setdefault((name, subject["digest"]), [])
            if all(other["digest"] != descriptor["digest"] for other in others): others.append(descriptor)
        return subject["digest"]

    def removed(self, name, digest):
        with self.lock:
            for (repository, _), found in self.known.items():
                if repository == name: found[:] = [one for one in found if one["digest"] != digest]

    def answer(self, target, page):
        """The fields and the body for a request of the API, or None when it is for something else."""
        path, _, query = target.partition("?")
        match = re.fullmatch(r"/v2/(.+)/referrers/(sha256:[0-9a-f]{64})", path)
        if not match: return None
        form = urllib.parse.parse_qs(query)
        with self.lock: found = list(self.known.get(match.groups(), []))
        fields = [("Content-Type", INDEX)]
        if wanted := form.get("artifactType", [""])[0]:
            found = [one for one in found if one.get("artifactType") == wanted]
            fields.append(("OCI-Filters-Applied", "artifactType"))
        start = int(form.get("from", ["0"])[0])
        if page and start + page < len(found):
            rest = {"from": start + page} | ({"artifactType": wanted} if wanted else {})
            fields.append(("Link", '<%s?%s>; rel="next"' % (path, urllib.parse.urlencode(rest))))
        shown = found[start:start + page] if page else found
        return fields, json.dumps({"schemaVersion": 2, "mediaType": INDEX, "manifests": shown}).encode()
