/// To be written.
public struct Students: Sendable { let office: Office }
/// To be written.
public struct Student: Sendable {}
