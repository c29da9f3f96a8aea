// Requests to the endpoint that served this page.

// Sends a request and measures its answer: `{status, body, text, bytes, milliseconds}`, where
// `body` is undefined if the answer is no JSON. Throws what `fetch` throws.
async function send(request, headers = {}, signal = undefined) {
  const start = performance.now();
  const response = await fetch(location.pathname, {
    method: 'POST',
    headers: {
      ...headers,
      'Content-Type': 'application/json',
      Accept: 'application/graphql-response+json, application/json;q=0.9',
    },
    body: JSON.stringify(request),
    signal,
  });
  const content = await response.arrayBuffer();
  const milliseconds = performance.now() - start;
  const text = new TextDecoder().decode(content);
  const answer = {status: response.status, text, bytes: content.byteLength, milliseconds};
  try {
    return {...answer, body: JSON.parse(text)};
  } catch {
    return answer;
  }
}

// Lines of `Name: value` as fields of a request; a line with `#` is a comment. Throws a `TypeError`
// with a sentence about the first line that is no field.
function headerFields(text) {
  const fields = {};
  for (const line of text.split('\n').map(line => line.trim())) {
    if (!line || line.startsWith('#')) continue;
    const match = /^([!#$%&'*+.^_`|~\w-]+):\s*(.*)$/.exec(line);
    if (!match) throw new TypeError(`"${line}" is no header; write Name: value.`);
    fields[match[1]] = match[2];
  }
  return fields;
}

const grouped = new Intl.NumberFormat('en');

// A number of bytes, for people.
const size = bytes => bytes < 1000 ? `${bytes} B`
  : bytes < 1e6 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

// `1 row`, `2 rows`.
const counted = (count, noun) => `${grouped.format(count)} ${noun}${count === 1 ? '' : 's'}`;
