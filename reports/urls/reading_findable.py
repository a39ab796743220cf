"""What helps others to find the reports. Part of the readers' addresses."""

from django.urls import path

from reports.views.findable.picture import picture
from reports.views.findable.sitemap import robots, sitemap

urlpatterns = [
    path("sitemap.xml", sitemap, name="sitemap"),
    path("robots.txt", robots, name="robots"),
    path("<slug:committee_slug>/<slug:report_slug>/v<int:version>/bild.png", picture, name="picture"),
]
