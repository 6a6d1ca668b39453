/// To be written.
public struct Agreements: Sendable { let office: Office }
/// To be written.
public struct Agreement: Sendable {}
