// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A check with what decides it, made once for all records that carry the same check.
public final class PreparedCheck: Sendable {
    /// The check.
    public let check: Check
    /// Its definition, where the id is known.
    public let definition: VerifierDefinition?
    /// The catalog's properties that the protocol needs.
    public let hasLooseProtocol: Bool
    /// Whether a blank response fails before the rule is asked.
    public let failsBlank: Bool
    /// Whether a failed check may have a score above 0.
    public let hasPartialCredit: Bool
    /// The rule, or why there is none.
    public let rule: Result<any Rule, CheckError>
    /// What decides the check where no rule does.
    public let verifier: (any Verifier)?

    init(_ check: Check, registry: VerifierRegistry, context: Context) {
        self.check = check
        do throws(CheckError) {
            let definition = try registry.definition(of: check.verifier, catalog: check.catalog)
            let catalog = registry.catalog(definition.catalog)
            self.definition = definition
            hasLooseProtocol = catalog?.hasLooseProtocol ?? false
            failsBlank = catalog?.failsBlank ?? true
            hasPartialCredit = catalog?.hasPartialCredit ?? true
            (rule, verifier) = PreparedCheck.make(definition, check, context)
        } catch {
            definition = nil
            hasLooseProtocol = false
            failsBlank = true
            hasPartialCredit = true
            rule = .failure(error)
            verifier = nil
        }
    }

    /// A check that cannot even be read: its error stands in the place of a verdict, and the record's others are decided.
    init(_ check: Check, failure: CheckError) {
        self.check = check
        definition = nil
        hasLooseProtocol = false
        failsBlank = true
        hasPartialCredit = true
        rule = .failure(failure)
        verifier = nil
    }

    private static func make(
        _ definition: VerifierDefinition, _ check: Check, _ context: Context
    ) -> (rule: Result<any Rule, CheckError>, verifier: (any Verifier)?) {
        do throws(CheckError) {
            let arguments = try Arguments(context.arguments(of: check), parameters: definition.parameters)
            let verifier = try definition.makeVerifier?(arguments, context)
            do throws(CheckError) {
                return (.success(try definition.make(arguments, context)), verifier)
            } catch {
                // Where a verifier decides, this says that no rule does.
                return (.failure(error), verifier)
            }
        } catch {
            return (.failure(error), nil)
        }
    }

    /// Why the check cannot be decided at all; nil where a rule or a verifier decides it.
    public var failure: CheckError? {
        if case .failure(let error) = rule, verifier == nil { return error }
        return nil
    }
}

/// Makes rules and keeps them: a check that stands in many records, byte for byte, is read and compiled once.
///
/// A compiler belongs to one task at a time. What it keeps is bounded.
public final class CheckCompiler {
    /// Everything is forgotten when the keys together grow past this many bytes.
    static let capacity = 16 << 20

    /// The verifiers.
    public let registry: VerifierRegistry
    /// What rules may depend on.
    public let context: Context
    private var kept: [[UInt8]: PreparedCheck] = [:]
    private var keptBytes = 0

    /// Creates a compiler.
    public init(registry: VerifierRegistry, context: Context) {
        self.registry = registry
        self.context = context
    }

    /// The prepared check for a JSON text that says the same of every check with these bytes.
    ///
    /// - Parameters:
    ///   - key: the bytes that tell this check from others; a `catalog` and an id belong into them.
    ///   - check: reads the check where it is new.
    /// - Returns: the check with its rule, or with the error that kept the rule from being made.
    /// - Throws: what `check` throws.
    public func prepare(
        _ key: [UInt8], _ check: () throws(CheckError) -> Check
    ) throws(CheckError) -> PreparedCheck {
        if let prepared = kept[key] { return prepared }
        return keep(PreparedCheck(try check(), registry: registry, context: context), key)
    }

    /// The same where a check that cannot be read must not keep its record's others from being decided: its error becomes
    /// the outcome of this check.
    ///
    /// - Parameters:
    ///   - key: the bytes that tell this check from others.
    ///   - name: stands for the check's id where the check cannot be read.
    ///   - check: reads the check where it is new.
    /// - Returns: the check with its rule, or with the error that prevents one.
    public func prepare(
        _ key: [UInt8], orFailAs name: VerifierID, _ check: () throws(CheckError) -> Check
    ) -> PreparedCheck {
        do throws(CheckError) {
            return try prepare(key, check)
        } catch {
            return keep(PreparedCheck(Check(name), failure: error), key)
        }
    }

    private func keep(_ prepared: PreparedCheck, _ key: [UInt8]) -> PreparedCheck {
        keptBytes += key.count + 200
        if keptBytes > CheckCompiler.capacity {
            kept.removeAll()
            keptBytes = key.count
        }
        kept[key] = prepared
        return prepared
    }

    /// The prepared form of one check.
    public func prepare(_ check: Check) -> PreparedCheck {
        PreparedCheck(check, registry: registry, context: context)
    }
}
