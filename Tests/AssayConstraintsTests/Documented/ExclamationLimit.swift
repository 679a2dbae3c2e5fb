import AssayConstraints

struct ExclamationLimit: Rule {
    let limit: Int

    func decide(_ input: borrowing RuleInput) -> Verdict {
        let count = input.response.bytes.count(where: { $0 == UInt8(ascii: "!") })
        return input.verdict(count <= limit) { [.count("exclamation marks", count, required: "at most \(limit)")] }
    }

    static let definition = VerifierDefinition(
        "exclamation-limit", "at most so many exclamation marks", [.required("limit", .count)]
    ) { arguments, _ throws(CheckError) in ExclamationLimit(limit: try arguments.integer("limit")) }
}
