"""The report in a real browser: read, filter, move by keyboard, save, both themes, a phone, and nobody shut out.

Slow: a browser starts. Skipped where Chromium and its driver are not installed (Debian: chromium, chromium-driver).
"""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from olgu.article import Article, Document
from olgu.write.report import write_report
from olgu.write.schema import FACTS
from olgu.write.tables import TableWriter

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed: pip install -e '.[dev]'")
Keys = pytest.importorskip("selenium.webdriver.common.keys").Keys
CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (CHROMIUM and DRIVER),
        reason="no Chromium here: apt-get install chromium chromium-driver to test the report",
    ),
]
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1300,900",
)  # fmt: skip
SCRIPT = "</script><script>window.stolen=1</script><img src=x onerror=window.stolen=1> =1+1 "


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in FLAGS:
        options.add_argument(flag)
    downloads = tmp_path_factory.mktemp("downloads")
    options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    driver.downloads = downloads
    yield driver
    driver.quit()


def written(folder: Path, documents: list[Document]) -> str:
    with TableWriter(folder / "out", ["jsonl"]) as writer:
        for document in documents:
            writer.add(document)
    to = folder / "report.html"
    write_report(folder / "out", to, title="Haberler")
    return to.as_uri()


@pytest.fixture
def page(tmp_path: Path, rich: Document, browser: Any) -> Any:
    """The report of two articles, six facts; the second article tries to break out."""
    text = SCRIPT + rich.article.text
    shift = len(SCRIPT)
    moved = tuple(
        replace(fact, start=fact.start + shift, end=fact.end + shift, sentence_end=len(text), what=None, time=None,
                place=None, speaker=None, speaker_id=None)
        for fact in rich.facts
    )  # fmt: skip
    hostile = Document(Article("b", text, title=SCRIPT, date="2023-01-01"), moved, sentences=((0, len(text)),))
    browser.set_window_size(1300, 900)
    browser.get(written(tmp_path, [rich, hostile]))
    return browser


def run(browser: Any, code: str) -> Any:
    return browser.execute_script(f"return {code}")


def click(browser: Any, selector: str) -> None:
    run(browser, f"document.querySelector({selector!r}).click()")


def violations(browser: Any) -> list[tuple[str, str, str]]:
    """Return what axe finds wrong with the page: rule, impact, element."""
    axe = pytest.importorskip("axe_selenium_python", reason="axe-selenium-python is not installed")
    browser.execute_script(files(axe).joinpath("node_modules/axe-core/axe.min.js").read_text(encoding="utf-8"))
    found = browser.execute_async_script("axe.run().then(arguments[0])")
    assert len(found["passes"]) > 20
    return [(v["id"], v["impact"], v["nodes"][0]["html"]) for v in found["violations"]]


def test_page_opens_and_runs_nothing_strange(page: Any) -> None:
    assert run(page, "document.documentElement.dataset.ready") == "yes"
    assert run(page, "window.stolen === undefined && document.images.length === 0")
    assert page.get_log("browser") == []
    assert run(page, "document.querySelectorAll('#by-money circle').length") == 2
    assert "6 of 6 facts in 2 of 2 articles" in run(page, "document.getElementById('told').textContent")


def test_filters_leave_what_was_asked_for(page: Any) -> None:
    click(page, "[data-kind=money]")
    assert "2 of 6 facts" in run(page, "document.getElementById('told').textContent")
    assert run(page, "document.querySelectorAll('mark.off[data-f]').length") == 4
    click(page, "#reset")
    for name, value, many in (
        ("q", "IĞDIR'DA kaya", 6),
        ("q", "yok", 0),
        ("min", "4", 4),
        ("max", "1", 2),
        ("country", "TR", 2),
    ):
        code = "const e = document.getElementById(arguments[0]); e.value = arguments[1]; apply(); return visible.length"
        assert page.execute_script(code, name, value) == many, name
        click(page, "#reset")


def test_click_and_keyboard_show_the_row(page: Any) -> None:
    click(page, "#f1")
    detail = "document.getElementById('detail').innerText"
    assert "«Üçte biri»" in run(page, detail)
    assert "1/3" in run(page, detail)
    assert "confidence" in run(page, detail)
    assert "0.90" in run(page, detail)
    run(page, "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'j', bubbles: true})), document.body")
    run(page, "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'j', bubbles: true}))")
    assert run(page, "document.activeElement.tagName") == "MARK"
    run(page, "document.getElementById('f0').focus()")
    assert "6,000,000,000 USD" in run(page, detail)
    assert run(page, "document.querySelector('.w.on').textContent") == "cirosu"


def test_rows_sort(page: Any) -> None:
    click(page, "th[data-name=value] button")
    first = "document.querySelector('#rows td').textContent"
    assert run(page, first) == "Üçte biri"
    assert run(page, "document.querySelector('th[data-name=value]').ariaSort") == "ascending"
    click(page, "th[data-name=value] button")
    assert run(page, first) == "6 milyar dolara"


def test_saved_csv_holds_the_filtered_rows_and_no_formula(page: Any) -> None:
    click(page, "[data-kind=money]")
    click(page, "#save")
    path = page.downloads / "facts.csv"
    for _ in range(100):
        if path.exists() and path.stat().st_size:
            break
        page.execute_async_script("setTimeout(arguments[0], 50)")
    rows = list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8"), newline="")))
    assert [row["quote"] for row in rows] == ["6 milyar dolara"] * 2
    assert rows[0]["speaker"] == "'=1+1 derneği"
    assert rows[0]["value"] == "6000000000"


def test_themes_differ_and_stay(page: Any) -> None:
    colours = []
    for _ in range(2):
        colours.append(run(page, "getComputedStyle(document.body).backgroundColor"))
        click(page, "#theme")
    assert len(set(colours)) == 2
    click(page, "#theme")
    kept = run(page, "document.documentElement.dataset.theme")
    page.refresh()
    assert run(page, "document.documentElement.dataset.theme") == kept


@pytest.fixture
def phone(page: Any) -> Iterator[Any]:
    """The page on a screen of 390 × 844; a window cannot be made as narrow."""
    size = {"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": True}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    yield page
    page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_phone_needs_no_sideways_scroll(phone: Any) -> None:
    click(phone, "#f1")
    assert run(phone, "[innerWidth, document.documentElement.scrollWidth]") == [390, 390]
    assert run(phone, "getComputedStyle(document.getElementById('detail')).position") == "fixed"


@pytest.mark.parametrize("fact", range(6))
def test_phone_shows_the_sentence_beside_the_card(phone: Any, fact: int) -> None:
    """Wherever the fact stood on the screen when it was tapped."""
    for where in (0, 422, 830):
        run(phone, "close()")
        code = f"scrollBy(0, document.getElementById('f{fact}').getBoundingClientRect().top - {where})"
        run(phone, code)
        click(phone, f"#f{fact}")
        top, bottom = run(phone, f"(b => [b.top, b.bottom])(sentenceBox({fact}, document.getElementById('f{fact}')))")
        assert 0 <= top < bottom <= run(phone, "document.getElementById('detail').getBoundingClientRect().top")


def test_card_closes_and_gives_the_focus_back(page: Any) -> None:
    card = "document.getElementById('detail')"
    click(page, "#f1")
    page.find_element("css selector", "#detail .close").send_keys(Keys.ENTER)
    assert run(page, f"{card}.className") == "card empty"
    assert run(page, "document.querySelectorAll('.on').length") == 0
    page.switch_to.active_element.send_keys("j")
    assert run(page, "document.activeElement.id") == "f0"
    assert run(page, f"{card}.className") == "card"
    page.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert run(page, f"{card}.className") == "card empty"
    assert run(page, "document.activeElement.id") == "f0"
    assert "Hover a marked number" in run(page, f"{card}.innerText")
    page.switch_to.active_element.send_keys(Keys.ENTER)
    assert "6,000,000,000 USD" in run(page, f"{card}.innerText")


def test_card_closed_by_its_button_on_a_focused_card_leaves_the_fact(page: Any) -> None:
    click(page, "#f2")
    run(page, "document.querySelector('#detail .close').focus()")
    click(page, "#detail .close")
    assert run(page, "document.activeElement.id") == "f2"
    assert run(page, "document.getElementById('detail').className") == "card empty"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_theme_button_says_what_it_does(page: Any, theme: str) -> None:
    run(page, f"document.documentElement.dataset.theme = {theme!r}")
    told = run(page, "document.getElementById('theme').innerText")
    assert told == {"light": "Switch to dark", "dark": "Switch to light"}[theme]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nobody_is_shut_out(page: Any, theme: str) -> None:
    """No violation that axe knows, serious or not."""
    run(page, f"document.documentElement.dataset.theme = {theme!r}")
    click(page, "#f0")
    assert violations(page) == []


def test_two_hundred_articles_are_there_in_two_seconds(tmp_path: Path, rich: Document, browser: Any) -> None:
    text = rich.article.text + "\n" + "Bu bir cümledir ve uzundur. " * 100
    many = [
        replace(rich, article=replace(rich.article, id=f"a{n}", text=f"{text}{n}", path=None), facts=rich.facts * 5)
        for n in range(200)
    ]
    address = written(tmp_path, many)
    times = []
    for _ in range(3):
        browser.get(address)
        assert run(browser, "document.documentElement.dataset.ready") == "yes"
        times.append(run(browser, "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"))
    assert min(times) < 2000


@pytest.fixture
def overview(tmp_path: Path, rich: Document, browser: Any) -> Any:
    """The first page of a report of five articles with three facts each, two on a page."""
    with TableWriter(tmp_path / "out", ["jsonl"]) as writer:
        for n in range(5):
            writer.add(replace(rich, article=replace(rich.article, id=f"a{n}", title=f"Başlık {n}", path=None)))
    write_report(tmp_path / "out", tmp_path / "report.html", per_page=2)
    browser.set_window_size(1300, 900)
    browser.get((tmp_path / "report.html").as_uri())
    yield browser
    assert browser.get_log("browser") == []


def test_overview_leads_to_articles_and_facts(overview: Any) -> None:
    assert run(overview, "document.documentElement.dataset.ready") == "yes"
    assert run(overview, "document.querySelectorAll('#by-kind button, #by-money circle').length") == 8
    ask = (
        "const find = document.getElementById('find'); find.value = 'BAŞLIK 3'; find.dispatchEvent(new Event('input'))"
    )
    overview.execute_script(ask)
    assert run(overview, "document.getElementById('many').textContent") == "1 of 5 articles"
    first = overview.current_url
    overview.get(run(overview, "document.querySelector('#listed a').href"))
    assert run(overview, "location.hash") == "#a1"
    assert run(overview, "document.querySelectorAll('article').length") == 2
    assert "page 2 of 3" in overview.title
    overview.get(first)
    overview.execute_script("place.go(13)")
    assert overview.current_url.endswith("report-pages/0003.html#f1")
    assert "«Üçte biri»" in run(overview, "document.getElementById('detail').innerText")


def test_overview_filters_and_saves_the_facts_of_every_page(overview: Any) -> None:
    click(overview, "[data-kind=money]")
    overview.execute_script("document.getElementById('q').value = 'başlık 4'; apply()")
    told = "document.getElementById('told').textContent"
    assert run(overview, told) == "1 of 15 facts in 1 of 5 articles"
    assert run(overview, "document.getElementById('listed').innerText.split('\\t')[0]") == "a4"
    saved = list(csv.DictReader(io.StringIO(run(overview, "csv()"), newline="")))
    assert [(row["article_id"], row["quote"]) for row in saved] == [("a4", "6 milyar dolara")]
    assert [*saved[0]] == ["article_id", *(name for name in FACTS.names if name != "article_id")]
    overview.refresh()
    assert run(overview, told) == "1 of 15 facts in 1 of 5 articles"


def test_overview_shuts_nobody_out(overview: Any) -> None:
    assert violations(overview) == []


def test_chart_says_which_amounts_it_leaves_out(tmp_path: Path, rich: Document, browser: Any) -> None:
    money = next(fact for fact in rich.facts if fact.kind == "money")
    undated = replace(rich, article=replace(rich.article, id="b", date=None), facts=(replace(money, time=None),) * 3)
    browser.get(written(tmp_path, [replace(rich, facts=(money,) * 1602), undated]))
    assert run(browser, "document.querySelectorAll('#by-money circle').length") == 1500
    assert run(browser, "document.getElementById('drawn').textContent") == (
        "The latest 1,500 of 1,602 amounts are drawn; filter to see others. 3 without a date or of zero are left out."
    )
