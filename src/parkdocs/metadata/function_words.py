"""Words that hardly any sentence of a language lacks, for languages that Latin text is mostly written in."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


FUNCTION_WORDS = {
    "en": _set(
        "the of and to that with are from this it which they has were will you their been would a for be "
        "not but or by an its more about when who can all we your his said have than other also into "
        "some what there"
    ),
    "de": _set(
        "der die und das ist nicht mit den ein eine für auf sich dem zu von werden auch im des sie wird "
        "bei als dass oder nach aus am hat wir"
    ),
    "fr": _set(
        "des et est une dans pour qui sur pas avec sont aux du les cette ses par au en la le ou ont son nous vous"
    ),
    "es": _set("el los las del con una y lo más pero fue está sus que para por como su se un en la"),
    "pt": _set("não uma do da dos das em com os são ao pela mais que para por como se um na no"),
    "it": _set("di il che della per una non sono gli alla dei nel è la un con da si le anche del"),
    "nl": _set("het een van dat niet zijn voor met aan ook de en op te bij door naar wordt"),
}
"""Words that hardly any sentence of a language lacks: three of them confirm a language that n-grams found before."""
