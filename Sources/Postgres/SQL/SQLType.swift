/// A PostgreSQL type as a parameter declares it: its OID for the wire, its name for an SQL cast.
public struct SQLType: Sendable, Hashable {
  /// The type's number in `pg_type`.
  ///
  /// Those of built-in types are the same on every server.
  public let oid: UInt32

  /// The name in a cast (`int8`, `text[]`), or `nil` where the server shall find the type out.
  public let name: String?

  /// The number of the type of arrays of this one, 0 if not known.
  let arrayOID: UInt32

  init(_ oid: UInt32, _ name: String?, array: UInt32 = 0) {
    self.oid = oid
    self.name = name
    self.arrayOID = array
  }

  /// The array of this type; of an array, PostgreSQL's arrays being of any dimension, the same type.
  public var array: SQLType {
    guard arrayOID != 0, let name else { return self }
    return SQLType(arrayOID, name + "[]")
  }

  /// Left to the server to infer from the place in the statement, as for an untyped literal.
  public static let unknown = SQLType(0, nil)
  /// PostgreSQL's `boolean`.
  public static let bool = SQLType(16, "bool", array: 1000)
  /// PostgreSQL's `smallint`.
  public static let int2 = SQLType(21, "int2", array: 1005)
  /// PostgreSQL's `integer`.
  public static let int4 = SQLType(23, "int4", array: 1007)
  /// PostgreSQL's `bigint`.
  public static let int8 = SQLType(20, "int8", array: 1016)
  /// PostgreSQL's `real`.
  public static let float4 = SQLType(700, "float4", array: 1021)
  /// PostgreSQL's `double precision`.
  public static let float8 = SQLType(701, "float8", array: 1022)
  /// PostgreSQL's `numeric`.
  public static let numeric = SQLType(1700, "numeric", array: 1231)
  /// PostgreSQL's `text`.
  public static let text = SQLType(25, "text", array: 1009)
  /// PostgreSQL's `bytea`.
  public static let bytea = SQLType(17, "bytea", array: 1001)
  /// PostgreSQL's `date`.
  public static let date = SQLType(1082, "date", array: 1182)
  /// PostgreSQL's `time without time zone`.
  public static let time = SQLType(1083, "time", array: 1183)
  /// PostgreSQL's `timestamp without time zone`.
  public static let timestamp = SQLType(1114, "timestamp", array: 1115)
  /// PostgreSQL's `timestamp with time zone`.
  public static let timestamptz = SQLType(1184, "timestamptz", array: 1185)
  /// PostgreSQL's `interval`.
  public static let interval = SQLType(1186, "interval", array: 1187)
  /// PostgreSQL's `uuid`.
  public static let uuid = SQLType(2950, "uuid", array: 2951)
  /// PostgreSQL's `json`.
  public static let json = SQLType(114, "json", array: 199)
  /// PostgreSQL's `jsonb`.
  public static let jsonb = SQLType(3802, "jsonb", array: 3807)
  /// PostgreSQL's `text[]`.
  public static let textArray = text.array
  /// PostgreSQL's `bigint[]`.
  public static let int8Array = int8.array
}
