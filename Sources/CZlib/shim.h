#if __has_include(<zlib.h>)
#include <zlib.h>
#else
#error "zlib.h is missing: apt-get install zlib1g-dev (Debian) or brew install zlib (macOS)"
#endif
