"""A screen that is styled and drawn once before it is first seen, and not two or three times."""

from textual.events import ScreenResume
from textual.screen import Screen

from callbacktui.tui.theme.breakpoints import size_classes


class StyledOnce:
    """Mixed into every screen, before Textual's class.

    Textual styles a new screen again when it comes on top, and once more when its size gives it
    the classes of its breakpoints: for a form of ninety widgets a third of the time it takes to
    open. While the app starts, it draws the first screen, and throws that away.
    """

    _is_new = True
    _repaint_required: bool

    def on_compose(self) -> None:
        """Take the classes of the window's size while there is nothing yet to style again."""
        assert isinstance(self, Screen)  # noqa: S101 -- what it is mixed into
        app = self.app
        across, down = self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS
        self.add_class(
            *size_classes(app.size.width, app.HORIZONTAL_BREAKPOINTS if across is None else across),
            *size_classes(app.size.height, app.VERTICAL_BREAKPOINTS if down is None else down),
        )

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Say that a screen that was just mounted has its styles."""
        if self._is_new:
            event.refresh_styles = False
            self._is_new = False

    def _compositor_refresh(self) -> None:
        """Draw, or wait until what is drawn is shown."""
        assert isinstance(self, Screen)  # noqa: S101 -- what it is mixed into
        if self.app._batch_count:
            self._repaint_required = True
        else:
            super()._compositor_refresh()  # type: ignore[misc]
