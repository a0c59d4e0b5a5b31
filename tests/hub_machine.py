"""A machine of its own for a hub: real accounts, real folders, nothing of it on this one.

It is a mount and a process namespace in which /etc, /home and the like are layers that are gone
afterwards. The network is that of this machine, so that a browser reaches the hub.
"""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import quote

import psutil
import requests

from authoring.masters import ROOT
from grading.kernel import die_with_parent

sys.path.insert(0, str(ROOT / "hub"))
import places

PATIENCE = 60  # seconds until something that should happen counts as not happening
PAUSE = 0.1  # seconds between two questions whether it has
LAYERS = "/etc /opt /srv /var /home /root"
BEGIN = r"""
set -e
own=$1; root=$2; environment=$3; base=$4
mount -t tmpfs -o mode=755 none "$own"
for folder in LAYERS "$environment"; do
    new=$(mktemp -d "$own/XXXXXX")
    mkdir "$new/upper" "$new/work"
    chmod 755 "$new/upper"
    layers="lowerdir=$folder,upperdir=$new/upper,workdir=$new/work"
    mount -t overlay overlay -o "$layers" "$folder"
done
for folder in "$environment" "$base"; do  # which the accounts must be able to reach
    while [ "$folder" != / ]; do chmod o+x "$folder" || true; folder=$(dirname "$folder"); done
done
rm -rf /opt/deep-networks /srv/deep-networks /var/lib/deep-networks /etc/deep-networks
mkdir -p /opt/deep-networks
ln -s "$environment" /opt/deep-networks/environment
cp "$root/hub/requirements.txt" /opt/deep-networks/pins
echo ready
while :; do sleep 3600 & wait $!; done  # a shell, because somebody must bury the orphans
""".replace("LAYERS", LAYERS)


def why_not() -> str:
    """Why there can be no such machine here, or ""."""
    if not sys.platform.startswith("linux"):
        return "a hub needs Linux"
    if os.geteuid() != 0:
        return "only root can make accounts and namespaces"
    missing = [
        name for name in ("unshare", "nsenter", "useradd", "runuser") if not shutil.which(name)
    ]
    if missing:
        return f"there is no {', '.join(missing)}"
    with contextlib.suppress(ImportError):
        import jupyterhub  # noqa: F401

        probe = ["unshare", "--mount", "--pid", "--fork", "--mount-proc", "true"]
        done = subprocess.run(probe, capture_output=True, text=True)
        return f"no namespaces: {done.stderr.strip()}" if done.returncode else ""
    return "JupyterHub is not installed"


def free_ports(number):
    """Ports of the loopback that are free now."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(number)]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


class Machine:
    """A machine, and the hub on it.

    Arguments:
        folder: an empty one, for the layers.

    Attributes:
        url: where the hub answers; it, and its proxy, have two more ports.
        passwords: {account: password}.
    """

    def __init__(self, folder: Path):
        self.folder, self.hub = folder, None
        options = "--mount", "--pid", "--fork", "--mount-proc", "--kill-child=KILL"
        arguments = folder, ROOT, sys.prefix, sys.base_prefix
        self.process = subprocess.Popen(
            ["unshare", *options, "bash", "-c", BEGIN, "machine", *map(str, arguments)],
            stdout=subprocess.PIPE,
            text=True,
            preexec_fn=die_with_parent,  # also where the tests are killed
        )
        assert self.process.stdout.readline() == "ready\n", "the namespace has not begun"
        (self.first,) = psutil.Process(self.process.pid).children()

    def run(self, *command, account="root", check=True, stdin=None, **variables):
        """Run a command as an account, with the variables of its home, and return what came."""
        become = [] if account == "root" else ["runuser", "-u", account, "--"]
        env = {
            "PATH": f"{places.ENVIRONMENT}/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": "/root" if account == "root" else self.home(account),
        } | variables
        done = subprocess.run(
            [*self.enter(), *become, *map(str, command)],
            env=env,
            input=stdin,
            capture_output=True,
            text=True,
        )
        assert not check or done.returncode == 0, done.stdout + done.stderr
        return done

    def home(self, account):
        return str(places.CLASSES) if account == places.COURSE else f"/home/{account}"

    def enter(self):
        return ["nsenter", "--target", str(self.first.pid), "--mount", "--pid"]

    def set_up(self, *options):
        """Run hub/setup.py, and then hide this checkout, which a server for a class has not."""
        command = [sys.executable, ROOT / "hub" / "setup.py", "--no-start", *options]
        done = self.run(*command, **os.environ)  # which say where packages come from
        port, self.hub_port, self.proxy_port = free_ports(3)
        self.url = f"http://127.0.0.1:{port}"
        self.write(
            places.SETTINGS,
            f"c.JupyterHub.bind_url = {self.url!r}\nc.JupyterHub.hub_port = {self.hub_port}\n"
            f"c.ConfigurableHTTPProxy.api_url = 'https://127.0.0.1:{self.proxy_port}'\n",
        )
        table = self.run("cat", places.PASSWORDS).stdout
        self.passwords = dict(line.split(",") for line in table.split())
        return done

    def hide_checkout(self):
        """Let nobody on the machine see the checkout, but its environment."""
        kept = self.folder / "kept"
        self.run(
            "bash",
            "-ec",
            'mkdir "$2"; mount --bind "$3" "$2"; mount -t tmpfs -o mode=755 none "$1"; '
            'mkdir -p "$3"; mount --move "$2" "$3"',
            *("-", ROOT, kept, sys.prefix),
        )

    def write(self, path, text):
        """Write a file as root."""
        self.run("tee", path, stdin=text)

    def start(self):
        """Start the hub, and wait until it answers."""
        command = [places.ENVIRONMENT / "bin" / "jupyterhub"]
        command += ["-f", places.HUB / "jupyterhub_config.py"]
        self.log = (self.folder.with_name("hub.log")).open("a")
        self.hub = psutil.Popen(
            [*self.enter(), "env", "-C", str(places.DATABASE), *map(str, command)],
            env={"PATH": os.environ["PATH"]},
            stdout=self.log,
            stderr=subprocess.STDOUT,
        )
        wait_for(self.answers, self.tail)

    def answers(self):
        assert self.hub.poll() is None, self.tail()
        with contextlib.suppress(requests.ConnectionError, requests.Timeout):
            return requests.get(f"{self.url}/hub/api", timeout=5).ok

    def tail(self):
        return self.folder.with_name("hub.log").read_text()[-5000:]

    def stop(self):
        """Stop the hub as systemd does; the servers of the accounts go on."""
        for process in self.hub.children(recursive=False):
            process.terminate()
        self.hub.wait(PATIENCE)
        self.log.close()

    def end(self):
        """End all that runs on the machine."""
        self.process.kill()
        self.process.wait(PATIENCE)


def wait_for(condition, about=lambda: ""):
    """Wait until a function returns something, and return that."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        found = condition()
        if found:
            return found
        time.sleep(PAUSE)
    raise AssertionError(f"not within {PATIENCE} s: {about()}")


class Person:
    """Somebody who is signed in, without a browser.

    Arguments:
        server: the account whose server is used; its own by default.
        password: by default that which setup.py has made.

    Attributes:
        signed_in: the answer to signing in.
    """

    def __init__(self, machine: Machine, name: str, server: str = "", password: str | None = None):
        self.machine, self.name, self.session = machine, name, requests.Session()
        self.server = server or name
        self.session.get(f"{machine.url}/hub/login", timeout=PATIENCE)
        secret = machine.passwords[name] if password is None else password
        data = {"username": name, "password": secret, "_xsrf": self.xsrf("/hub/")}
        self.signed_in = self.session.post(
            f"{self.machine.url}/hub/login", data=data, allow_redirects=False, timeout=PATIENCE
        )

    def xsrf(self, path):
        return next(
            (c.value for c in self.session.cookies if c.name == "_xsrf" and c.path == path), ""
        )

    def hub(self, method, path, **options):
        """Ask the hub's API."""
        headers = {"X-XSRFToken": self.xsrf("/hub/")}
        url = f"{self.machine.url}/hub/api/{path}"
        return self.session.request(method, url, headers=headers, timeout=PATIENCE, **options)

    def start(self):
        """Start the server, and sign in to it."""
        answer = self.hub("POST", f"users/{self.server}/server")
        assert answer.status_code in (201, 202, 400), answer.text  # 400: it runs
        wait_for(self._runs, self.machine.tail)
        self.session.get(f"{self.machine.url}/user/{self.server}/lab", timeout=PATIENCE)
        return self

    def _runs(self):
        servers = self.hub("GET", f"users/{self.server}").json()["servers"]
        return servers.get("", {}).get("ready")

    def ask(self, method, path, **options):
        """Ask the server."""
        headers = {"X-XSRFToken": self.xsrf(f"/user/{self.server}/")}
        url = f"{self.machine.url}/user/{self.server}/{quote(path, safe='/?=&')}"
        return self.session.request(method, url, headers=headers, timeout=PATIENCE, **options)
