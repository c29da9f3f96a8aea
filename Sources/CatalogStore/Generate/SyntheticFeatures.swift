/// What the grids of a synthetic catalog compare: every third grid with packages has features.
struct SyntheticFeatures {
  let catalog: SyntheticCatalog

  /// Adds the features of a grid; ids go on from `lastID`.
  func appendFeatures(ofGrid grid: Int, lastID: inout Int, to output: inout [UInt8]) {
    var random = random(ofGrid: grid)
    for _ in 0..<featureCount(ofGrid: grid, &random) {
      lastID += 1
      let time = time(ofGrid: grid, number: lastID)
      var line = ObjectLine(.features)
      line.add("id", lastID)
      line.add("created", time)
      line.add("modified", time)
      line.add("grid_id", grid + 1)
      line.add("title", SyntheticText.featureTitle(&random))
      line.add("description", SyntheticText.description(&random))
      line.finish(in: &output)
    }
  }

  /// Adds the cells of a grid, of which two in five are filled; ids go on from those given, and the
  /// features are those that ``appendFeatures(ofGrid:lastID:to:)`` gave.
  func appendElements(
    ofGrid grid: Int, lastID: inout Int, lastFeatureID: inout Int, to output: inout [UInt8]
  ) {
    var random = random(ofGrid: grid)
    let features = featureCount(ofGrid: grid, &random)
    for membership in catalog.memberships.memberships(ofGrid: grid) {
      for feature in 0..<features where random.chance(perMille: 400) {
        // A cell in two thousand is written twice, as the real catalog has them.
        for _ in 0...(random.below(2_000) == 0 ? 1 : 0) {
          lastID += 1
          let time = time(ofGrid: grid, number: lastID)
          var line = ObjectLine(.elements)
          line.add("id", lastID)
          line.add("created", time)
          line.add("modified", time)
          line.add("grid_package_id", Int(membership) + 1)
          line.add("feature_id", lastFeatureID + feature + 1)
          line.add("text", SyntheticText.element(&random))
          line.finish(in: &output)
        }
      }
    }
    lastFeatureID += features
  }

  private func random(ofGrid grid: Int) -> SplitMix64 {
    SplitMix64(seed: catalog.seed, stream: .features, id: grid)
  }

  private func featureCount(ofGrid grid: Int, _ random: inout SplitMix64) -> Int {
    let hasFeatures = random.below(3) == 0 && !catalog.memberships.memberships(ofGrid: grid).isEmpty
    return hasFeatures ? 1 + min(random.longTailed(scale: 8, doublings: 3), 30) : 0
  }

  private func time(ofGrid grid: Int, number: Int) -> String {
    let age = (catalog.memberships.gridCount - grid) * 60 + number % 60
    return SyntheticClock.text(
      max(SyntheticClock.first, SyntheticClock.now - age), microseconds: 1 + number % 999_999)
  }
}
