"""Texts that name none of the made-up persons below: what shipped dossiers and norms say."""

from __future__ import annotations

from functools import cache

import lawmap
from tests.cli.running import ROOT

FULL_NAMES = [
    *("Олександр Мельник", "Марія Бондаренко", "Іван Коваль", "Оксана Ткаченко", "Юрій Лисенко"),
    *("Наталія Кравець", "Андрій Мороз", "Тетяна Савчук", "Василь Гончар", "Ірина Поліщук"),
    *("Петро Руденко", "Людмила Кравченко", "Микола Сорока", "Галина Білик", "Степан Гнатюк"),
    *("Віра Шевчук", "Надія Козак", "Любов Мазур", "Роман Зима", "Леся Вовк", "Ян Лях", "Ія Ян"),
    *("Іван Петрович Сидоренко", "Ганна Іванівна Кушнір", "Мельник Олена Степанівна"),
    *("Сергей Иванов", "Анна Попова", "Дмитрий Волков", "Елена Морозова", "Павел Лебедев"),
    *("Ольга Зайцева", "Михаил Орлов", "Светлана Белова", "Виктор Комаров", "Вера Воля"),
    *("Иван Иванович Крылов", "Мария Сергеевна Гусева", "Лев Мир", "Роман Суд", "Юлия Закон"),
    *("John Marsh", "Mary Wood", "Peter Hill", "Jane Field", "Mark Judge", "Grace Young"),
    *("Rose Major", "Will Court", "May State", "Art Law", "Frank Power", "Jan Roe", "Ann Lee"),
    *("Bill Part", "Hope Child", "Dean Justice", "Guy Camp", "Ray War", "Joy Order", "Lou Act"),
]
"""Plausible names, among them many whose parts are words of law."""

SINGLE_NAMES = [
    *("Бондаренко", "Кравець", "Ткаченко", "Шевчук", "Гончар", "Оксана", "Тетяна", "Юрій"),
    *("Иванов", "Попова", "Елена", "Дмитрий", "Marsh", "Kovalenko", "Olena", "Jane", "Peter"),
    *("Волков", "Мороз", "Ян", "Ія", "Лев"),
]


@cache
def dossiers() -> dict[str, str]:
    """Every fourth shipped dossier, as it is rendered: on norms all say much the same."""
    loaded = lawmap.load([ROOT / "seeds"], packs=[lawmap.shipped_pack()])
    archive = lawmap.Archive(loaded.library, lawmap.Request())
    return {
        name: lawmap.render(lawmap.build_dossier(archive, name, items))
        for name, items in list(archive.examined().items())[::4]
    }


@cache
def records() -> dict[str, str]:
    """Every file of the shipped norms and seeds."""
    paths = sorted([*(ROOT / "norms").rglob("*.yaml"), *(ROOT / "seeds").rglob("*.yaml")])
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in paths}
