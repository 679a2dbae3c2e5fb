// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The Python program that judges a Python program inside the sandbox.
///
/// It reads a job from descriptor 4 and writes lines of JSON to descriptor 3; its own comments say why what it tells cannot
/// be forged. It needs Python 3.9 and its library, nothing else.
enum PythonDriver {
    /// The driver as a program of its own; its argument is a ``PythonRole``.
    static let source = parts.joined(separator: "\n\n") + "\n\nmain(sys.argv[1])\n"

    /// The driver inside the warm interpreter.
    static let template = (parts + [PythonTemplate.text]).joined(separator: "\n\n") + "\n\ntemplate()\n"

    private static let parts = [
        PythonHead.text, PythonWire.text, PythonValues.text, PythonCandidate.text, PythonTests.text,
        PythonExplanation.text, PythonSweep.text, PythonCases.text, PythonJudge.text,
    ]
}

/// What the driver does.
package enum PythonRole: String, Sendable {
    /// It judges by assertions and calls.
    case tests
    /// It runs the program once a case.
    case cases
}
