/// The words of a synthetic catalog, and what is made of them.
enum SyntheticText {
  /// None of their parts is among the words, or two slugs could be the same.
  private static let families = [
    "django", "djangocms", "drf", "wagtail", "dj", "easy", "django-rest", "pytest-django", "simple",
    "aio", "python", "django-oscar",
  ]

  private static let firstWords = words(
    """
    account activity address admin alert api archive asset async audit auth avatar backup badge banner
    batch billing blog board book boot bulk cache calendar campaign captcha cart catalog chart chat check
    choice cloud cluster code color column command comment compress config contact content cookie coupon
    cron crypto currency dashboard data date debug deploy device digest document domain draft dynamic
    editor email embed encrypt entity enum event export fast feature feed field file filter fixture flag
    flat form forum gallery gateway generic geo graph guard hash health history hook html icon identity
    image import index inline invite invoice json key label ledger license link list live locale log
    login magic mail map markdown market media menu message meta migrate mobile model money monitor
    """)

  private static let lastWords = words(
    """
    admin agent alchemy anchor atlas bar base beacon bench block board bot box bridge broker browser
    buffer builder bundle bus cell center chain client cloud collector connect console control core
    craft crud cube deck desk draft drive engine express factory field filters flow fly forge form frame
    fusion gear grid group guard guide handler hub inspector kit lab lane layer lens lift light line
    links lite loader lock loop machine maker manager mapper mate mesh mirror mixin model module next
    nest node pack pages panel parser patch path picker pilot pipe plan plus point pool portal press
    probe proxy pulse queue quick rack ready relay ring router runner scope seed sense server shelf
    """)

  private static let verbs = words(
    "adds builds caches checks connects exports filters handles hides imports keeps links lists maps"
      + " measures mirrors moves protects renders resizes sends shows sorts stores tests tracks")

  private static let objects = [
    "model fields", "the admin", "REST endpoints", "template tags", "user accounts",
    "uploaded files",
    "translations", "background tasks", "database queries", "permissions", "e-mails", "payments",
    "search results", "form widgets", "static assets", "sessions", "feature flags", "time zones",
  ]

  private static let people = words(
    "ada alex bea ben cam dana eli eva finn gia hana ivo jo kai lena lou max mia noa oskar pia quin rosa"
      + " sam tess uma vic wen xan yara zoe")

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Packages whose slug has two words behind the family; the others have three.
  private static let shortSlugs = 60_000

  /// A package's slug; no two packages of a catalog have the same.
  ///
  /// The packages are dealt out over all combinations of words by a step that has no divisor in
  /// common with their number.
  static func slug(ofPackage package: Int, seed: UInt64) -> String {
    let isShort = package < shortSlugs
    var combinations = families.count * firstWords.count * lastWords.count
    if !isShort { combinations *= lastWords.count }
    let start = Int(seed % UInt64(combinations))
    var rest = (package * coprimeStep(of: combinations) + start) % combinations
    func take(_ words: [String]) -> String {
      defer { rest /= words.count }
      return words[rest % words.count]
    }
    let family = take(families)
    let first = take(firstWords)
    let last = take(lastWords)
    return isShort
      ? "\(family)-\(first)-\(last)" : "\(family)-\(first)-\(last)-\(take(lastWords))"
  }

  /// A prime that does not divide the number.
  private static func coprimeStep(of number: Int) -> Int {
    [75_937, 104_729, 86_243].first { number % $0 != 0 } ?? 1
  }

  /// The words of a slug as a title.
  static func title(ofSlug slug: String) -> String {
    slug.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: " ")
  }

  /// A grid's title; grids far apart may share one.
  static func gridTitle(_ random: inout SplitMix64) -> String {
    let first = title(ofSlug: random.pick(firstWords))
    return random.chance(perMille: 500)
      ? first : "\(first) and \(title(ofSlug: random.pick(lastWords)))"
  }

  /// A sentence or a few; now and then one with other characters than ASCII, or none.
  static func description(_ random: inout SplitMix64) -> String {
    if random.chance(perMille: 20) { return "" }
    var text = ""
    for sentence in 0...min(random.longTailed(scale: 1, doublings: 2) / 2, 2) {
      if sentence > 0 { text += " " }
      let verb = title(ofSlug: random.pick(verbs))
      text += "\(verb) \(random.pick(objects)) for \(random.pick(firstWords))"
      text += " and \(random.pick(lastWords)) in Django."
    }
    if random.chance(perMille: 30) { text += random.pick([" 🚀", " – très simple", " “ready”"]) }
    return text
  }

  /// A user's name.
  static func person(_ random: inout SplitMix64) -> String {
    let name = random.pick(people) + random.pick(people)
    return random.chance(perMille: 600) ? name : name + String(random.below(90) + 10)
  }

  /// What a grid compares.
  static func featureTitle(_ random: inout SplitMix64) -> String {
    "\(title(ofSlug: random.pick(verbs))) \(random.pick(objects))"
  }

  /// A cell of a grid.
  static func element(_ random: inout SplitMix64) -> String {
    random.pick(["yes", "no", "✓", "", "partly", "planned", "3.10 – 3.13", "via a plugin", "?"])
  }

  static let categories: [(title: String, plural: String, slug: String, showsPypi: Bool)] = [
    ("App", "Apps", "apps", true),
    ("Framework", "Frameworks", "frameworks", true),
    ("Other", "Others", "others", true),
    ("Project", "Projects", "projects", false),
  ]
}
