"""Denmark's 98 kommuner.

Here goes the list. The official names (Danmarks Statistik, Regioner,
landsdele og kommuner, v1:2007: 98, Christiansø is none), with æ ø å spelt out as in ids.
"""

from __future__ import annotations

KOMMUNER = frozenset(
    """
    albertslund alleroed ballerup bornholm broendby dragoer egedal fredensborg frederiksberg frederikssund furesoe
    gentofte gladsaxe glostrup gribskov halsnaes helsingoer herlev hilleroed hvidovre hoeje-taastrup hoersholm ishoej
    koebenhavn lyngby-taarbaek rudersdal roedovre taarnby vallensbaek
    faxe greve guldborgsund holbaek kalundborg koege lejre lolland naestved odsherred ringsted roskilde slagelse
    solroed soroe stevns vordingborg
    assens billund esbjerg fanoe fredericia faaborg-midtfyn haderslev kerteminde kolding langeland middelfart nordfyns
    nyborg odense svendborg soenderborg toender varde vejen vejle aeroe aabenraa
    favrskov hedensted herning holstebro horsens ikast-brande lemvig norddjurs odder randers ringkoebing-skjern samsoe
    silkeborg skanderborg skive struer syddjurs viborg aarhus
    broenderslev frederikshavn hjoerring jammerbugt laesoe mariagerfjord morsoe rebild thisted vesthimmerlands aalborg
    """.split()  # noqa: SIM905
)
