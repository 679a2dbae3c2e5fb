// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import Testing

@Suite struct TimeAndDateTests {
    static let times = KindCase.table(
        #"""
        3:15 p.m. | 15:15 | =
        3:15 p.m. | 3:15 PM | =
        3:15 p.m. | 3:15pm | =
        3:15 p.m. | 3:15 P.M. | =
        3:15 p.m. | 3.15 pm | =
        3:15 p.m. | 3:15 AM | !
        3:15 p.m. | 3:15 a.m. | !
        3:15 p.m. | 03:15 | !
        3:15 p.m. | 3:15 | ?
        3:15 p.m. | 3:16 | !
        3:15 p.m. | 3:15:00 PM | =
        3:15 p.m. | 15h15 | =
        3:15 p.m. | The time is 3:15 p.m. | =
        3:15 p.m. | The answer is 15:15. | =
        3:15 p.m. | 3:15 in the afternoon | =
        3:15 p.m. | 3:15 in the morning | !
        3:15 p.m. | quarter past three | ?
        3:15 p.m. | 1515 hours | =
        3:15 p.m. | 3 hours 15 minutes | -
        3:15 p.m. | 15 | -
        10:22 \text{ p.m.} | 22:22 | =
        10:56 \text{ p.m.} | 10:56 AM | !
        9:45 \text{ p.m.} | 9:45 PM | =
        9:45\text{ a.m.} | 9:45 a.m. | =
        9:45\text{ a.m.} | 09:45 | =
        4:30p.. | 4:30 \text{ p.m.} | =
        4:30p.. | 5:30 \text{ p.m.} | !
        12:00 | 1:00 | !
        12:00 | 12:00 | =
        12:00 | noon | =
        12:00 p.m. | noon | =
        12:00 a.m. | midnight | =
        noon | 12:00 | ?
        noon | 12 p.m. | =
        midnight | 00:00 | =
        midnight | 24:00 | =
        midnight | 12 a.m. | =
        midnight | 12 midnight | =
        noon | midnight | !
        12:30 a.m. | 00:30 | =
        12:30 a.m. | 0:30 | =
        12:30 p.m. | 12:30 a.m. | !
        7 a.m. | 7:00 AM | =
        7 a.m. | 7 o'clock | ?
        7 a.m. | 07:00 | =
        7:05 | 7:05 AM | =
        7:05 | 19:05 | =
        7:05 | 7:06 | !
        half past three | 3:30 | =
        quarter to four | 3:45 | =
        3:15 pm EST | 3:15 pm | =
        3:15 pm EST | 3:15 pm PST | ?
        9 p.m. | 9 in the evening | =
        9 p.m. | 9 at night | =
        2 a.m. | 2 at night | =
        5:13 | 10:26 | -
        5:13 | 13:5 | -
        8:15 | 16:30 | -
        3:4 | 6:8 | x
        3:75 | 3:75 | x
        25:00 | 1:00 | x
        5 | 5 | x
        2 hours | 2 hours | x
        3.15 | 3:15 | x
        x:y | x:y | x
        Monday | Monday | x
        """#)

    static let dates = KindCase.table(
        #"""
        June 20, 2024 | 2024-06-20 | =
        June 20, 2024 | 20 June 2024 | =
        June 20, 2024 | June 20th, 2024 | =
        June 20, 2024 | the 20th of June, 2024 | =
        June 20, 2024 | 20 June, 2024 | =
        June 20, 2024 | Jun 20, 2024 | =
        June 20, 2024 | Jun. 20, 2024 | =
        June 20, 2024 | June 20,2024 | =
        June 20, 2024 | 6/20/2024 | =
        June 20, 2024 | 20/06/2024 | =
        June 20, 2024 | 20.06.2024 | =
        June 20, 2024 | 20.6.2024 | =
        June 20, 2024 | 6/20/24 | =
        June 20, 2024 | 2024/06/20 | =
        June 20, 2024 | 2024年6月20日 | =
        June 20, 2024 | Thursday, June 20, 2024 | =
        June 20, 2024 | \text{June 20, 2024} | =
        June 20, 2024 | The answer is June 20, 2024. | =
        June 20, 2024 | 2024-06-21 | !
        June 20, 2024 | 2023-06-20 | !
        June 20, 2024 | July 20, 2024 | !
        June 20, 2024 | June 20 | ?
        June 20, 2024 | June 21 | !
        June 20, 2024 | Tuesday | -
        June 20, 2024 | 2024 | -
        June 20 | 20 June | =
        June 20 | June 20th | =
        June 20 | the twentieth of June | =
        June 20 | June 20, 2024 | =
        June 20 | June 21 | !
        June 20 | 20 July | !
        June 20 | equilateral | -
        \text{June 20} | 20 June | =
        March 4, 2024 | 3/4/2024 | ?
        March 4, 2024 | 4/3/2024 | ?
        March 4, 2024 | 5/6/2024 | !
        3/4/2024 | 3/4/2024 | =
        3/4/2024 | 03/04/2024 | =
        3/4/2024 | 4/3/2024 | ?
        4/4/2024 | April 4, 2024 | =
        20/6/2024 | 6/20/2024 | =
        2024-06-20 | June 20, 2024 | =
        May 2020 | 2020 May | =
        May 2020 | June 2020 | !
        May 5 | May 5 | =
        1 January 2000 | January 1st, 2000 | =
        20 juin 2024 | June 20, 2024 | =
        20 de junio de 2024 | June 20, 2024 | =
        Thursday, June 20 | Friday, June 20 | !
        February 29, 2023 | February 29, 2023 | x
        June 31 | June 31 | x
        May | May | x
        Sunday | Sunday | x
        2024 | 2024 | x
        3/4 | 3/4 | x
        3-4-5 | 3-4-5 | x
        1.5 | 1.5 | x
        March Hare | March Hare | x
        """#)

    @Test(arguments: times) func time(_ row: KindCase) { #expect(row.found(TimeKind.self) == row.verdict, "\(row)") }

    @Test(arguments: dates) func date(_ row: KindCase) { #expect(row.found(DateKind.self) == row.verdict, "\(row)") }

    @Test func questionAsksForTime() {
        let row = KindCase(gold: "8:15", answer: "16:30", verdict: "!")
        #expect(row.found(TimeKind.self, question: "At what time does the train leave?") == "!")
        #expect(row.found(TimeKind.self, question: "What is the ratio of boys to girls?") == "-")
    }
}
