#!/bin/sh
# Puts together wwwroot/css/designsystemet.css from the parts of @digdir/designsystemet-css that our pages use.
# Usage: designsystemet.sh FOLDER-OF-THE-UNPACKED-PACKAGE
set -eu
from="$1/dist/src"
to="$(dirname "$0")/../wwwroot/css/designsystemet.css"
{
  printf '/*! @digdir/designsystemet-css 1.22.0, MIT, Digitaliseringsdirektoratet. Licence: Assets/designsystemet.LICENSE.txt */\n'
  printf '@layer ds.base,ds.components;@layer ds.base{'
  cat "$from/base.css"
  printf '}@layer ds.components{'
  for part in label input field fieldset validation-message error-summary skip-link details; do cat "$from/$part.css"; done
  printf '}\n'
} | tr -s '\n ' ' ' > "$to"
printf '\n' >> "$to"
