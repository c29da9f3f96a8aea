// A request as a link to this page, and back.

// Links longer than this put the request behind a `#`, which browsers do not send.
const longestLink = 6000;

function linkTo({query, variables, operationName}) {
  const parameters = new URLSearchParams({query});
  if (variables.trim()) parameters.set('variables', variables);
  if (operationName) parameters.set('operationName', operationName);
  const text = String(parameters);
  return `${location.origin}${location.pathname}${text.length > longestLink ? '#' : '?'}${text}`;
}

// The request that this page was opened with, or null.
function linkedRequest() {
  for (const text of [location.search, location.hash]) {
    const parameters = new URLSearchParams(text.slice(1));
    if (!parameters.has('query')) continue;
    return {
      query: parameters.get('query'),
      variables: parameters.get('variables') ?? '',
      operationName: parameters.get('operationName') ?? '',
    };
  }
  return null;
}
