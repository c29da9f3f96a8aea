// The name that someone probably meant.

// How many letters must change to make one word of the other; exchanging two counts as one.
function distance(one, other) {
  const rows = [Array.from({length: other.length + 1}, (_, column) => column)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      row[j] = Math.min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + cost);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        row[j] = Math.min(row[j], rows[i - 2][j - 2] + 1);
      }
    }
    rows.push(row);
  }
  return rows[one.length][other.length];
}

// The end of a message: ` Did you mean "title"?`, or nothing if no name is near.
function hint(name, names) {
  const wanted = name.toLowerCase();
  const limit = Math.floor(name.length * 0.4) + 1;
  let best = null, least = limit + 1;
  for (const candidate of names) {
    if (Math.abs(candidate.length - name.length) > limit) continue;
    const letters = distance(wanted, candidate.toLowerCase());
    if (letters < least) [best, least] = [candidate, letters];
  }
  return best ? ` Did you mean "${best}"?` : '';
}
