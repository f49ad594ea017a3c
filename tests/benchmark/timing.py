"""Running commands against each other, so that a machine that slows down or speeds up hits both."""
import os
import sys
import time

# On a machine that is busy with other things the time that the processor took says more than that on the wall.
CLOCK = os.environ.get("BENCHMARK_CLOCK", "wall")


class Command:
    """A program with its arguments, and what of the environment differs."""

    def __init__(self, *arguments, **environment):
        self.arguments = [str(argument) for argument in arguments]
        self.environment = os.environ | environment
        self.peak = 0  # The most memory that a run took so far, in KiB; what this script itself takes is the least.

    def run(self, statuses=(0,)):
        """Milliseconds from the start of the process to its end, or of the processor; what it writes goes nowhere."""
        silence = [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
                   (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
                   (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
        start = time.perf_counter_ns()
        process = os.posix_spawnp(self.arguments[0], self.arguments, self.environment, file_actions=silence)
        _, status, usage = os.wait4(process, 0)
        taken = (time.perf_counter_ns() - start) / 1e6
        if CLOCK == "cpu":
            taken = (usage.ru_utime + usage.ru_stime) * 1e3
        if os.waitstatus_to_exitcode(status) not in statuses:
            sys.exit(f"failed with status {os.waitstatus_to_exitcode(status)}: {' '.join(self.arguments[:6])}")
        self.peak = max(self.peak, usage.ru_maxrss)
        return taken


def lower_quartile(values):
    return sorted(values)[len(values) // 4]


def compare(commands, runs, statuses=(0,)):
    """The lower quartile of each, in milliseconds, of runs in turn after one of each that does not count."""
    times = [[] for _ in commands]
    for run in range(runs + 1):
        for which in range(len(commands)) if run % 2 else reversed(range(len(commands))):
            taken = commands[which].run(statuses)
            if run > 0:
                times[which].append(taken)
    return [lower_quartile(each) for each in times]
