"""How values are drawn: text and style, no widgets."""
