/// A process that outlives us by a moment, to end a server and remove its folder.
///
/// Not the kernel's death signal: that is sent when the *thread* that spawned the server ends, and those
/// of Swift's pool come and go.
enum Watchdog {
  /// Ends the server in the home folder and removes the folder when this process has ended.
  static func `guard`(_ home: Folder) throws(LocalPostgresError) {
    let channel = try Descriptor.Channel()
    var command = Command("/bin/sh", ["-c", script, "watchdog", home.path])
    command.input = .descriptor(channel.far.number)
    command.inNewSession = true
    _ = try command.spawn()
    channel.near.keepForLife()
  }

  /// The channel never says anything: that it ends is the sign.
  private static let script = """
    read -r _
    data=$1/cluster
    while pid=$(head -n 1 "$data/postmaster.pid") && [ "$(readlink "/proc/$pid/cwd")" = "$data" ]; do
      kill -QUIT "$pid"
      sleep 0.05
    done
    until rm -rf "$1"; do sleep 0.1; done
    """
}
