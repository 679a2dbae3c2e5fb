// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Appends HTML to a byte buffer.
///
/// Elements are closures, so that they are always closed; text and attribute values are
/// always escaped, so that nothing from outside becomes markup.
struct HTMLWriter {
    /// What has been written.
    private(set) var bytes: [UInt8] = []

    /// Writes an element whose content `body` writes.
    mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ body: (inout HTMLWriter) -> Void
    ) {
        tag(name, attributes)
        body(&self)
        raw("</\(name)>")
    }

    /// Writes an element that holds text.
    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String) {
        element(name, attributes) { $0.text(text) }
    }

    /// Writes an element that has no content and no end tag.
    mutating func void(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) { tag(name, attributes) }

    /// Writes text.
    mutating func text(_ text: String) { bytes.append(contentsOf: Inert.html(text).utf8) }

    /// Writes markup of our own, never anything from outside.
    mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

    /// Writes JSON into a script element that holds data: with `<` escaped it can neither end the element nor open a
    /// comment in it.
    mutating func data(id: String, _ json: [UInt8]) {
        tag("script", ["type": "application/json", "id": id])
        bytes.reserveCapacity(bytes.count + json.count + json.count / 8)
        for byte in json {
            if byte == UInt8(ascii: "<") { raw("\\u003c") } else { bytes.append(byte) }
        }
        raw("</script>\n")
    }

    private mutating func tag(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        raw("<\(name)")
        for (key, value) in attributes { raw(" \(key)=\"\(Inert.html(value))\"") }
        raw(">")
    }
}
