import pytest

from parkdocs import headings, speech
from parkdocs.lines import split
from parkdocs.shapes import rows

ANSWER = "It took sixty when I came to the office, and most of that was waiting for the post."
ZH = "企业登录平台后在线填报，材料齐全的三个工作日内即可办结，无需到窗口跑腿。"


def heads(*lines):
    return [h.text for h in headings.find(split("\n".join(lines) + "\n"))]


@pytest.mark.parametrize(("asks", "tells"), [("CR", "LO"), ("Cara Reed", "Lena Ott")])
def test_the_questions_of_an_interview_are_no_headings(asks, tells):
    talk = (f"{asks}: How long does a permit take?", f"{tells}: Nine days. {ANSWER}", "")
    more = (f"{asks}: What has changed in the office?", f"{tells}: We share one room. {ANSWER}", "")
    assert heads("Ten minutes with the permit office", "", *talk, *more) == []


@pytest.mark.parametrize(("asks", "tells"), [("记者", "王海"), ("主持人", "王海")])
def test_chinese_speech(asks, tells):
    talk = (f"{asks}：申请补贴要多久？", f"{tells}：{ZH}", f"{asks}：补贴标准是多少？", f"{tells}：{ZH}")
    assert heads("政策问答", *talk) == []


def test_questions_and_cases_are_no_speech():
    assert heads("政策问答", f"问：要多久？\n答：{ZH}\n问：要多少？\n答：{ZH}") == ["问：要多久？", "问：要多少？"]
    assert not speech.find(rows(["Q1: How long?", "A: Nine days.", "Q2: What does it cost?"]))
    assert not speech.find(rows(["Case study: Ambo", ANSWER, "Case study: Adama", ANSWER]))
    assert not speech.find(rows(["Q: How long does it take?", ANSWER, "Q: What does it cost?", ANSWER]))
    assert not speech.find(rows(["CR: How long does a permit take today?", ANSWER]))


def test_headings_between_speech_stay():
    talk = ("CR: How long does it take?", f"LO: Nine days. {ANSWER}", "", "CR: And then?", f"LO: {ANSWER}", "")
    assert heads(*talk, "# What comes next", "", *talk) == ["What comes next"]
