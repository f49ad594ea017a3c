"""Writes records as different hands would: comments, quotes, key order and line ends vary."""

import datetime
import json


def value_text(chance, value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.datetime):
        return value.isoformat(chance.choice("TT "))
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, list):
        items = [value_text(chance, item) for item in value]
        if items and chance.random() < 0.05:
            return "[\n  " + ",\n  ".join(items) + ",  # as I remember\n]"
        return "[" + ", ".join(items) + "]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {value_text(chance, item)}" for key, item in value.items()) + " }"
    if isinstance(value, str):
        is_literal = "'" not in value and chance.random() < 0.05
        return f"'{value}'" if is_literal else json.dumps(value, ensure_ascii=False)
    return str(value)


def block(chance, header, record):
    keys = list(record)
    if chance.random() < 0.1:
        chance.shuffle(keys)
    lines = [chance.choice(["", "", "# by hand"])] + [header]
    for key in keys:
        comment = "  # \"so\" = 'it' is [[seen]]" if chance.random() < 0.03 else ""
        lines.append(f"{key} = {value_text(chance, record[key])}{comment}")
    return "\n".join(lines) + "\n"


def write(chance, path, blocks):
    text = "".join(blocks)
    if chance.random() < 0.03:
        text = "\ufeff" + text
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\r\n" if chance.random() < 0.05 else "\n")


def write_parts(chance, directory, kind, records, part_of):
    """One file for each month or year, in order, or as it came."""
    parts = {}
    for record in records:
        parts.setdefault(part_of(record), []).append(block(chance, f"[[{kind}]]", record))
    for part, blocks in parts.items():
        write(chance, directory / f"{part}.toml", blocks)
