#!/usr/bin/env python3
"""Has the pieces of run.sh do their work on a tiny journal. Nothing is timed that anything depends on."""
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent


def run(script, *arguments):
    done = subprocess.run([sys.executable, HERE / script, *map(str, arguments)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{script} failed:\n{done.stdout}{done.stderr}"
    return done.stdout


def main():
    kith = sys.argv[1]
    with tempfile.TemporaryDirectory() as directory:
        journal = pathlib.Path(directory, "journal")
        run("generate.py", journal, "--interactions", 400, "--people", 20, "--followups", 60, "--years", 2)
        said = run("measure.py", kith, "true", "true", journal, "--runs", 1, "--no-instructions")
        for job in ("--version", "report --json", "log TEXT", "followup done <TAB>", "followup list --due",
                    "log list --with WHO", "log show ID", "report of all years", "check", "with the history"):
            assert f"\n{job}" in said, f"no line of {job} in\n{said}"
        assert said.count("reached") + said.count("missed") == 13, said
        said = run("peers.py", kith, "true", journal, "--runs", 1)
        for job in ("log one entry", "this week's report", "entries with one person", "what is due"):
            assert f"\n{job}" in said, f"no line of {job} in\n{said}"


if __name__ == "__main__":
    main()
