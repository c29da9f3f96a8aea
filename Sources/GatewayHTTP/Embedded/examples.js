// Questions to begin with; each on one line here, and laid out when it is chosen.

const examples = [
  {
    title: 'A package and its company',
    about: 'Three levels deep in one request: its grids, and what else is in them.',
    view: 'json',
    query: 'query Company { package(slug: "django-vies") { title category { title } repoWatchers '
      + 'grids { title packageCount packages(orderBy: {repoWatchers: DESC}, first: 5) '
      + '{ title repoWatchers } } } }',
  },
  {
    title: 'A grid, compared',
    about: 'Features and packages as a matrix.',
    view: 'matrix',
    query: 'query Compare($slug: String!) { grid(slug: $slug) { title features { id title '
      + 'description } gridPackages { package { title repoWatchers } elements '
      + '{ feature { id } text } } } }',
    variables: '{"slug": "tax-and-vat"}',
  },
  {
    title: 'The most watched',
    about: 'A table, with the commits of each week.',
    view: 'table',
    query: 'query MostWatched($first: Int = 25) { packages(orderBy: {repoWatchers: DESC}, '
      + 'first: $first) { title repoWatchers repoForks commitsOver52 pypiVersion lastUpdated } }',
  },
  {
    title: 'Words to look for',
    about: 'Packages and grids, the most relevant first.',
    view: 'table',
    query: 'query Find($words: String!) { search(query: $words, first: 10) { __typename '
      + '... on Package { title repoDescription repoWatchers } '
      + '... on Grid { title description packageCount } } }',
    variables: '{"words": "admin"}',
  },
  {
    title: 'Exactly these',
    about: 'Filters over packages, and over the grids they are in.',
    view: 'table',
    query: 'query Lately { packages(filter: {lastUpdated: {gte: "2025-06-01T00:00:00Z"}, '
      + 'grids: {some: {slug: {eq: "authentication"}}}, not: {repoWatchers: {lt: 5}}}, '
      + 'orderBy: [{lastUpdated: DESC}]) { title lastUpdated repoWatchers pypiName } }',
  },
  {
    title: 'Page by page',
    about: 'Cursors that stay good while packages come and go.',
    view: 'json',
    query: 'query Pages($after: String) { packagesConnection(first: 10, after: $after) '
      + '{ totalCount pageInfo { hasNextPage endCursor } nodes { title created } } }',
  },
];

// An example as it is put into the editors.
const laidOut = example => ({...example, query: prettify(parse(example.query))});

// The examples as a list of buttons; `choose` is given the one that was pressed.
function exampleList(choose) {
  const list = make('ul', {class: 'examples'}, examples.map(example => make('li', {},
    button([make('strong', {}, example.title), make('span', {}, example.about)],
      () => choose(laidOut(example)), {class: 'entry'}))));
  rove(list, '.entry');
  settle(list, '.entry');
  return list;
}
