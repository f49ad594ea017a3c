#!/bin/sh
# The calendar that a program subscribes to: follow-ups with a bell at nine on their day, events, birthdays. From cron,
# into a place that the program or a web server of yours reads:
#
#   0 6-22 * * *  $HOME/.local/bin/kith-calendar "$HOME/public/kith.ics"
set -eu
[ $# -eq 1 ] || { echo "usage: calendar.sh FILE" >&2; exit 2; }
kith -q export all --as ics --alarm 0d --to "$1"
