"""System calls that the learner's process may not make: a filter in the kernel that nothing lifts.

A refused call fails with ENOSYS, as in a kernel that does not have it.

This file runs inside the sandbox; it needs Python alone.
"""

import ctypes
import errno
import struct

# From <linux/audit.h>: what the kernel calls the machines whose calls are known here.
MACHINES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

# The numbers of the calls on these machines, from <asm/unistd.h>; -1 where there is no such call.
REFUSED = {
    # Namespaces, whose owner reaches more of the kernel.
    "unshare": (272, 97),
    "setns": (308, 268),
    # Memory that belongs to no process, and so to none whose memory is limited.
    "memfd_create": (319, 279),
    "shmget": (29, 194),
    "msgget": (68, 186),
    "semget": (64, 190),
    "mq_open": (240, 180),
    # What is counted for each user or machine, and so is missing to others.
    "io_setup": (206, 0),
    "inotify_init": (253, -1),
    "inotify_init1": (294, 26),
    "fanotify_init": (300, 262),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    # Locks of files that all see, of which there is no limit.
    "flock": (73, 32),
    # What others have left in the kernel's log and in the cache of files.
    "syslog": (103, 116),
    "mincore": (27, 232),
    "preadv2": (327, 286),
    # Parts of the kernel that no exercise needs, and that have had many holes.
    "userfaultfd": (323, 282),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "ptrace": (101, 117),
}
# From this number on all machines have the same calls, io_uring among them, and new ones come
# every year. Refused but for pidfd_open, close_range, faccessat2, epoll_pwait2, fchmodat2.
FIRST_NEW, ALLOWED_NEW = 424, (434, 436, 439, 441, 452)

# Refused with one of some values at a place among the arguments.
REFUSED_VALUES = (
    # F_SETPIPE_SZ, and two hints that a file keeps for the next who opens it; then locks, leases
    # and notices of files, by which others can see it, or have to wait.
    ((72, 25), 1, (1031, 1036, 1038, 5, 6, 7, 36, 37, 38, 1024, 1025, 1026)),  # fcntl
    # SO_SNDBUF and SO_SNDBUFFORCE: a socket's buffer belongs to no process either.
    ((54, 208), 2, (7, 32)),  # setsockopt
)
# These are allowed with one value alone: for a socket within this machine.
SOCKET, SOCKET_PAIR, LOCAL = (41, 198), (53, 199), 1
# And this one without any flag of these: to start a process, but in no new namespace.
CLONE, NEW_NAMESPACES = (56, 220), 0x7E020000

# Of <linux/filter.h>: load a word, compare with equal or greater or common bits, return.
LOAD, EQUAL, AT_LEAST, BITS, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
ALLOW, REFUSE = 0x7FFF0000, 0x00050000 | errno.ENOSYS
NUMBER, MACHINE, ARGUMENTS = 0, 4, 16  # where they stand in what the filter sees


def step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    """One step of a filter: how many steps to skip if the comparison holds, or does not."""
    return struct.pack("HBBI", code, if_true, if_false, value)


def by_argument(number: int, position: int, tests: list[bytes]) -> list[bytes]:
    """The steps for a call that depends on an argument, whose tests end by returning or not."""
    look = step(LOAD, ARGUMENTS + 8 * position)
    return [step(EQUAL, number, 0, len(tests) + 2), look, *tests, step(LOAD, NUMBER)]


class Filter(ctypes.Structure):
    """What the kernel takes: `struct sock_fprog`."""

    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def filter_for(machine: str) -> Filter:
    """The filter for a machine, as `os.uname` names it.

    Raises:
        OSError: its calls are not known.
    """
    if machine not in MACHINES:
        raise OSError(f"the system calls of {machine} are not known")
    this = list(MACHINES).index(machine)
    refuse, allow = step(RETURN, REFUSE), step(RETURN, ALLOW)
    steps = [step(LOAD, MACHINE), step(EQUAL, MACHINES[machine], 1, 0), refuse, step(LOAD, NUMBER)]
    for numbers in REFUSED.values():
        if numbers[this] >= 0:
            steps += [step(EQUAL, numbers[this], 0, 1), refuse]
    for number in ALLOWED_NEW:
        steps += [step(EQUAL, number, 0, 1), allow]
    steps += [step(AT_LEAST, FIRST_NEW, 0, 1), refuse]
    for numbers, position, values in REFUSED_VALUES:
        for value in values:
            steps += by_argument(numbers[this], position, [step(EQUAL, value, 0, 1), refuse])
    for numbers in (SOCKET, SOCKET_PAIR):
        steps += by_argument(numbers[this], 0, [step(EQUAL, LOCAL, 1, 0), refuse])
    steps += by_argument(CLONE[this], 0, [step(BITS, NEW_NAMESPACES, 0, 1), refuse])
    return Filter(len(steps) + 1, b"".join([*steps, allow]))
