"""Other languages: the small words by which a query in one is known, and that say nothing of its subject.

Here go English, German, Polish, Turkish, Romanian, Ukrainian, Arabic and Somali, as far as newcomers ask in them. No
word here is a Danish one that says something. Folded, as `words.fold` does it.
"""

from __future__ import annotations

# The words stand as in their languages; `words` folds them.
SMALL_WORDS = """
    what how do does did the my is are was can could to for of and on get need i'm im an a you your we our they their
    with from where when who which why this that have has had not no if be been its or into about there here
    want would should please me
    ich mein meine meinen wie wo was wann wer und oder nicht kein keine ist sind war habe haben ein eine einen einem
    der die das dem den fuer mit auf aus bei zu zum zur von vom dann danach muss kann soll wird werden mich mir
    jak gdzie kiedy kto co czy nie jest sa moj moja moje mam ma sie na do dla po za przy oraz lub ze w z i o
    nasil nerede nerden ne zaman mi mu icin ile ve veya bir benim var yok degil gibi nasıl
    cum unde cand cine ce este sunt nu are pentru cu la din si sau un o imi mea meu
    як де коли хто що чи не є мій моя моє для від за на до про та або в у з і й я мені
    كيف اين أين متى من ما ماذا هل في على الى إلى عن مع أو او و لا ليس لم أنا انا هذا هذه كم
    sidee xagee goorma maxaa ma waa iyo ama u ku ka la si aan ayaa
"""
