#pragma once
#include <sqlite3.h>

// Variadic in C, so Swift cannot call it. Fails once SQLite has started, and then only the speed differs.
static inline int fairlead_disable_memory_statistics(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
