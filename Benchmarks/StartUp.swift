/// How long a command takes before it does anything, beside psql asking the same.
func startUp(_ yard: Yard, _ tell: Tell) throws {
  let runs = 31
  try yard.clone("luban", as: "small")
  try yard.script("ground", in: "small", ["people": "1000"])
  tell(
    try Comparison(
      "`luban version` / `psql --version`", runs: runs, goal: 1.0,
      own: Trial(words: [yard.luban, "version"]),
      floor: Trial(words: [yard.psql, "--version"])))
  tell(
    try Comparison(
      "`luban cohort list` / the same query in psql, 1,000 cohorts", runs: runs, goal: 1.0,
      own: yard.luban("cohort", "list", "--format", "csv", on: "small"),
      floor: yard.psql("-f", Yard.path("cohort_list_floor"), on: "small")))
}
