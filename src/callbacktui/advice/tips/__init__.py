"""Which tip fits the moment: rules, conditions, texts."""
