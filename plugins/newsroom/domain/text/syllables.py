"""The spelling of Vietnamese syllables: which strings of letters can be one.

A syllable is an initial, a rime and a tone; a rime that ends in a stop has only two of the tones.
What is spelt right need not be a word: the rules are those of the school grammar.
"""

import re
import unicodedata
from functools import lru_cache

_INITIALS = "b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|q|r|s|t|th|tr|v|x"
_RIMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh
ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo
oet oi om on ong oong ooc op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc uê uêch uên uênh
uêt uêu ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu
uân uâng uât uây ua uai uan uang uanh uao uat uac uach uau uay uăc uăm uăn uăng uăp uăt ue uen ueo
uet ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu ư y yêm yên yêng yêt yêu ynh
"""
_STOPS = ("c", "ch", "p", "t")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONE = re.compile(f"[{_TONES}]")
_TONES_BEFORE_STOP = "\u0301\u0323"
_RIME = "|".join(re.findall(r"[^\s]+", _RIMES))
_SHAPE = re.compile(f"(?:{_INITIALS})?(?P<rime>{_RIME})")


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """True where a word can be one Vietnamese syllable, capitals or not, the tone on either vowel.

    >>> [is_syllable(word) for word in ("Trường", "hoà", "hòa", "học", "häc", "élève", "hòc")]
    [True, True, True, True, False, False, False]
    """
    parts = unicodedata.normalize("NFD", word.lower())
    tones = _TONE.findall(parts)
    if len(tones) > 1:
        return False
    bare = unicodedata.normalize("NFC", _TONE.sub("", parts))
    found = _SHAPE.fullmatch(bare)
    # A tone that stands on no vowel is left over when the letters are put together.
    if not found or _TONE.search(unicodedata.normalize("NFC", parts)):
        return False
    stopped = found["rime"].endswith(_STOPS)
    return not stopped or (bool(tones) and tones[0] in _TONES_BEFORE_STOP)
