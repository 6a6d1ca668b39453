#pragma once
#include <stddef.h>

/// A file of sql/, seed/ or po/ as it was when the library was built.
struct embedded_file {
  const char *path;
  /// Its text, ended by a zero.
  const char *text;
};

/// How many files are embedded.
size_t embedded_file_count(void);

/// The file at a position, counted from 0 in the order of their paths.
struct embedded_file embedded_file_at(size_t position);
