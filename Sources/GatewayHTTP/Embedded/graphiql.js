// GraphiQL on the endpoint that served this page. A link fills its editors and runs nothing.
const parameters = new URLSearchParams(location.search);
const fetcher = GraphiQL.createFetcher({url: location.pathname});
ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher,
    query: parameters.get('query') ?? undefined,
    variables: parameters.get('variables') ?? undefined,
  }));
