"""Simple tables inside a text as they are set."""

from reports.render.prose_tables import set_tables

TABLE = (
    '<table><thead><tr><th scope="col">År</th><th scope="col">Utfall</th></tr></thead>'
    '<tbody><tr><th scope="row">2016</th><td>1&nbsp;593</td></tr>'
    '<tr><th scope="row">2017</th><td>%s</td></tr></tbody></table>'
)


def test_a_column_of_figures_stands_to_the_right_with_its_heading():
    paper = set_tables(TABLE % "−12,5 %", on_paper=True)
    assert '<th scope="col" class="number">Utfall</th>' in paper
    assert '<td class="number">−12,5 %</td>' in paper
    assert '<th scope="row">2016</th>' in paper


def test_a_column_with_words_in_it_does_not():
    assert "number" not in set_tables(TABLE % "ökar", on_paper=True)


def test_on_screen_a_table_scrolls_by_itself_and_can_be_reached():
    screen = set_tables("<p>a</p>" + TABLE % '<em>"a"</em>', on_paper=False)
    assert 'tabindex="0" aria-label="Tabell: År, Utfall"><table>' in screen
    assert screen.startswith("<p>a</p><div ")


def test_a_text_without_tables_is_left_alone():
    assert set_tables("<p>a | b</p>", on_paper=False) == "<p>a | b</p>"
