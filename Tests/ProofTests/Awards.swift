import Proof

/// A certificate with names in three scripts.
func award(_ serial: String = "UZ-TAS-2026-00001", body: String = "UZ-TSTU", signedOn: String = "2026-07-06")
  -> Award
{
  Award(
    serial: serial, title: "Diploma of Logistics", side: "host", name: "Каримова Дилноза",
    latinName: "KARIMOVA DILNOZA", chineseName: "迪丽诺扎", program: "Logistics", programChinese: "物流管理",
    level: 5,
    hours: 64.5, workshop: "Luban Workshop in Tashkent", country: "UZ",
    bodies: [
      Award.Body(code: body, name: "Tashkent State Transport University", chineseName: "塔什干国立交通大学"),
      Award.Body(code: "CN-TJMC", name: "Tianjin Maritime College"),
    ], intake: "2024-09-01", completedOn: "2026-06-30", issuedOn: "2026-07-05", signedOn: signedOn)
}

/// A key as it is published.
func published(
  _ key: SigningKey, body: String = "UZ-TSTU", retired: String? = nil, compromised: String? = nil
) -> PublishedKey {
  PublishedKey(
    id: key.publicKey.fingerprint, body: body, name: "Tashkent State Transport University",
    publicKey: key.publicKey.base64, validFrom: "2026-01-01", retiredOn: retired, compromisedOn: compromised)
}
