// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import Testing

struct JSONWriterTests {
    @Test(arguments: [
        (0.0, "0"), (1.0, "1"), (0.1, "0.1"), (2.0 / 3.0, "0.666666666667"), (-1.5, "-1.5"), (1e300, "1e+300"),
        (123456789.125, "123456789.125"), (.nan, "null"), (.infinity, "null"),
    ])
    func doublesHaveTwelveDigits(value: Double, text: String) {
        #expect(JSONWriter.text(value) == text)
    }

    @Test func structure() {
        var writer = JSONWriter()
        writer.object { writer in
            writer.key("a/b")
            writer.array { writer in
                writer.integer(1)
                writer.string("x\"\\\n\u{1}\u{7F}é")
                writer.null()
                writer.bool(true)
                writer.array { _ in }
            }
            writer.key("c")
            writer.raw("{}".utf8)
        }
        writer.newline()
        #expect(
            String(decoding: writer.bytes, as: UTF8.self)
                == "{\"a/b\":[1,\"x\\\"\\\\\\n\\u0001\\u007fé\",null,true,[]],\"c\":{}}\n")
    }
}
