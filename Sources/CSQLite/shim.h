#if __has_include(<sqlite3.h>)
#include <sqlite3.h>
#else
#error "sqlite3.h is missing: apt-get install libsqlite3-dev (Debian) or brew install sqlite (macOS)"
#endif
