"""A board member's walk through the desk: the queue, a preview, the reason, the way back."""

import re
import shutil


def test_from_the_queue_to_a_preview_with_its_reason_and_back(chromium, served, demo_desk):
    def text(selector="main"):
        return chromium.find_element("css selector", selector).text

    with served(demo_desk) as address:
        chromium.get(address)
        assert text("h1") == "Bàn biên tập"
        stage = chromium.find_element("css selector", ".stages__link[href='#half-approved']")
        assert stage.text == "1 Còn thiếu một lời duyệt"

        stage.click()
        section = chromium.find_element("css selector", "#half-approved")
        assert section.is_displayed()
        assert "Còn thiếu người duyệt “tài chính”" in section.text
        assert "Cần người duyệt “tài chính”: Phạm Thị Mẫu Dung" in section.text
        assert "python3 tasks.py approve" not in section.text
        section.find_element("css selector", "summary").send_keys("\n")
        line = r"duyệt: Phạm Thị Mẫu Dung, 21/11/2026, tài chính dấu [0-9a-f]{12}"
        assert re.search(line, section.text)
        assert 'ban-ghe-moi-cho-lop-mot.md --by "Phạm Thị Mẫu Dung"' in section.text

        title = section.find_element("css selector", ".queue__title a")
        heading = title.text
        chromium.get(title.get_attribute("href"))
        assert text("h1") == heading
        assert "Bản xem trước – bài này chưa được đăng" in text(".banner")
        assert "Còn thiếu người duyệt “tài chính”" in text(".banner")
        assert len(text(".prose")) > 200

        chromium.find_element("css selector", ".banner a").click()
        assert text("h1") == "Bàn biên tập"


def test_a_preview_looks_exactly_like_the_published_page_below_its_banner(
    chromium, served, demo_desk, site
):
    # With the pictures that the demo has made.
    for name in ("content", ".cache"):
        shutil.rmtree(site.root / name, ignore_errors=True)
        shutil.copytree(demo_desk.parent / name, site.root / name)
    article = site.content / "tin-bai/2026-11/tiet-hoc-o-cho-mau.md"
    waiting = article.read_text()
    article.write_text(waiting.replace("\n---\n", "\nduyệt: Lê Thị Mẫu Chi, 20/11/2026\n---\n", 1))
    assert site.publish(NEWSROOM_TODAY="2026-11-21").returncode == 0
    shown = "return document.querySelector('article.article').getBoundingClientRect().toJSON()"

    with served(demo_desk) as desk, served(site.output) as public:
        chromium.get(desk)
        link = chromium.find_element("partial link text", "chợ Mẫu, cô hàng cá")
        chromium.get(link.get_attribute("href"))
        preview = chromium.find_element("css selector", "article.article")
        words, box = preview.text, chromium.execute_script(shown)
        chromium.get(f"{public}tin-bai/2026/11/tiet-hoc-o-cho-mau/")
        published = chromium.find_element("css selector", "article.article")

        assert published.text == words
        after = chromium.execute_script(shown)
        assert (after["width"], after["height"]) == (box["width"], box["height"])
