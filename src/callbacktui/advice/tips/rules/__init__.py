"""The texts of the tips; each module pairs with the conditions of the same name."""
