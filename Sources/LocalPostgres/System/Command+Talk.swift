extension Command {
  /// Runs the program and gives the first line it writes.
  func line() throws(LocalPostgresError) -> String {
    let channel = try Descriptor.Channel()
    var command = self
    command.output = .descriptor(channel.far.number)
    let child = try command.spawn()
    channel.far.close()
    defer { _ = child.wait() }
    var line: [UInt8] = []
    while let byte = try channel.near.read(upTo: 1, from: program).first, byte != UInt8(ascii: "\n") {
      line.append(byte)
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// Runs the program to its end, feeding it a text.
  func run(feeding text: String = "") throws(LocalPostgresError) -> Child.End {
    let channel = try Descriptor.Channel()
    var command = self
    command.input = .descriptor(channel.far.number)
    let child = try command.spawn()
    channel.far.close()
    try channel.near.write(text, to: program)
    channel.near.close()
    return child.wait()
  }
}
