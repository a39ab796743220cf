"""What is kept about the person who is signed in."""

from django.urls import path

from reports.views.personal_data.own import own_data, own_data_file

urlpatterns = [
    path("konto/mina-uppgifter/", own_data, name="own_data"),
    path("konto/mina-uppgifter/hamta/", own_data_file, name="own_data_file"),
]
