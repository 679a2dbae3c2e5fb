// Part of Assay. SPDX-License-Identifier: Apache-2.0
public struct PerceptronTagger: Sendable { init(folder: String) throws {} }
