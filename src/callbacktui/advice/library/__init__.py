"""The library that comes with the program: articles, voices, glossary, search."""
