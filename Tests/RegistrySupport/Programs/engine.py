"""A Docker engine of its own: engine.py OWNER none|bridge."""
import glob, json, os, signal, socket, subprocess, sys
from keeper import attempt, keep


def answers(path):
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(5)
        client.connect(path)
        client.sendall(b"GET /_ping HTTP/1.0\r\n\r\n")
        return client.recv(12).endswith(b"200")


def rules(table):
    done = subprocess.run(("iptables", "-w", "-t", table, "-S"), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return done.stdout.decode().splitlines()


def drop_rules(before):
    """Removes the rules and chains that were not there before, and sets back the policies."""
    def change(table, *words): subprocess.run(("iptables", "-w", "-t", table) + words, stderr=subprocess.DEVNULL)
    for table, lines in before.items():
        added = [line.split() for line in rules(table) if line not in lines]
        for words in added:
            if words[0] == "-A": change(table, "-D", *words[1:])
        for words in added:
            if words[0] == "-N": change(table, "-X", words[1])
        for line in lines:
            if line.startswith("-P"): change(table, *line.split())


def unmount(folder):
    with open("/proc/self/mounts") as file: places = [line.split()[1] for line in file]
    for place in sorted(places, reverse=True):
        if place.startswith(folder + "/"): subprocess.run(("umount", "-l", place), stderr=subprocess.DEVNULL)


def groups(name):
    """The control groups of its containers, in one tree or in several."""
    for top in ["/sys/fs/cgroup/" + name] + glob.glob("/sys/fs/cgroup/*/" + name):
        for folder, _, _ in os.walk(top): yield folder


def build(part):
    bridge = sys.argv[2] == "bridge"
    path = part.at("docker.sock")
    if bridge and os.path.exists("/sys/class/net/docker0"): raise RuntimeError("another engine has docker0")
    absent = [folder for folder in ("/run/docker/plugins", "/run/docker") if not os.path.exists(folder)]
    part.endings.append(lambda: after(part, before, absent))
    before = {table: rules(table) for table in ("filter", "nat")} if bridge else None
    words = ["dockerd", "-H", "unix://" + path, "--data-root", part.at("data"), "--exec-root", part.at("exec"),
        "--pidfile", part.at("dockerd.pid"), "--ip-masq=false", "--ip-forward=false",
        "--config-file", part.write("daemon.json", json.dumps({"deprecated-key-path": part.at("key.json")})), "--cgroup-parent", "/" + os.path.basename(part.folder)]
    if not bridge: words += ["--bridge=none", "--iptables=false"]
    child = part.start(*words, log="log", ends_by=signal.SIGTERM)
    part.until(lambda: attempt(lambda: answers(path)), child, "log")
    return {"socket": path}


def after(part, before, absent):
    """Ends the engine with all that it runs, and takes back what it changed."""
    docker = ("docker", "-H", "unix://" + part.at("docker.sock"))
    quiet = {"stderr": subprocess.DEVNULL, "timeout": 20}
    listed = attempt(lambda: subprocess.run(docker + ("ps", "-aq"), stdout=subprocess.PIPE, **quiet).stdout.decode().split())
    if listed: attempt(lambda: subprocess.run(docker + ("rm", "-f", *listed), stdout=subprocess.DEVNULL, **quiet))
    for child, number in part.children:
        child.send_signal(number)
        attempt(lambda: child.wait(15))
        if child.poll() is None: child.kill(); child.wait()
    unmount(part.folder)
    for group in sorted(groups(os.path.basename(part.folder)), reverse=True): attempt(lambda: os.rmdir(group))
    for folder in absent: attempt(lambda: os.rmdir(folder))
    if before is not None:
        subprocess.run(("ip", "link", "del", "docker0"), stderr=subprocess.DEVNULL)
        drop_rules(before)


keep(int(sys.argv[1]), build)
