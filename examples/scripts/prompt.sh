# A prompt such as `[2 due] $`: source this file in ~/.bashrc or ~/.zshrc, after the prompt is set.
# shellcheck shell=sh

kith_due() {
  kith_due_count=$(kith followup count 2>/dev/null) || return 0
  [ "$kith_due_count" = 0 ] || printf '[%s due] ' "$kith_due_count"
}

if [ -n "${ZSH_VERSION-}" ]; then setopt prompt_subst; fi
# shellcheck disable=SC2016 # It is run for each prompt.
PS1='$(kith_due)'$PS1
