"""An invitation on screen: the mail, what was understood, and what it does not say."""
