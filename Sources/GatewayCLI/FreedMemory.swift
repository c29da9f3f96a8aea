/// Has the process keep the memory that an answer took for the next one.
///
/// The allocator of glibc gives back to the system what is free at the end of its memory, 128 KB at first,
/// and maps each block of so many bytes anew: an answer of 107 KB had its pages taken and given back every
/// time, 67 faults and 120 µs of the 320 that it took, or none, as the memory happened to lie. The first
/// block of up to 32 MB that is freed raises both bounds, one to its size and the other to twice that
/// (mallopt(3), M_MMAP_THRESHOLD). Other allocators do not mind.
func keepFreedMemory() {
  let block = UnsafeMutableRawPointer.allocate(byteCount: 4 << 20, alignment: 16)
  // So that it is not optimized away: nobody touches the rest of it, which takes no memory.
  block.storeBytes(of: 0, as: UInt8.self)
  block.deallocate()
}
