"""Calls of the C library for what Python cannot ask of Linux itself, and their constants.

This file runs on both sides of the sandbox; it needs Python alone.
"""

import ctypes
import functools
import os
import signal

# From <linux/sched.h>, <linux/mount.h> and <linux/prctl.h>.
NEW_USER, NEW_MOUNTS, NEW_PIDS, NEW_IPC = 0x10000000, 0x00020000, 0x20000000, 0x08000000
NEW_NETWORK = 0x40000000
READ_ONLY, NO_SUID, NO_DEVICES, NO_PROGRAMS, REMOUNT, BIND = 1, 2, 4, 8, 32, 4096
SET_PARENT_DEATH_SIGNAL, SET_DUMPABLE, SET_NO_NEW_PRIVILEGES, DROP_BOUNDING = 1, 4, 38, 24
SET_SECCOMP, SECCOMP_FILTER = 22, 2


def c_library(function: str, *arguments) -> None:
    """Call a function of the C library.

    Raises:
        OSError: it failed.
    """
    if getattr(_c_library(), function)(*arguments) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{function}: {os.strerror(number)}")


@functools.cache
def _c_library():
    return ctypes.CDLL(None, use_errno=True)


def die_with_parent() -> None:
    """Let the kernel kill this process when its parent ends, however that ends.

    Raises:
        OSError: the kernel refuses.
    """
    c_library("prctl", SET_PARENT_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
