"""For who writes rules in an editor: what stands somewhere, what could stand there, and all files as one."""
