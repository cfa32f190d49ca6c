"""Denmark's 98 kommuner, and which hosts speak for an authority.

Here go the two lists and the question asked of them. Kommuner: the official names (Danmarks Statistik, Regioner,
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

# One site of each kommune, as its officials' mail addresses name it, and other addresses that kommuner use for pages.
_KOMMUNE_SITES = """
    kk.dk aarhus.dk aalborg.dk odense.dk vejle.dk esbjerg.dk frederiksberg.dk randers.dk viborg.dk silkeborg.dk
    taarnby.dk kolding.dk horsens.dk herning.dk roskilde.dk naestved.dk slagelse.dk gentofte.dk sonderborg.dk
    gladsaxe.dk hjoerring.dk skanderborg.dk helsingor.dk koege.dk guldborgsund.dk frederikshavn.dk holstebro.dk
    svendborg.dk aabenraa.dk rudersdal.dk ltk.dk rksk.dk haderslev.dk hvidovre.dk htk.dk fmk.dk hillerod.dk
    fredericia.dk varde.dk kalundborg.dk favrskov.dk hedensted.dk frederikssund.dk skivekommune.dk
    vordingborg.dk syddjurs.dk thisted.dk vejen.dk mariagerfjord.dk ikast-brande.dk rk.dk furesoe.dk
    fredensborg.dk gribskov.dk assens.dk lolland.dk brk.dk middelfart.dk jammerbugt.dk toender.dk norddjurs.dk
    faxekommune.dk vesthimmerland.dk bronderslev.dk brondby.dk ringsted.dk odsherred.dk nyborg.dk halsnaes.dk
    rebild.dk soroe.dk nordfynskommune.dk herlev.dk lejre.dk albertslund.dk billund.dk alleroed.dk horsholm.dk
    kerteminde.dk solrod.dk odder.dk ishoj.dk stevns.dk greve.dk glostrup.dk struer.dk morsoe.dk lemvig.dk
    vallensbaek.dk dragoer.dk langelandkommune.dk aeroekommune.dk samsoe.dk fanoe.dk laesoe.dk holbaek.dk
    ballerup.dk egedalkommune.dk vardekommune.dk mors.dk silkeborgkommune.dk sonderborgkommune.dk
    dragoerkommune.dk skive.dk naesbib.dk
    """
# The state, the regions with their hospitals, and the bodies that laws or authorities give a task: KL, ATP, DUKH,
# Patienterstatningen, Rejsekort. Only sites whose owner a page or list names.
_STATE_SITES = """
    borger.dk mitid.dk digst.dk sikkerdigital.dk digitaliser.dk skat.dk sktst.dk skm.dk skatteankestyrelsen.dk
    gaeldst.dk vurdst.dk motorst.dk vurderingsportalen.dk sundhed.dk sst.dk sundhedsstyrelsen.dk
    sundhedsministeriet.dk ism.dk stps.dk stpk.dk sundhedsdatastyrelsen.dk plejehjemsoversigten.dk sum.dk
    laegemiddelstyrelsen.dk medicinpriser.dk patienterstatningen.dk cpr.dk nemkonto.dk nemlog-in.dk ast.dk
    star.dk bm.dk jobnet.dk dukh.dk familieretshuset.dk statsforvaltningen.dk domstol.dk tinglysning.dk
    politi.dk retsinformation.dk lovtidende.dk ft.dk nyidanmark.dk uim.dk sm.dk im.dk oim.dk
    justitsministeriet.dk civilstyrelsen.dk kriminalforsorgen.dk ombudsmanden.dk datatilsynet.dk kl.dk
    kle-online.dk atp.dk virk.dk fstyr.dk trafikstyrelsen.dk sbst.dk socialstyrelsen.dk aeldremin.dk
    personregistrering.dk um.dk km.dk kum.dk forbrug.dk naevneneshus.dk forbrugerombudsmanden.dk kfst.dk
    finanstilsynet.dk su.dk ufm.dk uvm.dk stil.dk voksenuddannelse.dk optagelse.dk dst.dk ens.dk bpst.dk aes.dk
    at.dk arbejdstilsynet.dk lifeindenmark.dk regioner.dk regionh.dk regionsjaelland.dk regionsyddanmark.dk
    rsyd.dk rm.dk rn.dk helbredsprofilen.dk vacciner.dk minsundhedsplatform.dk auh.dk
    regionshospitalet-goedstrup.dk sydvestjydsksygehus.dk amagerhospital.dk bispebjerghospital.dk
    frederiksberghospital.dk gentoftehospital.dk herlevhospital.dk hvidovrehospital.dk nordsjaellandshospital.dk
    rejsekort.dk
    """
_SITES = frozenset((_KOMMUNE_SITES + _STATE_SITES).split())


def is_authority(host: str) -> bool:
    """Whether a host is that of a Danish authority: the state's, a region's or a kommune's site, or a part of one."""
    return ".".join(host.casefold().rsplit(".", 2)[-2:]) in _SITES
