/// What is known of a package; times as they were written, and as microseconds since 1970 UTC.
public enum PackageColumn: Int, EntityColumn {
  case id
  /// Null while the category has not been imported.
  case categoryID
  case title
  case slug
  case repoWatchers
  case repoForks
  case created
  case createdInstant
  case modified
  case modifiedInstant
  /// Null if it never was.
  case lastUpdated
  case lastUpdatedInstant
  /// Null if it never was.
  case lastFetched
  case lastFetchedInstant
  /// Null where it is empty.
  case repoURL
  /// Null where it is empty.
  case pypiURL
  /// Null where it is empty.
  case documentationURL
  case pypiVersion
  /// The project name inside `pypiURL`, null if there is none.
  case pypiName
  case repoDescription
  /// A JSON list of whole numbers.
  case commitsOver52
  /// A JSON list of texts.
  case participants
  /// Counts from 1; one more with every change of the object's own fields or of its lists.
  case version
  /// The id of the category that the origin names, imported or not; null if it named none.
  case categoryLink
  /// Empty where the origin's is.
  case storedRepoURL
  /// Empty where the origin's is.
  case storedPypiURL
  /// Null or empty where the origin's is.
  case storedDocumentationURL

  /// The entity whose records have the column.
  public static var entity: Entity { .package }

  /// The column beside those of the other entities.
  public var column: RecordColumn { .package(self) }

  /// The instant of a time, itself otherwise.
  var comparable: Self {
    switch self {
    case .created: .createdInstant
    case .modified: .modifiedInstant
    case .lastUpdated: .lastUpdatedInstant
    case .lastFetched: .lastFetchedInstant
    case .id, .categoryID, .title, .slug, .repoWatchers, .repoForks, .createdInstant,
      .modifiedInstant, .lastUpdatedInstant, .lastFetchedInstant, .repoURL, .pypiURL,
      .documentationURL, .pypiVersion, .pypiName, .repoDescription, .commitsOver52, .participants,
      .version, .categoryLink, .storedRepoURL, .storedPypiURL, .storedDocumentationURL:
      self
    }
  }

  var definition: ColumnDefinition {
    switch self {
    case .id: .integer("id")
    case .categoryID: .integer("category_id").orNull
    case .title: .text("title")
    case .slug: .text("slug")
    case .repoWatchers: .integer("repo_watchers")
    case .repoForks: .integer("repo_forks")
    case .created: .text("created")
    case .createdInstant: .integer("created_instant")
    case .modified: .text("modified")
    case .modifiedInstant: .integer("modified_instant")
    case .lastUpdated: .text("last_updated").orNull
    case .lastUpdatedInstant: .integer("last_updated_instant").orNull
    case .lastFetched: .text("last_fetched").orNull
    case .lastFetchedInstant: .integer("last_fetched_instant").orNull
    case .repoURL: .text("repo_url").orEmpty
    case .pypiURL: .text("pypi_url").orEmpty
    case .documentationURL: .text("documentation_url").orEmpty
    case .pypiVersion: .text("pypi_version").orNull
    case .pypiName: .text("pypi_name").orNull
    case .repoDescription: .text("repo_description")
    case .commitsOver52: .json("commits_over_52")
    case .participants: .json("participants")
    case .version: .integer("version")
    case .categoryLink: .integer("category_link").orNull
    case .storedRepoURL: .text("repo_url")
    case .storedPypiURL: .text("pypi_url")
    case .storedDocumentationURL: .text("documentation_url").orNull
    }
  }
}
