"""The library that ships with the program: articles, voices, glossary and search."""
