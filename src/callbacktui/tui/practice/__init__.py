"""The practice log: its form, its list and its entries."""
