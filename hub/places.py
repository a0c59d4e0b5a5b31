"""Where everything lies on the server, and what accounts and groups are called."""

from pathlib import Path

COURSE_ID = "deep-networks-step-by-step"  # of nbgrader, as in nbgrader_config.py

# The account that owns the course, and as which all its instructors work. Nobody signs in as it.
COURSE = "course"
# The system's groups that may sign in.
LEARNERS, INSTRUCTORS = "learners", "instructors"

# Programs: root's, and everybody reads them.
PROGRAMS = Path("/opt/deep-networks")
ENVIRONMENT = PROGRAMS / "environment"  # Python with the pinned packages
PINS = PROGRAMS / "pins"  # what ENVIRONMENT was made from
PROXY = PROGRAMS / "proxy"  # JupyterHub's proxy, with the pinned packages of Node.js
HUB = PROGRAMS / "hub"  # a copy of this folder
LIBRARY = PROGRAMS / "library"  # what Validate and the start page import

# What the class makes.
CLASSES = Path("/srv/deep-networks")
COURSE_FOLDER = CLASSES / "course"  # masters, gradebook, submissions: the course account's alone
EXCHANGE = CLASSES / "exchange"

# What the hub remembers.
STATE = Path("/var/lib/deep-networks")
DATABASE = STATE / "hub"  # root's alone
KEYS = STATE / "keys"  # in it a folder for each account, which it alone reads
PASSWORDS = DATABASE / "passwords.csv"  # of the accounts that setup.py has made

# What whoever runs the server changes: lines of JupyterHub's configuration.
SETTINGS = Path("/etc/deep-networks/hub.py")
UNIT = Path("/etc/systemd/system/deep-networks-hub.service")
