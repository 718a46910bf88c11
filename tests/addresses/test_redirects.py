"""The way from each old address, and what each kind of host is told of it."""

from dataclasses import replace

import pytest
from sample import make_article, make_evaluation, withdrawn

from newsroom.domain.addresses.former_address import FormerAddress, address_of
from newsroom.domain.addresses.redirect import redirects
from newsroom.domain.site.host_limits import RedirectLimit
from newsroom.domain.site.site_path import path_fault
from newsroom.pages.redirects.apache_rules import MOST_IN_ROOT, apache_rules
from newsroom.pages.redirects.netlify_rules import netlify_rules
from newsroom.pages.redirects.nginx_rules import nginx_rules

TODAY = "30/11/2024"
LIMIT = RedirectLimit(rules=1_000, largest_file=64_000)


def published(*items):
    return make_evaluation(items, TODAY).publication.content_items


def article(*addresses, slug="mot"):
    former = tuple(FormerAddress(address=one, line=n) for n, one in enumerate(addresses, 8))
    made = make_article("12/11/2024")
    return replace(made, path=f"tin-bai/{slug}.md", slug=slug, former_addresses=former)


def led(*items, files=()):
    """The present address for each old one of these items."""
    return {one.former.address: one.to for one in redirects(published(*items), files)}


def test_every_move_leads_to_where_the_article_is_now():
    moved_twice = article("/tin-bai/2024/09/mot", "/tin-bai/2024/10/mot")

    assert led(moved_twice) == {
        "/tin-bai/2024/09/mot": "tin-bai/2024/11/mot/",
        "/tin-bai/2024/10/mot": "tin-bai/2024/11/mot/",
    }


def test_an_article_that_is_back_at_its_first_address_leads_nobody_round():
    assert led(article("/tin-bai/2024/11/mot")) == {}


def test_a_page_that_stands_at_an_address_is_never_hidden():
    assert led(article("/gioi-thieu"), files=["gioi-thieu/index.html"]) == {}
    assert led(article("/bai.html"), files=["bai.html"]) == {}


def test_of_two_that_claim_one_address_the_first_by_path_has_it():
    one, other = article("/cu", slug="hai"), article("/Cu", slug="mot")

    assert led(one, other) == led(other, one) == {"/cu": "tin-bai/2024/11/hai/"}


def test_what_is_withheld_or_taken_down_leads_nowhere():
    held = replace(article("/cu"), decisions=replace(article().decisions, approvals=()))
    gone = article("/cu-2", slug="hai")
    decided = replace(gone.decisions, others=(withdrawn("Phó Mẫu", "20/11/2024"),))

    assert led(held, replace(gone, decisions=decided)) == {}


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("/vi/news/a-12.html", "vi/news/a-12.html"),
        ("/2019/05/a", "2019/05/a/index.html"),
        ("/a.php", "a.php/index.html"),
        ("/tin%20t%E1%BB%A9c", "tin tức/index.html"),
        ("/?p=12", ""),
        ("/a%3Ab", ""),
        ("/con/a", ""),
        ("/a/aux.html", ""),
        ("/a./b", ""),
        (f"/{'a' * 151}", ""),
        ("/" + "/".join(["aaaaaaaaa"] * 20), ""),
    ],
)
def test_a_small_page_answers_where_every_machine_can_hold_its_file(address, page):
    [made] = redirects(published(article(address)))

    assert made.page == page
    assert not (page and path_fault(page))


def test_an_address_that_is_a_file_and_a_folder_is_answered_as_both():
    made = {r.former.address: r.page for r in redirects(published(article("/a.html", "/a.html/b")))}

    assert made == {"/a.html": "a.html/index.html", "/a.html/b": "a.html/b/index.html"}


def test_no_small_page_lies_below_a_file_of_the_site():
    [below, alike] = redirects(
        published(article("/khac/a.txt/b", "/khac/A.TXT")), ["khac/a.txt", "index.html"]
    )

    assert (below.page, below.folder) == ("", "")
    assert alike.page == ""


def test_an_address_that_differs_from_a_page_in_case_alone_has_a_rule_for_just_itself():
    made = redirects(published(article("/Gioi-Thieu")), ["gioi-thieu/index.html"])

    assert made[0].page == ""
    assert netlify_rules("/", made, LIMIT).count("\n") == 1
    assert '"^/Gioi-Thieu/?$"' in apache_rules("/", made)[".htaccess"]
    assert '"~^/Gioi-Thieu/?$"' in nginx_rules("/", made)


def test_an_address_above_pages_of_ours_takes_none_of_them_along():
    made = redirects(published(article("/tin-bai/2024")), ["tin-bai/2024/11/mot/index.html"])

    [rules] = apache_rules("/", made).values()
    assert 'RedirectMatch 301 "^/tin-bai/2024/?$" ' in rules


def test_files_for_hosts_that_read_a_rule_a_line_have_both_forms_and_their_limit():
    made = redirects(published(article("/a", "/b.html", "/?p=1", "/c")))
    text = netlify_rules("/goc/", made, LIMIT)

    assert text.splitlines()[1:] == [
        "/goc/a /goc/tin-bai/2024/11/mot/ 301",
        "/goc/a/ /goc/tin-bai/2024/11/mot/ 301",
        "/goc/b.html /goc/tin-bai/2024/11/mot/ 301",
        "/goc/c /goc/tin-bai/2024/11/mot/ 301",
        "/goc/c/ /goc/tin-bai/2024/11/mot/ 301",
    ]
    assert netlify_rules("/", made, RedirectLimit(rules=3, largest_file=999)).count("\n") == 4
    assert netlify_rules("/", made, RedirectLimit(rules=9, largest_file=100)).count("\n") == 3


def test_apaches_rules_stand_in_the_folders_that_old_links_ask_for():
    made = redirects(published(article("/vi/news/a.html", "/slug", "/?p=1", "/?p=a/b")))
    files = apache_rules("/", made)

    assert files.keys() == {
        *(".htaccess", "vi/news/.htaccess", "chuyen-huong/.htaccess"),
    }
    assert files["vi/news/.htaccess"].splitlines()[2:-1] == [
        'Redirect 301 "/vi/news/a.html" "/tin-bai/2024/11/mot/"'
    ]
    assert 'Redirect 301 "/slug" "/tin-bai/2024/11/mot"' in files[".htaccess"]
    assert 'Redirect 301 "/chuyen-huong/0/1" "' in files["chuyen-huong/.htaccess"]


def test_the_root_of_apache_holds_no_more_than_every_request_can_pay_for():
    many = [f"/bai-so-{n}" for n in range(MOST_IN_ROOT + 500)] + [f"/vi/{n}" for n in range(500)]
    made = redirects(published(article(*many)))
    files = apache_rules("/", made)

    assert files[".htaccess"].count("Redirect 301") == MOST_IN_ROOT
    assert files["vi/.htaccess"].count("Redirect 301") == 500
    # For the rest there are small pages.
    assert all(one.page for one in made)


@pytest.mark.parametrize(
    "typed",
    ['/a"b', "/a b /c", "/a$b{1}", "/a%22%20301", "/a;}", "/${HOME}", "/%{HTTP_HOST}", "/a'"],
)
def test_no_address_breaks_out_of_its_rule(typed):
    from newsroom.domain.addresses.typed_former_address import read_former_address

    made = redirects(published(article(read_former_address(typed, "https://truongmau.example"))))
    rules = netlify_rules("/", made, LIMIT).splitlines()[1:]

    assert {line.split()[1:] == ["/tin-bai/2024/11/mot/", "301"] for line in rules} == {True}
    assert {len(line.split()) for line in rules} == {3}
    [line] = [x for x in apache_rules("/", made)[".htaccess"].splitlines() if "Redirect" in x]
    assert line.replace('\\"', "").count('"') == 4
    lines = [x for x in nginx_rules("/", made).splitlines() if x.startswith('    "/')]
    assert {line.replace('\\"', "").count('"') for line in lines} == {4}


def test_addresses_are_told_in_one_form():
    assert address_of("tin-bai/2024/11/mot/") == "/tin-bai/2024/11/mot"
