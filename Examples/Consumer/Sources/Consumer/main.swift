import AssayConstraints

let reply = "Boil water, add leaves, wait, and drink."
for check in [Check("words", ["min": 30]), Check("punctuation:no_comma"), Check("ends-with", ["text": "drink."])] {
    let verdict = try VerifierRegistry.standard.decide(check, on: reply)
    print(verdict.label, check.verifier, verdict.evidence.map(\.sentence))
}
