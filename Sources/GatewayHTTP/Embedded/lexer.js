// GraphQL text to tokens. Spec §2.1 Source Text.

// One group a kind of token; a character that begins none is unknown. A string may lack its end.
const tokenPattern = new RegExp([
  '(?<blank>[\\s\\uFEFF]+)', '(?<comment>#[^\\n\\r]*)', '(?<comma>,)',
  '(?<punctuator>\\.{3}|[!$&()[\\]:=@|{}])', '(?<name>[A-Za-z_]\\w*)',
  '(?<float>-?\\d+(?:\\.\\d+(?:[eE][+-]?\\d+)?|[eE][+-]?\\d+))', '(?<int>-?\\d+)',
  '(?<string>"""(?:\\\\"""|[^])*?(?:"""|$)|"(?:[^"\\\\\\n\\r]|\\\\.)*"?)', '(?<unknown>[^])',
].join('|'), 'gu');

// The tokens of a text, comments and commas among them, with one of kind `end` after the last.
function tokenize(source) {
  const tokens = [];
  for (const {0: text, index: start, groups} of source.matchAll(tokenPattern)) {
    if (groups.blank) continue;
    const kind = Object.keys(groups).find(name => groups[name] !== undefined);
    tokens.push({kind, text, start, end: start + text.length});
  }
  tokens.push({kind: 'end', text: '', start: source.length, end: source.length});
  return tokens;
}

// What a token means to someone who reads its text in a message.
const described = token => token.kind === 'end' ? 'the end' : `"${token.text}"`;

// Whether a string token lacks the quotes that end it.
const isOpenString = ({kind, text}) => kind === 'string' && (text.startsWith('"""')
  ? text.length < 6 || !text.endsWith('"""') || text.endsWith('\\"""')
  : text.length < 2 || !/[^\\](\\\\)*"$|^""$/.test(text));
