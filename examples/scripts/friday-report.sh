#!/bin/sh
# Mails the week's report as a page: friday-report.sh ADDRESS
set -eu
address=${1:?to whom?}
subject=$(kith report --format '{period.label}: {interactions.online} online, {interactions.in_person} in person')
page=$(kith report --as html)
{
  printf 'To: %s\nSubject: kith %s\nMIME-Version: 1.0\n' "$address" "$subject"
  printf 'Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n'
  printf '%s\n' "$page" | base64
} | sendmail -t
