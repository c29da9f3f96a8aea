import JSON

/// JSON without the blanks and line breaks between its tokens; strings are left as they are.
///
/// An expected response is laid out for its readers. This is all that may differ from the bytes of
/// the real one.
func withoutLayout(_ json: [UInt8]) -> [UInt8] {
  var reformatter = JSONReformatter(indent: nil)
  var output: [UInt8] = []
  reformatter.reformat(json, into: &output)
  return output
}
