"""Names of months: English as headlines and bylines write it, and the other languages that park news comes in."""

from __future__ import annotations

_FULL = "January February March April May June July August September October November December"
_SHORT = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"

ENGLISH: dict[str, int] = {
    spelled: number
    for number, names in enumerate(zip(_FULL.split(), _SHORT.split(), strict=True), start=1)
    for name in (*names, *(["Sept"] if number == 9 else []))
    for spelled in (name, name.upper())
}
"""Capitalised or in capitals only: "may 5" and "march 3 km" are no dates."""

_OTHERS = (
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "januari februari maret april mei juni juli agustus september oktober november desember",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre",
)
OTHERS: dict[str, int] = {name: number for names in _OTHERS for number, name in enumerate(names.split(), start=1)}
"""Spanish, French, Portuguese, German, Italian, Dutch, Indonesian, Turkish, Polish, Russian, Filipino."""
SEASONS = {"Spring": 21, "Summer": 22, "Autumn": 23, "Fall": 23, "Winter": 24, "春": 21, "夏": 22, "秋": 23, "冬": 24}
"""Seasons and their numbers in EDTF."""
