"""An old site of thirty invented articles, with what real ones hold, as WordPress and Blogger."""

from blogger_export import backup, entry
from nukeviet_backup import OPENING_DAY, Backup
from wordpress_export import HOST, attachment, export, item

BODIES = (
    "Sáng nay thầy và trò vui hội.\n\nCác em <strong>rất vui</strong>, có <em>quà</em>.",
    "<h2>Mục một</h2>\nChữ.\n\n<ul>\n<li>Bút</li>\n<li>Vở</li>\n</ul>\nHết.",
    "<table><tbody><tr><th>Lớp</th><th>Giải</th></tr>"
    "<tr><td>1A</td><td>Nhất</td></tr></tbody></table>",
    '<table><tr><td colspan="2">Chung</td></tr><tr><td>1</td><td>2</td></tr></table>',
    '[caption width="300"]<img src="{up}/a{n}-300x200.jpg" alt="Sân trường" />'
    " Sân trường[/caption]",
    "Xem phim:\n\nhttps://www.youtube.com/watch?v=aqz-KE-bpKQ\n\nHết.",
    "[embed]https://www.youtube.com/watch?v=aqz-KE-bpKQ[/embed]",
    '<iframe src="https://www.youtube.com/embed/aqz-KE-bpKQ"></iframe>Chữ',
    '<blockquote>Học, học nữa, học mãi.</blockquote>\nLời <a href="https://vidu.example/?a=1&amp;b=2">ấy</a>.',
    "<!-- wp:paragraph -->\n<p>Khối <code>mã</code> &amp; dấu &lt;</p>\n<!-- /wp:paragraph -->\n"
    '<!-- wp:image {{"id":5}} -->\n<figure class="wp-block-image"><img src="{up}/a{n}.jpg" alt=""/>'
    "<figcaption>Ảnh: Mẫu</figcaption></figure>\n<!-- /wp:image -->",
    '<p style="text-align: center;"><span style="color: red;">Đỏ&nbsp;tươi</span></p>'
    "<script>x()</script>",
    'Bài trước: <a href="https://{host}/2019/09/tin-so-{before}/">đọc</a>; 2*3*4 = 24 và #lop1.',
    "1. Một\n2. Hai\n3. Ba",
    'Tải <a href="{up}/ke-hoach.pdf">kế hoạch</a>.',
    "<p>duyệt: Phó Mẫu, 12/11/2024</p>\n<p>[^1]: không phải ghi chú</p>",
)
UPLOADS = f"https://{HOST}/wp-content/uploads/2019/09"
TITLES = (
    "Tin số {}",
    "Cô Mai: người &quot;gieo chữ&quot; số {}",
    "Hội thi &amp; giao lưu {}",
    "# {} lớp 1",
)


def _parts(number):
    body = BODIES[number % len(BODIES)].format(
        up=UPLOADS, n=number, host=HOST, before=max(number - 1, 1)
    )
    return TITLES[number % len(TITLES)].format(number), body


def as_wordpress(articles=30):
    made = [attachment(1_000_000 + n, f"2019/09/bia{n}.jpg") for n in range(1, 4)]
    for number in range(1, articles + 1):
        title, body = _parts(number)
        made.append(
            item(
                number,
                title=title,
                name=f"tin-so-{number}",
                date=f"2019-09-{1 + number % 27:02} 02:00:00",
                body=body,
                creator="lanmau" if number % 2 else "admin",
                categories=(("hoat-dong", "Hoạt động"),) if number % 3 else (("x", "Tin tức"),),
                meta=(("_thumbnail_id", str(1_000_000 + number % 10)),),
                tags=("trường",) if number % 5 == 0 else (),
            )
        )
    return export(*made)


def as_blogger(articles=30):
    made = []
    for number in range(1, articles + 1):
        title, body = _parts(number)
        body = body.replace("\n\n", "<br><br>").replace(
            f"https://{HOST}/2019/09/tin-so-{max(number - 1, 1)}/",
            f"http://truongmau.blogspot.com/2019/09/tin-so-{max(number - 1, 1)}.html",
        )
        made.append(
            entry(
                number,
                title.replace("&amp;", "&").replace("&quot;", '"'),
                body,
                path=f"/2019/09/tin-so-{number}.html",
                labels=("Hoạt động",) if number % 3 else ("Tin tức",),
                published=f"2019-09-{1 + number % 27:02}T09:00:00.000+07:00",
            )
        )
    return backup(*made)


def as_nukeviet(articles=30):
    backup = Backup()
    for number in range(1, articles + 1):
        title, body = _parts(number)
        before = max(number - 1, 1)
        category = "hoat-dong" if before % 3 else "tin-tuc"
        backup.article(
            number,
            title,
            body.replace("\n\n", "<br /><br />")
            .replace(UPLOADS, "/uploads/news/2019/09")
            .replace(
                f"https://{HOST}/2019/09/tin-so-{before}/",
                f"/{category}/bai-{before}-{before}.html",
            ),
            homeimgfile=f"2019/09/bia{number % 10}.jpg" if 1 <= number % 10 <= 3 else "",
            catid=2 if number % 3 else 1,
            listcatid="2" if number % 3 else "1",
            publtime=OPENING_DAY + number * 86_400,
        )
    return backup.sql()


def uploads(school):
    """The pictures and the file of that site; its folder."""
    for number in range(1, 31):
        school.upload(f"2019/09/a{number}.jpg")
    for number in range(1, 4):
        school.upload(f"2019/09/bia{number}.jpg")
    return school.upload("2019/09/ke-hoach.pdf", b"%PDF-1.4 x\n%%EOF\n")
