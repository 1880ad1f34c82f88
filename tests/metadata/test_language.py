"""Languages: the script decides, then n-grams; langdetect, which the profiles come from, is the oracle."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs.metadata import language
from parkdocs.model import Document, Section

SENTENCES = {
    "en": [
        "The industrial park opened its second stage on Monday and expects forty tenants.",
        "Officials said the zone would build two more sheds before the end of the year.",
        "A training centre for young workers is planned beside the customs office.",
        "Investors asked about power supply, water prices and the road to the port.",
    ],
    "fr": [
        "Le parc industriel a ouvert ses portes aux premières entreprises de la région.",
        "Les autorités ont annoncé la construction d'une nouvelle route vers le port.",
        "La zone économique spéciale emploie aujourd'hui plus de quatre mille personnes.",
    ],
    "es": [
        "El parque industrial abrió sus puertas a las primeras empresas de la región.",
        "Las autoridades anunciaron la construcción de una nueva carretera hacia el puerto.",
        "La zona económica especial emplea hoy a más de cuatro mil personas.",
    ],
    "pt": [
        "O parque industrial abriu as suas portas às primeiras empresas da região.",
        "As autoridades anunciaram a construção de uma nova estrada até ao porto.",
        "Não há informações sobre os investimentos que serão feitos no próximo ano.",
    ],
    "de": [
        "Der Industriepark hat in dieser Woche seine Tore für die ersten Firmen geöffnet.",
        "Die Behörden kündigten den Bau einer neuen Straße zum Hafen an.",
        "In der Sonderwirtschaftszone arbeiten heute mehr als viertausend Menschen.",
    ],
    "it": [
        "Il parco industriale ha aperto le porte alle prime aziende della regione.",
        "Le autorità hanno annunciato la costruzione di una nuova strada verso il porto.",
        "Nella zona economica speciale lavorano oggi più di quattromila persone.",
    ],
    "ru": [
        "Индустриальный парк открыл свои двери для первых предприятий региона.",
        "Власти объявили о строительстве новой дороги к морскому порту.",
        "Сегодня в особой экономической зоне работают более четырёх тысяч человек.",
    ],
    "vi": [
        "Khu công nghiệp đã mở cửa đón những doanh nghiệp đầu tiên trong vùng.",
        "Chính quyền thông báo xây dựng một con đường mới đến cảng biển.",
    ],
    "id": [
        "Kawasan industri itu telah dibuka untuk perusahaan pertama di wilayah tersebut.",
        "Pemerintah mengumumkan pembangunan jalan baru menuju pelabuhan utama.",
    ],
    "tl": [
        "Binuksan na ng parke ang mga pintuan nito para sa mga unang kompanya sa rehiyon.",
        "Pinamamahalaan ng isang kompanya ang parke at mahigit tatlong daan ang nasa loob nito.",
    ],
    "pl": [
        "Park przemysłowy otworzył swoje bramy dla pierwszych przedsiębiorstw w regionie.",
        "Władze zapowiedziały budowę nowej drogi prowadzącej do portu morskiego.",
    ],
    "tr": [
        "Sanayi parkı bölgedeki ilk şirketler için kapılarını açtı ve yeni işçiler arıyor.",
        "Yetkililer limana giden yeni bir yolun yapılacağını duyurdu.",
    ],
    "ja": ["工業団地は地域の最初の企業に門戸を開いた。", "当局は港への新しい道路の建設を発表しました。"],
    "ko": ["산업단지가 지역의 첫 기업들에게 문을 열었다.", "당국은 항구로 가는 새로운 도로 건설을 발표했다."],
    "zh-cn": ["工业园区向本地区首批企业敞开了大门。", "当局宣布将建设一条通往港口的新公路。"],
    "th": ["นิคมอุตสาหกรรมเปิดประตูต้อนรับบริษัทแรกในภูมิภาค"],
    "ar": ["افتتحت المنطقة الصناعية أبوابها أمام الشركات الأولى في المنطقة."],
}
SPELLED = {"tl": "fil", "zh-cn": "zh-Hans", "zh-tw": "zh-Hant"}


def detected(text):
    return language.fill(Document("i", "s", text, text)).metadata


@pytest.mark.parametrize(("code", "text"), [(code, t) for code, texts in SENTENCES.items() for t in texts])
def test_a_sentence(code, text):
    assert detected(text).language == SPELLED.get(code, code)


def test_agrees_with_langdetect():
    from langdetect import DetectorFactory, detect

    DetectorFactory.seed = 0
    texts = [t for texts in SENTENCES.values() for t in texts]
    differing = [t for t in texts if detected(t).language != SPELLED.get(detect(t), detect(t))]
    assert len(differing) <= 1, differing  # the oracle itself samples at random


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("WORKSHOP REPORT ON INDUSTRIAL PARKS", "en"),  # langdetect: "de"
        ("金嶺高新區部署新一年產業鏈招商,去年該區新簽項目21個。", "zh-Hant"),  # langdetect: "ko"
        ("綠色園區(qū)行業(yè)供需格局及發(fā)展策略報告,版權(quán)說明。", "zh-Hant"),  # republished, pinyin put in
        ("园区 UNIDO 与 GPIPC 合作,NETDZ 说明。", "zh-Hans"),  # acronyms are not English text
        ("第二节 工业园区办公室", "zh-Hans"),
        ("2023-11-05 14:20", "und"),
        ("", "und"),
        ("\0\ufffd 🙂 ---", "und"),
        ("xkcd qwrt zzpl vvbn mmnk ptrk lkjh wrtz", "und"),
        ("https://example.com/the/park/opened/its/gates", "und"),
        ("Özel bölge: қазақстан республикасының индустриялық аймағы жаңа кәсіпорындарға ашылды.", "kk"),
    ],
)
def test_hard_texts(text, expected):
    assert detected(text).language == expected


def test_short_english_in_capitals_is_not_german():
    assert detected("WORKSHOP REPORT").language in {"en", "und"}


def test_shares_of_a_mixed_document():
    text = f"{SENTENCES['en'][0]}\n{SENTENCES['zh-cn'][0]}\n{SENTENCES['en'][1]}\n"
    shares = detected(text).languages
    assert [s.code for s in shares] == ["en", "zh-Hans"]
    assert shares[0].share > shares[1].share > 0.1
    assert abs(sum(s.share for s in shares) - 1) < 0.001


def test_a_short_line_follows_the_document():
    text = "\n".join([*SENTENCES["en"], "Wang Xiaojun, Zou Ciyong", "Contact", "Salin: Lena"])
    assert [s.code for s in detected(text).languages] == ["en"]


def test_a_long_foreign_paragraph_counts():
    text = "\n".join([*SENTENCES["en"], " ".join(SENTENCES["pt"])])
    assert {s.code for s in detected(text).languages} == {"en", "pt"}


def test_sections_have_their_own_language():
    english, chinese = SENTENCES["en"][0] + "\n", SENTENCES["zh-cn"][0] + "\n"
    text = english + chinese + "---\n"
    ends = [0, len(english), len(english + chinese), len(text)]
    sections = tuple(Section(1, "", "body", a, b) for a, b in pairwise(ends))
    done = language.fill(Document("i", "s", text, text, sections=sections))
    assert [s.language for s in done.sections] == ["en", "zh-Hans", "en"]


def test_evidence_names_the_way():
    assert [(e.field, e.line, e.rule) for e in detected("\n园区开园\n").evidence] == [
        ("language", 2, "language/script")
    ]
    assert detected(SENTENCES["fr"][0]).evidence[0].rule == "language/n-grams"
    assert not detected("").evidence


def test_pure_chinese_loads_no_profiles():
    from parkdocs.metadata import ngrams

    ngrams.table.cache_clear()
    detected("工业园区向本地区首批企业敞开了大门。" * 50)
    assert ngrams.table.cache_info().currsize == 0


@given(st.text())
def test_any_text_passes_and_shares_are_ordered(text):
    found = detected(text)
    shares = [s.share for s in found.languages]
    assert found.language
    assert shares == sorted(shares, reverse=True)
    assert not shares or abs(sum(shares) - 1) < 0.01
