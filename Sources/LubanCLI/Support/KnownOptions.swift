import ArgumentParser
import Luban

extension Office {
  /// The time as of which a report is known: the one asked for, or now.
  ///
  /// Where a command that began before it is still running, that is the moment before; a time to come is
  /// taken for now. Either is said.
  func known(at asked: String?) async throws -> KnownTime {
    let moment = try await knownMoment(asked)
    if moment.isToCome {
      Talk.say("Known at \(moment.time): the time asked for is still to come.")
    } else if moment.isHeld {
      Talk.say("Known at \(moment.time): a command that began then is still running.")
    }
    return moment.time
  }

  /// The same for what is kept: whoever began by then is seen now, so that no earlier time comes of it when
  /// it is asked for again.
  func settled(at asked: String?) async throws -> KnownTime {
    try await known(at: known(at: asked).description)
  }
}

/// What figures are asked for: a day, and a time as of which they are known.
struct FigureOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The day for which the figures are true.", valueName: "day"))
  var asOf = Day.today
  @OptionGroup var known: KnownOptions

  /// The time for which they can be told again.
  func moment(_ office: Office) async throws -> KnownTime { try await known.orNow(office) }
}

/// The time as of which a listing is known; without it, it tells what is there now.
struct KnownOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Only what had been recorded by then; of a day, by its end in UTC.", valueName: "time")
  )
  var knownAt: String?

  /// The time for which it can be told again; `nil` for now.
  func moment(_ office: Office) async throws -> KnownTime? {
    guard let knownAt else { return nil }
    return try await office.known(at: knownAt)
  }

  /// The time for which it can be told again; now where none is asked for.
  func orNow(_ office: Office) async throws -> KnownTime { try await office.known(at: knownAt) }
}
