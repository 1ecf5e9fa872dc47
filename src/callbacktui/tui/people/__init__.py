"""People: offices and people, what came of them, and who remembers the actor."""
