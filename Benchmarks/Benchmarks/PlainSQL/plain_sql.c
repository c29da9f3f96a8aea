#include "plain_sql.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

enum {
  BEGIN, END, PACKAGE, PACKAGE_TITLE, GRIDS_OF_PACKAGE, PACKAGES_OF_GRID, PACKAGE_LIST, GRID_LIST,
  SHORT_PACKAGES_OF_GRID, GRID_TITLES_OF_PACKAGE, WHOLE_PACKAGES, COMMITS, STATEMENT_COUNT
};

static const char *const texts[STATEMENT_COUNT] = {
  [BEGIN] = "BEGIN",
  [END] = "COMMIT",
  [PACKAGE] = "SELECT id, title, slug, repo_url, repo_watchers FROM packages WHERE id = ?1",
  [PACKAGE_TITLE] = "SELECT title FROM packages WHERE id = ?1",
  [GRIDS_OF_PACKAGE] =
    "SELECT g.id, g.title FROM grid_packages m JOIN grids g ON g.id = m.grid_id "
    "WHERE m.package_id = ?1 ORDER BY m.package_position, m.grid_id",
  [PACKAGES_OF_GRID] =
    "SELECT p.title, p.slug, p.repo_watchers, c.title FROM grid_packages m "
    "JOIN packages p ON p.id = m.package_id LEFT JOIN categories c ON c.id = p.category_id "
    "WHERE m.grid_id = ?1 ORDER BY m.grid_position, m.package_id",
  [PACKAGE_LIST] =
    "SELECT p.id, p.title, p.slug, p.repo_url, p.repo_watchers, c.title FROM packages p "
    "LEFT JOIN categories c ON c.id = p.category_id ORDER BY p.id LIMIT 100",
  [GRID_LIST] = "SELECT id, title FROM grids ORDER BY id LIMIT 20",
  [SHORT_PACKAGES_OF_GRID] =
    "SELECT p.id, p.title, p.slug FROM grid_packages m JOIN packages p ON p.id = m.package_id "
    "WHERE m.grid_id = ?1 ORDER BY m.grid_position, m.package_id",
  [GRID_TITLES_OF_PACKAGE] =
    "SELECT g.title FROM grid_packages m JOIN grids g ON g.id = m.grid_id "
    "WHERE m.package_id = ?1 ORDER BY m.package_position, m.grid_id",
  [WHOLE_PACKAGES] =
    "SELECT p.id, p.title, p.slug, p.repo_url, p.repo_watchers, p.repo_forks, p.pypi_version, "
    "p.repo_description, p.commits_over_52, p.participants, c.id, c.title, c.slug FROM packages p "
    "LEFT JOIN categories c ON c.id = p.category_id ORDER BY p.id LIMIT 200",
  [COMMITS] = "SELECT slug, commits_over_52 FROM packages ORDER BY id LIMIT 200",
};

struct plain_sql {
  sqlite3 *connection;
  sqlite3_stmt *statements[STATEMENT_COUNT];
  char *bytes;
  size_t count, capacity;
  int failed;
};

// MARK: Bytes

static void add(plain_sql *plain, const char *bytes, size_t count) {
  if (plain->count + count > plain->capacity) {
    plain->capacity = (plain->count + count) * 2;
    plain->bytes = realloc(plain->bytes, plain->capacity);
    if (!plain->bytes) abort();
  }
  memcpy(plain->bytes + plain->count, bytes, count);
  plain->count += count;
}

#define ADD(plain, literal) add(plain, literal, sizeof(literal) - 1)

static void addInteger(plain_sql *plain, long long value) {
  char digits[20];
  size_t start = sizeof digits;
  unsigned long long rest = value < 0 ? 0ull - (unsigned long long)value : (unsigned long long)value;
  do { digits[--start] = (char)('0' + rest % 10); } while (rest /= 10);
  if (value < 0) ADD(plain, "-");
  add(plain, digits + start, sizeof digits - start);
}

/// Whether a byte may begin something that is escaped: U+2028 and U+2029 begin with E2.
static int needsLook(unsigned char byte) {
  return byte < 0x20 || byte == '"' || byte == '\\' || byte == 0xE2;
}

static void addEscaped(plain_sql *plain, const unsigned char *text, size_t count) {
  static const char hex[] = "0123456789abcdef";
  ADD(plain, "\"");
  size_t copied = 0;
  for (size_t at = 0; at < count; at++) {
    unsigned char byte = text[at];
    if (!needsLook(byte)) continue;
    char escape[6] = {'\\', 'u', '0', '0', hex[byte >> 4 & 15], hex[byte & 15]};
    size_t escapeLength = 2, length = 1;
    switch (byte) {
    case '"': case '\\': escape[1] = (char)byte; break;
    case '\b': escape[1] = 'b'; break;
    case '\t': escape[1] = 't'; break;
    case '\n': escape[1] = 'n'; break;
    case '\f': escape[1] = 'f'; break;
    case '\r': escape[1] = 'r'; break;
    case 0xE2:
      if (at + 2 >= count || text[at + 1] != 0x80 || (text[at + 2] & 0xFE) != 0xA8) continue;
      memcpy(escape, text[at + 2] == 0xA8 ? "\\u2028" : "\\u2029", 6);
      escapeLength = 6;
      length = 3;
      break;
    default: escapeLength = 6;
    }
    add(plain, (const char *)text + copied, at - copied);
    add(plain, escape, escapeLength);
    at += length - 1;
    copied = at + 1;
  }
  add(plain, (const char *)text + copied, count - copied);
  ADD(plain, "\"");
}

static void addText(plain_sql *plain, sqlite3_stmt *row, int column) {
  const unsigned char *text = sqlite3_column_text(row, column);
  if (text) {
    addEscaped(plain, text, (size_t)sqlite3_column_bytes(row, column));
  } else {
    ADD(plain, "null");
  }
}

static void addTextOrNull(plain_sql *plain, sqlite3_stmt *row, int column) {
  const unsigned char *text = sqlite3_column_text(row, column);
  size_t count = (size_t)sqlite3_column_bytes(row, column);
  if (count) addEscaped(plain, text, count);
  else ADD(plain, "null");
}

static void addJSON(plain_sql *plain, sqlite3_stmt *row, int column) {
  const char *text = (const char *)sqlite3_column_text(row, column);
  add(plain, text, (size_t)sqlite3_column_bytes(row, column));
}

// MARK: Statements

/// Whether there is one more row; the statement is reset after the last.
static int next(plain_sql *plain, sqlite3_stmt *statement) {
  int code = sqlite3_step(statement);
  if (code == SQLITE_ROW) return 1;
  if (code != SQLITE_DONE) plain->failed = 1;
  sqlite3_reset(statement);
  return 0;
}

static void run(plain_sql *plain, int statement) {
  while (next(plain, plain->statements[statement])) {}
}

static sqlite3_stmt *with(plain_sql *plain, int statement, long long id) {
  sqlite3_bind_int64(plain->statements[statement], 1, id);
  return plain->statements[statement];
}

// MARK: Questions

/// Five scalars of the current row.
static void addPackage(plain_sql *plain, sqlite3_stmt *row) {
  ADD(plain, "{\"id\":\"");
  addInteger(plain, sqlite3_column_int64(row, 0));
  ADD(plain, "\",\"title\":");
  addText(plain, row, 1);
  ADD(plain, ",\"slug\":");
  addText(plain, row, 2);
  ADD(plain, ",\"repoUrl\":");
  addTextOrNull(plain, row, 3);
  ADD(plain, ",\"repoWatchers\":");
  addInteger(plain, sqlite3_column_int64(row, 4));
}

static void onePackage(plain_sql *plain, long long id) {
  sqlite3_stmt *row = with(plain, PACKAGE, id);
  ADD(plain, "{\"data\":{\"package\":");
  if (next(plain, row)) {
    addPackage(plain, row);
    ADD(plain, "}");
    sqlite3_reset(row);
  } else {
    ADD(plain, "null");
  }
  ADD(plain, "}}");
}

static void addCategoryTitle(plain_sql *plain, sqlite3_stmt *row, int column) {
  if (sqlite3_column_type(row, column) == SQLITE_NULL) {
    ADD(plain, ",\"category\":null}");
  } else {
    ADD(plain, ",\"category\":{\"title\":");
    addText(plain, row, column);
    ADD(plain, "}}");
  }
}

static void packageWithGrids(plain_sql *plain, long long id) {
  run(plain, BEGIN);
  sqlite3_stmt *package = with(plain, PACKAGE_TITLE, id);
  ADD(plain, "{\"data\":{\"package\":");
  if (next(plain, package)) {
    ADD(plain, "{\"title\":");
    addText(plain, package, 0);
    sqlite3_reset(package);
    ADD(plain, ",\"grids\":[");
    sqlite3_stmt *grid = with(plain, GRIDS_OF_PACKAGE, id);
    for (int gridCount = 0; next(plain, grid); gridCount++) {
      if (gridCount) ADD(plain, ",");
      ADD(plain, "{\"title\":");
      addText(plain, grid, 1);
      ADD(plain, ",\"packages\":[");
      sqlite3_stmt *row = with(plain, PACKAGES_OF_GRID, sqlite3_column_int64(grid, 0));
      for (int count = 0; next(plain, row); count++) {
        if (count) ADD(plain, ",");
        ADD(plain, "{\"title\":");
        addText(plain, row, 0);
        ADD(plain, ",\"slug\":");
        addText(plain, row, 1);
        ADD(plain, ",\"repoWatchers\":");
        addInteger(plain, sqlite3_column_int64(row, 2));
        addCategoryTitle(plain, row, 3);
      }
      ADD(plain, "]}");
    }
    ADD(plain, "]}");
  } else {
    ADD(plain, "null");
  }
  ADD(plain, "}}");
  run(plain, END);
}

static void hundredPackages(plain_sql *plain) {
  sqlite3_stmt *row = plain->statements[PACKAGE_LIST];
  ADD(plain, "{\"data\":{\"packages\":[");
  for (int count = 0; next(plain, row); count++) {
    if (count) ADD(plain, ",");
    addPackage(plain, row);
    addCategoryTitle(plain, row, 5);
  }
  ADD(plain, "]}}");
}

/// Asks for the grids of one package after the other.
static void gridsWithPackages(plain_sql *plain) {
  run(plain, BEGIN);
  sqlite3_stmt *grid = plain->statements[GRID_LIST];
  ADD(plain, "{\"data\":{\"grids\":[");
  for (int gridCount = 0; next(plain, grid); gridCount++) {
    if (gridCount) ADD(plain, ",");
    ADD(plain, "{\"title\":");
    addText(plain, grid, 1);
    ADD(plain, ",\"packages\":[");
    sqlite3_stmt *package = with(plain, SHORT_PACKAGES_OF_GRID, sqlite3_column_int64(grid, 0));
    for (int packageCount = 0; next(plain, package); packageCount++) {
      if (packageCount) ADD(plain, ",");
      ADD(plain, "{\"title\":");
      addText(plain, package, 1);
      ADD(plain, ",\"slug\":");
      addText(plain, package, 2);
      ADD(plain, ",\"grids\":[");
      sqlite3_stmt *row = with(plain, GRID_TITLES_OF_PACKAGE, sqlite3_column_int64(package, 0));
      for (int count = 0; next(plain, row); count++) {
        if (count) ADD(plain, ",");
        ADD(plain, "{\"title\":");
        addText(plain, row, 0);
        ADD(plain, "}");
      }
      ADD(plain, "]}");
    }
    ADD(plain, "]}");
  }
  ADD(plain, "]}}");
  run(plain, END);
}

static void wholePackages(plain_sql *plain) {
  sqlite3_stmt *row = plain->statements[WHOLE_PACKAGES];
  ADD(plain, "{\"data\":{\"packages\":[");
  for (int count = 0; next(plain, row); count++) {
    if (count) ADD(plain, ",");
    addPackage(plain, row);
    ADD(plain, ",\"repoForks\":");
    addInteger(plain, sqlite3_column_int64(row, 5));
    ADD(plain, ",\"pypiVersion\":");
    addText(plain, row, 6);
    ADD(plain, ",\"repoDescription\":");
    addText(plain, row, 7);
    ADD(plain, ",\"commitsOver52\":");
    addJSON(plain, row, 8);
    ADD(plain, ",\"participants\":");
    addJSON(plain, row, 9);
    if (sqlite3_column_type(row, 10) == SQLITE_NULL) {
      ADD(plain, ",\"category\":null}");
    } else {
      ADD(plain, ",\"category\":{\"id\":\"");
      addInteger(plain, sqlite3_column_int64(row, 10));
      ADD(plain, "\",\"title\":");
      addText(plain, row, 11);
      ADD(plain, ",\"slug\":");
      addText(plain, row, 12);
      ADD(plain, "}}");
    }
  }
  ADD(plain, "]}}");
}

static void commits(plain_sql *plain) {
  sqlite3_stmt *row = plain->statements[COMMITS];
  ADD(plain, "{\"data\":{\"packages\":[");
  for (int count = 0; next(plain, row); count++) {
    if (count) ADD(plain, ",");
    ADD(plain, "{\"slug\":");
    addText(plain, row, 0);
    ADD(plain, ",\"commitsOver52\":");
    addJSON(plain, row, 1);
    ADD(plain, "}");
  }
  ADD(plain, "]}}");
}

// MARK: Interface

plain_sql *plain_sql_open(const char *path) {
  plain_sql *plain = calloc(1, sizeof *plain);
  if (!plain) return NULL;
  int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX;
  int code = sqlite3_open_v2(path, &plain->connection, flags, NULL);
  // As the gateway has it.
  if (code == SQLITE_OK) {
    code = sqlite3_exec(
        plain->connection,
        "PRAGMA query_only = ON; PRAGMA mmap_size = 2147483647; PRAGMA cache_size = -32768;",
        NULL, NULL, NULL);
  }
  for (int number = 0; number < STATEMENT_COUNT && code == SQLITE_OK; number++) {
    code = sqlite3_prepare_v3(
        plain->connection, texts[number], -1, SQLITE_PREPARE_PERSISTENT,
        &plain->statements[number], NULL);
  }
  if (code == SQLITE_OK) return plain;
  plain_sql_close(plain);
  return NULL;
}

void plain_sql_close(plain_sql *plain) {
  for (int number = 0; number < STATEMENT_COUNT; number++) {
    sqlite3_finalize(plain->statements[number]);
  }
  sqlite3_close(plain->connection);
  free(plain->bytes);
  free(plain);
}

const char *plain_sql_answer(
    plain_sql *plain, const char *name, size_t nameLength, long long id, size_t *length) {
  if (nameLength != 2 || name[0] != 'Q') return NULL;
  plain->count = 0;
  plain->failed = 0;
  switch (name[1]) {
  case '1': onePackage(plain, id); break;
  case '2': packageWithGrids(plain, id); break;
  case '3': hundredPackages(plain); break;
  case '4': gridsWithPackages(plain); break;
  case '7': wholePackages(plain); break;
  case '8': commits(plain); break;
  default: return NULL;
  }
  *length = plain->count;
  return plain->failed ? NULL : plain->bytes;
}
