"""Single names out of a list, and what is none; evidence in the order of its strength."""

import pytest

from convert.evidence.fields.names import is_name, is_outlet, is_person, split_names, without_office, without_place
from convert.evidence.fields.ranking import ranked
from convert.page import Evidence


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("林小满", True),
        ("林", False),
        ("a" * 20, True),
        ("a" * 21, False),
        ("12", False),
        ("林。满", False),
        ("《桥》", False),
        ("https:ab", False),
        ("林2021", False),
        ("a2021", True),
        ("A2021", True),
        ("zzz12345", True),
        ("北京", False),
        ("臺北", False),
        ("臺北人家", True),
    ],
)
def test_what_may_be_a_name(text, name):
    assert is_name(text) is name


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("林小满", ("林小满",)),
        (" 林小满、周远,王明 & 李石 ", ("林小满", "周远", "王明", "李石")),
        ("林小满和周远", ("林小满", "周远")),
        ("林小满 周远", ("林小满", "周远")),
        ("王 明", ("王明",)),
        ("王\u3000明、李 石", ("王明", "李石")),
        ("王\u3000明", ("王明",)),
        ("XX林小满XX", ("XX林小满XX",)),
        ("文/满", ()),
        ("林(a)满", ("林(a)满",)),
        ("林（a）满", ("林（a）满",)),
        ("记者阿满", ("阿满",)),
        ("记者满", ()),
        ("王 明 李石", ("王明", "李石")),
        ("本报记者 林小满", ("林小满",)),
        ("文/林小满 图/周远", ("林小满", "周远")),
        ("林小满 发自北京", ("林小满",)),
        ("记者", ()),
        ("（林小满）", ("林小满",)),
        ("林小满（Lin", ("林小满（Lin）",)),
        ("林小满(Lin", ("林小满(Lin)",)),
        ("林小满、林小满", ("林小满",)),
        ("by Lin Xiaoman", ("Lin Xiaoman",)),
        ("林小满。", ("林小满",)),
        ("", ()),
        ("12、北京", ()),
        # Names of hosts, and what programs call pictures.
        ("AUTO.EXAMPLE.COM", ()),
        ("www.example.com.cn", ()),
        ("icon", ()),
        ("QR code", ()),
        ("RSS", ()),
        ("Jo.Lin", ("Jo.Lin",)),
    ],
)
def test_the_single_names_of_a_list(value, names):
    assert split_names(value) == names


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("王明", True),
        ("王大明", True),
        ("王明明明", False),
        ("桥明", False),
        ("王报", False),
        ("王", False),
        ("陳明", True),
    ],
)
def test_a_chinese_name_of_a_person(name, person):
    assert is_person(name) is person


@pytest.mark.parametrize(("name", "outlet"), [("山城日报", True), ("山城日報", True), ("林小满", False)])
def test_names_that_end_as_outlets_do(name, outlet):
    assert is_outlet(name) is outlet


@pytest.mark.parametrize(
    ("value", "left"),
    [
        ("王明北京大学经济学院教授", "王明"),
        ("桥明北京大学经济学院教授", "桥明北京大学经济学院教授"),
        ("王明北京大学经济学院", "王明北京大学经济学院"),
        ("北京大学经济学院教授", "北京大学经济学院教授"),
        ("王明山里学校经济学院教授", "王明山里学校经济学院教授"),
    ],
)
def test_a_name_without_the_office_that_follows(value, left):
    assert without_office(value) == left


@pytest.mark.parametrize(
    ("names", "left"),
    [
        ("王大明台北", "王大明"),
        ("李四华盛顿", "李四"),
        ("李石、王大明台北", "李石、王大明"),
        (" 李石，王大明,周远 ", "李石、王大明、周远"),
        ("王大明明", "王大明明"),
        ("王大明明明", "王大明"),
        ("台北", "台北"),
        ("王台北", "王台北"),
    ],
)
def test_a_list_of_names_without_the_place_that_follows(names, left):
    assert without_place(names) == left


def test_the_strongest_evidence_comes_first_and_each_value_once():
    listed = [("甲", 1), ("乙", 3), ("", 9), ("丙", 3), ("甲", 2)]
    found = [Evidence("author", value, f"line {at}", rank) for at, (value, rank) in enumerate(listed)]
    assert ranked(found) == (found[1], found[3], found[4])
    assert ranked([]) == ()
