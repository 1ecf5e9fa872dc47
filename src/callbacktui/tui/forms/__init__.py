"""Forms over an audition, a round, a hold; and the quick line."""
