import Testing

@testable import CatalogStore

@Suite("The project name in a pypi_url")
struct PypiNameTests {
  @Test(
    "is what follows the page's path, or the whole of a bare name",
    arguments: [
      ("https://pypi.org/project/django-vies/", "django-vies"),
      ("http://pypi.python.org/pypi/django-vies", "django-vies"),
      ("https://pypi.python.org/pypi/django-vies/6.3.0", "django-vies"),
      ("https://pypi.org/project/django-vies/#history", "django-vies"),
      ("https://pypi.org/simple/Django_Vies.x?x=y", "Django_Vies.x"),
      ("django-settings-env", "django-settings-env"),
      ("", nil),
      ("https://pypi.org/", nil),
      ("https://pypi.org/project/", nil),
      ("https://example.com/django-vies", nil),
      ("https://pypi.org/project/-x-/", nil),
      ("not a name", nil),
    ] as [(String, String?)])
  func finds(url: String, name: String?) {
    let bytes = Array(url.utf8)
    let range = bytes.withUnsafeBufferPointer(pypiName(in:))
    #expect(range.map { String(decoding: bytes[$0], as: UTF8.self) } == name)
  }
}
