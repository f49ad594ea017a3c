#!/bin/sh
# A page to print, with a badge for each one met at an event: badges.sh EVENT > badges.html
set -eu
escape() { sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g'; }
met=$(kith event show "${1:?which event?}" --format '{met}')
event=$(kith event show "$1" --format '{name}' | escape)

echo '<!doctype html><meta charset="utf-8"><title>Badges</title><style>'
echo 'body { font: 12pt sans-serif } h1 { font-size: 20pt; margin: 0 }'
echo 'div { display: inline-block; width: 80mm; height: 48mm; margin: 1mm; border: 1px solid; text-align: center }'
echo '</style>'
printf '%s\n' "$met" | tr ',' '\n' | while read -r person; do
  [ -n "$person" ] || continue
  kith person show "$person" --format '{name}\n{role}\n{organisation}' | escape | {
    read -r name
    read -r role
    read -r organisation
    printf '<div><h1>%s</h1><p>%s<br>%s<p>%s</div>\n' "$name" "$role" "$organisation" "$event"
  }
done
