#!/bin/sh
# Det natlige job: hent det nyeste, tjek det hele, og udgiv én fil.
# Brug: sh nat.sh MAPPE      MAPPE er den, pc'erne læser fra, fx /srv/deling.
# Går noget galt, bliver den gamle udgivelse liggende, og koden til sidst er ikke 0: så skriver cron til jer.
set -eu
mappe=${1:?Skriv mappen, hvor vidensbase.blanket skal ligge}
cd "$(dirname "$0")"
PATH="$PWD/.venv/bin:$PATH"
git pull --quiet --ff-only
git submodule update --init --quiet
blanket kb udgiv "$mappe" --kb kb
blanket --version --kb "$mappe/vidensbase.blanket"
