// Part of Assay. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import AssayBenchmarks
import AssayConstraints
import AssayCore

/// What a shell offers for the value of an option.
extension CompletionKind {
    /// Any file, not filtered by name: records come as `.jsonl`, `.json`, `.gz`, or without an ending.
    static var records: CompletionKind { .file() }

    /// The shapes that `--as` takes.
    static var shapes: CompletionKind { .list(ShapeRegistry.complete.shapes.map(\.name)) }

    /// The layouts that `audit --as` takes.
    static var layouts: CompletionKind { .list(AuditLayouts.all.map(\.name)) }

    /// The catalogs of this build.
    static var catalogs: CompletionKind { .list(VerifierRegistry.complete.catalogs.map(\.name)) }

    /// The labels of a verdict, and `error`; behind a comma those that do not stand there yet.
    static var labels: CompletionKind {
        .custom { _, _, prefix in
            let given = prefix.split(separator: ",", omittingEmptySubsequences: false).dropLast()
            let labels = Label.allCases.map(\.rawValue) + ["error"]
            return labels.filter { !given.contains($0[...]) }.map {
                (given.map(String.init) + [$0]).joined(separator: ",")
            }
        }
    }

    /// What figures are most often compared by.
    static var fields: CompletionKind { .list(["file", "model"]) }

    /// The verifiers' ids; before anything is typed only the bare ones, as the published ids are hundreds.
    static var checks: CompletionKind {
        .custom { _, _, prefix in
            let ids = Set(VerifierRegistry.complete.definitions.map(\.id.name))
            // The script for zsh takes what follows a colon for a description.
            let isZsh = CompletionShell.requesting == .zsh
            return ids.filter { !prefix.isEmpty || !$0.contains(":") }.sorted()
                .map { isZsh ? $0.replacing(":", with: "\\:") : $0 }
        }
    }
}
