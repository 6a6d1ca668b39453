/// To be written.
public struct Workshops: Sendable { let office: Office }
/// To be written.
public struct Workshop: Sendable {}
