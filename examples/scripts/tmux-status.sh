#!/bin/sh
# For tmux's status line: `4 overdue, 7 due`, or nothing. In ~/.tmux.conf, where kith-tmux is this script on the PATH:
#   set -g status-interval 60
#   set -ga status-right ' #(kith-tmux)'
set -eu
kith followup count --format '{overdue} {due}' | {
  read -r overdue due
  if [ "$overdue" != 0 ]; then printf '#[fg=red]%s overdue#[default], ' "$overdue"; fi
  if [ "$due" != 0 ]; then printf '%s due\n' "$due"; fi
}
