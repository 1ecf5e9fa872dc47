"""The desk: the list of auditions, the detail and reflection panes, the filter and the tip."""
