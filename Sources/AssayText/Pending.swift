// Part of Assay. SPDX-License-Identifier: Apache-2.0

extension PunktModel {
    static let english = PunktModel(abbreviations: [], starters: [], collocations: [], orthography: [])
    static let french = english
}
