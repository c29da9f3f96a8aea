#ifndef ALLOCATION_COUNTER_H
#define ALLOCATION_COUNTER_H

#include <stdint.h>

/// How many times the calling thread has asked for memory so far; 0 where that is not counted.
///
/// A program that is linked with this has the C library's allocation through functions of its own, which
/// count (glibc alone: https://sourceware.org/glibc/manual/latest/html_node/Replacing-malloc.html).
uint64_t allocation_count(void);

#endif
