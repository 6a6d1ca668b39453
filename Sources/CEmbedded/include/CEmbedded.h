#pragma once
#include <stddef.h>

/// A file of sql/ or seed/ as it was when the library was built.
struct embedded_file {
  const char *path;
  const unsigned char *bytes;
  size_t length;
};

/// Every embedded file, in the order of their paths.
extern const struct embedded_file embedded_files[];
extern const size_t embedded_file_count;
