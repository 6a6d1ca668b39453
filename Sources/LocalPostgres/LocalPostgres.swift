// LocalPostgres: its files follow.
