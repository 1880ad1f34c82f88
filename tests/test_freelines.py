import pytest

from parkdocs import freelines, shapes

PROSE = "The park opened in May, and it has welcomed 54 firms since then."
FINE = "园区占地46平方公里,入驻企业三百家,产值突破千亿元。"


def found(*lines):
    rows = shapes.rows(list(lines))
    return [rows[j].bare for j in freelines.find(rows)]


@pytest.mark.parametrize("line", ["Five Factors That Matter", "What happens next", "2030 in View", "二十年之变"])
def test_a_free_line_between_paragraphs(line):
    assert found(PROSE, "", line, "", PROSE) == [line]


@pytest.mark.parametrize(
    "line", ["a lower-case line", "A short caption", "a = b", "7. Odd Number", "Rows (Ana Moro)", "Ok"]
)
def test_other_lines_between_paragraphs(line):
    assert found(PROSE, "", line, "", PROSE) == []


def test_it_needs_a_finished_paragraph_above_and_prose_below():
    assert found("The park opened in May and has since then welcomed many", "", "Five Factors", "", PROSE) == []
    assert found(PROSE, "", "Five Factors", "", "Tel: 022-6637") == []
    assert found("Five Factors", "", PROSE) == []


def test_two_in_a_row_but_not_three():
    assert found(PROSE, PROSE, "", "First Line", "", "Second Line", "", PROSE) == ["First Line", "Second Line"]
    assert found(PROSE, PROSE, "", "First Line", "", "Second Line", "", "Third Line", "", PROSE) == []


def test_a_line_that_is_said_twice_is_a_caption():
    assert found(PROSE, "", "Buyers at Work", "", PROSE, "", "Buyers at Work", "", PROSE) == []


def test_too_many_are_a_list():
    assert found(PROSE, *(x for i in range(9) for x in ("", f"Story Number {i}", "", f"{i} {PROSE}"))) == []


@pytest.mark.parametrize(
    "lines",
    [
        (
            "问：哪些企业可以申请补贴？",
            "答：均可申请。",
            "问：补贴标准是多少？",
            "答：每人一千元，每家企业每年最高五十万元。",
        ),
        ("Q1: How long does a lease run?", "A: Thirty years.", "Q2: Can a tenant sublet?", "A: Yes, with consent."),
        ("Who can use the zone?", PROSE, "How can a small company apply for a subzone of its own?", PROSE),
    ],
)
def test_questions_with_their_answers_need_no_blank_lines(lines):
    assert found("Frequently Asked", *lines)[-2:] == [lines[0], lines[2]]


@pytest.mark.parametrize(
    "lines",
    [
        ("Who can use the zone?", PROSE, PROSE),  # one question alone
        ("“Who goes there?”", PROSE, "“Can I come in?”", PROSE),  # speech
        ("Who is it?", "Who else?", "What now?", "Where to?"),  # no answers
        ("He came. Who was he?", PROSE, "It rained. Why does it matter?", PROSE),  # more than the question
    ],
)
def test_other_questions_in_running_text(lines):
    assert found(PROSE, *lines) == []


def test_where_two_are_found_lines_that_miss_a_sign_count_too():
    shown = (PROSE, "", "What Happened", "", PROSE, "", "What Comes Next", "", PROSE, "")
    assert found(*shown, "A gift of bricks", "", PROSE)[-1] == "A gift of bricks"
    assert found(*shown, "- one", "- two", "", "After the List", "", PROSE)[-1] == "After the List"
    assert found(*shown, "Facebook: the pioneer of them all", "", PROSE)[-1] == "Facebook: the pioneer of them all"
    assert found(*shown, "Source: Wire", "", PROSE)[-1] == "What Comes Next"


def test_lines_behind_a_heavy_bullet():
    assert found("某高新区", "◆ 区位优势", FINE, "◆ 配套设施", FINE) == ["◆ 区位优势", "◆ 配套设施"]
    assert found("某高新区", "◆ 区位优势", FINE) == []
    assert found("◆ 甲公司", "◆ 乙公司", "◆ 丙公司", FINE) == []


def test_lines_in_the_same_brackets_from_the_first_on():
    lines = ("某产业园", "【基本情况】", FINE, "【产业定位】", FINE, "【荣誉资质】", FINE)
    assert found(*lines) == ["【基本情况】", "【产业定位】", "【荣誉资质】"]


@pytest.mark.parametrize("line", ["Continue reading below the advertisement", "Read more stories", "Sign Up Today"])
def test_buttons_between_paragraphs(line):
    assert found(PROSE, "", line, "", PROSE) == []


def test_a_long_paragraph_ends_where_it_ends():
    long = " ".join([PROSE] * 12)
    assert found(long, "", "What Comes Next", "", PROSE) == ["What Comes Next"]


def test_names_below_a_bare_number_that_counts_from_one():
    assert found("01", "父亲的账本", "", PROSE, "", "02", "不肯走的老师傅", "", PROSE) == [
        "父亲的账本",
        "不肯走的老师傅",
    ]
    assert found("PART 1", "A wet winter", PROSE, "PART 2", "A dry spring", PROSE) == ["A wet winter", "A dry spring"]


@pytest.mark.parametrize("numbers", [("01", "03"), ("02", "03"), ("7", "8")])
def test_other_numbers_above_short_lines(numbers):
    first, second = numbers
    assert found(first, "父亲的账本", PROSE, second, "不肯走的老师傅", PROSE) == []


@pytest.mark.parametrize(
    "label", ["Te puede interesar: Las cigüeñas", "See also: Old Cranes", "延伸阅读：旧码头的故事"]
)
def test_a_pointer_to_another_text_is_no_heading(label):
    assert found(PROSE, "", label, "", PROSE) == []
