import NIOHTTP1
import Tracing

/// Shows tracers the header fields of a request, whichever of them they know: `traceparent` and
/// `tracestate`, `baggage`, or fields of their own.
struct HeaderExtractor: Extractor {
  /// The value of a field; of one that has several lines, as one list. RFC 9110 §5.3 Field Order.
  func extract(key: String, from headers: HTTPHeaders) -> String? {
    let lines = headers[key]
    return lines.isEmpty ? nil : lines.joined(separator: ",")
  }
}
