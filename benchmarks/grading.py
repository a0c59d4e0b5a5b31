"""Measure how fast a class is graded, beside stock nbgrader.

    python benchmarks/grading.py [06]    24, 96 and 384 submissions of one notebook
    python benchmarks/grading.py each    96 submissions of every notebook

It fabricates a class of right, wrong and half-finished submissions, of notebook 04 if none is
named, and grades it from the command line, start-up included: with `python -m grading`, in the
sandbox, and with `nbgrader autograde` as nbgrader comes. Both get the same cores. The ratios of one
run count; the times are those of this machine. With `each`, stock nbgrader grades a quarter of the
class, and its time counts four times: it grades one submission after the other. So its start-up,
some three seconds, counts four times too.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil
from tqdm import tqdm

from authoring.masters import masters, sources
from authoring.mistakes import explained

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (
    "notebooks",
    "authoring",
    "release",
    "datasets",
    "dnn_tools",
    "exercises",
    "grading",
    "solved",
)
SIZES, COMPARED = (24, 96, 384), 96
ENVIRONMENT = os.environ | {
    "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
}
PATCH = "patch_nbgrader()\n"  # the line of nbgrader_config.py that makes nbgrader grade by grading/


def course(folder, assignment, stock=False):
    """A copy of the course whose notebook is released. Stock: nbgrader grades in its own way."""
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "classroom").mkdir()
    for path in [*ROOT.glob("*.py"), ROOT / "pyproject.toml"]:
        shutil.copy(path, folder)
    if stock:
        config = (folder / "nbgrader_config.py").read_text(encoding="utf-8")
        assert config.count(PATCH) == 1
        (folder / "nbgrader_config.py").write_text(config.replace(PATCH, ""), encoding="utf-8")
    command = [sys.executable, "-m", "nbgrader", "generate_assignment", assignment]
    subprocess.run(command, cwd=folder, env=ENVIRONMENT, check=True, capture_output=True)
    return folder


def submissions(folder, master, count):
    """Lay `count` submissions: in turn all right, all right, one value wrong, and half solved."""
    solved = sources(master)
    del solved["setup"]
    rows = explained(master)
    mistake = rows[len(rows) // 2]
    wrong = solved | {mistake.exercise: mistake.source}
    half = dict(list(solved.items())[: len(solved) // 2])
    release = folder / "classroom" / "release" / master.stem
    released = (release / master.name).read_text("utf-8")
    for number in range(count):
        notebook = json.loads(released)
        for cell in notebook["cells"]:
            cell["source"] = (solved, solved, wrong, half)[number % 4].get(
                cell["id"], cell["source"]
            )
        place = folder / "classroom" / "submitted" / f"student{number:03}" / master.stem
        place.mkdir(parents=True)
        ignore = shutil.ignore_patterns("*.ipynb")
        shutil.copytree(release, place, ignore=ignore, dirs_exist_ok=True)
        (place / master.name).write_text(json.dumps(notebook), encoding="utf-8")


def measure(folder, command):
    """Run a command.

    Returns:
        wall seconds, CPU seconds of it and all that it started, and the highest sum of memory in
        bytes (shared pages counted once).
    """
    before, start = os.times(), time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=folder,
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    sampler = Sampler(process.pid)
    sampler.start()
    code = process.wait()
    wall, after = time.perf_counter() - start, os.times()
    sampler.join()
    if code:
        raise SystemExit(f"{' '.join(command)} ended with {code} in {folder}.")
    cpu = after.children_user + after.children_system - before.children_user
    return wall, cpu - before.children_system + sum(sampler.sandboxes.values()), sampler.peak


class Sampler(threading.Thread):
    """Looks at a process and all below it, five times a second.

    Attributes:
        peak: the highest sum of memory, in bytes.
        sandboxes: {process: CPU seconds} of the warm processes and the submissions that each has
            run. Bubblewrap does not wait for them, so the kernel adds them to nobody's account.
    """

    def __init__(self, pid):
        super().__init__()
        self.process, self.peak, self.sandboxes = psutil.Process(pid), 0, {}

    def run(self):
        while self.process.is_running() and self.process.status() != psutil.STATUS_ZOMBIE:
            memory = 0
            try:
                below = self.process.children(recursive=True)
            except psutil.NoSuchProcess:
                break  # it has ended
            for one in [self.process, *below]:
                try:
                    memory += one.memory_full_info().pss
                    if one.parent().name() == "bwrap" and one.name() != "bwrap":
                        self.sandboxes[one.pid] = sum(one.cpu_times()[:4])
                except (psutil.Error, OSError, AttributeError):
                    continue  # it has ended
            self.peak = max(self.peak, memory)
            time.sleep(0.2)


def graded(master, name, size):
    """Wall seconds, CPU seconds and memory, as `measure` returns them, of grading a new class."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as temporary:
        folder = course(Path(temporary), master.stem, stock=name != "grading")
        submissions(folder, master, size)
        options = ["--jobs", str(os.cpu_count()), "--quiet"] if name == "grading" else []
        return measure(folder, [*name.split(), master.stem, *options])


def each():
    """Compare the two for every notebook."""
    print(f"{COMPARED} submissions each, {os.cpu_count()} cores, start-up included\n")
    print(f"{'':34} grading s  CPU s   nbgrader s  CPU s   times as fast  CPU")
    for master in tqdm(masters(), leave=False, disable=None):
        wall, cpu, _ = graded(master, "grading", COMPARED)
        others = [4 * part for part in graded(master, "nbgrader autograde", COMPARED // 4)[:2]]
        print(
            f"{master.stem:34} {wall:9.1f} {cpu:6.1f} {others[0]:12.0f} {others[1]:6.0f} "
            f"{others[0] / wall:15.1f}  1/{others[1] / cpu:.1f}",
            flush=True,
        )


def main(number="04"):
    if number == "each":
        return each()
    (master,) = [path for path in masters() if path.stem.startswith(number)]
    jobs = [("grading", size) for size in SIZES] + [("nbgrader autograde", COMPARED)]
    rows = {}
    bar = tqdm(jobs, leave=False, disable=None)
    for name, size in bar:
        bar.set_description(f"{name}, {size}")
        rows[name, size] = graded(master, name, size)
    print(f"{master.stem}, {os.cpu_count()} cores, start-up included\n")
    print(f"{'':18} submissions   wall s   a minute   CPU ms each   peak MB")
    for (name, size), (wall, cpu, peak) in rows.items():
        print(
            f"{name:18} {size:11} {wall:8.1f} {60 * size / wall:10.0f} {1000 * cpu / size:13.0f} "
            f"{peak / 2**20:9.0f}"
        )
    ours, stock = rows["grading", COMPARED], rows["nbgrader autograde", COMPARED]
    print(
        f"\nat {COMPARED}: {stock[0] / ours[0]:.1f} times as fast, CPU 1/{stock[1] / ours[1]:.1f}"
    )
    small, large = SIZES[0], SIZES[-1]
    further = [
        (rows["grading", large][n] - rows["grading", small][n]) / (large - small) for n in (0, 1)
    ]
    print(
        f"each further submission: {1000 * further[0]:.0f} ms, {1000 * further[1]:.0f} ms CPU; "
        f"start-up {rows['grading', small][0] - small * further[0]:.1f} s"
    )
    return None


if __name__ == "__main__":
    main(*sys.argv[1:])
