"""Tables over several pages."""

import django_tables2


class PagedTable(django_tables2.Table):
    """Looks as all our tables do. `RequestConfig` is to order it only (`paginate=False`); `show_page` pages it."""

    class Meta:
        template_name = "django_tables2/uppfoljning.html"

    def show_page(self, number: str | None, per_page: int) -> None:
        """Keep to a page, the nearest where there is no such. How long a page is does not stand in the address."""
        self.paginate(per_page=per_page)
        self.page = self.paginator.get_page(number)
