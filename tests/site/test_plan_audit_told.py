"""The audit of the plans as check, publish, new-year and doctor tell it: one judgement for all."""

from sample import PLAN_YAML, SCHOOL_YAML, article_text

SOLE = PLAN_YAML.replace(
    "  - {tên: Phó Mẫu, chức vụ: Phó hiệu trưởng, quyền: [duyệt], bí danh: [cô Phó]}\n", ""
).replace("[Hiệu Trưởng Mẫu, Phó Mẫu]", "[Hiệu Trưởng Mẫu]")
LOCKED = "Bài của BGH trường Mẫu không ai duyệt được"
LATE = PLAN_YAML + "hạn:\n  - {việc: Báo cáo, khi: 31/05/2030}\n"
OUTSIDE = "Hạn “Báo cáo” không có ngày nào trong thời gian của kế hoạch."


def test_what_check_calls_a_deadlock_publish_refuses_and_doctor_finds_grave(site):
    site.write("ke-hoach/2024-2025.yaml", SOLE)
    site.write("tin-bai/a.md", article_text(duyet="Hiệu Trưởng Mẫu, 12/11/2024"))

    checked, published = site.invoke("check"), site.publish()
    doctor, urgent = site.invoke("doctor"), site.publish("--keep-going")

    assert checked.returncode == published.returncode == doctor.returncode == 1
    assert f"ke-hoach/2024-2025.yaml:13: lỗi: {LOCKED}" in checked.stdout
    assert LOCKED in published.stderr
    assert LOCKED in doctor.stdout
    # A withdrawal must not wait until somebody joins the board.
    assert urgent.returncode == 0, urgent.stderr


def test_advice_about_a_plan_is_told_by_check_and_doctor_and_stops_nothing(site):
    site.write("ke-hoach/2024-2025.yaml", LATE)
    site.write("tin-bai/a.md", article_text())

    checked, published, doctor = site.invoke("check"), site.publish(), site.invoke("doctor")

    line = LATE.count("\n")
    assert f"content/ke-hoach/2024-2025.yaml:{line}: gợi ý: {OUTSIDE}" in checked.stdout
    assert "→ Ghi:  khi: 31/05/2025" in checked.stdout
    assert checked.returncode == published.returncode == 0
    assert OUTSIDE not in published.stderr + published.stdout
    assert OUTSIDE in doctor.stdout


def test_a_deadlock_of_a_year_gone_by_stops_nothing(site):
    site.write("ke-hoach/2024-2025.yaml", SOLE)
    later = PLAN_YAML.replace("/2025", "/2026").replace("/2024", "/2025")
    site.write("ke-hoach/2025-2026.yaml", later)

    checked = site.invoke("check", NEWSROOM_TODAY="2025-11-20")

    assert f"ke-hoach/2024-2025.yaml:13: gợi ý: {LOCKED}" in checked.stdout
    assert checked.returncode == 0


def test_a_new_year_tells_what_the_new_plan_cannot_have(site):
    site.write("ke-hoach/2024-2025.yaml", LATE.replace("31/05/2030", "31/05/2025"))

    made = site.invoke("new-year")

    assert made.returncode == 0, made.stderr
    assert "Kế hoạch chưa ghi ngày ban hành" in made.stdout
    assert "content/ke-hoach/2025-2026.yaml:" in made.stdout


def test_doctor_looks_at_the_head_of_today(site):
    heads = """\
cơ quan chủ quản:
  - {tên: Phòng GD&ĐT huyện Mẫu, đến: 30/06/2025}
  - {tên: UBND xã Mẫu, từ: 01/07/2025}
"""
    site.write("truong.yaml", SCHOOL_YAML + heads)
    site.write("tin-bai/a.md", article_text())

    assert "UBND" not in site.invoke("doctor", NEWSROOM_TODAY="2025-07-15").stdout
    page = site.root / "output/index.html"
    for today, head in (("2025-06-30", "Phòng GD&amp;ĐT huyện Mẫu"), ("2025-07-01", "UBND xã Mẫu")):
        assert site.publish(NEWSROOM_TODAY=today).returncode == 0
        assert f">{head}</span>" in page.read_text(encoding="utf-8")
