#!/usr/bin/env python3
"""The report's page as a browser has it: `report_page.py KITH JOURNAL`.

Runs the real program, loads what it writes into headless Chromium, in a frame as wide as a telephone, and looks at the
document that came of it. Exits with 77 where there is no Chromium.
"""

import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

SKIPPED = 77
TODAY = "2026-11-22"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

HOSTILE = {
    "people.toml": r'''
[[person]]
id = "eve"
name = "<script>document.title='run'</script>"
every = "1w"
met = 2026-11-17

[[person]]
id = "mallory"
name = "abc\u202edef & <b>bold</b> ]]>"
met = 2026-11-17
''',
    "strategy.toml": r'''
[balance]
in_person = 40

[[platform]]
id = "\"onload=\"alert(1)"
per_week = 2

[[platform]]
id = "''' + "a-platform-with-a-name-that-goes-on-" * 3 + r'''"
''',
    "events/2026.toml": r'''
[[event]]
id = "party"
name = "</style></title><img src=x onerror=alert(1)>'\""
start = 2026-11-17
met = ["eve", "mallory"]
''',
    "log/2026-11.toml": r'''
[[interaction]]
id = "a1a1a1a1"
date = 2026-11-17
with = ["eve", "mallory"]
channel = "\"onload=\"alert(1)"
kind = "<i>kind</i>"

[[interaction]]
id = "a2a2a2a2"
date = 2026-11-18
with = ["eve"]
channel = "coffee"
''',
}

# Runs in a page around the one that is looked at, which itself may run nothing.
LOOK = """
document.getElementById('page').addEventListener('load', event => {
  const page = event.target.contentDocument;
  const all = [...page.querySelectorAll('*')];
  const count = selector => page.querySelectorAll(selector).length;
  const color = (selector, property) => {
    const found = page.querySelector(selector);
    return found && page.defaultView.getComputedStyle(found)[property];
  };
  const facts = {
    title: page.title,
    names: [...new Set(all.map(each => each.localName))].sort(),
    attributes: [...new Set(all.flatMap(each => each.getAttributeNames()))].sort(),
    text: page.body.textContent,
    rows: [...page.querySelectorAll('th[scope=row]')].map(each => each.textContent),
    headings: [...page.querySelectorAll('h2')].map(each => each.textContent),
    drawings: [...page.querySelectorAll('svg')].map(each => ({
      named: each.getAttribute('aria-labelledby').split(' ').every(id => page.getElementById(id).textContent !== '')
    })),
    ids: all.map(each => each.id).filter(id => id !== ''),
    days: count('rect.day:not(.key)'),
    shaded: count('rect.day:not(.key):not(.s0)'),
    columns: count('rect.in-person:not(.key)'),
    targets: count('line.target'),
    platforms: count('rect.track'),
    planned: count('rect.planned:not(.key)'),
    fetched: page.defaultView.performance.getEntriesByType('resource').length,
    width: page.documentElement.clientWidth,
    needed: page.documentElement.scrollWidth,
    widest: Math.max(...all.map(each => each.getBoundingClientRect().right)),
    ground: color('body', 'backgroundColor'),
    body: color('body', 'color'),
    quiet: color('.quiet', 'color'),
    online: color('rect.online', 'fill'),
    in_person: color('rect.in-person', 'fill'),
  };
  document.getElementById('facts').textContent = JSON.stringify(facts);
});
"""


def browser():
    return next((found for found in map(shutil.which, BROWSERS) if found), None)


def write_journal(directory):
    for name, text in HOSTILE.items():
        path = os.path.join(directory, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)


def page_of(journal, *words):
    command = [KITH, "--dir", journal, "--today", TODAY, "report", *words, "--as", "html"]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8")


def look_at(page, dark=False, width=390):
    """What the script above found in the page."""
    with tempfile.TemporaryDirectory() as directory:
        path = os.path.join(directory, "around.html")
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"<!DOCTYPE html><meta charset='utf-8'><pre id='facts'></pre>"
                       f"<iframe id='page' style='width:{width}px;height:800px;border:0'></iframe>"
                       f"<script>{LOOK}</script>"
                       f"<script>document.getElementById('page').srcdoc = {json.dumps(page).replace('<', chr(92) + 'u003c')};"
                       f"</script>")
        scheme = ["--blink-settings=preferredColorScheme=0"] if dark else []
        said = subprocess.run(
            [browser(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync",
             "--disable-dev-shm-usage", "--virtual-time-budget=2000", f"--user-data-dir={directory}/profile", *scheme, "--dump-dom",
             "file://" + path],
            check=True, capture_output=True, timeout=100).stdout.decode("utf-8")
    facts = re.search(r'<pre id="facts">(.*?)</pre>', said, re.DOTALL).group(1)
    return json.loads(html.unescape(facts))


def contrast(one, other):
    """The ratio of two colours `rgb(1, 2, 3)`, as the guidelines for accessible content define it."""

    def luminance(color):
        parts = [int(part) / 255 for part in re.findall(r"\d+", color)[:3]]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


class ReportPage(unittest.TestCase):
    def check_is_self_contained(self, page, facts):
        self.assertFalse({"script", "link", "img", "iframe", "object", "embed", "form", "base", "image", "use"}
                         & set(facts["names"]))
        self.assertFalse([name for name in facts["attributes"]
                          if name.startswith("on") or name in ("src", "href", "srcset", "style", "action")])
        self.assertEqual(facts["fetched"], 0)
        self.assertNotIn("url(", page)
        self.assertNotIn("@import", page)
        self.assertIn("Content-Security-Policy", page)
        self.assertEqual(len(facts["ids"]), len(set(facts["ids"])))
        self.assertTrue(all(drawing["named"] for drawing in facts["drawings"]))

    def check_fits(self, facts):
        self.assertLessEqual(facts["needed"], facts["width"])
        self.assertLessEqual(facts["widest"], facts["width"])

    def check_is_legible(self, facts):
        for text in ("body", "quiet"):
            self.assertGreaterEqual(contrast(facts[text], facts["ground"]), 4.5, text)
        for shape in ("online", "in_person"):
            self.assertGreaterEqual(contrast(facts[shape], facts["ground"]), 3, shape)

    def test_week(self):
        page = page_of(JOURNAL)
        facts = look_at(page)
        self.check_is_self_contained(page, facts)
        self.check_fits(facts)
        self.check_is_legible(facts)
        self.assertEqual(facts["title"], "Week 2026-W47 (16–22 Nov 2026)")
        self.assertEqual(facts["headings"], ["Balance", "Platforms", "Kinds", "Help", "People", "Events", "Follow-ups",
                                             "Posts", "Trend", "Reconnect", "Log", "Calendar"])
        self.assertEqual(len(facts["drawings"]), 4)  # balance, platforms, days, shades
        self.assertEqual(facts["columns"], 8)
        self.assertEqual(facts["targets"], 1)
        self.assertEqual(facts["platforms"], 4)
        self.assertEqual(facts["planned"], 3)
        self.assertEqual(facts["days"], 56)
        self.assertIn("Zoë Ångström", facts["text"])

    def test_year(self):
        page = page_of(JOURNAL, "year")
        facts = look_at(page)
        self.check_is_self_contained(page, facts)
        self.check_fits(facts)
        self.assertEqual(facts["days"], 326)  # up to today
        self.assertEqual(facts["shaded"], 136)
        self.assertEqual(len(facts["drawings"]), 5)  # the days in two bands
        self.assertLess(len(page.encode()), 100_000)

    def test_dark(self):
        light, dark = look_at(page_of(JOURNAL)), look_at(page_of(JOURNAL), dark=True)
        self.assertNotEqual(light["ground"], dark["ground"])
        self.check_is_legible(dark)

    def test_hostile_texts_stay_texts(self):
        with tempfile.TemporaryDirectory() as journal:
            write_journal(journal)
            page = page_of(journal, "month")
            facts = look_at(page)
            self.check_is_self_contained(page, facts)
            self.check_fits(facts)
            self.assertTrue(facts["title"].startswith("Month 2026-11"))
            for text in ("<script>document.title='run'</script>", "abc\\u202edef & <b>bold</b> ]]>",
                         "<i>kind</i>", '"onload="alert(1)'):
                self.assertIn(text, facts["text"])
            self.assertIn("</style></title><img src=x onerror=alert(1)>'\"", facts["rows"])
            self.assertNotIn("\u202e", page)

    def test_empty_journal(self):
        with tempfile.TemporaryDirectory() as journal:
            facts = look_at(page_of(journal, "--since", "2026-11-01", "--until", "2026-11-10"))
            self.check_fits(facts)
            self.assertIn("Nothing is logged on these days.", facts["text"])
            self.assertEqual(facts["drawings"], [])


if __name__ == "__main__":
    if browser() is None:
        print("there is no Chromium to look at the page with", file=sys.stderr)
        sys.exit(SKIPPED)
    KITH, JOURNAL = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
