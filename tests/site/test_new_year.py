"""`new-year` and `remind` as they are typed."""

from sample import PLAN_YAML, SCHOOL_YAML, article_text

QUOTAS = """\
chỉ tiêu:
  - {mã: to, nội dung: Mỗi tổ 1 bài, ai: mỗi tổ chuyên môn, ít nhất: 1, mỗi: tháng, tính theo: nộp}
  - {mã: gui, nội dung: Gửi Phòng, ai: toàn trường, ít nhất: 1, mỗi: tháng, tính theo: gửi,
     nơi: [phong]}
"""
PLAN = PLAN_YAML.replace("quyền: [kiểm định]}", "quyền: [kiểm định], đến: 01/01/2025}") + QUOTAS


def test_a_new_year_begins_beside_the_old_one_and_says_what_to_look_over(site):
    site.write("ke-hoach/2024-2025.yaml", PLAN)

    made = site.invoke("new-year")

    assert made.returncode == 0, made.stderr
    assert (site.content / "ke-hoach/2024-2025.yaml").read_text(encoding="utf-8") == PLAN
    new = (site.content / "ke-hoach/2025-2026.yaml").read_text(encoding="utf-8")
    assert "từ: 01/08/2025\nđến: 31/07/2026" in new
    assert "Học kỳ I kết thúc ngày 17/01/2026 là Thứ Bảy." in made.stdout
    assert "Kiểm Tra Mẫu thôi nhiệm vụ ngày 01/01/2025" in made.stdout
    assert "Phòng GD&ĐT Mẫu đã thôi từ 30/06/2025" in made.stdout
    assert "→ Ghi:  nơi: [xa]" in made.stdout
    checked = site.invoke("check")
    assert checked.returncode == 0, checked.stdout


def test_it_never_writes_over_a_plan(site):
    site.write("ke-hoach/2024-2025.yaml", PLAN)
    site.invoke("new-year")
    before = site.files(site.content)

    again = site.invoke("new-year")

    assert again.returncode == 1
    assert "content/ke-hoach/2025-2026.yaml đã là kế hoạch cho thời gian ấy" in again.stderr
    assert site.files(site.content) == before


def test_a_file_that_no_plan_was_read_from_is_not_written_over_either(site):
    site.write("ke-hoach/2024-2025.yaml", PLAN)
    other = PLAN.replace("2025", "2027").replace("2024", "2026")
    site.write("ke-hoach/2025-2026.yaml", other)

    made = site.invoke("new-year")

    assert made.returncode == 1
    assert "content/ke-hoach/2025-2026.yaml đã có, nên không ghi đè." in made.stderr


def test_a_broken_plan_is_mended_first(site):
    site.write("ke-hoach/2024-2025.yaml", PLAN.replace("31/07/2025", "31/02/2025"))

    made = site.invoke("new-year")

    assert made.returncode == 1
    assert "Chưa ghi gì." in made.stderr
    assert not (site.content / "ke-hoach/2025-2026.yaml").exists()


def test_a_year_that_has_no_plan_is_answered_with_those_there_are(site):
    made = site.invoke("new-year", "--year", "2030-2031")

    assert "Không có kế hoạch 2030-2031. Đang có: 2024-2025." in made.stderr


def test_remind_prints_the_words_and_keeps_them(site):
    site.write("ke-hoach/2024-2025.yaml", PLAN)
    site.write("truong.yaml", SCHOOL_YAML + "tên ngắn: Trường Nhỏ\n")
    site.write("tin-bai/a.md", article_text())

    made = site.invoke("remind", "--month", "2024-11")

    assert made.returncode == 0, made.stderr
    assert "===== Nhóm chung =====" in made.stdout
    assert "• Mỗi tổ 1 bài: Tổ 2 còn 1 bài." in made.stdout
    assert "Ban biên tập – Trường Nhỏ" in made.stdout
    kept = site.root / "reports/nhac-viec-2024-11.txt"
    assert kept.read_text(encoding="utf-8") == made.stdout
    assert site.invoke("remind", "--month", "tháng 11").returncode == 2
