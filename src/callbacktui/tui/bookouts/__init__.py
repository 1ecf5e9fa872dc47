"""The book-outs: their form, their list and their weeks."""
