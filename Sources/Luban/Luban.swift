// Luban: its files follow.
