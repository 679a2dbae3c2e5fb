// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import Testing

@Suite struct BooleanKindTests {
    static let table = KindCase.table(
        #"""
        Yes | yes | =
        Yes | No | !
        Yes | YES! | =
        Yes | True | =
        Yes | correct | =
        Yes | It holds. | =
        Yes | It does not hold. | !
        Yes | \text{Yes} | =
        Yes | **Yes** | =
        Yes | \boxed{Yes} | =
        Yes | "Yes" | =
        Yes | Yes, it converges. | =
        Yes | Yes, because it is continuous. | =
        Yes | No, it diverges. | !
        Yes | The answer is yes. | =
        Yes | The answer is no. | !
        Yes | The answer: yes | =
        Yes | So yes | =
        Yes | Yeah | =
        Yes | No doubt, yes | =
        Yes | That is not false | =
        Yes | It is not true | !
        Yes | It's true that it holds. | =
        Yes | Yes or no | !
        Yes | yes/no | !
        Yes | yes and no | !
        Yes | It converges. | ?
        Yes | Tuesday | -
        Yes | 5 | -
        Yes | ja | =
        Yes | oui | =
        Yes | sí | =
        Yes | да | =
        Yes | 是 | =
        Yes | 正确 | =
        Yes | はい | =
        Yes | 예 | =
        Yes | nein | !
        Yes | 不是 | !
        yes | It is not the case; the answer is no. | !
        No | It is not possible, so no | =
        No | It is not possible, so no. | =
        No | Yes, because… | !
        No | Yes, because it is continuous. | !
        No | No, it is true that it converges. | =
        No | No solution exists. | =
        No | There are no roots, so yes. | !
        No | There are no roots. | ?
        No | \text{No} | =
        No | non | =
        No | нет | =
        No | The answer is "no". | =
        No | It is false. | =
        No | It might seem true, but it is false. | =
        No | Yes. Wait, no. | =
        True | true | =
        True | True. | =
        True | The statement is true. | =
        True | The statement is false. | !
        True | The statement is not true. | !
        True | The statement isn't correct. | !
        True | The statement is correct. | =
        True | This statement is incorrect. | !
        True | The claim never holds. | !
        True | It is not false. | =
        True | True or False | !
        True | True/False | !
        True | false | !
        True | Therefore, the statement is true | =
        True | \mathrm{True} | =
        True | The answer is True. | =
        True | The correct answer is False. | !
        True | T | =
        True | F | !
        True | wahr | =
        True | vrai | =
        True | 假 | !
        False | The statement is true. | !
        False | The statement is false. | =
        False | Not true | =
        False | I cannot say whether it is true | ?
        True | It is sometimes true | ?
        True | True only for x > 0 | ?
        True | It is neither true nor false | ?
        True | The answer is true, only because x > 0. | =
        True | The statement is not necessarily true | !
        False | not correct | =
        False | untrue | =
        False | It does not hold | =
        False | Wrong | =
        False | The assertion is incorrect | =
        The statement is true. | True | =
        The statement is false. | True | !
        No, it is not. | no | =
        Yes, always | yes | =
        Correct | true | =
        Incorrect | false | =
        right | true | x
        No solution | no | x
        Paris | yes | x
        True for x>0 | true | x
        5 | yes | x
        T | true | x
        not sure | no | x
        """#)

    @Test(arguments: table) func row(_ row: KindCase) {
        #expect(row.found(BooleanKind.self) == row.verdict, "\(row)")
    }

    @Test func typedLetters() {
        var options = AnswerOptions()
        options.type = "boolean"
        let row = KindCase(gold: "T", answer: "The statement is true.", verdict: "=")
        #expect(row.found(BooleanKind.self, options: options) == "=")
    }
}
