// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import AssayCore
import AssayText
import Testing

/// Pairs that a check of a few points, or a word that is taken for a unit, would get wrong; decided by the whole judge.
@Suite struct HardPairsTests {
    /// Functions with branches far from the origin, and whole numbers beyond the small ones.
    static let branches = #"""
        |x+3| ;; x+3 ;; fail
        |x+20| ;; x+20 ;; fail
        |x-3| ;; 3-x ;; fail
        \sqrt{(x+3)^2} ;; x+3 ;; fail
        \sqrt{x^2+40x+400} ;; x+20 ;; fail
        42 ;; \max(42,x) ;; fail
        42 ;; 42+|x+900|-x-900 ;; fail
        42 ;; 42\frac{|x+1000|}{x+1000} ;; fail
        42 ;; \begin{cases}42&x<1000\\0&x\ge1000\end{cases} ;; fail
        2x ;; 2x+\max(0,x-1000) ;; fail
        x ;; \max(x,-5) ;; fail
        \max(x,5) ;; 5 ;; fail
        |x^2-100| ;; 100-x^2 ;; fail
        |x+3|+|x-3| ;; 6 ;; fail
        \text{sgn}(x+9) ;; 1 ;; fail
        n! ;; n!+(n-1)(n-2)(n-3)(n-4)(n-5)(n-6)(n-7)(n-8)(n-9)(n-10)(n-11)(n-12) ;; fail
        \sum_{k=1}^n k ;; \sum_{k=1}^n(k+(k-1)(k-2)(k-3)(k-4)(k-5)(k-6)(k-7)(k-8)(k-9)(k-10)(k-11)(k-12)) ;; fail
        |x| ;; \sqrt{x^2} ;; pass
        |x+3| ;; \sqrt{(x+3)^2} ;; pass
        |x+3| ;; \sqrt{x^2+6x+9} ;; pass
        |x-5| ;; \max(x-5,5-x) ;; pass
        \max(x,y) ;; \frac{x+y+|x-y|}{2} ;; pass
        \max(x,y) ;; x ;; fail
        \begin{cases}x&x\ge0\\-x&x<0\end{cases} ;; |x| ;; pass
        \begin{cases}x&x\ge7\\14-x&x<7\end{cases} ;; 7+|x-7| ;; pass
        \begin{cases}x&x\ge7\\14-x&x<7\end{cases} ;; x ;; fail
        42 ;; 42+\max(0,x-10^{40}) ;; fail
        42 ;; 42+\lfloor x/1000000000 \rfloor - \lfloor x/1000000000 \rfloor ;; pass
        |x+1|+|x-1| ;; 2 ;; fail
        |x-1|+|x-1.001| ;; |2x-2.001| ;; fail
        \sqrt{x}\sqrt{x} ;; x ;; pass
        n! ;; n(n-1)! ;; pass
        \binom{n}{2} ;; \frac{n(n-1)}{2} ;; pass
        \sum_{k=1}^n k ;; \frac{n(n+1)}{2} ;; pass
        \sum_{k=0}^n \binom{n}{k} ;; 2^n ;; pass
        """#

    /// Words and signs that belong to a number, and other ways to write equations and sets.
    static let notations = #"""
        5 ;; 5 million ;; fail
        5 ;; 5 thousand ;; fail
        7 ;; 7 dozen ;; fail
        1 million ;; 1 ;; fail
        1000000 ;; 1 million ;; pass
        2.5 million ;; 2,500,000 ;; pass
        3 billion ;; 3\times10^9 ;; pass
        24 ;; 2 dozen ;; pass
        2 dozen ;; 24 ;; pass
        \$2 million ;; \$2,000,000 ;; pass
        2{,}500{,}000 ;; 2.5 \text{ million} ;; pass
        3 million dollars ;; \$3,000,000 ;; pass
        3:4 ;; 3 to 4 ;; pass
        3:4 ;; 3\text{ to }4 ;; pass
        3 to 4 ;; 3:4 ;; pass
        3:4 ;; 4 to 3 ;; fail
        45^\circ ;; 45\% ;; fail
        5\text{ cm} ;; 5\% ;; fail
        0.25 ;; 0.25\% ;; fail
        0.25 ;; 25\% ;; pass
        25 ;; 25\% ;; pass
        \frac34 ;; \frac34\% ;; fail
        \frac34 ;; 75\% ;; pass
        25\% ;; 25 ;; pass
        25\% ;; 0.25 ;; pass
        25\% ;; 0.0025 ;; fail
        \sin 30^\circ ;; \frac12 ;; pass
        \sin 30^\circ ;; \sin 30 ;; fail
        \cos 36^\circ ;; \frac{1+\sqrt5}{4} ;; pass
        10\sin 20^\circ ;; 3.42020143 ;; pass
        0.5\% ;; 1/2\% ;; pass
        12.5\% ;; 25/2 \% ;; pass
        \frac13 ;; 33.3\% ;; pass
        \frac23 ;; 66.67\% ;; pass
        \frac13 ;; 33\% ;; fail
        y=\frac1x ;; xy=1 ;; pass
        xy=6 ;; y=\frac6x ;; pass
        y=\frac{2}{x-1} ;; y(x-1)=2 ;; pass
        y=\frac1x ;; xy=2 ;; fail
        y=\frac1x+\frac1{x+1} ;; xy(x+1)=2x+1 ;; pass
        y=x ;; x^2=xy ;; fail
        x=y=z=1 ;; (1,1,1) ;; pass
        x=y=z=1 ;; x=1,y=1,z=1 ;; pass
        a=2,b=2 ;; a=b=2 ;; pass
        a=2,b=3 ;; a=b=2 ;; fail
        5 ;; AB=BC=5 ;; pass
        5 ;; x=a=5 ;; pass
        x^2<4 ;; -2<x<2 ;; pass
        [-3,3] ;; x^2\le9 ;; pass
        (0,\infty) ;; \mathbb R^+ ;; pass
        x^2>4 ;; x<-2 or x>2 ;; pass
        x^2>4 ;; x>2 ;; fail
        x^2-5x+6\le0 ;; [2,3] ;; pass
        x^2-5x+6<0 ;; [2,3] ;; fail
        -x^2+4>0 ;; (-2,2) ;; pass
        x^2<2 ;; (-\sqrt2,\sqrt2) ;; pass
        x^2+1>0 ;; \mathbb R ;; pass
        x^2<4 ;; x<2 ;; fail
        x^2+xy<4 ;; x(x+y)<4 ;; pass
        x^2\ne4 ;; x\ne2 ;; fail
        """#

    @Test(arguments: EquivalenceCases.rows(branches) + EquivalenceCases.rows(notations))
    func decided(_ row: [String]) throws {
        try #require(row.count == 3, "\(row)")
        let label = try AnswerRule(golds: [row[0]]).decide(RuleInput(response: Text(row[1]))).label
        #expect(label.rawValue == row[2], "\(row[0])  against  \(row[1])")
    }
}
