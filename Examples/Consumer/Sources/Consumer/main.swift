import AssayConstraints

// LEAD: make this real (at most eight lines; the README's first Swift block is the same text, and a test compares them):
// let rule = try Constraints.rule("length_constraints:number_words", ["relation": "at least", "num_words": 5])
// let verdict = rule.decide("Green tea, two minutes, done.")
// print(verdict.label, verdict.evidence)
print("AssayConstraints is linked.")
