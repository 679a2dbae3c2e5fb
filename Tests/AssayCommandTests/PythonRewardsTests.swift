// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The Python package: reward functions as trainers call them, over a process that stays.
///
/// `integrations/python/test_rewards.py` holds its tests; they run here where there is a python3 of 3.8 or later.
@Suite(.enabled(if: Python.isThere, "python3 (3.8 or later) is not there"))
struct PythonRewardsTests {
    private static let integration = Tool.root.appendingPathComponent("integrations/python")

    @Test(.enabled(if: AnswerEngine.isThere, "the engine is not there yet")) func ownTestsPass() throws {
        let (status, said) = try Python.run(
            ["test_rewards.py"], environment: ["ASSAY_BINARY": Tool.path.path, "ASSAY_NLTK_DATA": "/nonexistent"],
            folder: Self.integration)
        #expect(status == 0, "\(said)")
        #expect(said.contains("\nOK"), "\(said)")
    }

    /// What pip unpacks works without a word on where the binary is.
    @Test(.enabled(if: Python.canPack, "readelf is not there"))
    func wheelHoldsThePackageAndItsBinary() throws {
        try Tool.withFolder { folder in
            let stage = folder.appendingPathComponent("stage")
            let files = FileManager.default
            try files.createDirectory(at: stage.appendingPathComponent("bin"), withIntermediateDirectories: true)
            try files.createDirectory(at: stage.appendingPathComponent("share"), withIntermediateDirectories: true)
            try files.createSymbolicLink(at: stage.appendingPathComponent("bin/assay"), withDestinationURL: Tool.path)
            for name in ["LICENSE", "NOTICE"] {
                try files.copyItem(
                    at: Tool.root.appendingPathComponent(name), to: stage.appendingPathComponent(name))
            }
            let wheel = Tool.root.appendingPathComponent("scripts/wheel.py").path
            let packed = try Python.run(
                [wheel, "--stage", stage.path, "--version", "0.0.1", "--out", folder.path], folder: folder)
            try #require(packed.status == 0, "\(packed.said)")
            // As pip lays it out: the package beside the folder of scripts.
            let unpack = """
                import glob, os, zipfile
                zipfile.ZipFile(glob.glob("*.whl")[0]).extractall("site")
                os.rename("site/assay_cli-0.0.1.data/scripts", "site/bin")
                os.chmod("site/bin/assay", 0o755)
                """
            try #require(Python.run(["-c", unpack], folder: folder).status == 0)
            let program = """
                from assay_rewards import Assay
                with Assay() as assay:
                    print(assay.verify([{"response": "a b", "checks": [{"verifier": "words", "min": 2}]}])[0]["label"])
                """
            let used = try Python.run(
                ["-c", program],
                environment: ["PYTHONPATH": folder.appendingPathComponent("site").path, "ASSAY_BINARY": ""],
                folder: folder)
            #expect(used.status == 0)
            #expect(used.said == "pass\n", "\(used.said)")
        }
    }
}
