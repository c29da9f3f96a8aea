import CatalogGateway
import JSON

/// The GraphQL query that asks for the same as a path of the API.
func equivalentQuery(to exchange: RESTExchange) -> String {
  switch exchange.path.view {
  case .root:
    "{\n  catalog { packageCount gridCount categoryCount }\n}"
  case .list(.categories):
    "{\n  catalog { categoryCount }\n  categories {\(fields(of: .categories)) }\n}"
  case .list(let resource):
    """
    {
      catalog { \(resource.singularField)Count }
      \(resource)(\(pageArguments(exchange.pagination.page))) {\(fields(of: resource)) }
    }
    """
  case .object(let resource, let name):
    "{\n  \(resource.singularField)(\(key(name, resource))) {\(fields(of: resource)) }\n}"
  case .search:
    """
    {
      search(query: \(quoted(exchange.request.parameters.last("q") ?? ""))) {
        __typename
        ... on Package { id title slug repoDescription repoWatchers category { title } }
        ... on Grid { id title slug description }
      }
    }
    """
  }
}

/// What the API shows of an object, by the names of the schema.
private func fields(of resource: RESTResource) -> String {
  switch resource {
  case .packages:
    """

        category { id }
        grids { id }
        id title slug lastUpdated lastFetched repoUrl pypiVersion created modified repoForks
        repoDescription pypiUrl documentationUrl repoWatchers commitsOver52 participants
     \u{20}
    """
  case .grids:
    """

        id title slug description isLocked
        packages { id }
        header created modified
     \u{20}
    """
  case .categories: " id title slug description titlePlural showPypi created modified"
  }
}

private func pageArguments(_ page: RESTPage) -> String {
  page.offset > 0 ? "first: \(page.limit), offset: \(page.offset)" : "first: \(page.limit)"
}

private func key(_ name: String, _ resource: RESTResource) -> String {
  switch RESTLookup(name, of: resource) {
  case .key(.id(let id)): "id: \(id)"
  case .key(.slug), .missing, .invalid: "slug: \(quoted(name))"
  }
}

private func quoted(_ text: String) -> String {
  var quoted: [UInt8] = []
  appendJSONString(text, to: &quoted)
  return String(decoding: quoted, as: UTF8.self)
}

extension RESTResource {
  fileprivate var singularField: String {
    switch self {
    case .packages: "package"
    case .grids: "grid"
    case .categories: "category"
    }
  }
}
