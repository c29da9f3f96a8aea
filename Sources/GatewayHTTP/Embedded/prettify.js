// A document in its usual layout: two blanks a level, a selection a line, comments kept.

// The longest line before arguments are set one a line.
const lineLength = 80;

// The layout of a document that `parse` gave, or null if it has a syntax error.
function prettify({source, all, problems}) {
  if (problems.length) return null;
  const tokens = all.filter(({kind}) => kind !== 'comma');
  const lines = [];
  let line = '', depth = 0, previous = null;
  const open = [];

  const flush = () => {
    if (line.trim()) lines.push(line.trimEnd());
    line = '  '.repeat(depth);
  };

  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'comment') {
      const isAside = previous && !source.slice(previous.end, token.start).includes('\n');
      if (isAside && line.trim()) line += ` ${token.text}`;
      else flush(), line += token.text;
      flush();
      previous = token;
      continue;
    }
    const around = open.at(-1);
    if (token.first === 'definition') {
      flush();
      if (lines.length && previous.kind !== 'comment') lines.push('');
    }
    if (token === around?.closer) {
      open.pop();
      if (around.isBroken) depth -= 1, flush();
    } else if (token.first === 'selection' || (around?.isBroken && token.first === 'arguments')) {
      flush();
    }
    line += (line.trim() ? gap(previous, token) : '') + token.text;
    if (token.closer) {
      token.isBroken = token.mark === 'selection' || isTooLong(index, token, line);
      open.push(token);
      if (token.isBroken) depth += 1, flush();
    }
    previous = token;
  }
  flush();
  return `${lines.join('\n')}\n`;

  // Whether what a bracket opens, up to the one that closes it, must be broken into lines.
  function isTooLong(index, opener, start) {
    let text = start, last = opener;
    for (let i = index + 1; last !== opener.closer; i++) {
      if (tokens[i].kind === 'comment') return true;
      text += gap(last, tokens[i]) + tokens[i].text;
      last = tokens[i];
    }
    return opener.mark === 'arguments' && text.length > lineLength;
  }
}

// What stands between two tokens of one line.
function gap(previous, {text, first, kind}) {
  if (!previous || kind === 'end') return '';
  const before = previous.text;
  if (/^[([$@]$/.test(before) || /^[)\]!:]$/.test(text) || text === '(') return '';
  if (before === '{' && text === '}') return '';
  if (before === '...') return text === 'on' || text === '@' || text === '{' ? ' ' : '';
  if (first && first !== 'selection' && !/^[{([]$/.test(before)) return ', ';
  return ' ';
}
