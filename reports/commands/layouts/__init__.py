"""What a new report begins with, a module for each template: its sections in order, and its tables with their rows."""
