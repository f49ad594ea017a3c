"""An import takes a few times the memory of its file, whatever the file says: more only where records are unpacked."""

import os
import pathlib
import subprocess
import sys
import tempfile
import threading

KITH = os.path.abspath(sys.argv[1])
MOST = 9  # Of its file's size, beyond what next to nothing takes; measured 5 to 6. Before records were packed it was 50.
COUNT = 60_000


def linkedin(count):
    yield "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    for i in range(count):
        yield f'Ana,L{i:06},https://www.linkedin.com/in/ana-{i},x{i}@example.org,"Firma, {i % 999} AG",Engineer,15 Nov 2023\n'


def vcard(count):
    for i in range(count):
        yield (f"BEGIN:VCARD\nVERSION:3.0\nFN:Ana L{i:06}\nN:L{i:06};Ana;;;\nEMAIL:x{i}@example.org\n"
               f"TEL:+49 30 {i}\nORG:Firma\nNOTE:met at the conference\nEND:VCARD\n")


def ics(count):
    yield "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n"
    for i in range(count):
        day = f"2025{1 + i % 12:02}{1 + i % 28:02}"
        yield (f"BEGIN:VEVENT\nUID:u{i}@x\nDTSTAMP:20250101T000000Z\nDTSTART:{day}T100000Z\nDTEND:{day}T110000Z\n"
               f"SUMMARY:Meeting {i}\nLOCATION:Berlin\nEND:VEVENT\n")
    yield "END:VCALENDAR\n"


def peak(folder, options, name):
    """In bytes."""
    environment = dict(os.environ, HOME=str(folder), KITH_DIR=str(folder / "journal"))
    with subprocess.Popen([KITH, "import", *options, name], cwd=folder, env=environment, stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE) as process:
        told = []
        reading = threading.Thread(target=lambda: told.append(process.stderr.read()))
        reading.start()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        reading.join()
    if process.returncode != 0:
        sys.exit(f"import {name}: {told[0].decode()}")
    return usage.ru_maxrss * 1024


def write(path, lines):
    with path.open("w", encoding="utf-8") as file:
        file.writelines(lines)  # A child's peak is at least what this script takes itself.
    return path.stat().st_size


def main():
    failures = 0
    for kind, name in ((linkedin, "Connections.csv"), (vcard, "cards.vcf"), (ics, "days.ics")):
        for option in ("--dry-run", "--yes"):
            with tempfile.TemporaryDirectory() as place:
                folder = pathlib.Path(place)
                options = [option] if option == "--yes" else ["-n"]
                write(folder / name, kind(10))
                least = peak(folder, ["-n"], name)
                size = write(folder / name, kind(COUNT))
                ratio = (peak(folder, options, name) - least) / size
            verdict = "" if ratio <= MOST else "  TOO MUCH"
            failures += bool(verdict)
            print(f"{name} {option}: {size / 1e6:.1f} MB, {ratio:.1f} times that{verdict}")
    sys.exit(failures)


if __name__ == "__main__":
    main()
