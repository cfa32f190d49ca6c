#!/bin/sh
# Tjek kommunens egne opslag, fx fra et natligt job eller før de deles ud.
# Brug: sh tjek.sh [MAPPE]      MAPPE er kb, når den ikke er skrevet.
# Slutter med 0, når der ingen fejl er, og ellers med den kode, som står i docs/haandbog.md.
set -eu
mappe=${1:-kb}
blanket kb tjek --kb "$mappe"
# Den første i måneden spørges der også, om adresserne virker. Det er det eneste, der bruger nettet.
if [ "$(date +%d)" = "01" ]; then
    blanket kb tjek --kb "$mappe" --links
fi
