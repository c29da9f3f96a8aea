import JSON

/// A list of keys as the one parameter that `json_each` takes apart (sqlite.org/json1.html).
func keyListText(_ keys: some Collection<Int64>) -> [UInt8] {
  var text: [UInt8] = []
  text.reserveCapacity(keys.count * 8 + 2)
  text.append(UInt8(ascii: "["))
  for key in keys {
    if text.count > 1 { text.append(UInt8(ascii: ",")) }
    appendJSONNumber(key, to: &text)
  }
  text.append(UInt8(ascii: "]"))
  return text
}
