"""How likely it is that bytes are text in one encoding or another: characters weighed by how often they are written.

Generic detectors need a page to tell GBK from Big5; a headline must do here.  Every candidate decodes the same bytes,
and the text whose characters are the most usual in its language wins.  The weights are logarithms of rough
frequencies: a character's rank among the most frequent, else the tier of its character set (level 1 of GB 2312, Big5
and JIS X 0208 holds the common characters), else nearly nothing.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

# The most frequent characters of news and government pages, most frequent first.
SIMPLIFIED = (
    "，的。一是人不、在有了中个为：学大国以我这上和生　要（）对年可时到会地公用作他就能于成来们理发经“”多自后开"
    "元本家也出者实你数业务方说行月动票现价过司间日如天关工面得下而么所民部里更点服美好电些分主心高提同道前南之"
    "己那报与资建都种还子原度机没加系合小力政然程表事其内市法进看当信最性等因基济样运明利问新目通设期入长组很着"
    "果影区院儿并及？情话将论体重全平相投海定费给但题员震村克计游制打去需代岁应意管认文育向她比受两被活第欢展什"
    "路统接示；项使选车产外收网回容注正金从只航据场举指东营技此鞋次女持知斯感身权想询常无做起该少供解化停位客特"
    "记反量钱证备名许造气社习式础各完—英二城由已命三园拉非件保研李咨某构手或每维际术至商革何物类息压议张告参科联"
    "它直品【】立乐施任托水限取调老求诉究择让十勒写北近母喜专垫共神门找·护府户确准教台结言观交把线放标格口处亲复"
    "再惠约始且导免响单头脚改空编未席京界孩周半预决演童！码流源青别素考风例规众级西策华评速候算置父切怎控官步世"
    "亚又见器整觉争支则强先总象《》医色快几具劳越易够条士听谢带山优站养首足阿续男领率清普致请引治包景模益创伦显"
    "住审根真图企四粥质推按属承仅便课称依梁坛读断列伤望满玉错验才功照振走深米尔必思辑买洛值安农含志军责域希疫增"
    "今布获吃况难像友曾妈财序花形房态变节曼即析助菲健查历太型职转补视热识食仍声简露存令批马险效星办虑哪镇充群光"
    "消案远差贺积境精庆环升边土达穿极录球警往集初庭监洁假套均福角传竞融校互啊幼版留吗款念唱婴苹银楼吧另负八索连"
    "萨距派待微智双随呢试师康击采港辆善储低拥早王防博片痛逻陈划离广丝遇爱启史答号继享害剧委耐州江林香卫较尽局音"
    "股万须止威滚居怀"
)

TRADITIONAL = (
    "，的。一是人不、在有了中個為：學大國以我這上和生　要（）對年可時到會地公用作他就能於成來們理發經“”多自後開"
    "元本家也出者實你數業務方說行月動票現價過司間日如天關工面得下而麼所民部裡更點服美好電些分主心高提同道前南之"
    "己那報與資建都種還子原度機沒加系合小力政然程表事其內市法進看當信最性等因基濟樣運明利問新目通設期入長組很著"
    "果影區院兒並及？情話將論體重全平相投海定費給但題員震村克計遊制打去需代歲應意管認文育向她比受兩被活第歡展什"
    "路統接示；項使選車產外收網回容注正金從只航據場舉指東營技此鞋次女持知斯感身權想詢常無做起該少供解化停位客特"
    "記反量錢證備名許造氣社習式礎各完—英二城由已命三園拉非件保研李諮某構手或每維際術至商革何物類息壓議張告參科聯"
    "它直品【】立樂施任托水限取調老求訴究擇讓十勒寫北近母喜專墊共神門找·護府戶確準教臺結言觀交把線放標格口處親復"
    "再惠約始且導免響單頭腳改空編未席京界孩周半預決演童！碼流源青別素考風例規眾級西策華評速候算置父切怎控官步世"
    "亞又見器整覺爭支則強先總象《》醫色快幾具勞越易夠條士聽謝帶山優站養首足阿續男領率清普致請引治包景模益創倫顯"
    "住審根真圖企四粥質推按屬承僅便課稱依梁壇讀斷列傷望滿玉錯驗才功照振走深米爾必思輯買洛值安農含志軍責域希疫增"
    "今布獲吃況難像友曾媽財序花形房態變節曼即析助菲健查歷太型職轉補視熱識食仍聲簡露存令批馬險效星辦慮哪鎮充群光"
    "消案遠差賀積境精慶環升邊土達穿極錄球警往集初庭監潔假套均福角傳競融校互啊幼版留嗎款念唱嬰蘋銀樓吧另負八索連"
    "薩距派待微智雙隨呢試師康擊採港輛善儲低擁早王防博片痛邏陳劃離廣絲遇愛啟史答號繼享害劇委耐州江林香衛較盡局音"
    "股萬須止威滾居懷"
)

KANJI = (
    "肉人日中理合気今料一大島警通戦上食本場年地停思意動店時回見牛察以長月線電的多調用関話入定少立最生国育部後感"
    "対発起出買内東能高田権震無所不可開前味持信全性結方手行割烹界目約報岸母技道連期放協作業設管在下度元子介小外"
    "心個川明事肥実着議帯解読力困自強化重要愛色段焼好知雰囲京交都会扱産登間答確組女映考操非常同世法示物家美願当"
    "尽広問名神任経血続向素兵庫県絶統査体昨接相汗題視契応継現務半境庁消施官災渉軍書何楽"
)

HANGUL = (
    "다고이당표는을에위선하정한지전대를의했은로투원최으시규계만일도반친회결라청가호안것개주나무해상사내며서행후"
    "있명헌실민방들치리자적제거입장면직등국과인아않중보공수조구기냐준끝난마불부론못재와좁강게목분오날현견그데맞"
    "유때간백발어논또려래혀배록두비열었렇득경용건올식겠박환된작졌따율문코몰느소권측김석총니협요빈손노더차병겸룰"
    "둘러싼파갈닫양약할산없우왔외른허법근련성윤곧밝혔출체항여포막히쾌감복놓모든링운너넣"
)

PUNCTUATION = "，。、：；？！（）《》【】〈〉「」『』“”‘’·…—－～　％／．　０１２３４５６７８９"
# Letters of the single-byte encodings' languages; signs and capitals that any of them writes follow.
WESTERN = "éèàáäöüßñóíçêôâøåæúãõëîïœìòùûÿ"
CENTRAL = "ąęłśżćńźčďěňřšťůýžőűă"
TURKISH = "ışğ"
CYRILLIC = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъіїєё"
GREEK = "αοιετσνηυρπκμλςόίάδέήύθχγφβωώξζψ"
HEBREW = "יוהלאמתברשדקנפסעגחטצזכםןךףץ"
ARABIC = "اليمونترةبعدأسفهكقحجشصىطخإئضذءثغظزؤآ،؛"
THAI = "".join(map(chr, (*range(0xE01, 0xE3B), *range(0xE3F, 0xE5C))))
SIGNS = "‘’“”–—…•€\xa0°·«»©®£§™„"

ASCII, CONTROL, BROKEN, UNUSED = -3.0, -12.0, -25.0, -20.0
STRAY, FOREIGN = -13.0, -14.0
"""A byte of windows-1252 in UTF-8 (rarer than the character by 8, as such a mixture is), and a rare letter there."""
SWITCH = -3.0
"""What it costs another script to stand beside a Latin letter, and accented letters to stand beside each other."""


class Guess(NamedTuple):
    """The best candidate: a Python codec name, its family, and the mean weight of a character that is not ASCII."""

    encoding: str
    family: str  # cjk | latin | letters
    mean: float
    weight: float = 0.0  # of the whole sample


def _ranked(characters: str, share: float) -> dict[str, float]:
    """Weights by rank, after Zipf: rank 0 is written 4 times in 100 characters, rank 100 twice in 1,000."""
    return {c: math.log(share * 0.04 / (1 + 0.2 * i)) for i, c in reversed(list(enumerate(characters)))}


def _level(codec: str, first: int, last: int) -> str:
    """The characters of a two-byte character set between two code positions."""
    return "".join(
        bytes(divmod(code, 256)).decode(codec, "ignore")
        for code in range(first, last + 1)
        if code & 255 not in {127, 255}
    )


@lru_cache(maxsize=1)
def _any_language() -> dict[str, float]:
    """The known characters of all languages, each with its weight where it is the most usual."""
    out: dict[str, float] = {}
    for known, _ in _models().values():
        out |= {c: weight for c, weight in known.items() if weight > out.get(c, BROKEN)}
    return out


@lru_cache(maxsize=1)
def _models() -> dict[str, tuple[dict[str, float], float]]:
    """For each language its known characters with their weights, and the weight of any other ideograph."""
    signs = dict.fromkeys(PUNCTUATION, -5.5)
    level1 = dict.fromkeys(_level("gb2312", 0xB0A1, 0xD7F9), -10.4)
    simplified = level1 | signs | _ranked(SIMPLIFIED, 0.9)
    traditional = dict.fromkeys(_level("big5", 0xA440, 0xC67E), -10.6) | signs | _ranked(TRADITIONAL, 0.9)
    kana = dict.fromkeys(map(chr, (*range(0x3041, 0x3094), *range(0x30A1, 0x30F7), 0x30FC)), -5.6)
    japanese = dict.fromkeys(_level("shift_jis", 0x889F, 0x9872), -10.6) | signs | _ranked(KANJI, 0.3) | kana
    korean = dict.fromkeys(_level("euc_kr", 0xB0A1, 0xC8FE), -10.6) | signs | _ranked(HANGUL, 0.8)
    either = {c: w - 1 for c, w in traditional.items() if c not in simplified} | simplified
    few, many = -4.5, -3.4  # accented letters are some among plain ones; other scripts have these letters only
    return {
        "chinese": (either, -15.0),
        "traditional": (traditional, -15.0),
        "japanese": (japanese, -14.0),
        "korean": (korean, -14.0),
        "western": (_letters(WESTERN, few), -8.0),
        "central": (_letters(CENTRAL, few + 0.4, few - 0.4), -9.0),
        "turkish": (_letters(TURKISH, few + 0.8, few - 0.4), -9.0),
        "cyrillic": (_letters(CYRILLIC, many), -9.0),
        "greek": (_letters(GREEK, many), -9.0),
        "hebrew": (_letters(HEBREW, many), -9.0),
        "arabic": (_letters(ARABIC, many), -9.0),
        "thai": (_letters(THAI, -4.8), -12.0),
    }


def _letters(small: str, weight: float, shared: float = 0.0) -> dict[str, float]:
    """Weights of a single-byte encoding's characters: small letters, their capitals, signs, and Western letters."""
    western = dict.fromkeys(WESTERN.upper(), shared - 2) | dict.fromkeys(WESTERN, shared) if shared else {}
    return (
        western | dict.fromkeys(SIGNS, -5.5) | dict.fromkeys(small.upper(), weight - 2) | dict.fromkeys(small, weight)
    )


CANDIDATES = (
    ("gb18030", "chinese", "cjk", 0.0),
    ("big5", "traditional", "cjk", -1.5),
    ("cp932", "japanese", "cjk", -2.0),
    ("euc_jp", "japanese", "cjk", -4.0),
    ("cp949", "korean", "cjk", -2.5),
    ("windows-1252", "western", "latin", 0.0),
    ("windows-1250", "central", "latin", -2.0),
    ("windows-1254", "turkish", "latin", -2.5),
    ("windows-1251", "cyrillic", "letters", -3.0),
    ("koi8-r", "cyrillic", "letters", -5.0),
    ("windows-1253", "greek", "letters", -5.0),
    ("windows-1255", "hebrew", "letters", -6.0),
    ("windows-1256", "arabic", "letters", -5.0),
    ("cp874", "thai", "letters", -8.0),
)
"""Codec, language model, family, and a prior: how rare such files are where Chinese and English ones are expected."""

CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f]")
WIDE = (("utf-16-le", "chinese", "cjk", -2.0), ("utf-16-be", "chinese", "cjk", -3.0))
WORD = re.compile(r"[\u0370-\u0eff]{3}")
"""What a text in another script has at least once; among Latin words a letter or two of it are signs misread."""
UNLIKELY = {
    "cjk": re.compile(r"[A-Za-z][\u3041-\uffdc]|[\u3041-\uffdc](?=[A-Za-z])"),
    "latin": re.compile(r"[^\x00-\x7f](?=[^\x00-\x7f])"),
    "letters": re.compile(r"[A-Za-z][\u0370-\u0eff]|[\u0370-\u0eff](?=[A-Za-z])"),
}


@lru_cache(maxsize=1)
def best(sample: bytes) -> Guess:
    """The likeliest encoding of bytes that are not UTF-8.  Ties go to the candidate that is listed first.

    Safe for Chinese from about ten characters on; below that a rare name may be read as another encoding's.

    >>> best("关于印发通知的说明".encode("gbk")).encoding, best("關於印發通知的說明".encode("big5")).encoding
    ('gb18030', 'big5')
    """
    wide = WIDE if CONTROLS.search(sample) and len(sample) % 2 == 0 else ()
    scored = [(*_weigh(sample, *candidate), candidate) for candidate in (*CANDIDATES, *wide)]
    weight, mean, (encoding, _, family, _) = max(scored, key=lambda s: s[0])
    return Guess(encoding, family, mean, weight)


def mixed(sample: bytes) -> float:
    """The weight of the sample as UTF-8 of any language with stray bytes among it, to compare with ``Guess.weight``.

    A sequence of three bytes is one character here, and three signs in a row in a single-byte encoding (1.5 characters
    in GBK), which weighs far less than the stray byte that it makes up for; chance makes two-byte sequences more often,
    but of letters that stand in no such text.
    """
    text = sample.decode("utf-8", "ignore")
    formed = Counter(text)
    weight, size = 0.0, 0
    for character, count in formed.items():
        if character < "\x80":
            weight += count * (ASCII if character >= " " or character in "\t\n\r" else CONTROL)
            size += count
        else:
            weight += count * _any_language().get(character, FOREIGN)
            size += count * len(character.encode())
    return weight + STRAY * (len(sample) - size)


def _weigh(sample: bytes, encoding: str, language: str, family: str, prior: float) -> tuple[float, float]:
    """The weight of the whole sample read in ``encoding``, and the mean weight of its characters beyond ASCII."""
    text = sample.decode(encoding, "replace")
    known, other = _models()[language]
    beyond, many, plain = 0.0, 0, 0.0
    for character, count in Counter(text).items():
        if character < "\x80":
            plain += count * (ASCII if character >= " " or character in "\t\n\r" else CONTROL)
        else:
            beyond += count * (known.get(character) or _unknown(character, other))
            many += count
    beyond += SWITCH * len(UNLIKELY[family].findall(text))
    if family == "letters" and not WORD.search(text):
        beyond += BROKEN
    return prior + plain + beyond, beyond / max(many, 1)


def _unknown(character: str, ideograph: float) -> float:
    if character == "\ufffd":
        return BROKEN
    if character < "\xa0" or "\ue000" <= character <= "\uf8ff" or character > "\U0002ffff":
        return UNUSED
    return ideograph
