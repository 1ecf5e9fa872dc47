"""The pocket: what an actor carries on a phone, written to a folder after each change."""
