"""Denmark's 98 kommuner, and which hosts speak for an authority.

Here go the two lists and the question asked of them. Kommuner: Danmarks Statistik, Regioner, landsdele og kommuner
(NUTS, v1:2007), with æ ø å spelt out as in ids.
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

# Kommuner whose site is not named like their id in any of the ways that `is_authority` makes up.
_KOMMUNE_SITES = "kk.dk brk.dk rk.dk ltk.dk htk.dk fmk.dk mors.dk vesthimmerland.dk rksk.dk langelandkommune.dk"
_STATE_SITES = """
    borger.dk mitid.dk digst.dk sikkerdigital.dk skat.dk sktst.dk skm.dk skatteankestyrelsen.dk gaeldst.dk
    vurdst.dk motorst.dk vurderingsportalen.dk sundhed.dk sst.dk stps.dk stpk.dk sundhedsdatastyrelsen.dk
    sum.dk laegemiddelstyrelsen.dk medicinpriser.dk patienterstatningen.dk organdonor.dk cpr.dk nemkonto.dk
    nemlog-in.dk ast.dk star.dk bm.dk jobnet.dk dukh.dk familieretshuset.dk statsforvaltningen.dk domstol.dk
    tinglysning.dk minretssag.dk politi.dk retsinformation.dk lovtidende.dk ft.dk nyidanmark.dk uim.dk sm.dk
    im.dk valg.im.dk justitsministeriet.dk civilstyrelsen.dk kriminalforsorgen.dk ombudsmanden.dk
    datatilsynet.dk kl.dk kle-online.dk atp.dk virk.dk fstyr.dk trafikstyrelsen.dk sbst.dk socialstyrelsen.dk
    aeldreministeriet.dk personregistrering.dk um.dk km.dk kirkeministeriet.dk forbrug.dk naevneneshus.dk
    forbrugerombudsmanden.dk kfst.dk finanstilsynet.dk su.dk ufm.dk uvm.dk stil.dk voksenuddannelse.dk
    optagelse.dk dst.dk ens.dk energistyrelsen.dk bpst.dk aes.dk at.dk arbejdstilsynet.dk lifeindenmark.dk
    regioner.dk regionh.dk regionsjaelland.dk regionsyddanmark.dk rsyd.dk rm.dk rn.dk regionoestdanmark.dk
    lg.dk lonmodtagernesgarantifond.dk rejsekort.dk sks.dk 112.dk 1813.dk
    """
_SITES = frozenset((_KOMMUNE_SITES + _STATE_SITES).split())


def is_authority(host: str) -> bool:
    """Whether a host is that of a Danish authority: the state's, a region's or a kommune's site, or a part of one.

    A kommune's site bears its name: odense.dk, helsingor.dk (for helsingoer), egedalkommune.dk, ikast-brande.dk.
    """
    site = ".".join(host.casefold().rsplit(".", 2)[-2:])
    return site in _SITES or site in _KOMMUNE_NAMES


def _names(kommune: str) -> set[str]:
    spelt = {kommune, kommune.replace("oe", "o"), kommune.replace("ae", "a"), kommune.replace("aa", "a")}
    spelt |= {name.replace("-", "") for name in spelt} | {kommune.removesuffix("s")}
    return {f"{name}{end}.dk" for name in spelt for end in ("", "kommune", "-kommune")}


_KOMMUNE_NAMES = frozenset(name for kommune in KOMMUNER for name in _names(kommune))
