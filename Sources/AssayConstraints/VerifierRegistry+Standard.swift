// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

extension VerifierRegistry {
    /// Everything that is decided without a model.
    ///
    /// An id without a catalog is looked for in this order.
    public static let standard = VerifierRegistry([
        Catalog.assay,
        Catalog.ifeval,
        Catalog.ifbench,
        Catalog.iftrain,
        Catalog.mifeval,
        Catalog.muldimif,
        Catalog.codieval,
    ])
}
