"""A class that signs in and hands in within a minute: how long it takes, what is lost, the memory.

    sudo python benchmarks/hub.py [learners]

It sets up a hub on a machine of its own (tests/hub_machine.py), releases notebook 01, and lets
each learner, without a browser, sign in, fetch, and hand in, all within a minute. Then the hub is
stopped and started, and what was handed in is collected and graded.
"""

import argparse
import os
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]

import hub_machine  # noqa: E402
from hub_machine import Machine, Person, places, why_not  # noqa: E402

ASSIGNMENT = "01-numpy-for-neural-networks"
MINUTE = 60
hub_machine.PATIENCE, hub_machine.PAUSE = 900, 2  # forty who ask ten times a second are a load


def evening(machine, name, wait):
    """Sign in after some seconds, fetch, start the kernel of the notebook, hand in.

    Returns:
        the seconds until the server answered, and until the submission was in.
    """
    time.sleep(wait)
    begin = time.monotonic()
    learner = Person(machine, name).start()
    ready = time.monotonic() - begin
    data = {"course_id": places.COURSE_ID, "assignment_id": ASSIGNMENT}
    assert learner.ask("POST", "assignments/fetch", json=data).json()["success"]
    notebook = {"path": f"{ASSIGNMENT}/{ASSIGNMENT}.ipynb", "type": "notebook", "name": "x"}
    answer = learner.ask("POST", "api/sessions", json={**notebook, "kernel": {"name": "python3"}})
    assert answer.status_code == 201, answer.text
    assert learner.ask("POST", "assignments/submit", json=data).json()["success"]
    return ready, time.monotonic() - begin


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("learners", nargs="?", type=int, default=40)
    number = parser.parse_args().learners
    if why_not():
        raise SystemExit(why_not())
    names = [f"learner{i:02}" for i in range(1, number + 1)]
    with tempfile.TemporaryDirectory() as folder:
        layers = Path(folder) / "layers"
        layers.mkdir()
        machine = Machine(layers)
        try:
            machine.write("/srv/class.csv", "\n".join(["id", *names, ""]))
            machine.set_up("--class", "/srv/class.csv")
            machine.start()
            for command in ("generate_assignment", "release_assignment"):
                machine.run(
                    "bash", "-lc", f"nbgrader {command} {ASSIGNMENT}", account=places.COURSE
                )
            print(f"load before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
            free = psutil.virtual_memory().available
            begin = time.monotonic()
            with ThreadPoolExecutor(number) as pool:
                waits = [MINUTE * i / number for i in range(number)]
                done = list(pool.map(evening, [machine] * number, names, waits))
            took = time.monotonic() - begin
            ready, handed_in = (sorted(each) for each in zip(*done, strict=True))
            print(f"{number} learners in {took:.0f} s; load {os.getloadavg()[0]:.1f}")
            print(
                f"server ready after {ready[number // 2]:.0f} s (median), {ready[-1]:.0f} s (last)"
            )
            print(f"handed in after {handed_in[number // 2]:.0f} s, {handed_in[-1]:.0f} s")
            used = (free - psutil.virtual_memory().available) / 1e6
            print(f"memory: {used:.0f} MB, {used / number:.0f} MB per learner")
            machine.stop()
            machine.start()
            options = "--ExchangeCollect.update=True"
            collect = f"nbgrader collect {ASSIGNMENT} {options} && "
            collect += f"python -m grading {ASSIGNMENT} --quiet"
            begin = time.monotonic()
            done = machine.run("bash", "-lc", collect, account=places.COURSE)
            print(done.stdout.splitlines()[0], f"in {time.monotonic() - begin:.0f} s")
        finally:
            machine.end()


if __name__ == "__main__":
    main()
