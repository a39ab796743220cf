"""What is kept about whom: handing it out to the person, erasing it, letting it go in time. docs/personal-data.md."""
