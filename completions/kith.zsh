#compdef kith
# zsh completion for kith. It asks the program.

_kith() {
  local -a candidates
  local line value description
  while IFS= read -r line; do
    value=${line%%$'\t'*} description=${line#*$'\t'}
    if [[ -n $value ]]; then
      value=${value//\\/\\\\}
      candidates+=("${value//:/\\:}${description:+:$description}")
    elif [[ $description == files ]]; then
      _files
    else
      _files -/
    fi
  done < <(command kith __complete -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)
  # The program has chosen, whatever the case and accents (-U), and put them in order (-V).
  _describe -V kith candidates -U
}

# As an autoloaded file it is the function itself; read with `source` it makes itself known.
if [[ $funcstack[1] == _kith ]]; then
  _kith "$@"
elif (( $+functions[compdef] )); then
  compdef _kith kith
fi
