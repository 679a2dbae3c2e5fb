// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText
import Testing

struct SpanishTextTests {
    /// Tokens of spaCy's Spanish rule tokenizer but for punctuation.
    @Test(
        arguments: [
            ("", []), ("Hola, mundo.", ["Hola", "mundo"]), ("EE.UU. gana 3,5", ["EE.UU.", "gana", "3,5"]),
            ("¿Qué?", ["Qué"]), ("cuesta $5", ["cuesta", "$", "5"]), ("a las 12:30", ["a", "las", "12:30"]),
            ("5km", ["5", "km"]), ("uno  dos", ["uno", " ", "dos"]), ("fin.Otra", ["fin", "Otra"]),
        ] as [(String, [String])]) func words(text: String, expected: [String])
    {
        let words = Text(text).spanishWords
        #expect(words.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) } == expected)
    }

    @Test(
        arguments: [
            ("", 0), ("Hola.", 1), ("El Sr. Pérez llegó. Luego comió.", 2), ("¿Qué? ¡Ay!", 2),
            ("Nació en 50 a.C. y murió.", 1),
            ("Uno\nDos", 1),
        ]) func sentences(text: String, expected: Int)
    { #expect(Text(text).spanishSentences.count == expected) }
}
