"""Words that label a date, by what it is the date of; parts of patterns, without groups that capture."""

from __future__ import annotations

_WHEN = r"(?:日期|[时時][间間]|日)"
ZH_STRONG = (
    r"(?:[发發][布佈表稿]|上[传傳]|刊[登发發]|[录錄]入|添加|出版|公[布佈]|[发發]帖|掲載|公開|投稿|公表|発表|配信|登録)"
    rf"{_WHEN}"
)
ZH_WRITTEN = rf"(?:成文|[发發]文|印[发發]|[签簽][发發]|制定){_WHEN}"
EN_STRONG = (
    r"(?:(?:first[ ])?(?:published|posted|released|issued)(?:[ ](?:date|time|on|at|in))?"
    r"|(?:publication|publishing|publish|release|issue|upload|post)[ ]?(?:date|time)"
    r"|date[ ](?:published|posted|issued)|date[ ]of[ ](?:publication|issue|release)|pub[ ]?(?:date|time))"
)
OTHER_STRONG = (
    r"(?:publi(?:é|cado|cada|kováno)(?:[ ](?:le|el|em))?|pubblicato(?:[ ]il)?|veröffentlicht(?:[ ]am)?|erstellt[ ]am"
    r"|опубликовано|опубликован|дата[ ]публикации|ngày[ ]đăng|diterbitkan|yayınlan(?:ma|dı)|opublikowano"
    r"|(?:기사)?(?:입력|등록|게시|승인|작성)(?:일시|일자|일|시간)?)"
)
PLAIN = r"(?:日期|[时時][间間]|date(?:d)?|time|datum|fecha|data|дата)"
UPDATED = (
    r"(?:(?:最[后後近])?(?:更新|修改|修[订訂])(?:日期|[时時][间間]|[于於]|日)?"
    r"|(?:last[ ])?(?:updated|modified|revised|reviewed)(?:[ ](?:on|at))?|update(?:[ ]?(?:date|time))|last[ ]update"
    r"|(?:zuletzt[ ])?(?:aktualisiert|geändert|bearbeitet)(?:[ ]am)?|mis[ ]à[ ]jour(?:[ ]le)?|modifié(?:[ ]le)?"
    r"|(?:última[ ])?(?:actualiz|atualiz)ad[oa](?:[ ](?:el|em))?|aggiornato(?:[ ]il)?|обновлено|güncelle(?:me|ndi)"
    r"|最終更新日?|(?:최종[ ]?)?수정(?:일시|일자|일|시간)?)"
)
