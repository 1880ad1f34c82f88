"""Words that label a date, by what it is the date of; parts of patterns, without groups that capture."""

from __future__ import annotations

_WHEN = r"(?:日期|[时時][间間]|日)"
ZH_STRONG = (
    r"(?:(?:[发發][布佈表稿]|上[传傳]|刊[登发發]|[录錄]入|添加|出版|公[布佈]|[发發]帖|提[问問]|掲載|公開|投稿|公表|発表|配信|登録)"
    rf"{_WHEN}|(?:[网網][络絡]|在[线線])(?:首[发發]|出版|[发發]表|[发發][布佈])(?:{_WHEN})?|首[发發]{_WHEN})"
)
ZH_WRITTEN = rf"(?:成文|[发發]文|印[发發]|[签簽][发發]|制定){_WHEN}"
EN_STRONG = (
    r"(?:(?:first[ ])?(?:published|posted|released|issued)(?:[ ](?:date|time|online|on|at|in))?"
    r"|(?:first[ ]|made[ ])?available[ ]online(?:[ ](?:date|on|since))?|(?:first[ ]online|online[ ]first)(?:[ ]date)?"
    r"|post[ ]on|(?:publication|publishing|publish|release|issue|upload|post)[ ]?(?:date|time)"
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
    r"|(?:last[ ])?(?:updated|modified|revised|reviewed)(?:[ ](?:on|at|date|time))?"
    r"|date[ ](?:last[ ])?(?:updated|modified|revised|reviewed)|update(?:[ ]?(?:date|time))|last[ ]update"
    r"|(?:zuletzt[ ])?(?:aktualisiert|geändert|bearbeitet)(?:[ ]am)?|mis[ ]à[ ]jour(?:[ ]le)?|modifié(?:[ ]le)?"
    r"|(?:última[ ])?(?:actualiz|atualiz)ad[oa](?:[ ](?:el|em))?|aggiornato(?:[ ]il)?|обновлено|güncelle(?:me|ndi)"
    r"|最終更新日?|(?:최종[ ]?)?수정(?:일시|일자|일|시간)?)"
)
SIGNED_BY = (
    r"(?:written|posted|published|submitted|filed|created|reported|by|von|par)\b[^.!?]{0,80}\b(?:on|am|le)\s{1,3}"
    r"|th(?:is|e)\s(?:entry|post|article|story|page|item|document)\s(?:was|has\sbeen)\s(?:originally\s|first\s)?"
    r"(?:written|posted|published|submitted|filed|created)\b(?:[^.!?]{0,80}?\bon)?\s{1,3}(?:\w{3,6}day,?\s)?"
    r"|(?:by|par|por|von)\s[^.!?]{2,80}\s[-–—|•·]\s{1,3}(?:\w{3,6}day,?\s)?|#1\s{1,3}[·•|-]\s{1,3}"
    r"|(?:presse|medien)mitteilung(?:[ ]nr\.[ ]\S{1,12})?[ ](?:vom|von)[ ]|communiqué (?:de presse )?du[ ]"
    r"|dated[ ](?:this[ ])?|原[创創]\s.{2,40}"
    r"|.{0,20}(?:[发發][表布佈]?|张贴|張貼|刊登|[发發]帖|提交)(?:[于於@]|\s@)\s{0,3}[:：]?\s{0,3}"
)
"""What stands before the day a text was signed or posted on."""
ISSUE = r"\b(?:vol(?:ume)?|issue|newsletter|bulletin|edition)\b|^\W{0,3}(?:by|von|par|por)\s|第\s?\d{1,4}\s?[期号號]"
"""Beside a month: the number of an issue, or a byline."""
GATHERING = r"[签簽]到|[报報]到|入[场場]|\bdoors\b|\d\s?[ap]\.?m\.?,\s[A-Z]"
"""Beside a day and an hour: people are to come then."""
