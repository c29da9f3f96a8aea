/// A catalog that never was, object by object; each follows from the seed and its id alone.
///
/// Sizes are long-tailed as in the real catalog: watchers, participants, packages in a grid (up to
/// hundreds), grids of a package (0 to 13). Ids count from 1.
struct SyntheticCatalog {
  let seed: UInt64
  let memberships: SyntheticMemberships

  init(packageCount: Int, seed: UInt64) {
    self.seed = seed
    memberships = SyntheticMemberships(packageCount: packageCount, seed: seed)
  }

  func category(_ number: Int) -> ObjectLine {
    let category = SyntheticText.categories[number]
    let time = SyntheticClock.text(SyntheticClock.first + number, microseconds: 500)
    var line = ObjectLine(.categories)
    line.add("id", number + 1)
    line.add("title", category.title)
    line.add("slug", category.slug)
    line.add("description", "\(category.plural) for Django")
    line.add("title_plural", category.plural)
    line.add("show_pypi", category.showsPypi)
    line.add("created", time)
    line.add("modified", time)
    return line
  }

  func grid(_ grid: Int) -> ObjectLine {
    var random = SplitMix64(seed: seed, stream: .grid, id: grid)
    let title = SyntheticText.gridTitle(&random)
    let slug = title.lowercased().split(separator: " ").joined(separator: "-")
    let created = SyntheticClock.time(of: grid, among: memberships.gridCount, &random)
    var line = ObjectLine(.grids)
    line.add("id", grid + 1)
    line.add("title", title)
    line.add("slug", "\(slug)-\(grid + 1)")
    line.add(
      "description", random.chance(perMille: 300) ? "" : SyntheticText.description(&random))
    line.add("is_locked", random.chance(perMille: 30))
    line.add("packages", links: members(ofGrid: grid), to: .packages)
    line.add("header", random.chance(perMille: 80))
    line.add("created", SyntheticClock.text(created, microseconds: random.below(1_000_000)))
    line.add(
      "modified",
      SyntheticClock.text(
        SyntheticClock.time(after: created, &random), microseconds: random.below(1_000_000)))
    return line
  }

  func gridPackage(_ membership: Int) -> ObjectLine {
    let package = Int(memberships.packages[membership])
    let time = created(ofPackage: package) + 60 * (membership % 60)
    let text = SyntheticClock.text(time, microseconds: 1 + membership % 999_999)
    var line = ObjectLine(.gridPackages)
    line.add("id", membership + 1)
    line.add("created", text)
    line.add("modified", text)
    line.add("grid_id", Int(memberships.grids[membership]) + 1)
    line.add("package_id", package + 1)
    return line
  }

  func package(_ package: Int) -> ObjectLine {
    var random = SplitMix64(seed: seed, stream: .package, id: package)
    _ = random.next()  // The one that `created(ofPackage:)` draws.
    let slug = SyntheticText.slug(ofPackage: package, seed: seed)
    let created = created(ofPackage: package)
    let owner = SyntheticText.person(&random)
    let repository = "https://\(host(&random))/\(owner)/\(slug)"
    let isFetched = !random.chance(perMille: 5)
    let isActive = random.chance(perMille: 350)
    let updated = SyntheticClock.time(after: created, &random)
    let watchers = random.longTailed(scale: 24, doublings: 10)
    var line = ObjectLine(.packages)
    line.add("category", link: category(&random), to: .categories)
    line.add(
      "grids", links: memberships.grids(ofPackage: package).map { Int($0) + 1 }, to: .grids)
    line.add("id", package + 1)
    line.add("title", title(ofPackage: package))
    line.add("slug", slug)
    line.add(
      "last_updated",
      random.chance(perMille: 20) ? nil : SyntheticClock.text(updated))
    line.add(
      "last_fetched",
      isFetched
        ? SyntheticClock.text(
          SyntheticClock.now - random.below(7_200), microseconds: random.below(1_000_000)) : nil)
    line.add("repo_url", repository)
    line.add("pypi_version", version(&random))
    line.add("created", SyntheticClock.text(created, microseconds: random.below(1_000_000)))
    line.add(
      "modified",
      SyntheticClock.text(
        SyntheticClock.time(after: created, &random), microseconds: random.below(1_000_000)))
    line.add("repo_forks", watchers / 6 + random.below(4))
    line.add("repo_description", SyntheticText.description(&random))
    line.add("pypi_url", pypiURL(ofSlug: slug, &random))
    line.add("documentation_url", documentation(ofSlug: slug, repository, &random))
    line.add("repo_watchers", watchers)
    line.add("commits_over_52", numbers: isFetched ? commits(isActive: isActive, &random) : [])
    line.add("participants", texts: isFetched ? participants(owner: owner, &random) : [])
    return line
  }

  /// The ids of a grid's packages by title, by bytes, as the origin's database sorts them.
  private func members(ofGrid grid: Int) -> [Int] {
    let packages = memberships.memberships(ofGrid: grid).map { membership in
      Int(memberships.packages[Int(membership)])
    }
    let titles = packages.map { (Array(self.title(ofPackage: $0).utf8), $0 + 1) }
    return titles.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map { $0.1 }
  }

  private func title(ofPackage package: Int) -> String {
    let slug = SyntheticText.slug(ofPackage: package, seed: seed)
    return package % 11 == 3 ? SyntheticText.title(ofSlug: slug) : slug
  }

  private func created(ofPackage package: Int) -> Int {
    var random = SplitMix64(seed: seed, stream: .package, id: package)
    return SyntheticClock.time(of: package, among: memberships.packageCount, &random)
  }

  private func category(_ random: inout SplitMix64) -> Int {
    switch random.below(100) {
    case ..<72: 1
    case ..<82: 2
    case ..<92: 3
    default: 4
    }
  }

  private func host(_ random: inout SplitMix64) -> String {
    switch random.below(100) {
    case ..<92: "github.com"
    case ..<97: "gitlab.com"
    default: "bitbucket.org"
    }
  }

  private func version(_ random: inout SplitMix64) -> String? {
    random.chance(perMille: 80)
      ? nil : "\(random.below(6)).\(random.below(20)).\(random.below(12))"
  }

  private func pypiURL(ofSlug slug: String, _ random: inout SplitMix64) -> String {
    switch random.below(100) {
    case ..<45: "https://pypi.org/project/\(slug)/"
    case ..<85: "http://pypi.python.org/pypi/\(slug)"
    case ..<93: ""
    default: slug
    }
  }

  private func documentation(
    ofSlug slug: String, _ repository: String, _ random: inout SplitMix64
  ) -> String? {
    switch random.below(100) {
    case ..<6: nil
    case ..<50: ""
    case ..<75: "https://\(slug).readthedocs.io/"
    default: repository
    }
  }

  /// 52 weeks, the oldest first.
  private func commits(isActive: Bool, _ random: inout SplitMix64) -> [Int] {
    (0..<52).map { _ in
      isActive && random.chance(perMille: 250) ? 1 + random.longTailed(scale: 2, doublings: 4) : 0
    }
  }

  private func participants(owner: String, _ random: inout SplitMix64) -> [String] {
    let others = random.longTailed(scale: 3, doublings: 5)
    return [owner] + (0..<others).map { _ in SyntheticText.person(&random) }
  }
}
