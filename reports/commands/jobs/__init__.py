"""Long work in the background: asked for by people, done by workers, taken up again when a worker disappears."""
