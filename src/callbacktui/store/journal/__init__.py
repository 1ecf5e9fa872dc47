"""The journal of commits, and the step log behind undo, redo and history."""
