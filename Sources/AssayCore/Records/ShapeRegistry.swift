// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The shapes that are known, in the order in which a record is tried against them.
public struct ShapeRegistry: Sendable {
    /// The shapes.
    public let shapes: [any RecordShape]

    /// Creates a registry.
    public init(_ shapes: [any RecordShape]) { self.shapes = shapes }

    /// This registry with more shapes behind its own.
    public func merging(_ more: [any RecordShape]) -> ShapeRegistry { ShapeRegistry(shapes + more) }

    /// The shape of that name.
    ///
    /// - Throws: ``CheckError`` that names the nearest one.
    public func shape(named name: String) throws(CheckError) -> any RecordShape {
        if let shape = shapes.first(where: { $0.name == name }) { return shape }
        let near = NearestName.find(name, in: shapes.map(\.name))
        throw CheckError(
            .record,
            "there is no shape \"\(name)\"; "
                + (near.map { "\"\($0)\" is the nearest; " } ?? "")
                + "known: \(shapes.map(\.name).joined(separator: ", "))")
    }

    /// The first shape that recognises a record; nil where none does.
    public func recognise(_ root: JSONNode) -> (any RecordShape)? { shapes.first { $0.recognises(root) } }

    /// The shape that was forced, else the first that recognises a record.
    ///
    /// - Throws: ``CheckError`` where none does, which says what can be done.
    package func shape(of root: JSONNode, forced: (any RecordShape)?) throws(CheckError) -> any RecordShape {
        guard let shape = forced ?? recognise(root) else { throw RecordReader.unrecognised(root, self) }
        return shape
    }
}
