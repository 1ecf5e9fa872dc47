"""A style sheet that is parsed once for each theme, not three times at every start."""

from textual.css.stylesheet import Stylesheet


class CachedStyleSheet(Stylesheet):
    """Textual's style sheet; it reads its sources again only if the variables have changed."""

    def __init__(self, variables: dict[str, str]) -> None:
        super().__init__(variables=variables)
        self._read_with = variables

    def set_variables(self, variables: dict[str, str]) -> None:
        """Set the variables; nothing is read again if they are the same."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Read all sources again, if they were read with other variables."""
        if self._variables is self._read_with:
            self.parse()  # takes each source that has been read from the cache
        else:
            super().reparse()
            self._read_with = self._variables
