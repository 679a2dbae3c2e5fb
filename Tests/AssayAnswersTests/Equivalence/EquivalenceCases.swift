// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Pairs of gold and answer with what the comparison must find: `gold ; answer ; verdict`.
///
/// `=` equal, `!` different, `?` undecided, `-` equal or undecided but never different, `~` different or undecided but
/// never equal.
enum EquivalenceCases {
    static let numbers = #"""
        1000000 ;; 1,000,000 ;; =
        1000 ;; 1 000 ;; =
        1234567 ;; 1.234.567 ;; =
        1,22 ;; 1.22 ;; =
        12 ;; 1,2 ;; !
        004 ;; 4 ;; =
        10 ;; 1e1 ;; =
        0.4 ;; .4 ;; =
        \frac{10}{9} ;; 10/9 ;; =
        \frac12 ;; \frac24 ;; =
        \frac{1}{12} ;; 0.0833333 ;; =
        0.75 ;; 3/4 ;; =
        1/3 ;; 0.33 ;; !
        0.\overline{3} ;; 1/3 ;; =
        \frac73 ;; 2\frac13 ;; =
        -\frac73 ;; -2\frac13 ;; =
        \frac23 ;; 2\frac13 ;; !
        1 1/2 ;; 1.5 ;; =
        11/2 ;; 1 1/2 ;; !
        25\% ;; 25 ;; =
        25\% ;; \frac14 ;; =
        0.25 ;; 25\% ;; =
        0.25 ;; 25 ;; !
        25\% ;; 0.0025 ;; !
        7.41\% ;; 7.41\% ;; =
        6\times10^{23} ;; 6e23 ;; =
        6e23 ;; 60\cdot10^{22} ;; =
        3.2\times 10^5 ;; 320000 ;; =
        10^{-7} ;; 10^7 ;; !
        2.9\times10^{12} ;; 2.9*10^12 ;; =
        2\sqrt3 ;; \sqrt{12} ;; =
        \frac{1}{\sqrt3} ;; \frac{\sqrt3}{3} ;; =
        \sqrt[3]{16} ;; 2\cdot 2^{1/3} ;; =
        4 ;; 4\sqrt(2) ;; !
        2^{400}-1 ;; 2^{400}+1 ;; !
        \sqrt{2+\sqrt3} ;; \frac{\sqrt6+\sqrt2}{2} ;; =
        \sqrt2+\sqrt3 ;; \sqrt5 ;; !
        \frac{3\pi}{4} ;; 0.75\pi ;; =
        2\pi ;; 6.2832 ;; =
        2\pi ;; 6.2831 ;; =
        2\pi ;; 6.28 ;; =
        2\pi ;; 6.2830 ;; !
        e^2 ;; \exp(2) ;; =
        3+4i ;; 4i+3 ;; =
        3+4i ;; 3+4\mathrm{i} ;; =
        3+4i ;; 3+4\cdot i ;; =
        2e^{i\pi/3} ;; 1+\sqrt3 i ;; =
        1-2i ;; 1+2i ;; !
        \frac1{97!} ;; \frac1{98!} ;; !
        \binom52 ;; 10 ;; =
        3 \pmod 7 ;; 3 ;; =
        10 \pmod 7 ;; 3 ;; =
        1011_2 ;; 1011 ;; =
        1011_2 ;; 11 ;; !
        15.368 ;; 15.370 ;; !
        60.8 ;; 60.9 ;; !
        2.909 ;; 32/11 ;; =
        2.91 ;; 32/11 ;; =
        2.90 ;; 32/11 ;; !
        -40/3 ;; -13.3333 ;; =
        18 ;; 17.99 ;; !
        \pi ;; \frac{355}{113} ;; !
        45^\circ ;; 45 ;; =
        3:4 ;; 6:8 ;; =
        3:4 ;; 4:3 ;; !
        3:4 ;; \frac34 ;; =
        \cos 36^\circ ;; \frac{1+\sqrt5}{4} ;; =
        \ln 8 ;; 3\ln 2 ;; =
        3\ln 6 ;; \ln 18 ;; !
        \frac{3\pi}{5} ;; \frac{3}{5\pi} ;; !
        \log_2 8 ;; 3 ;; =
        744+640320^3 ;; e^{\pi\sqrt{163}} ;; !
        0 ;; (\sqrt{2}+\sqrt{3})^2-5-2\sqrt{6} ;; =
        0 ;; \cos(\ln(\pi+20))+1 ;; !
        0 ;; \sqrt{1000001}-\sqrt{1000000}-\frac{1}{2000} ;; !
        5^{5^{5^5}} ;; 5^{5^{5^5}} ;; =
        5^{5^{5^5}} ;; 5^{5^{5^5}}+1 ;; !
        0 ;; \frac{5^{(5^{(5^{(5^5)})} - 4)} - 5}{16} ;; !
        1-\frac{1}{\mathrm{e}} ;; 1+\frac{1}{\mathrm{e}} ;; !
        \sqrt[3]{-8} ;; -2 ;; =
        0 ;; \frac{1}{0} ;; !
        0 ;; \frac{0}{0} ;; !
        \infty ;; \infty ;; =
        \infty ;; -\infty ;; !
        1 ;; \sum_{n=1}^{10^{12}} \frac{1}{n^2} ;; ~
        1 ;; \prod_{n=1}^{10^{9}} n ;; ~
        1 ;; (10^{10})! ;; ~
        24! \times 24! ;; 24! \cdot 24! ;; =
        """#

    static let expressions = #"""
        x^2-1 ;; (x-1)(x+1) ;; =
        (x+1)^{2000} ;; (1+x)^{2000} ;; =
        (x+y+z+w)^{300} ;; (w+z+y+x)^{300} ;; =
        \frac{x^2-1}{x-1} ;; x+1 ;; =
        \frac{a}{b} ;; \frac{b}{a} ;; !
        x+2n+1 ;; x+1 ;; !
        7(x+3)(x-3) ;; 7x^2-63 ;; =
        \sin^2x ;; 1-\cos^2x ;; =
        \sec^2y ;; \tan^2y+1 ;; =
        \sin 2x ;; 2\sin x\cos x ;; =
        \sin x \cos x ;; \frac12 \sin 2x ;; =
        \sqrt{x^2} ;; x ;; !
        |x| ;; \sqrt{x^2} ;; =
        e^{2x} ;; (e^x)^2 ;; =
        e^{4x} ;; e^{x^4} ;; !
        \ln x^2 ;; 2\ln|x| ;; =
        f(x) ;; f(y) ;; !
        x^{1/3} ;; \sqrt[3]{x} ;; =
        \sqrt[3]{x} ;; x^{1/3} ;; =
        \arcsin(\sin x) ;; x ;; !
        5 ;; n ;; !
        5 ;; 5+0\cdot x ;; =
        \frac{n!}{k!(n-k)!} ;; \binom nk ;; =
        \sum_{i=1}^n i ;; \frac{n(n+1)}{2} ;; =
        \sum_{i=1}^n i ;; \frac{n(n-1)}{2} ;; !
        (-1)^n ;; \cos n\pi ;; =
        \sin^2(10^{500}x)+\cos^2(10^{500}x) ;; 1 ;; =
        2^{n+1} ;; 2\cdot 2^n ;; =
        \frac{x+1}{2y} ;; \frac{x}{2y} + \frac{1}{2y} ;; =
        \frac{q_{0}}{\sqrt{2 L C}} ;; \frac{ q_{0} }{ \sqrt{2 C L}  } ;; =
        x \tan\alpha - \frac{g x^2}{2 v_0^2 \cos^2\alpha} ;; x\tan\alpha - \frac{g x^2 \tan^2\alpha}{2v_0^2} - \frac{g x^2}{2v_0^2} ;; =
        \frac{x^2}{2}+C ;; \frac{x^2}{2} ;; !
        \frac{x^2}{2}+C ;; \frac{1}{2}x^2 + c ;; =
        \sin^2x+C ;; -\cos^2x+C ;; =
        \frac13 x^3+C ;; x^3+C ;; !
        \begin{cases}x&x\ge0\\-x&x<0\end{cases} ;; |x| ;; =
        \log_{5} 4 ;; \frac{\ln 4}{\ln 5} ;; =
        \int_0^1 f(x) dx ;; 3 ;; ?
        x^{x^{x^x}} ;; 1 ;; !
        x^{6000} \bmod 400 ;; x^{6000} \bmod 401 ;; !
        """#

    static let structures = #"""
        \{1,2,3\} ;; 3,1,2 ;; =
        (1,2) ;; (2,1) ;; !
        1,2,3 ;; 1,2 ;; !
        \{1,2\} ;; \{1,1,2\} ;; =
        \pm2 ;; 2 ;; !
        \pm2 ;; -2, 2 ;; =
        \pm 2021 ;; {-2021, 2021} ;; =
        \emptyset ;; \{\} ;; =
        19, 46 \text{ and } 82 ;; 82,19,46 ;; =
        1,2,\ldots,n ;; 1,3,\ldots,2n-1 ;; !
        \{1,234\} ;; \{1,234\} ;; =
        (1,2) ;; \{1,2\} ;; !
        [0,1) ;; 0\le x<1 ;; =
        (-\infty,3] ;; x\le3 ;; =
        (0,1) ;; [0,1] ;; !
        (1,2] ;; [1,2] ;; !
        (1,2)\cup(3,4) ;; (3,4)\cup(1,2) ;; =
        x>3 ;; 3<x ;; =
        x>3 ;; x\ge 3 ;; !
        -2x<6 ;; x>-3 ;; =
        -1<x<3 ;; (-1,3) ;; =
        x \in (1,2) ;; 1<x<2 ;; =
        \mathbb R ;; (-\infty,\infty) ;; =
        (-\infty,0)\cup(0,\infty) ;; x\ne0 ;; =
        x < -3 \text{ or } x > 11 ;; (-\infty,-3)\cup(11,\infty) ;; =
        (-\infty, \frac12) \cup (\frac12, \infty) ;; \mathbb{R} \setminus \{\frac12\} ;; =
        2x+y \le 3 ;; y \le 3-2x ;; =
        2x+y \le 3 ;; y \ge 3-2x ;; !
        \begin{pmatrix}1&2\\3&4\end{pmatrix} ;; \begin{bmatrix}1 & 2\\ 3 & 4\end{bmatrix} ;; =
        \begin{pmatrix}1&2\\3&4\end{pmatrix} ;; \begin{bmatrix}1 & 3\\ 2 & 4\end{bmatrix} ;; !
        \begin{pmatrix}1\\2\end{pmatrix} ;; (1,2) ;; =
        \begin{pmatrix}1/2\\3\end{pmatrix} ;; \begin{pmatrix}0.5\\3\end{pmatrix} ;; =
        2\begin{pmatrix}1\\2\end{pmatrix} ;; \begin{pmatrix}2\\4\end{pmatrix} ;; =
        \langle1,2\rangle ;; \mathbf i+2\mathbf j ;; =
        x=5 ;; 5 ;; =
        5 ;; x=5 ;; =
        5 ;; a+b=5 ;; =
        0 ;; 3x-1y+13=0 ;; !
        y=2x+3 ;; 2x-y+3=0 ;; =
        y=2x+3 ;; 2x+3 ;; =
        2x+3 ;; y=2x+3 ;; =
        x^2+y^2=4 ;; 2x^2+2y^2=8 ;; =
        x^2+y^2=1 ;; 1-x^{2}-y^{2}=0 ;; =
        x^2+y^2=1 ;; x^{2}+y^{2}=2 ;; !
        y=2x ;; y=-2x ;; !
        x=1,y=2 ;; y=2,x=1 ;; =
        x=1,y=2 ;; x=2,y=1 ;; !
        x=1,y=2 ;; (1,2) ;; =
        x=1,y=2 ;; (x, y) = (1,2) ;; =
        2x+4y-3=0 ;; y=-\frac12x+\frac34 ;; =
        3x-y+13=0 ;; 3x+4y+14=0 ;; !
        7 = 11a+c ;; 11a+c ;; !
        f(x)=x+1 ;; x+1 ;; =
        f(x)=x+1 ;; f(t)=t+1 ;; =
        f(x)=x+1 ;; f(t)=t+2 ;; !
        x=1 \text{ or } x=2 ;; 1, 2 ;; =
        x=1 \text{ or } x=2 ;; x=2, x=1 ;; =
        4 \pm \sqrt{3} ;; 4+\sqrt{3}, 4-\sqrt{3} ;; =
        x = \frac{1}{2}, x = \frac{-1 \pm \sqrt{13}}{4} ;; \frac{-1+\sqrt{13}}{4}, \frac12, \frac{-1-\sqrt{13}}{4} ;; =
        (5, 8), (8, 5) ;; (x, y) = (5, 8) \text{ and } (8, 5) ;; =
        a_3 = 2, a_{37} = 19 ;; a_{37} = 19, \quad a_3 = 2 ;; =
        42 ;; 41 \text{ or } 42 ;; !
        42 ;; 41, 42, 43 ;; !
        (-4/2, 0.5) ;; (-2, \frac12) ;; =
        D = (0, 1) ;; D = (0, 1.5) ;; !
        1/3 ;; x=1/3\approx1.3 ;; =
        F_n = \sum_{k=0}^{n-1} F_k F_{n-k-1} ;; F_n = \sum_{k=0}^{n-1} F_{n-k-1} F_k ;; =
        F_n = \sum_{k=0}^{n-1} F_k F_{n-k-1} ;; F_n = \sum_{k=0}^{n-2} F_k F_{n-k-2} ;; !
        """#

    /// The rows of a table.
    static func rows(_ table: String) -> [[String]] {
        table.split(separator: "\n").map { line in
            line.split(separator: ";;").map { String($0.drop { $0 == " " }) }
                .map { text in
                    var text = text
                    while text.hasSuffix(" ") { text.removeLast() }
                    return text
                }
        }
    }
}
