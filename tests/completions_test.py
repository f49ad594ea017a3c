#!/usr/bin/env python3
"""Types half a line into bash, zsh and fish, presses the tabulator, and looks at what the command is then called with.

usage: completions_test.py KITH [SHELL...]     a shell that is not installed is passed over, unless CI is set

Only a part of the lines is typed into the variants of a shell, which differ in how the completion gets there.
"""

import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time

PROJECT = pathlib.Path(__file__).resolve().parent.parent
PROMPT = "kith-prompt> "
PATIENCE = 20  # seconds for a shell to answer

# What is typed before the tabulator, and the arguments that `show` then has.
LINES = [
    ("log --wit", ["log", "--with"]),
    ("strat", ["strategy"]),
    ("strategy go", ["strategy", "goal"]),
    ("log --with ana-", ["log", "--with", "ana-souza"]),
    ("log --with=ana-", ["log", "--with=ana-souza"]),
    ("log --with @ana-", ["log", "--with", "@ana-souza"]),
    ("log --with=@ana-", ["log", "--with=@ana-souza"]),
    ("log --with Prof", ["log", "--with", "Prof. Weiss"]),
    ("log --with 'Prof", ["log", "--with", "Prof. Weiss"]),
    ('log --with "Prof', ["log", "--with", "Prof. Weiss"]),
    ("log --with=Prof", ["log", "--with=Prof. Weiss"]),
    ('log --with="Prof', ["log", "--with=Prof. Weiss"]),
    ("log --with Prof.\\ W", ["log", "--with", "Prof. Weiss"]),
    ("log --with The", ["log", "--with", "The \"big $HOME\" O'Hara\\"]),
    ("log --with 'The", ["log", "--with", "The \"big $HOME\" O'Hara\\"]),
    ('log --with "The', ["log", "--with", "The \"big $HOME\" O'Hara\\"]),
    ('log --with "Nora O', ["log", "--with", "Nora O'Neill"]),
    ("log --with 'Nora O", ["log", "--with", "Nora O'Neill"]),
    ("person show 佐", ["person", "show", "佐藤健"]),
    ("log --with Łuk", ["log", "--with", "lukasz-wojcik"]),
    ('log --with "Łukasz W', ["log", "--with", "Łukasz Wójcik"]),
    ("log Coffee with And", ["log", "Coffee", "with", "Anders Holm"]),
    ("log 'Zoë: café' --with=ana-", ["log", "Zoë: café", "--with=ana-souza"]),
    ("log --wi x\x1b[D\x1b[D", ["log", "--with", "x"]),
    ("log -- --wi", ["log", "--", "--wi"]),
    ("log --bogus x --with ana-", ["log", "--bogus", "x", "--with", "ana-souza"]),
    ("event show rustc", ["event", "show", "rustconf-2026"]),
    ("followup done vzk", ["followup", "done", "vzkj5gx0"]),
    ("followup done @pri", ["followup", "done", "@priya-raman"]),
    ("person list --group recr", ["person", "list", "--group", "recruiters"]),
    ("log x --via cof", ["log", "x", "--via", "coffee"]),
    ("log list --tag cran", ["log", "list", "--tag", "cranelift"]),
    ("report --as mark", ["report", "--as", "markdown"]),
    ("strategy post publish w8", ["strategy", "post", "publish", "w8r2k5vn"]),
    ("--dir empty person show ana-", ["--dir", "empty", "person", "show", "ana-"]),
    ("--dir broken check --fi", ["--dir", "broken", "check", "--fix"]),
    ("--dir broken person show ana-", ["--dir", "broken", "person", "show", "ana-"]),
    ("--dir broken event show rustc", ["--dir", "broken", "event", "show", "rustconf-2026"]),
    ("help strategy top", ["help", "strategy", "topic"]),
    ("--dir brok", ["--dir", "broken/"]),
    ("merge-file broken/peop", ["merge-file", "broken/people.toml"]),
    ("merge-file a b --output broken/peop", ["merge-file", "a", "b", "--output", "broken/people.toml"]),
    ("git add strat", ["git", "add", "strategy.toml"]),
]

BASH = {
    "command": ["bash", "--noprofile", "--norc", "-i"],
    "setup": "bind 'set enable-bracketed-paste off'; bind 'set bell-style none'; bind 'set page-completions off'\n"
    "show() { printf '<<'; printf '{%s}' \"$@\"; printf '>>\\n'; }\n",
    "prompt": f"PS1='{PROMPT}'\n",
}
ZSH = {
    "command": ["zsh", "-f", "-i"],
    "setup": "unsetopt zle_bracketed_paste beep prompt_cr prompt_sp auto_remove_slash\n"
    "show() { printf '<<'; printf '{%s}' \"$@\"; printf '>>\\n'; }\n",
    "prompt": f"PS1='{PROMPT}'\n",
}
SHELLS = {
    "bash": BASH | {"load": "source installed/bash-completion/completions/kith; complete -F _kith show\n"},
    "bash, with its package": BASH
    | {
        "load": "source /usr/share/bash-completion/bash_completion; _completion_loader kith; complete -F _kith show\n",
        "needs": "/usr/share/bash-completion/bash_completion",
    },
    "bash, printed": BASH | {"load": "source <(kith completion bash); complete -F _kith show\n"},
    "zsh": ZSH
    | {
        "load": "fpath=($PWD/installed/zsh/site-functions $fpath); autoload -Uz compinit; compinit -u -d ./dump\n"
        "compdef _kith show\n",
    },
    "zsh, printed": ZSH
    | {"load": "autoload -Uz compinit; compinit -u -D; source <(kith completion zsh); compdef _kith show\n"},
    "fish": {
        "command": ["fish", "--no-config", "-i"],
        "setup": "function show; printf '<<'; printf '{%s}' $argv; printf '>>\\n'; end\n"
        "set -g fish_greeting; set -g fish_autosuggestion_enabled 0; set -g fish_color_command normal\n"
        "function fish_right_prompt; end; function fish_title; end\n",
        "load": "source installed/fish/vendor_completions.d/kith.fish; complete -c show -w kith\n",
        "prompt": f"function fish_prompt; printf '{PROMPT}'; end\n",
    },
}


class Terminal:
    """A shell at a terminal of its own."""

    def __init__(self, command, environment, directory):
        child, self.descriptor = pty.fork()
        if child == 0:
            os.chdir(directory)
            os.execvpe(command[0], command, environment)
        self.child = child
        self.seen = ""

    def type(self, keys):
        os.write(self.descriptor, keys.encode())

    def wait_until_seen(self, pattern):
        end = time.monotonic() + PATIENCE
        while not (found := re.search(pattern, self.seen, re.DOTALL)):
            ready, _, _ = select.select([self.descriptor], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise TimeoutError(f"no {pattern!r} in {self.seen!r}")
            self.seen += os.read(self.descriptor, 65536).decode(errors="replace")
        return found

    def wait_for(self, pattern):
        """What came up to the end of the pattern; it is not seen again."""
        end = self.wait_until_seen(pattern).end()
        text, self.seen = self.seen[:end], self.seen[end:]
        return text

    def close(self):
        os.close(self.descriptor)
        os.waitpid(self.child, 0)


def open_shell(name, environment, directory):
    shell = SHELLS[name]
    terminal = Terminal(shell["command"], environment, directory)
    setup = directory / "setup"
    setup.write_text(shell["setup"] + shell["load"] + shell["prompt"])
    terminal.type(f"source {setup}\n")
    terminal.wait_for(re.escape(PROMPT))
    return terminal


def arguments_after(terminal, keys):
    """What `show` was called with once the keys were typed."""
    terminal.type(keys + "\n")
    said = re.search(r"<<(.*)>>", terminal.wait_for(r"<<.*?>>.*?" + re.escape(PROMPT)), re.DOTALL)
    return re.findall(r"\{(.*?)\}", said[1].replace("\r", ""), re.DOTALL)


def check_lines(name, environment, directory):
    wrong = []
    terminal = open_shell(name, environment, directory)
    for typed, expected in LINES if "," not in name else LINES[::6]:
        arguments = arguments_after(terminal, f"show {typed}\t")
        if arguments != expected:
            wrong.append(f"{name}: {typed}<TAB> gives {arguments}, not {expected}")
    terminal.type("show event show \t\t")
    listed = ["rustconf-2026", "rust-lisbon-june"] + ([] if name.startswith("bash") else ["RustConf 2026"])
    for text in listed:
        terminal.wait_until_seen(text)
    terminal.close()
    return wrong


def write_journals(directory):
    journal = directory / "journal"
    shutil.copytree(PROJECT / "examples/journal", journal)
    with open(journal / "people.toml", "a", encoding="utf-8") as people:
        people.write("\n[[person]]\nid = \"x-1\"\nname = \"Xenia\"\naliases = ['''The \"big $HOME\" O'Hara\\''']\n")
    (directory / "empty").mkdir()
    shutil.copytree(journal, directory / "broken")
    (directory / "broken/people.toml").write_text("[[person]\nid = \n")


def install(directory):
    for source, target in [
        ("kith.bash", "bash-completion/completions/kith"),
        ("kith.zsh", "zsh/site-functions/_kith"),
        ("kith.fish", "fish/vendor_completions.d/kith.fish"),
    ]:
        (directory / "installed" / target).parent.mkdir(parents=True)
        shutil.copy(PROJECT / "completions" / source, directory / "installed" / target)


def main():
    kith = pathlib.Path(sys.argv[1]).resolve()
    chosen = sys.argv[2:] or list(SHELLS)
    wrong = []
    with tempfile.TemporaryDirectory() as temporary:
        directory = pathlib.Path(temporary)
        write_journals(directory)
        install(directory)
        (directory / "bin").mkdir()
        (directory / "bin/kith").symlink_to(kith)
        environment = {
            "PATH": f"{directory}/bin:{os.environ['PATH']}",
            "HOME": temporary,
            "TERM": "xterm",
            "LC_ALL": "C.UTF-8",
            "KITH_DIR": str(directory / "journal"),
            "KITH_TODAY": "2026-11-22",
            "XDG_DATA_DIRS": f"{directory}/installed",
        }
        for name in chosen:
            command = SHELLS[name]["command"][0]
            if not shutil.which(command) or not pathlib.Path(SHELLS[name].get("needs", "/")).exists():
                message = f"{name} is not installed"
                print(message)
                wrong += [message] if "CI" in os.environ else []
                continue
            wrong += check_lines(name, environment, directory)
        for line in ["log", "--with"], ["nonsense", "--", "x"], ["log", "--with=\x01"]:
            asked = subprocess.run([kith, "--dir", directory / "broken", "__complete", "--", *line, ""],
                                   env=environment, capture_output=True, check=False)
            if asked.returncode != 0 or asked.stderr:
                wrong.append(f"{line}: status {asked.returncode}, {asked.stderr}")
    print("\n".join(wrong) or "all completions are as they should be")
    return 1 if wrong else 0


sys.exit(main())
