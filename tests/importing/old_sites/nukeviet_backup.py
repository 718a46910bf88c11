"""Backups of NukeViet's database as its own Sao lưu CSDL, phpMyAdmin and mysqldump write them."""

from dataclasses import dataclass, field

ROW_COLUMNS = [
    "id",
    "catid",
    "listcatid",
    "topicid",
    "admin_id",
    "author",
    "sourceid",
    "addtime",
    "edittime",
    "status",
    "publtime",
    "exptime",
    "archive",
    "title",
    "alias",
    "hometext",
    "homeimgfile",
    "homeimgalt",
    "homeimgthumb",
    "inhome",
]
DETAIL_COLUMNS = [
    "id",
    "titlesite",
    "description",
    "bodyhtml",
    "sourcetext",
    "files",
    "imgposition",
]
# 5 September 2019, 8 a.m. in Vietnam.
OPENING_DAY = 1_567_645_200


def quoted(value: object) -> str:
    """A value as mysqldump writes it."""
    if value is None:
        return "NULL"
    if isinstance(value, int):
        return str(value)
    signs = {"\\": "\\\\", "'": "\\'", '"': '\\"', "\n": "\\n", "\r": "\\r", "\0": "\\0"}
    return "'" + "".join(signs.get(letter, letter) for letter in str(value)) + "'"


def table(name: str, columns: list[str], rows: list[list[object]], named: bool = False) -> str:
    made = ",\n".join(f"  `{column}` text NOT NULL" for column in columns)
    head = (
        f"DROP TABLE IF EXISTS `{name}`;\nCREATE TABLE `{name}` (\n{made},\n"
        f"  PRIMARY KEY (`{columns[0]}`)\n) ENGINE=InnoDB;\n"
    )
    if not rows:
        return head
    listed = f" (`{'`,`'.join(columns)}`)" if named else ""
    values = ",\n".join(f"({','.join(map(quoted, row))})" for row in rows)
    return f"{head}INSERT INTO `{name}`{listed} VALUES\n{values};\n"


@dataclass
class Backup:
    """A site in the making: `rows` of articles with their bodies, and the tables around them."""

    module: str = "nv4_vi_news"
    rows: list[list[object]] = field(default_factory=list)
    details: list[list[object]] = field(default_factory=list)
    categories: tuple[tuple[int, str, str], ...] = (
        (1, "Tin tức", "tin-tuc"),
        (2, "Hoạt &#273;ộng", "hoat-dong"),
    )
    settings: tuple[tuple[str, str], ...] = (("my_domains", "truongcu.example"),)
    named: bool = False
    extra: str = ""

    def article(self, number: int, title: str, body: str, **facts: object) -> None:
        row = {
            "id": number, "catid": 1, "listcatid": "1", "topicid": 0, "admin_id": 1,
            "author": "Lan Mẫu", "sourceid": 0, "addtime": OPENING_DAY, "edittime": 0, "status": 1,
            "publtime": OPENING_DAY, "exptime": 0, "archive": 0, "title": title,
            "alias": f"bai-{number}", "hometext": "", "homeimgfile": "", "homeimgalt": "",
            "homeimgthumb": 0, "inhome": 1,
        } | facts  # fmt: skip
        self.rows.append([row[name] for name in ROW_COLUMNS])
        detail = {"id": number, "bodyhtml": body, "sourcetext": facts.get("sourcetext", ""),
                  "files": facts.get("files")}  # fmt: skip
        self.details.append([detail.get(name, "") for name in DETAIL_COLUMNS])

    def sql(self) -> str:
        settings = [["sys", "site", name, value] for name, value in self.settings]
        return "".join(
            (
                "-- NukeViet database backup\n/*!40101 SET NAMES utf8mb4 */;\n",
                table("nv4_banners_click", ["bid", "note"], [[1, "a'b;(\n"]] * 3),
                table("nv4_config", ["lang", "module", "config_name", "config_value"], settings),
                table("nv4_users", ["userid", "username", "first_name", "last_name"],
                      [[1, "admin", "Mẫu", "Quản Trị"]]),
                table(f"{self.module}_cat", ["catid", "title", "alias"],
                      [list(one) for one in self.categories]),
                table(f"{self.module}_detail", DETAIL_COLUMNS, self.details, self.named),
                table(f"{self.module}_rows", ROW_COLUMNS, self.rows, self.named),
                self.extra,
            )
        )  # fmt: skip
