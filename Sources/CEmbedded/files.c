#include "CEmbedded.h"
const struct embedded_file embedded_files[] = {{0, 0, 0}};
const size_t embedded_file_count = 0;
