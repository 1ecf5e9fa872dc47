"""Values and rules of auditioning, as pure functions: no files, no clock, no screen."""
