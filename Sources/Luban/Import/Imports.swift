
/// To be written.
public struct Imports: Sendable { let office: Office }
