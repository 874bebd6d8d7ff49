"""Debian's docker-registry on a free port: registry.py OWNER '{"user": …, "password": …, "tls": …, "token": …}'."""
import json, re, secrets, signal, subprocess, sys
from keeper import keep
from tokens import Tokens

CONFIGURATION = """\
version: 0.1
log:
  level: info
  accesslog:
    disabled: true
storage:
  filesystem:
    rootdirectory: {storage}
  delete:
    enabled: true
http:
  addr: 127.0.0.1:0
  secret: {secret}
"""


def certificates(part):
    """An authority of its own and a certificate of this machine under it."""
    part.run("mkdir", "-p", "authority")
    part.write("names", "subjectAltName=IP:127.0.0.1,DNS:localhost")
    new = ("openssl", "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    part.run(*new, "-x509", "-days", "2", "-subj", "/CN=Nobody", "-keyout", "authority.key", "-out", "authority/ca.crt")
    part.run(*new, "-subj", "/CN=here", "-keyout", "server.key", "-out", "request")
    part.run("openssl", "x509", "-req", "-days", "2", "-in", "request", "-CA", "authority/ca.crt", "-CAkey",
        "authority.key", "-CAcreateserial", "-extfile", "names", "-out", "server.crt")


def build(part):
    wish = json.loads(sys.argv[2])
    text = CONFIGURATION.format(storage=part.at("storage"), secret=secrets.token_hex(16))
    facts = {"storage": part.at("storage")}
    if wish.get("tls"):
        certificates(part)
        text += "  tls:\n    certificate: %s\n    key: %s\n" % (part.at("server.crt"), part.at("server.key"))
        facts |= {"authority": part.at("authority/ca.crt"), "certificates": part.at("authority")}
    if wish.get("token"):
        tokens = Tokens(part, wish["user"], wish["password"])
        text += "auth: " + json.dumps(tokens.authorization()) + "\n"
        facts |= {"tokens": tokens.server.address}
    elif wish.get("user"):
        done = part.run("htpasswd", "-Bbn", wish["user"], wish["password"], stdout=subprocess.PIPE)
        part.write("htpasswd", done.stdout.decode())
        text += "auth:\n  htpasswd:\n    realm: release-tests\n    path: %s\n" % part.at("htpasswd")
    part.write("registry.yml", text)
    child = part.start("docker-registry", "serve", part.at("registry.yml"), log="log")
    def address():
        with open(part.at("log"), errors="replace") as log: return re.search(r"listening on (127\.0\.0\.1:\d+)", log.read())
    return facts | {"address": part.until(address, child, "log").group(1)}


keep(int(sys.argv[1]), build)
