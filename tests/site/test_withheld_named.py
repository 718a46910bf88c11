"""A build names what it withholds because it is broken; what merely waits is no news."""

from sample import article_text


def test_publish_and_build_name_what_cannot_be_read_or_is_broken(site):
    site.write("tin-bai/tot.md", article_text())
    site.write("tin-bai/cho.md", article_text(duyet=None))
    site.write("tin-bai/hong.md", article_text(duyet=None, tổ="Tổ Lạ"))
    site.write("tin-bai/khong-doc.md", article_text().encode("utf-16"))
    site.write("tin-bai/tra.md", article_text(tổ="Tổ Lạ", trả_lại="Phó Mẫu, 13/11/2024, sửa"))

    for made in (site.publish("--keep-going"), site.invoke("build")):
        told = made.stdout + made.stderr
        assert made.returncode == 0, told
        counted = told[told.index("giữ lại 4.") :]
        assert "Trong đó 2 bài giữ lại vì có lỗi hoặc không đọc được:\n" in counted
        assert "\n  content/tin-bai/hong.md: Không có tổ “Tổ Lạ”" in counted
        assert "\n  content/tin-bai/khong-doc.md: Tệp lưu bằng mã UTF-16" in counted
        assert "cho.md" not in counted
        assert "tra.md" not in counted


def test_nothing_is_named_where_everything_is_sound(site):
    site.write("tin-bai/tot.md", article_text())
    site.write("tin-bai/cho.md", article_text(duyet=None))

    made = site.publish()

    assert "Trong đó" not in made.stdout + made.stderr
