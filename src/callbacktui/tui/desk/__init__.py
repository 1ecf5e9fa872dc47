"""The desk: the list of auditions, the detail, the reflection, the tip."""
