"""A sheet on its way in: which file, how it is read, and what is mended before it is kept."""
