#!/usr/bin/env python3
"""The examples at work: each with the real kith on a copy of the example journal, and with stubs for the programs that
reach somebody (mail, sendmail, notify-send, fzf), which note what they were given."""
import base64
import email
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

KITH = os.environ["KITH_BINARY"]
ROOT = pathlib.Path(__file__).parents[2]
SCRIPTS = ROOT / "examples" / "scripts"
PACKAGING = ROOT / "examples" / "packaging"

STUB = """#!/bin/sh
{ for word in "$@"; do printf '%s\\n' "$word"; done; } >"$NOTES/$(basename "$0").arguments"
cat >"$NOTES/$(basename "$0").input"
"""
# Takes the first of its lines and runs the preview for it, as fzf would.
FZF = """#!/bin/sh
for word in "$@"; do
  [ "${before-}" != --preview ] || preview=$word
  before=$word
done
cat >"$NOTES/fzf.input"
grep -m 1 "$CHOICE" "$NOTES/fzf.input" || exit 130
field=$(printf '%s' "$preview" | tr -dc 0-9)
value=$(grep -m 1 "$CHOICE" "$NOTES/fzf.input" | cut -f "$field")
eval "$(printf '%s' "$preview" | sed "s/{.}/'$value'/")" >"$NOTES/fzf.preview"
"""


class Example(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.home = pathlib.Path(directory.name)
        self.notes = self.home / "notes"
        self.programs = self.home / "programs"
        for each in (self.notes, self.programs):
            each.mkdir()
        shutil.copytree(ROOT / "examples" / "journal", self.home / "journal")
        (self.programs / "kith").symlink_to(KITH)
        for name in ("mail", "sendmail", "notify-send"):
            self.put(name, STUB)
        self.put("fzf", FZF)
        self.variables = {"PATH": f"{self.programs}:{os.environ['PATH']}", "HOME": str(self.home), "LC_ALL": "C.UTF-8",
                          "KITH_DIR": str(self.home / "journal"), "KITH_TODAY": "2026-11-22",
                          "NOTES": str(self.notes), "GIT_CONFIG_NOSYSTEM": "1"}

    def put(self, name, text):
        program = self.programs / name
        program.write_text(text)
        program.chmod(0o755)

    def run_words(self, *words, status=0, **variables):
        done = subprocess.run(words, env={**self.variables, **variables}, cwd=self.home, stdin=subprocess.DEVNULL,
                              text=True, encoding="utf-8", capture_output=True, timeout=60)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        return done.stdout

    def run_script(self, name, *words, **options):
        return self.run_words(str(SCRIPTS / name), *words, **options)

    def given(self, program, what="arguments"):
        path = self.notes / f"{program}.{what}"
        return path.read_text() if path.exists() else None

    def close_all(self):
        self.variables["KITH_DIR"] = str(self.home / "empty")


class Prompt(Example):
    def test_bash(self):
        script = f"PS1='$ '; . {SCRIPTS}/prompt.sh; printf '%s' \"${{PS1@P}}\""
        self.assertEqual(self.run_words("bash", "--norc", "-c", script), "[7 due] $ ")
        self.close_all()
        self.assertEqual(self.run_words("bash", "--norc", "-c", script), "$ ")

    def test_zsh(self):
        if shutil.which("zsh") is None:
            self.skipTest("no zsh")
        script = f"PS1='$ '; . {SCRIPTS}/prompt.sh; print -rn -- \"${{(%%)${{(e)PS1}}}}\""
        self.assertEqual(self.run_words("zsh", "-f", "-c", script), "[7 due] $ ")

    def test_a_broken_journal_does_not_break_the_prompt(self):
        (self.home / "journal" / "people.toml").write_text("[[person\n")
        script = f"PS1='$ '; . {SCRIPTS}/prompt.sh; printf '%s' \"${{PS1@P}}\""
        self.assertEqual(self.run_words("bash", "--norc", "-c", script), "$ ")


class Tmux(Example):
    def test_the_status_line(self):
        self.assertEqual(self.run_script("tmux-status.sh"), "#[fg=red]4 overdue#[default], 7 due\n")
        self.close_all()
        self.assertEqual(self.run_script("tmux-status.sh"), "")

    def test_tmux_takes_the_lines_for_its_configuration(self):
        if shutil.which("tmux") is None:
            self.skipTest("no tmux")
        lines = re.findall(r"^#   (set .*)$", (SCRIPTS / "tmux-status.sh").read_text(), re.MULTILINE)
        self.assertEqual(len(lines), 2)
        (self.home / "tmux.conf").write_text("\n".join(lines) + "\n")
        tmux = ["tmux", "-S", str(self.home / "socket"), "-f", str(self.home / "tmux.conf")]
        shown = self.run_words(*tmux, "start-server", ";", "show-options", "-g", "status-right")
        self.assertIn("#(kith-tmux)", shown)


class Due(Example):
    def test_by_mail(self):
        self.run_script("due.sh", "mail", "me@example.org")
        self.assertEqual(self.given("mail"), "-s\nkith: 7 due\nme@example.org\n")
        self.assertEqual(self.given("mail", "input"), self.run_words("kith", "-q", "followup"))

    def test_as_a_notification(self):
        self.run_words("kith", "followup", "add", "ask <him> & her", "--with", "Bo Li", "--on", "2026-11-01")
        self.run_script("due.sh", "notify")
        self.assertTrue(self.given("notify-send").startswith("kith: 8 due\n"))
        self.assertIn("ask &lt;him> &amp; her", self.given("notify-send"))

    def test_nobody_is_told_where_nothing_is_due(self):
        self.close_all()
        self.assertEqual(self.run_script("due.sh", "mail", "me@example.org"), "")
        self.run_script("due.sh", "notify")
        self.assertIsNone(self.given("mail"))
        self.assertIsNone(self.given("notify-send"))

    def test_an_error_is_one_here_too(self):
        (self.home / "journal" / "people.toml").write_text("[[person\n")
        self.run_script("due.sh", "mail", "me@example.org", status=1)
        self.assertIsNone(self.given("mail"))
        self.close_all()

    def test_usage(self):
        self.run_script("due.sh", status=2)

    def install(self):
        """Puts the scripts where the crontab and the unit look for them."""
        programs = self.home / ".local" / "bin"
        programs.mkdir(parents=True)
        for name, script in (("kith-due", "due.sh"), ("kith-report", "friday-report.sh")):
            shutil.copy(SCRIPTS / script, programs / name)
        return programs

    def test_cron(self):
        self.install()
        lines = [line for line in (SCRIPTS / "crontab").read_text().splitlines() if not line.startswith("#")]
        self.assertEqual(len(lines), 2)
        for line in lines:
            times, command = line.split(maxsplit=5)[:5], line.split(maxsplit=5)[5]
            self.assertTrue(all(re.fullmatch(r"[0-9*,/-]+", each) for each in times), line)
            self.run_words("/bin/sh", "-c", command)
        self.assertIn("me@example.org", self.given("mail"))
        self.assertIn("To: me@example.org", self.given("sendmail", "input"))

    def test_systemd(self):
        if shutil.which("systemd-analyze") is None:
            self.skipTest("no systemd-analyze")
        programs = self.install()
        units = self.home / "units"
        units.mkdir()
        text = (SCRIPTS / "kith-due.service").read_text()
        self.assertIn("%h/.local/bin/kith-due", text)
        (units / "kith-due.service").write_text(text.replace("%h/.local/bin", str(programs)))
        shutil.copy(SCRIPTS / "kith-due.timer", units)
        done = subprocess.run(["systemd-analyze", "verify", "--man=no", "kith-due.service", "kith-due.timer"],
                              cwd=units, env=self.variables, text=True, capture_output=True, timeout=60)
        ours = [line for line in (done.stdout + done.stderr).splitlines() if "kith-due" in line]
        self.assertEqual(ours, [])
        command = re.search(r"^ExecStart=(.*)$", (units / "kith-due.service").read_text(), re.MULTILINE)[1]
        self.run_words(*command.split())
        self.assertTrue(self.given("notify-send").startswith("kith: 7 due\n"))


class Calendar(Example):
    def test_the_file_is_replaced_once_all_is_written(self):
        path = self.home / "kith.ics"
        path.write_text("of yesterday")
        self.assertEqual(self.run_script("calendar.sh", str(path)), "")
        first = path.read_bytes()
        self.assertTrue(first.startswith(b"BEGIN:VCALENDAR\r\n"))
        self.assertIn(b"\r\nTRIGGER:PT9H\r\n", first)
        self.assertEqual(self.run_script("calendar.sh", str(path)), "")
        self.assertEqual(path.read_bytes(), first)
        (self.home / "journal" / "people.toml").write_text("[[person\n")
        self.run_script("calendar.sh", str(path), status=1)
        self.assertEqual(path.read_bytes(), first)

    def test_the_line_for_cron(self):
        programs = self.home / ".local" / "bin"
        programs.mkdir(parents=True)
        shutil.copy(SCRIPTS / "calendar.sh", programs / "kith-calendar")
        (self.home / "public").mkdir()
        line = re.search(r"^#   (0 6-22 .*)$", (SCRIPTS / "calendar.sh").read_text(), re.MULTILINE)[1]
        self.assertIn(line, (ROOT / "README.md").read_text())
        self.run_words("/bin/sh", "-c", line.split(maxsplit=5)[5])
        self.assertTrue((self.home / "public" / "kith.ics").read_bytes().endswith(b"END:VCALENDAR\r\n"))

    def test_usage(self):
        self.run_script("calendar.sh", status=2)


class Pickers(Example):
    def test_a_person(self):
        self.assertEqual(self.run_script("pick-person.sh", CHOICE="Bo Li"), "bo-li\n")
        people = self.run_words("kith", "person").splitlines()
        self.assertEqual(len(self.given("fzf", "input").splitlines()), len(people))
        self.assertIn("Bo Li", self.given("fzf", "preview"))
        self.run_script("pick-person.sh", CHOICE="nobody of that name", status=130)

    def test_followups(self):
        done = self.run_script("pick-followup.sh", CHOICE="vzkj5gx0")
        self.assertTrue(done.startswith("done"), done)
        self.assertIn("Bo Li", self.given("fzf", "preview"))
        self.assertIn("done = 2026-11-22", (self.home / "journal" / "followups" / "2026.toml").read_text())
        self.assertIn("snoozed", self.run_script("pick-followup.sh", "snooze", CHOICE="@nora-o-neill"))
        self.run_script("pick-followup.sh", CHOICE="nothing like that", status=130)


class Report(Example):
    def test_the_page_is_mailed(self):
        self.run_script("friday-report.sh", "me@example.org")
        self.assertEqual(self.given("sendmail"), "-t\n")
        message = email.message_from_string(self.given("sendmail", "input"))
        self.assertEqual(message["To"], "me@example.org")
        self.assertEqual(message["Subject"], "kith 2026-W47: 8 online, 3 in person")
        self.assertEqual(message.get_content_type(), "text/html")
        page = base64.b64decode(message.get_payload()).decode(message.get_content_charset())
        self.assertEqual(page, self.run_words("kith", "report", "--as", "html"))

    def test_nothing_is_mailed_of_a_broken_journal(self):
        (self.home / "journal" / "people.toml").write_text("[[person\n")
        self.run_script("friday-report.sh", "me@example.org", status=1)
        self.assertIsNone(self.given("sendmail"))


class Hook(Example):
    def test_a_commit_of_a_broken_journal_is_refused(self):
        journal = self.home / "journal"
        (self.home / ".gitconfig").write_text("[user]\nname = Me\nemail = me@example.org\n")
        self.run_words("kith", "init", "--git")
        shutil.copy(SCRIPTS / "pre-commit", journal / ".git" / "hooks" / "pre-commit")
        git = ["git", "-C", str(journal)]
        self.run_words(*git, "add", "-A")
        self.run_words(*git, "commit", "-q", "-m", "All well")
        with (journal / "people.toml").open("a") as people:
            people.write("\n[[person]\n")
        self.run_words(*git, "commit", "-q", "-a", "-m", "Broken", status=1)
        self.assertEqual(self.run_words(*git, "log", "--format=%s"), "All well\n")


class Badges(Example):
    def test_a_badge_for_each_one_met(self):
        self.run_words("kith", "person", "edit", "ana", "--organisation", "Tea & <Cake>")
        self.run_words("kith", "event", "met", "rust-lisbon-november", "Ana Souza", "Zoë Ångström")
        page = self.run_script("badges.sh", "rust-lisbon-november")
        met = self.run_words("kith", "event", "show", "rust-lisbon-november", "--format", "{met}").strip().split(",")
        self.assertEqual(page.count("<div>"), len(met))
        self.assertIn("<h1>Bo Li</h1>", page)
        self.assertIn("<br>Tea &amp; &lt;Cake&gt;<p>", page)
        self.assertIn("<h1>Zoë Ångström</h1>", page)
        self.run_script("badges.sh", "no-such-event", status=1)


class Packaging(Example):
    def test_the_templates_have_the_version_of_the_project(self):
        version = re.search(r"^project\(kith VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text(), re.MULTILINE)[1]
        script = f". {PACKAGING}/PKGBUILD; declare -F build package; echo $pkgver"
        self.assertEqual(self.run_words("bash", "-eu", "-c", script), f"build\npackage\n{version}\n")
        formula = (PACKAGING / "kith.rb").read_text()
        self.assertIn(f"v{version}.tar.gz", formula)
        if shutil.which("ruby"):
            self.run_words("ruby", "-c", str(PACKAGING / "kith.rb"))


class Links(unittest.TestCase):
    def test_each_example_is_linked(self):
        linked = set(re.findall(r"\]\(examples/((?:scripts|packaging)/[^)#]+)\)", (ROOT / "README.md").read_text()))
        there = {f"scripts/{path.name}" for path in SCRIPTS.iterdir()} | {"packaging/PKGBUILD", "packaging/kith.rb"}
        self.assertLessEqual(there, linked)
        for each in linked:
            self.assertTrue((ROOT / "examples" / each).exists(), each)


if __name__ == "__main__":
    unittest.main()
