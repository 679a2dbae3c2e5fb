// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import AssayCore
import Testing

@Suite struct CurrencyKindTests {
    @Test(arguments: QuantityCase.table(table))
    func pair(_ pair: QuantityCase) {
        let kind = CurrencyKind(gold: pair.gold, context: pair.context)
        let comparison = kind?.compare(pair.answer, context: pair.context)
        #expect(QuantityCase.name(comparison) == pair.verdict, "\(comparison.map { "\($0)" } ?? "no comparison")")
    }

    static let table = """
        # Signs and words
        \\$1,000.99 | 1000.99 dollars | pass
        \\$1,000.99 | 1000.99 | pass
        \\$1,000.99 | \\$1000.99 | pass
        \\$1,000.99 | $1,000.99 | pass
        \\$1,000.99 | 1000.99 USD | pass
        \\$1,000.99 | USD 1000.99 | pass
        \\$1,000.99 | US$1000.99 | pass
        \\$1,000.99 | 1000.99\\text{ dollars} | pass
        \\$1,000.99 | 1000.98 | fail
        \\$1,000.99 | \\$1000.98 | fail
        €5 | \\$5 | fail
        €5 | $5 | fail
        €5 | 5 | pass
        €5 | 5€ | pass
        €5 | 5 euros | pass
        €5 | EUR 5 | pass
        €5 | 5 dollars | fail
        £5 | 5 pounds | pass
        £5 | \\pounds 5 | pass
        £5 | £5.00 | pass
        ¥500 | 500 yen | pass
        ¥500 | 500 yuan | pass
        ₹500 | Rs. 500 | pass
        ₹500 | 500 rupees | pass
        \\$5 | C$5 | pass
        US\\$5 | C\\$5 | fail
        5 dollars | \\$5 | pass
        5 dollars | 5 | pass
        5 dollars | 5 euros | fail
        5 dollars | €5 | fail
        -\\$5 | \\$-5 | pass
        -\\$5 | -5 | pass
        -\\$5 | \\$5 | fail
        # Cents
        50 cents | \\$0.50 | pass
        \\$0.50 | 50 cents | pass
        \\$0.50 | 50¢ | pass
        50 cents | 50 | pass
        50 cents | 51 cents | fail
        50 cents | \\$50 | fail
        \\$0.50 | 50 | fail
        \\$5.25 | 5 dollars and 25 cents | pass
        \\$5.25 | 525 cents | pass
        £2.50 | 250 pence | pass
        £2.50 | 2 pounds and 50 pence | pass
        50 | \\$0.50 | pass | How many cents does it cost?
        # Multiples
        \\$3.5 million | 3500000 | pass
        \\$3.5 million | \\$3,500,000 | pass
        \\$3.5 million | 3.5 million dollars | pass
        \\$3.5 million | \\$3.5M | pass
        \\$3.5 million | 3.5 | fail
        \\$3.5 million | 3.5 | pass | What is the profit, in millions of dollars?
        \\$3500 | \\$3.5 thousand | pass
        \\$3500 | \\$3.5k | pass
        \\$3500 | \\$3.6k | fail
        \\$2 billion | \\$2000 million | pass
        # Exactness
        \\$51.98 | \\$51.97 | fail
        \\$1000000.00 | \\$1000000.01 | fail
        \\$51.98 | \\$51.976 | pass
        \\$51.98 | \\$51.974 | fail
        \\$5 | \\$5.00 | pass
        \\$5 | \\$5.001 | fail
        \\$5 | \\$4.999 | fail
        \\$0.67 | \\$\\frac{2}{3} | pass
        \\$100.00 | \\$100.50 | fail
        \\$100.00 | \\$100.50 | pass | rel=1e-2
        \\$\\frac{1}{2} | \\$0.50 | pass
        # Rates
        \\$20 per hour | \\$20/hour | pass
        \\$20 per hour | \\$20 | pass
        \\$20/hour | 20 dollars per hour | pass
        \\$20/hour | 20 dollars an hour | pass
        \\$20/h | \\$480 per day | pass
        \\$20/h | \\$20 per day | fail
        \\$20/h | \\$20 per kg | fail
        12 cents/kWh | \\$0.12 per kWh | pass
        \\$3 per ticket | \\$3 | pass
        # Others
        1000.99 | 1,000.99€ | pass
        1000.99 | \\$1000.98 | fail
        1000.99 | 1000.99 | none
        \\$5 | 5 kg | fail
        \\$5 | blue | none
        5 kg | \\$5 | none
        5 pounds | 5 | none
        5 pounds | 5 | pass | What is the price in £?
        \\$5 | 5 | fail | unit_required
        \\$5 | 5 dollars | pass | unit_required
        x | \\$5 | none
        B | B | none
        """
}
