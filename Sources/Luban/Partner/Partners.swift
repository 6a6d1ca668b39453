/// To be written.
public struct Partners: Sendable { let office: Office }
/// To be written.
public struct Institution: Sendable {}
