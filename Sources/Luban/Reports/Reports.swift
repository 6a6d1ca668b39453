
/// To be written.
public struct Reports: Sendable { let office: Office }
