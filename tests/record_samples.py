"""Another value for each field of a record, to see what a change of it does."""

from datetime import date, datetime, time

from newsroom.domain.addresses.former_address import FormerAddress
from newsroom.domain.approval.blocker import Blocker, BlockerKind
from newsroom.domain.content.content_item import ContentKind
from newsroom.domain.content.document import Document, Issuer, paper_of
from newsroom.domain.content.handing_in import Lack
from newsroom.domain.content.ref import Ref
from newsroom.domain.content.submission import SubmissionKind
from newsroom.domain.content.video import Video
from newsroom.domain.plan.board import HEAD
from newsroom.domain.plan.category import Genre
from newsroom.domain.problem import Problem
from newsroom.domain.site.article_record import ShownCorrection, ShownSubmission, TextLink

SOME = Ref(code="khac", name="Khác", url="khac/")
PAPER = paper_of(Document(path="a", slug="a", title="A", issuer=Issuer(name="Trường Mẫu")))
# A value for each field that is not the one of the sample.
OTHERS = {
    "path": "tin-bai/khac.md",
    "kind": ContentKind.PAGE,
    "slug": "khac",
    "url": "khac/",
    "former": (FormerAddress(address="/cu.html", line=2),),
    "title": "Khác",
    "summary": "Khác",
    "on": date(2024, 9, 1),
    "at": time(7, 30),
    "genre": Genre.NEWS,
    "category": SOME,
    "groups": (SOME,),
    "authors": (SOME,),
    "tags": ("khác",),
    "topics": ("khac",),
    "cover": "b.jpg",
    "video": Video(link="https://phim.example/1"),
    "order": 7,
    "paper": PAPER,
    "submitted": date(2024, 9, 2),
    "lacks": (Lack.TEXT,),
    "approved": date(2024, 9, 3),
    "submissions": (ShownSubmission(kind=SubmissionKind.SENT, office=SOME, on=date(2024, 9, 4)),),
    "pinned": date(2024, 9, 5),
    "to_send": (SOME,),
    "corrections": (ShownCorrection(on=date(2024, 9, 6), reason="Sửa số"),),
    "links": (TextLink(target="tin-bai/b.md", line=3),),
    "listings": (TextLink(target="/to/to-1/", line=4),),
    "pictures": ("b.jpg",),
    "gallery": ("b.jpg",),
    "refused": ("b.jpg",),
    "files": ("c.pdf",),
    "approvable_from": date(2024, 9, 8),
    "fingerprint": "b" * 12,
    "import_file": "nhap/2024-11-20.yaml",
    "is_counted": False,
    "removed": date(2024, 9, 7),
    "has_unshown": True,
    "reasons": (Blocker(kind=BlockerKind.RETURNED, who="Phó Mẫu", text="Thiếu ảnh"),),
    "open_roles": (HEAD,),
    "approved_by": ("pho-mau",),
    "stand_ins": (HEAD,),
    "problems": (Problem("a.md", 1, "Sai."),),
    "months": ("2024-01",),
    "since": datetime(2024, 1, 1),
    "until": datetime(2024, 12, 1),
    "list_key": "x",
    "tally_key": "x",
    "page_key": "x",
}
