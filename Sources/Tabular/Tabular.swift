// Tabular: its files follow.
