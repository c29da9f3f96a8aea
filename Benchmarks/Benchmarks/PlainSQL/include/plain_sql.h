#ifndef PLAIN_SQL_H
#define PLAIN_SQL_H

#include <stddef.h>

/// What a server without GraphQL does: one hand-written function a question, over statements that stay
/// compiled, straight to the bytes of the answer. What GraphQL costs is measured against it.
typedef struct plain_sql plain_sql;

/// Opens a catalog to read; NULL if that is not possible. For one thread at a time.
plain_sql *plain_sql_open(const char *path);

void plain_sql_close(plain_sql *plain);

/// The answer to one of the measured queries, "Q1" to "Q4", "Q7" and "Q8", byte by byte the one that
/// GraphQL gives; `id` is the package that the first two ask for. NULL where there is no such question,
/// or if SQLite fails. The bytes stay until the next call.
const char *plain_sql_answer(
    plain_sql *plain, const char *name, size_t nameLength, long long id, size_t *length);

#endif
