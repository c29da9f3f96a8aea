/// Which package is in which grid, from both sides.
///
/// Takes about 12 bytes a membership, two memberships a package.
struct SyntheticMemberships {
  /// Packages and grids count from 0 here.
  let packageCount: Int
  let gridCount: Int
  /// The grid of each membership; a package's come one after the other.
  private(set) var grids: [Int32] = []
  /// The package of each membership.
  private(set) var packages: [Int32] = []
  /// For each package, and once more, where its memberships begin.
  private var packageStarts: [Int32] = []
  /// Memberships by grid, and where each grid's begin.
  private var byGrid: [Int32] = []
  private var gridStarts: [Int32] = []

  /// Packages per grid, and grids in which the distribution of sizes repeats, as the real catalog
  /// has them.
  private static let packagesPerGrid = 14
  private static let gridsPerTail = 380

  init(packageCount: Int, seed: UInt64) {
    self.packageCount = packageCount
    gridCount = packageCount == 0 ? 0 : max(1, packageCount / Self.packagesPerGrid)
    for package in 0..<packageCount {
      packageStarts.append(Int32(grids.count))
      for grid in drawGrids(ofPackage: package, seed: seed) {
        grids.append(Int32(grid))
        packages.append(Int32(package))
      }
    }
    packageStarts.append(Int32(grids.count))
    sortByGrid()
  }

  /// The grids of a package, in the order in which it was added to them.
  func grids(ofPackage package: Int) -> ArraySlice<Int32> {
    grids[Int(packageStarts[package])..<Int(packageStarts[package + 1])]
  }

  /// The memberships of a grid.
  func memberships(ofGrid grid: Int) -> ArraySlice<Int32> {
    byGrid[Int(gridStarts[grid])..<Int(gridStarts[grid + 1])]
  }

  private func drawGrids(ofPackage package: Int, seed: UInt64) -> [Int] {
    var random = SplitMix64(seed: seed, stream: .memberships, id: package)
    let wanted = min(random.longTailed(scale: 2, doublings: 3), 13)
    var grids: [Int] = []
    for _ in 0..<wanted {
      let grid = drawGrid(&random)
      if !grids.contains(grid) { grids.append(grid) }
    }
    return grids
  }

  /// Within each run of grids the first are large and the last stay empty.
  private func drawGrid(_ random: inout SplitMix64) -> Int {
    let first = random.below(gridCount) / Self.gridsPerTail * Self.gridsPerTail
    let count = min(Self.gridsPerTail, gridCount - first)
    let filled = max(1, count - count / 40)
    // The square of an even number between 0 and 1 falls near 0 most often.
    let root = random.below(1 << 20)
    let square = (root * root) >> 20
    return first + ((square * filled) >> 20)
  }

  /// A counting sort.
  private mutating func sortByGrid() {
    gridStarts = Array(repeating: 0, count: gridCount + 1)
    for grid in grids { gridStarts[Int(grid) + 1] += 1 }
    for grid in 0..<gridCount { gridStarts[grid + 1] += gridStarts[grid] }
    var ends = gridStarts
    byGrid = Array(repeating: 0, count: grids.count)
    for (membership, grid) in grids.enumerated() {
      byGrid[Int(ends[Int(grid)])] = Int32(membership)
      ends[Int(grid)] += 1
    }
  }
}
