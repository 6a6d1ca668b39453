/// What people name by a code.
public protocol Coded {
  /// Where these codes are listed.
  static var codes: CodeColumn { get }
}

/// The column of a listing that holds the codes of a noun.
public struct CodeColumn: Sendable {
  let view: String
  let name: String

  init(_ name: String, in view: String) {
    self.view = view
    self.name = name
  }
}

extension Partner: Coded {
  /// Those of partners.
  public static var codes: CodeColumn { CodeColumn("code", in: "partner") }
}

extension Agreement: Coded {
  /// Those of agreements.
  public static var codes: CodeColumn { CodeColumn("code", in: "agreement") }
}

extension Workshop: Coded {
  /// Those of workshops.
  public static var codes: CodeColumn { CodeColumn("code", in: "workshop") }
}

extension Program: Coded {
  /// Those of programs.
  public static var codes: CodeColumn { CodeColumn("code", in: "program") }
}

extension Course: Coded {
  /// Those of courses and modules.
  public static var codes: CodeColumn { CodeColumn("code", in: "course") }
}

extension Cohort: Coded {
  /// Those of cohorts.
  public static var codes: CodeColumn { CodeColumn("code", in: "cohort") }
}

extension PlacementOffer: Coded {
  /// Those of places at enterprises.
  public static var codes: CodeColumn { CodeColumn("offer", in: "placement_offer") }
}

extension CultureEvent: Coded {
  /// Those of culture events.
  public static var codes: CodeColumn { CodeColumn("event", in: "culture_event") }
}

extension ClassCode: Coded {
  /// Those of classes.
  public static var codes: CodeColumn { CodeColumn("class", in: "class") }
}
