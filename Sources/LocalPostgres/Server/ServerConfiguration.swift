/// What the cluster's configuration files say, beyond PostgreSQL's defaults.
struct ServerConfiguration {
  /// The file with our settings, which `postgresql.conf` includes at its end.
  static let fileName = "local.conf"
  static let includeLine = "\n# Settings of this private cluster.\ninclude_if_exists = '\(fileName)'\n"

  let program: String
  let profile: Cluster.Profile
  /// Bytes of memory that the machine has.
  let memory: Int
  /// Bytes free on the disk.
  let disk: Int
  /// The best compression of page images that the server was built with.
  let compression: String

  /// The file's text; `ALTER SYSTEM` wins over it.
  var text: String {
    """
    # Written when the cluster was made. To change a setting, use ALTER SYSTEM.
    cluster_name = '\(program)'
    listen_addresses = ''
    lc_messages = 'C'
    log_line_prefix = '%m [%p] '
    \(profileSettings)

    """
  }

  private var profileSettings: String {
    switch profile {
    case .durable:
      """
      shared_buffers = \(megabytes(sharedBuffers))
      max_wal_size = \(megabytes(maxWAL))
      min_wal_size = \(megabytes(min(maxWAL, 80 << 20)))
      wal_compression = \(compression)
      """
    case .throwaway:
      """
      shared_buffers = 32MB
      max_wal_size = 256MB
      fsync = off
      synchronous_commit = off
      full_page_writes = off
      """
    }
  }

  private var sharedBuffers: Int { min(memory / 4, 512 << 20) }

  /// A larger allowance makes imports faster, but must leave room on the disk; 32 MB is the least.
  private var maxWAL: Int { max(min(disk / 10, 2 << 30), 64 << 20) }

  private func megabytes(_ bytes: Int) -> String { "\(bytes >> 20)MB" }
}
