// Part of Assay. SPDX-License-Identifier: Apache-2.0

// Who decides checks needs the words that they are said in: `Check`, `Verdict`, `Text`. One import brings them all.
@_exported public import AssayCore
@_exported public import AssayText
