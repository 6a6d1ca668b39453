-- The rows that an import has made, as its floor takes them.
-- psql -v rows='TABLE (COLUMN, …)'
copy luban.:rows to stdout (format binary);
