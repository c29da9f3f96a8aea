// Which packages is a package compared with? In JavaScript, with what Node or a browser has.
// Usage: node neighbours.mjs [ENDPOINT [SLUG]]

const [endpoint = "http://127.0.0.1:8080/graphql", slug = "django-vies"] = process.argv.slice(2);

const query = `
  query Neighbours($slug: String!) {
    package(slug: $slug) { grids { title packages(first: 3) { title repoWatchers } } }
  }
`;

const response = await fetch(endpoint, {
  method: "POST",
  headers: {
    "Content-Type": "application/json",
    Accept: "application/graphql-response+json, application/json;q=0.9",
  },
  body: JSON.stringify({ query, variables: { slug } }),
});

// Errors come as JSON too, beside the data or in its place.
const { data, errors = [] } = await response.json();
for (const error of errors) console.error(error.message);
if (errors.length > 0) process.exitCode = 1;

for (const grid of data?.package?.grids ?? []) {
  console.log(grid.title);
  for (const { title, repoWatchers } of grid.packages) console.log(`  ${title} (${repoWatchers})`);
}
