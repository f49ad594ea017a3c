#!/usr/bin/env python3
"""Times commands against a reference, in pairs, and prints the ratios of the medians.

The runs of a pair alternate, so that a machine that slows down or speeds up hits both.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import time
import tomllib


def wall_time(command, environment):
    """Nanoseconds from the start of a process to its end; what it writes goes nowhere."""
    silence = [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
               (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    start = time.perf_counter_ns()
    process = os.posix_spawn(command[0], command, environment, file_actions=silence)
    _, status, _ = os.wait4(process, 0)
    taken = time.perf_counter_ns() - start
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"failed with status {os.waitstatus_to_exitcode(status)}: {' '.join(command[:6])}")
    return taken


def medians(job, reference, runs, environment):
    """Of both commands, in milliseconds, after one run of each that does not count."""
    times = ([], [])
    for run in range(runs + 1):
        order = (0, 1) if run % 2 else (1, 0)
        for which in order:
            taken = wall_time((job, reference)[which], environment)
            if run > 0:
                times[which].append(taken)
    return tuple(statistics.median(each) / 1e6 for each in times)


def main():
    kith, hello, parse, directory = sys.argv[1:5]
    runs = int(sys.argv[5]) if len(sys.argv) > 5 else 51
    long_runs = max(3, runs // 5)
    environment = os.environ | {"KITH_DIR": directory, "KITH_TODAY": "2026-11-22", "XDG_STATE_HOME": f"{directory}.state"}
    people = tomllib.loads(pathlib.Path(directory, "people.toml").read_text())["person"]
    names = [person["name"] for person in people]
    person = next(person for person in people if names.count(person["name"]) == 1)
    logs = sorted(str(path) for path in pathlib.Path(directory, "log").glob("*.toml"))

    hello, parse = ("hello", [hello]), ("toml++ parse", [parse, *logs])
    entry = f"Coffee with {person['name']} about the release"
    pairs = [
        ("report --json", ["report", "--json"], hello, 8.0, runs),
        ("log TEXT", ["log", entry], hello, 8.0, runs),
        ("followup list --due", ["followup", "list", "--due"], parse, 0.5, long_runs),
        ("log list --with WHO", ["log", "list", "--with", person["id"]], parse, 0.5, long_runs),
    ]
    version = subprocess.run([kith, "--version"], capture_output=True, text=True, check=True).stdout.split("\n")[0]
    size = sum(os.path.getsize(path) for path in logs) / 1e6
    print(f"{version}; {len(logs)} months, {size:.0f} MB of log; medians of {runs} and {long_runs} runs\n")
    print(f"{'job':<22}{'median':>12}   {'reference':<14}{'median':>12}{'ratio':>8}{'goal':>7}")
    for name, command, (reference_name, reference), goal, count in pairs:
        taken, base = medians([kith, *command], reference, count, environment)
        ratio = taken / base
        verdict = "ok" if ratio <= goal else "over"
        print(f"{name:<22}{taken:>9.2f} ms   {reference_name:<14}{base:>9.2f} ms{ratio:>8.2f}{goal:>7.1f}  {verdict}",
              flush=True)


if __name__ == "__main__":
    main()
