#pragma once
#include <stddef.h>

/// The catalogues of phrases in Templates/locales, as bytes of the program.
struct catalogue {
  /// The file's name.
  const char *name;
  const unsigned char *bytes;
  size_t size;
};

/// One after the other; NULL past the last.
const struct catalogue *catalogue_at(size_t index);
