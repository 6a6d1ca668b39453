/// To be written.
public struct Programs: Sendable { let office: Office }
/// To be written.
public struct Program: Sendable {}
