"""callbacktui: an actor's auditions, the silence after them, and what to do meanwhile."""

__version__ = "0.1.0"
