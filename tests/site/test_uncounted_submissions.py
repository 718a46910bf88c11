"""A line of “gửi” or “được đăng” that counts nowhere is advice, with the line to type."""

from sample import PLAN_YAML, article_text


def test_check_says_which_lines_of_the_ledger_count_nowhere_and_why(site):
    site.write("ke-hoach/2024-2025.yaml", f"{PLAN_YAML}gửi cần chọn: có\n")
    site.write("tin-bai/truoc.md", article_text(gửi="Sở, 11/11/2024"))
    site.write("tin-bai/cho.md", article_text(duyet=None, gửi="Sở, 13/11/2024"))
    site.write("tin-bai/chua-chon.md", article_text(gửi="Sở, 13/11/2024"))
    site.write("tin-bai/dang-som.md", article_text(được_đăng="Báo Mẫu, 11/11/2024"))
    site.write(
        "tin-bai/du.md",
        article_text(chọn_gửi="Phó Mẫu, 12/11/2024, Sở", gửi="Sở, 13/11/2024"),
    )
    site.write(
        "tin-bai/tra.md",
        article_text(trả_lại="Phó Mẫu, 14/11/2024, Sửa", gửi="Sở, 13/11/2024"),
    )

    said = site.invoke("check").stdout

    lines = {
        line.split("/tin-bai/")[1].split(":")[0] for line in said.splitlines() if "tính:" in line
    }
    assert lines == {"truoc.md", "cho.md", "chua-chon.md", "dang-som.md"}
    assert "lời duyệt cuối cùng là ngày 12/11/2024, sau ngày gửi" in said
    assert "ghi:  chọn gửi: Họ và tên, 13/11/2024, Sở GD&ĐT Mẫu" in said
    assert "0 lỗi, 0 cảnh báo" in said
