import ArgumentParser
import Luban

extension ClassCode: ExpressibleByArgument {
  /// Reads it as people type it.
  public init?(argument: String) { self.init(argument) }
}

extension TimeOfDay: ExpressibleByArgument {
  /// Reads it as people type it.
  public init?(argument: String) { self.init(argument) }
}
