import pytest
from django.contrib.staticfiles import finders

from reports.render.pdf_fetcher import LARGEST_IMAGE, ClosedFetcher, asset_file


@pytest.fixture
def static_folder(tmp_path, settings):
    for folder in ("css", "private"):
        (tmp_path / "static" / folder).mkdir(parents=True)
    (tmp_path / "static" / "css" / "own.css").write_text("p{}")
    (tmp_path / "static" / "private" / "own.css").write_text("p{}")
    (tmp_path / "secret.css").write_text("secret")
    settings.STATICFILES_DIRS = [tmp_path / "static"]
    finders.get_finder.cache_clear()
    yield tmp_path / "static"
    finders.get_finder.cache_clear()


def test_our_own_static_files_are_served_with_their_type(static_folder):
    response = ClosedFetcher().fetch("asset:css/own.css")
    assert response.read() == b"p{}"
    assert response.content_type == "text/css"


@pytest.mark.parametrize(
    "path",
    [
        "private/own.css",
        "own.css",
        "css/../../secret.css",
        "css//own.css",
        "/css/own.css",
        "css/%2e%2e/own.css",
        "css\\own.css",
        "css/own.css?x",
        "css/.own.css",
        "css/missing.css",
        "",
    ],
)
def test_every_other_path_is_refused(static_folder, path):
    with pytest.raises(ValueError, match=r"refused|no such file"):
        asset_file(path)


def test_a_symbolic_link_is_refused(static_folder):
    (static_folder / "css" / "link.css").symlink_to(static_folder.parent / "secret.css")
    with pytest.raises(ValueError, match="refused"):
        asset_file("css/link.css")


def test_a_folder_that_is_a_symbolic_link_is_refused(static_folder):
    (static_folder / "img").symlink_to(static_folder / "private")
    with pytest.raises(ValueError, match="refused"):
        asset_file("img/own.css")


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/x.png",
        "https://example.org/x.png",
        "ftp://example.org/x.png",
        "file:///etc/hostname",
        "css/own.css",
        "data:text/css,p{}",
        "data:image/png;base64," + "A" * LARGEST_IMAGE,
    ],
)
def test_every_other_address_is_refused(url):
    with pytest.raises(ValueError, match="refused"):
        ClosedFetcher().fetch(url)
