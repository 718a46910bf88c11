"""The files of the search: made from what is public, the same every time, few at a time."""

import json
import re

from sample import article_text

from newsroom.domain.site.search_index import bucket_of, token


def index_of(site, folder=None):
    return {n: c for n, c in site.files(folder).items() if n.startswith("tim-kiem/")}


def has(site, word, folder=None):
    """True where some text of the index holds that very word."""
    lines = [
        line
        for name, content in index_of(site, folder).items()
        if "/tu/" in name
        for line in content.decode().splitlines()
    ]
    return any(line.startswith(f"{token(word)} ") for line in lines)


def test_words_of_title_summary_text_and_author_are_found_and_those_of_a_waiting_article_not(site):
    body = "Nội dung <b>đậm</b> &amp; *nghiêng* [mốc](https://moc.example/zqxdiachi)"
    site.write("tin-bai/mot.md", article_text(body, title="Đường làng", tóm_tắt="Ngắn gọn"))
    site.write("tin-bai/cho.md", article_text("Zqxmật", title="Zqxchờ", duyet=None))
    site.write(
        "trang/gioi-thieu.md",
        "---\ntiêu đề: Giới thiệu\nduyệt: Phó Mẫu, 10/10/2024\n---\nMái ấm.\n",
    )

    site.publish()

    assert all(has(site, word) for word in ("đường", "gọn", "nghiêng", "mốc", "lan", "ấm"))
    assert not any(has(site, word) for word in ("zqxmật", "zqxchờ", "zqxdiachi", "amp", "href"))
    assert not any(b"zqx" in content for content in index_of(site).values())


def test_the_desk_searches_what_is_public_only(site):
    site.write("tin-bai/mot.md", article_text(title="Đường làng"))
    site.write("tin-bai/cho.md", article_text("Zqxmật", duyet=None))

    site.invoke("build")

    assert has(site, "đường", site.desk)
    assert not has(site, "zqxmật", site.desk)


def test_a_caption_goes_with_the_pictures_when_consent_is_refused(site):
    from test_no_leak import picture

    site.write("tin-bai/a.jpg", picture("x", (1, 2, 3)))
    text = "![Mô tả](a.jpg 'Em Zqxtên cười')"
    site.write("tin-bai/mot.md", article_text(text))
    site.publish()
    assert has(site, "zqxtên")

    site.write("tin-bai/mot.md", article_text(text, đồng_ý_hình_ảnh="không"))
    site.publish()

    assert not has(site, "zqxtên")


def test_the_contents_name_the_years_and_their_months_oldest_first(site):
    site.write("tin-bai/mot.md", article_text(ngày="02/10/2024"))
    site.write("tin-bai/hai.md", article_text())
    site.publish()

    contents = json.loads(index_of(site)["tim-kiem/muc-luc.json"])

    assert [(part["code"], part["months"]) for part in contents] == [
        ("2024-2025", [["2024-10", 1], ["2024-11", 1]])
    ]
    rows = json.loads(index_of(site)["tim-kiem/bai/2024-10/0.json"])
    assert rows == [["Tiêu đề bài", "tin-bai/2024/10/mot/", "02/10/2024", "Hoạt động", "Tổ 1"]]


def test_a_new_article_changes_only_the_files_of_its_month_and_its_words(site):
    for n in range(70):
        text = article_text(f"Chữ thứ {n}.", title=f"Bài {n}", ngày="02/10/2024")
        site.write(f"tin-bai/bai-{n}.md", text)
    site.publish()
    before = index_of(site)

    site.write("tin-bai/moi.md", article_text("Chữ.", title="Bài", ngày="03/10/2024"))
    site.publish()

    after = index_of(site)
    changed = {name for name in after if after[name] != before.get(name)}
    words = {name for name in changed if "/tu/" in name}
    assert before.keys() == after.keys()
    assert {"tim-kiem/muc-luc.json", "tim-kiem/bai/2024-10/4.json"} <= changed
    assert not {f"tim-kiem/bai/2024-10/{n}.json" for n in range(4)} & changed
    shards = json.loads(after["tim-kiem/muc-luc.json"])[0]["shards"]
    ours = ("chữ", "bài", "lan", "mẫu", "to:to-1", "chuyen-muc:hoat-dong")
    assert words == {f"tim-kiem/tu/2024-2025/{bucket_of(w) % shards}.txt" for w in ours}


def test_a_withdrawn_article_leaves_the_index_at_once(site):
    site.write("tin-bai/mot.md", article_text(title="Zqxgỡ"))
    site.write("tin-bai/hai.md", article_text(title="Ở lại"))
    site.publish()
    assert has(site, "zqxgỡ")

    site.write("tin-bai/mot.md", article_text(title="Zqxgỡ", gỡ="Phó Mẫu, 13/11/2024, Lý do"))
    site.publish()

    assert not has(site, "zqxgỡ")
    assert has(site, "lại")


def test_every_page_has_the_small_form_and_only_the_search_page_a_script(site):
    site.write("tin-bai/mot.md", article_text())
    site.publish()

    for name, content in site.files().items():
        if name.endswith(".html"):
            html = content.decode()
            root = re.search(r'rel="icon" href="([^"]*)/theme/', html)[1]
            assert f'action="{root}/tim-kiem/" role="search"' in html, name
            scripts = re.findall(r"<script [^>]*src=[^>]*>", html)
            assert len(scripts) == (name == "tim-kiem/index.html"), name
            assert all('type="module" src="../theme/search.' in script for script in scripts)


def test_an_empty_site_has_a_search_page_without_lists(site):
    site.publish()

    assert index_of(site)["tim-kiem/muc-luc.json"] == b"[\n\n]\n"
    assert b"M\xe1\xbb\x8di chuy\xc3\xaan m\xe1\xbb\xa5c" in index_of(site)["tim-kiem/index.html"]
