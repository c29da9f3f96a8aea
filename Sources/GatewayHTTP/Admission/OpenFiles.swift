#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Has the system let this process open more files, connections among them, as far as it may.
///
/// Gives how many it can open then; nil if the system does not say.
func raiseOpenFiles(to wanted: Int) -> Int? {
  #if canImport(Glibc)
    let resource = __rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue))
  #else
    let resource = RLIMIT_NOFILE
  #endif
  var limit = rlimit()
  guard getrlimit(resource, &limit) == 0 else { return nil }
  let target = min(rlim_t(clamping: wanted), limit.rlim_max)
  if limit.rlim_cur < target {
    let before = limit.rlim_cur
    limit.rlim_cur = target
    if setrlimit(resource, &limit) != 0 { limit.rlim_cur = before }
  }
  return Int(clamping: limit.rlim_cur)
}
