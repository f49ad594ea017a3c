# bash completion for kith. It asks the program, and needs nothing but bash 4.

# The text of a word as the shell would pass it on: 'Ana\ Souza' and '"Ana Souza' are Ana Souza.
_kith_unquote() {
  REPLY=$1
  [[ $1 == *[\"\'\\]* ]] || return
  local text=$1 quote='' character
  REPLY=''
  while [[ -n $text ]]; do
    character=${text:0:1}
    text=${text:1}
    if [[ $character == "$quote" ]]; then
      quote=''
    elif [[ -z $quote && ($character == "'" || $character == '"') ]]; then
      quote=$character
    elif [[ $character == \\ && $quote != "'" ]]; then
      REPLY+=${text:0:1}
      text=${text:1}
    else
      REPLY+=$character
    fi
  done
}

_kith() {
  # COMP_WORDS breaks a line at = and : too; the line itself says where a word really ends.
  local rest=${COMP_LINE:0:COMP_POINT} words=() blanks part i REPLY
  for ((i = 0; i <= COMP_CWORD; i++)); do
    blanks=${rest%%[![:blank:]]*}
    rest=${rest#"$blanks"}
    part=${COMP_WORDS[i]}
    if ((i == COMP_CWORD)) && [[ $part == "$rest"* ]]; then
      part=$rest # Without what stands after the cursor.
    fi
    rest=${rest#"$part"}
    if ((i == 0)) || [[ -n $blanks ]]; then
      words+=("$part")
    else
      words[${#words[@]} - 1]+=$part
    fi
  done

  # The part of the word at the cursor that readline puts something else in place of: what comes after a = or : and
  # after an open quote, but with the @ that it begins with.
  local open=$part quote=''
  case $open in
    "'"* | '"'*) quote=${open:0:1} open=${open:1} ;;
    *[!=:@]*) [[ ${COMP_WORDS[COMP_CWORD - 1]} == *@ && ${words[${#words[@]} - 1]} == *"@$open" ]] && open=@$open ;;
    *) open=${open##*[=:]} ;;
  esac

  local asked=() word
  for word in "${words[@]:1}"; do
    _kith_unquote "$word"
    asked+=("$REPLY")
  done
  local kept=${words[${#words[@]} - 1]}
  kept=${kept%"$open"}
  _kith_unquote "${kept%"$quote"}"

  # The program chooses and quotes: in the shell each of hundreds would take its time.
  mapfile -t COMPREPLY < <(
    command kith __complete-bash -- "$REPLY" "$quote" "${asked[@]}" 2>/dev/null
  )
  ((${#COMPREPLY[@]} > 0)) || return
  case ${COMPREPLY[${#COMPREPLY[@]} - 1]} in
    $'\t'files) compopt -o default ;;
    $'\t'directories) compopt -o dirnames ;;
    *) return ;;
  esac
  unset "COMPREPLY[${#COMPREPLY[@]} - 1]"
}

complete -o nosort -F _kith kith 2>/dev/null || complete -F _kith kith
