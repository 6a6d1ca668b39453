import Glibc

/// The memory that a server on this machine may count on.
enum Memory {
  /// Bytes of RAM, or of the control group's limit when that is less (containers).
  static var available: Int {
    let pages = sysconf(Int32(_SC_PHYS_PAGES))
    let installed = pages * sysconf(Int32(_SC_PAGESIZE))
    let limit = File("/sys/fs/cgroup/memory.max").text.flatMap { Int($0.filter { $0 != "\n" }) }
    return min(installed, limit ?? installed)
  }
}
