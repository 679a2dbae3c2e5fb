// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Notations with the trees they mean: `input ;; outline`, a line each; blank lines separate ideas.
enum NotationTables {
    static let numbers = #"""
        5 ;; 5
        -5 ;; (- 5)
        +5 ;; 5
        007 ;; 7
        1234567 ;; 1234567
        1,234 ;; 1234
        1,234,567 ;; 1234567
        -22,577,930 ;; (- 22577930)
        1{,}234 ;; 1234
        12{,}339{,}945 ;; 12339945
        11,\! 111,\! 111,\! 100 ;; 11111111100
        11,\!111 ;; 11111
        -48\,081\,552 ;; (- 48081552)
        1 000 ;; 1000
        1 000 000 ;; 1000000
        1~000 ;; 1000
        1\ 000 ;; 1000
        1'000'000 ;; 1000000
        1.234.567 ;; 1234567
        1.234,5 ;; 1234.5d
        1.234.567,89 ;; 1234567.89d
        1,234.5 ;; 1234.5d
        1000,99 ;; (list-comma 1000 99)
        1,22 ;; (list-comma 1 22)
        0{,}5 ;; 0.5d
        1,23,456 ;; (list-comma 1 23 456)
        32, 349 ;; (list-comma 32 349)
        0,123 ;; (list-comma 0 123)
        1.234 ;; 1.234d
        0.4 ;; 0.4d
        .4 ;; 0.4d
        2.50 ;; 2.50d
        5. ;; 5
        12339945. ;; 12339945
        0.333... ;; 0.(3)d
        0.333\ldots ;; 0.(3)d
        0.333… ;; 0.(3)d
        0.1666… ;; 0.1(6)d
        0.142857142857\ldots ;; 0.(142857)d
        3.14159\ldots ;; 3.14159d
        0.\overline{3} ;; 0.(3)d
        0.1\overline{6} ;; 0.1(6)d
        0.\overline{142857} ;; 0.(142857)d
        2.\overline{36} ;; 2.(36)d
        0.\bar{3} ;; 0.(3)d
        0.\dot{3} ;; 0.(3)d
        0.\dot{1}4285\dot{7} ;; 0.(142857)d
        0.(3) ;; 0.(3)d
        0.2\overline9 ;; 0.3d
        6e23 ;; 6e23d
        1.5e-3 ;; 1.5e-3d
        2.6e-7 ;; 2.6e-7d
        4e-05 ;; 4e-5d
        1E5 ;; 1e5d
        1e1 ;; 1e1d
        2e ;; (* 2 #e)
        2e^3 ;; (* 2 (^ #e 3))
        2e+x ;; (+ (* 2 #e) x)
        6\times10^{23} ;; (* 6 (^ 10 23))
        3.2\times 10^5 ;; 3.2e5d
        2.9*10^12 ;; 2.9e12d
        2.5 \times 10^{-6} ;; 2.5e-6d
        2.5 x 10^-6 ;; 2.5e-6d
        1e999999999 ;; (* 1 (^ 10 999999999))
        1e-999999999999 ;; (* 1 (^ 10 (- 999999999999)))
        １２３ ;; 123
        ٤ ;; 4
        −4 ;; (- 4)
        ½ ;; (/ 1 2)
        2½ ;; (+ 2 (/ 1 2))
        1011_2 ;; 1011_2
        1011_{2} ;; 1011_2
        4210_7 ;; 4210_7
        (1011)_2 ;; 1011_2
        1A_{16} ;; 1A_16
        FF_{16} ;; FF_16
        F_{12} ;; F_12
        204_{\text{five}} ;; 204_5
        """#

    static let fractions = #"""
        1/2 ;; (/ 1 2)
        -1/2 ;; (- (/ 1 2))
        \frac12 ;; (/ 1 2)
        \frac{1}{2} ;; (/ 1 2)
        \dfrac{1}{2} ;; (/ 1 2)
        \tfrac12 ;; (/ 1 2)
        \cfrac{1}{2} ;; (/ 1 2)
        \frac 1 2 ;; (/ 1 2)
        \frac1{72} ;; (/ 1 72)
        \frac{3}4 ;; (/ 3 4)
        \frac34i ;; (* (/ 3 4) #i)
        \frac123 ;; (* (/ 1 2) 3)
        \frac{12}{5} ;; (/ 12 5)
        \frac\pi2 ;; (/ #pi 2)
        \frac ab ;; (/ a b)
        \frac{a}bc ;; (* (/ a b) c)
        -\frac{57}{41} ;; (- (/ 57 41))
        \frac{-15}{8} ;; (/ (- 15) 8)
        \frac{1}{\frac{1}{2}} ;; (/ 1 (/ 1 2))
        \\frac{1}{2} + 2/3 ;; (+ (/ 1 2) (/ 2 3))
        {1 \over 2} ;; (/ 1 2)
        \frac{3\pi}{5} ;; (/ (* 3 #pi) 5)
        \frac{3}{5\pi} ;; (/ 3 (* 5 #pi))
        3\pi/5 ;; (/ (* 3 #pi) 5)
        3/5\pi ;; (* (/ 3 5) #pi)
        \frac{1}{2}x ;; (* (/ 1 2) x)
        1/2x ;; (* (/ 1 2) x)
        -1/2*x + 3/4 ;; (+ (- (* (/ 1 2) x)) (/ 3 4))
        a/bc ;; (/ a (* b c))
        a/b c ;; (* (/ a b) c)
        a/b*c ;; (* (/ a b) c)
        a/b/c ;; (/ (/ a b) c)
        a*b/c ;; (/ (* a b) c)
        (x+1)/(x-1) ;; (/ (+ x 1) (+ x (- 1)))
        1/(2x) ;; (/ 1 (* 2 x))
        r / r_{0} ;; (/ r r_0)

        2\frac13 ;; (+ 2 (/ 1 3))
        2\frac{1}{3} ;; (+ 2 (/ 1 3))
        12\frac{3}{5} ;; (+ 12 (/ 3 5))
        -2\frac13 ;; (- (+ 2 (/ 1 3)))
        2\tfrac{8}{21} ;; (+ 2 (/ 8 21))
        2 \frac{1}{2} ;; (+ 2 (/ 1 2))
        1 1/2 ;; (+ 1 (/ 1 2))
        3 1/2 x ;; (* (+ 3 (/ 1 2)) x)
        2\cdot\frac12 ;; (* 2 (/ 1 2))
        2\frac{5}{3} ;; (* 2 (/ 5 3))
        2\frac{x}{3} ;; (* 2 (/ x 3))
        x\frac12 ;; (* x (/ 1 2))
        2.5\frac12 ;; (* 2.5d (/ 1 2))

        25\% ;; (% 25)
        25% ;; (% 25)
        25 \% ;; (% 25)
        25 percent ;; (% 25)
        28 pct ;; (% 28)
        28 percentage ;; (% 28)
        15\text{ percent} ;; (% 15)
        33\frac13\% ;; (% (+ 33 (/ 1 3)))
        10 % 7 ;; (mod 10 7)
        3:4 ;; (ratio 3 4)
        1:2:3 ;; (ratio 1 2 3)
        S_{MBCN}:S=7:32 ;; ((ratio S_MBCN S) = (ratio 7 32))
        """#

    static let powers = #"""
        x^2 ;; (^ x 2)
        x**2 ;; (^ x 2)
        x² ;; (^ x 2)
        x⁻¹ ;; (^ x (- 1))
        x^{10} ;; (^ x 10)
        x^12 ;; (^ x 12)
        2^{400}-1 ;; (+ (^ 2 400) (- 1))
        -x^2 ;; (- (^ x 2))
        (-x)^2 ;; (^ (- x) 2)
        2^-3 ;; (^ 2 (- 3))
        2^{-3} ;; (^ 2 (- 3))
        2^{3^2} ;; (^ 2 (^ 3 2))
        2^3^2 ;; (^ 2 (^ 3 2))
        5^{5^{5^5}} ;; (^ 5 (^ 5 (^ 5 5)))
        x^(1/2) ;; (^ x (/ 1 2))
        x^\frac12 ;; (^ x (/ 1 2))
        e^(2x) ;; (^ #e (* 2 x))
        e^{2x} ;; (^ #e (* 2 x))
        e^2x ;; (* (^ #e 2) x)
        e^{i\pi/3} ;; (^ #e (/ (* #i #pi) 3))
        \mathrm{e}^{x} ;; (^ #e x)
        (e^x)^2 ;; (^ (^ #e x) 2)
        x^2y^3 ;; (* (^ x 2) (^ y 3))
        x_1^2 ;; (^ x_1 2)
        x^2_1 ;; (^ x_1 2)
        x^{1/3} ;; (^ x (/ 1 3))
        (\frac{5}{12})^{\frac{1}{3}} ;; (^ (/ 5 12) (/ 1 3))
        10\cdot 10^{331}-1 ;; (+ (* 10 (^ 10 331)) (- 1))
        a^{bc} ;; (^ a (* b c))
        A^T ;; (transpose A)
        A^{\top} ;; (transpose A)
        A^{-1} ;; (^ A (- 1))
        x^* ;; x^*

        \sqrt2 ;; (root 2 2)
        \sqrt{2} ;; (root 2 2)
        \sqrt 2 ;; (root 2 2)
        \sqrt(2) ;; (root 2 2)
        4\sqrt(2) ;; (* 4 (root 2 2))
        \sqrt12 ;; (root 2 12)
        \sqrt2+\sqrt3 ;; (+ (root 2 2) (root 2 3))
        \sqrt[3]{16} ;; (root 3 16)
        \sqrt[3]2 ;; (root 3 2)
        7\sqrt[3]{5} ;; (* 7 (root 3 5))
        \frac{1}{3\sqrt[3]{x}^2} ;; (/ 1 (* 3 (^ (root 3 x) 2)))
        \sqrt{2+\sqrt3} ;; (root 2 (+ 2 (root 2 3)))
        2\sqrt3/3 ;; (/ (* 2 (root 2 3)) 3)
        \sqrt x ;; (root 2 x)
        \sqrt2x ;; (* (root 2 2) x)
        \sqrt\frac12 ;; (root 2 (/ 1 2))
        sqrt(2)/2 ;; (/ (root 2 2) 2)
        2sqrt(3) ;; (* 2 (root 2 3))
        sqrt2 ;; (root 2 2)
        √2 ;; (root 2 2)
        2√3 ;; (* 2 (root 2 3))
        √(x+1) ;; (root 2 (+ x 1))
        ∛8 ;; (root 3 8)
        cbrt(8) ;; (root 3 8)
        4*\sqrt{13} ;; (* 4 (root 2 13))
        1\sqrt{19} ;; (* 1 (root 2 19))

        5! ;; (! 5)
        n!! ;; (!! n)
        3!!! ;; (! (! (! 3)))
        \frac{10!}{4!\cdot 6!} ;; (/ (! 10) (* (! 4) (! 6)))
        24! \times 24! ;; (* (! 24) (! 24))
        (n-1)! ;; (! (+ n (- 1)))
        5! = 120 ;; ((! 5) = 120)
        5!=120 ;; ((! 5) = 120)
        \binom52 ;; (binom 5 2)
        \binom{14}{4} ;; (binom 14 4)
        \dbinom{n}{k} ;; (binom n k)
        \binom nk ;; (binom n k)
        {n \choose k} ;; (binom n k)
        C(5,2) ;; (binom 5 2)
        C(n,k) ;; (binom n k)
        P(5,2) ;; (permutations 5 2)
        5C2 ;; (binom 5 2)
        {}_5C_2 ;; (binom 5 2)
        C_5^2 ;; (binom 5 2)
        """#

    static let algebra = #"""
        2x ;; (* 2 x)
        -2x ;; (- (* 2 x))
        2*x ;; (* 2 x)
        2\cdot x ;; (* 2 x)
        2 \times 3 ;; (* 2 3)
        2×3 ;; (* 2 3)
        6÷2 ;; (/ 6 2)
        xy ;; (* x y)
        abc ;; (* a b c)
        3(x+1) ;; (* 3 (+ x 1))
        (x+1)(x-1) ;; (* (+ x 1) (+ x (- 1)))
        (x-8) \cdot (x+5) ;; (* (+ x (- 8)) (+ x 5))
        x(x+1) ;; (* x (+ x 1))
        2[x+1] ;; (* 2 (+ x 1))
        7(x+3)(x-3) ;; (* 7 (+ x 3) (+ x (- 3)))
        11z^7(11z^7+5) ;; (* 11 (^ z 7) (+ (* 11 (^ z 7)) 5))
        x^2-10xy+25y^2 ;; (+ (^ x 2) (- (* 10 x y)) (* 25 (^ y 2)))
        a-b-c ;; (+ a (- b) (- c))
        a-(b-c) ;; (+ a (- (+ b (- c))))
        (a+b)+c ;; (+ (+ a b) c)
        a+b+c ;; (+ a b c)
        a*b*c ;; (* a b c)
        2*-3 ;; (* 2 (- 3))
        3+-2 ;; (+ 3 (- 2))
        3--2 ;; (+ 3 (- (- 2)))
        --2 ;; (- (- 2))
        3+4i ;; (+ 3 (* 4 #i))
        3+4\mathrm{i} ;; (+ 3 (* 4 #i))
        3+4\cdot i ;; (+ 3 (* 4 #i))
        1+\sqrt3 i ;; (+ 1 (* (root 2 3) #i))
        5+0\cdot x ;; (+ 5 (* 0 x))
        \pm2 ;; (± 2)
        ±2 ;; (± 2)
        3 \pm 2 \sqrt{2} ;; (± 3 (* 2 (root 2 2)))
        \frac{-1 \pm \sqrt{13}}{4} ;; (/ (± (- 1) (root 2 13)) 4)
        1 \mp x ;; (∓ 1 x)
        a + b \pm c + d ;; (+ (± (+ a b) c) d)
        \pi ;; #pi
        2\pi ;; (* 2 #pi)
        π ;; #pi
        2pi ;; (* 2 #pi)
        2πr ;; (* 2 #pi r)
        \pi r^2 ;; (* #pi (^ r 2))
        theta ;; theta
        \theta_1 ;; theta_1
        \theta _1 ;; theta_1
        x_1 ;; x_1
        x1 ;; x_1
        x_{12} ;; x_12
        x_12 ;; x_12
        a_{n+1} ;; a_n+1
        I_{\max } ;; I_max
        v_{\text{max}} ;; v_max
        x' ;; x'
        y'' ;; y''
        A' ;; A'
        \hbar ;; hbar
        \hat{x} ;; hat:x
        \vec{v} ;; vec:v
        \overline{AB} ;; bar:AB
        \overline{z} ;; (conjugate z)
        \mathbf i + 2\mathbf j ;; (+ hat:i (* 2 hat:j))
        \mathbf{i}+2\mathbf{j} ;; (+ hat:i (* 2 hat:j))
        2\hat{i} - 3\hat{j} ;; (+ (* 2 hat:i) (- (* 3 hat:j)))
        \infty ;; #infinity
        -∞ ;; (- #infinity)
        1.414I ;; (* 1.414d I)
        \zzz ;; zzz
        10 \bmod 7 ;; (mod 10 7)
        3 \pmod 7 ;; (mod 3 7)
        3 \pmod{7} ;; (mod 3 7)
        2k+1 \pmod{4} ;; (mod (+ (* 2 k) 1) 4)
        x \equiv 3 \pmod 7 ;; (x congruent (mod 3 7))
        10 mod 7 ;; (mod 10 7)
        x^{6000} \bmod 400 ;; (mod (^ x 6000) 400)
        3 (mod 7) ;; (mod 3 7)
        1+2+\cdots+n ;; (+ 1 2 #ellipsis n)
        1,2,\ldots,n ;; (list-comma 1 2 #ellipsis n)
        1:2:3:\ldots ;; (ratio 1 2 3 #ellipsis)
        E ;; E
        \mathrm{E}*2 ;; (* E 2)
        """#

    static let functions = #"""
        \sin x ;; (sin x)
        \sin(x) ;; (sin x)
        sin(x) ;; (sin x)
        sin x ;; (sin x)
        sinx ;; (sin x)
        \sin2x ;; (sin (* 2 x))
        \sin 2x ;; (sin (* 2 x))
        \cos 2\pi x ;; (cos (* 2 #pi x))
        \sin x\cos x ;; (* (sin x) (cos x))
        2\sin(t)\cos(t) ;; (* 2 (sin t) (cos t))
        2 \sin b \cos a ;; (* 2 (sin b) (cos a))
        xsinx ;; (* x (sin x))
        \sin^2 x ;; (^ (sin x) 2)
        \sin^2(x) ;; (^ (sin x) 2)
        \sin^{2}x ;; (^ (sin x) 2)
        \sin(x)^2 ;; (^ (sin x) 2)
        \sin x^2 ;; (sin (^ x 2))
        \sin^{-1} x ;; (arcsin x)
        \tan^{-1}(x) ;; (arctan x)
        \arcsin x ;; (arcsin x)
        \arctan\frac{1}{x} ;; (arctan (/ 1 x))
        \sin^2 x+\cos^2 x ;; (+ (^ (sin x) 2) (^ (cos x) 2))
        1-\cos^2x ;; (+ 1 (- (^ (cos x) 2)))
        \sin(90^{\circ}-x) ;; (sin (+ (deg 90) (- x)))
        \cos 36^\circ ;; (cos (deg 36))
        4\cos 36^\circ ;; (* 4 (cos (deg 36)))
        \sin\frac{\pi}{12} ;; (sin (/ #pi 12))
        2\sin\frac{\pi}{12} ;; (* 2 (sin (/ #pi 12)))
        \cos\pi/3 ;; (cos (/ #pi 3))
        \sin x/x ;; (/ (sin x) x)
        \sin(x)/x ;; (/ (sin x) x)
        \frac1{\cos x} ;; (/ 1 (cos x))
        \cos n\pi ;; (cos (* n #pi))
        \sin(x+1)(x-1) ;; (* (sin (+ x 1)) (+ x (- 1)))
        -\sin(x) ;; (- (sin x))
        \sin -x ;; (sin (- x))
        \cos\left(\frac{\pi}{2}-x\right) ;; (cos (+ (/ #pi 2) (- x)))
        \sinh x ;; (sinh x)
        \operatorname{arcsinh}(x) ;; (arsinh x)
        \ln 8 ;; (ln 8)
        \ln8 ;; (ln 8)
        3\ln2 ;; (* 3 (ln 2))
        \ln x^2 ;; (ln (^ x 2))
        (\ln 7)^2 ;; (^ (ln 7) 2)
        \ln(3^3) ;; (ln (^ 3 3))
        2\ln|x| ;; (* 2 (ln (absolute x)))
        \ln|x|+C ;; (+ (ln (absolute x)) C)
        \log x ;; (log x)
        \log_2 8 ;; (logBase 2 8)
        \log_{2} 8 ;; (logBase 2 8)
        \log_{10} 1000 ;; (logBase 10 1000)
        \log_e 7 ;; (logBase #e 7)
        \log_2(x+1) ;; (logBase 2 (+ x 1))
        log2(8) ;; (logBase 2 8)
        log(8,2) ;; (logBase 2 8)
        \lg x ;; (logBase 10 x)
        \exp(2) ;; (exp 2)
        \exp 2x ;; (exp (* 2 x))
        |x| ;; (absolute x)
        |x-4| ;; (absolute (+ x (- 4)))
        \left|x-7\right| ;; (absolute (+ x (- 7)))
        ||x|-1| ;; (absolute (+ (absolute x) (- 1)))
        |x||y| ;; (* (absolute x) (absolute y))
        2|x|+1 ;; (+ (* 2 (absolute x)) 1)
        |x|^2 ;; (^ (absolute x) 2)
        |AB|=1 ;; ((absolute (* A B)) = 1)
        \lvert x\rvert ;; (absolute x)
        \|v\| ;; (norm v)
        abs(x) ;; (absolute x)
        \lfloor x\rfloor ;; (floor x)
        \left\lceil\frac{n}{2}\right\rceil ;; (ceiling (/ n 2))
        ⌊x⌋ ;; (floor x)
        \max(a,b) ;; (max a b)
        \max\{a,b\} ;; (max a b)
        \gcd(12, 18) ;; (gcd 12 18)
        \operatorname{lcm}(2,3) ;; (lcm 2 3)
        \mathrm{lcm}(2,3) ;; (lcm 2 3)
        \Gamma(x) ;; (gamma x)
        \operatorname{erf}(x) ;; (errorFunction x)
        \det A ;; (determinant A)
        \varphi(12) ;; (totient 12)
        \Re z ;; (realPart z)
        f(x) ;; (f: x)
        f(x+1) ;; (f: (+ x 1))
        f(x)=x+1 ;; ((f: x) = (+ x 1))
        f'(x) ;; (f': x)
        f^{-1}(x) ;; (f^-1: x)
        T(n) = T(n-1)+n ;; ((T: n) = (+ (T: (+ n (- 1))) n))
        \Phi (x,y)=\frac{x+1}{2y} ;; ((Phi: x y) = (/ (+ x 1) (* 2 y)))
        f(2) < f(1) < f(4) ;; ((f: 2) < (f: 1) < (f: 4))
        a(b+c) ;; (* a (+ b c))
        \operatorname{foo}(x) ;; (foo: x)

        \sum_{i=1}^{n} i ;; (series-sum i 1 n i)
        \sum_{i=1}^n i^2+1 ;; (+ (series-sum i 1 n (^ i 2)) 1)
        \sum_{k=0}^{n-1} F_k F_{n-k-1} ;; (series-sum k 0 (+ n (- 1)) (* F_k F_n-k-1))
        \prod_{n=1}^{10^{9}} n ;; (series-product n 1 (^ 10 9) n)
        \sum_{n=1}^{\infty}\frac{1}{n^2} ;; (series-sum n 1 #infinity (/ 1 (^ n 2)))
        \int_0^1 x^2 dx ;; (integral 0 1 (^ x 2) x)
        \int_0^1 x^{x} e^{\sin(\tan x)} dx ;; (integral 0 1 (* (^ x x) (^ #e (sin (tan x)))) x)
        \int (x+1)\,dx ;; (integral (+ x 1) x)
        \int x+1\,\mathrm{d}x ;; (integral (+ x 1) x)
        \lim_{x\to\infty}\frac{1}{x} ;; (limit x #infinity (/ 1 x))
        \frac{dy}{dx} ;; (derivative y x)
        \frac{d}{dx} x^2 ;; (derivative (^ x 2) x)
        \frac{\partial f}{\partial x} ;; (derivative f x)
        \frac{x^2}{2}+C ;; (+ (/ (^ x 2) 2) C)
        \frac{dx}{2} ;; (/ (* d x) 2)
        """#

    static let structures = #"""
        (1,2) ;; (tuple-round 1 2)
        (1, 3, 2) ;; (tuple-round 1 3 2)
        [1, 2, 3] ;; (tuple-square 1 2 3)
        [1,2] ;; (tuple-square 1 2)
        [3] ;; (tuple-square 3)
        [x+1] ;; (tuple-square (+ x 1))
        (3) ;; 3
        (0;0;0) ;; (tuple-round 0 0 0)
        (1,234) ;; (tuple-round 1 234)
        \left(-18, 22\right) ;; (tuple-round (- 18) 22)
        (3, \frac{\pi}{2}) ;; (tuple-round 3 (/ #pi 2))
        (x, y) = (5, 8) ;; ((tuple-round x y) = (tuple-round 5 8))
        (2,1),(1,2) ;; (list-comma (tuple-round 2 1) (tuple-round 1 2))
        D = (0, 1) ;; (D = (tuple-round 0 1))
        \langle 1,2\rangle ;; (tuple-angle 1 2)
        <1, 2> ;; (tuple-angle 1 2)
        ⟨1, 2⟩ ;; (tuple-angle 1 2)
        ((1,2),3) ;; (tuple-round (tuple-round 1 2) 3)
        (1,) ;; (tuple-round 1)

        [0,1) ;; [0 .. 1)
        (0,1] ;; (0 .. 1]
        ]0,1[ ;; (0 .. 1)
        [0,1[ ;; [0 .. 1)
        (-\infty,3] ;; ((- #infinity) .. 3]
        (-\infty, \infty) ;; ((- #infinity) .. #infinity)
        (1/2, \infty) ;; ((/ 1 2) .. #infinity)
        \left(18,+\infty\right) ;; (18 .. #infinity)
        (1,2)\cup(3,4) ;; (union (tuple-round 1 2) (tuple-round 3 4))
        (-\infty, -1) \cup (12, \infty) ;; (union ((- #infinity) .. (- 1)) (12 .. #infinity))
        (-inf, 2) U (3, inf) ;; (union ((- #infinity) .. 2) (3 .. #infinity))
        \{-1\} \cup [0,7) ;; (union (set (- 1)) [0 .. 7))
        [-1, -\tfrac12) \cup (-\tfrac12, 0) ;; (union [(- 1) .. (- (/ 1 2))) (tuple-round (- (/ 1 2)) 0))
        A \cap B \cup C ;; (union (intersection A B) C)
        \mathbb{R} ;; #R
        \mathbb R ;; #R
        ℝ ;; #R
        \mathbb{R}\setminus\{0\} ;; (without #R (set 0))
        \mathbb{R} - \{0\} ;; (without #R (set 0))
        \mathbb{R}^+ ;; #R+
        \mathbb{Z}_{>0} ;; #Z_>0
        \mathbb{R}^2 ;; (^ #R 2)
        all real numbers ;; #R
        \text{all real numbers} ;; #R
        All real numbers except 0 ;; (without #R 0)
        \emptyset ;; #empty
        \varnothing ;; #empty
        ∅ ;; #empty
        \{\} ;; #empty
        no solution ;; #empty
        \text{No solution} ;; #empty
        x \in \mathbb{R} ;; (x in #R)
        x \in [0.5, \infty) ;; (x in [0.5d .. #infinity))
        x in (1,2) ;; (x in (tuple-round 1 2))
        -[0,1) ;; (- [0 .. 1))

        \{1,2,3\} ;; (set 1 2 3)
        \left\{1,2\right\} ;; (set 1 2)
        \{1,234\} ;; (set 1 234)
        {1,2,3} ;; (set 1 2 3)
        {1,234} ;; (set 1 234)
        {x - 1, x} ;; (set (+ x (- 1)) x)
        {-2021, 2021} ;; (set (- 2021) 2021)
        \{5\} ;; (set 5)
        {5} ;; 5
        \{1, 2, \ldots, n\} ;; (set 1 2 #ellipsis n)
        \{x : x > 0\} ;; (such-that x (x > 0))
        \{x \mid x>0\} ;; (such-that x (x > 0))
        \{x | x>0\} ;; (such-that x (x > 0))
        \{x \in \mathbb{R} : |x| < 1\} ;; (such-that (x in #R) ((absolute x) < 1))
        \{x | |x| < 1\} ;; (such-that x ((absolute x) < 1))
        \{(x,y) : x+y=1\} ;; (such-that (tuple-round x y) ((+ x y) = 1))

        1,2,3 ;; (list-comma 1 2 3)
        -2,1 ;; (list-comma (- 2) 1)
        2 and 3 ;; (list-and 2 3)
        6 \text{ and } 8 ;; (list-and 6 8)
        7, -2, \text{ and } -5 ;; (list-and 7 (- 2) (- 5))
        19, 46 \text{ and } 82 ;; (list-and 19 46 82)
        1, 2, or 3 ;; (list-or 1 2 3)
        x = 3 or x = -2 ;; (list-or (x = 3) (x = (- 2)))
        x=1, y=2 ;; (list-comma (x = 1) (y = 2))
        x = 1 \quad y = 2 ;; (list-comma (x = 1) (y = 2))
        p=5,q=2;p=7,q=2 ;; (list-semicolon (list-comma (p = 5) (q = 2)) (list-comma (p = 7) (q = 2)))
        p = -1 \text{ and } p = \dfrac{15}{8} ;; (list-and (p = (- 1)) (p = (/ 15 8)))
        a=4,\,-8,\,-10 ;; (list-comma (a = 4) (- 8) (- 10))
        a_{37} = 19, \quad a_3 = 2 ;; (list-comma (a_37 = 19) (a_3 = 2))
        (x, y) = (5, 8) \quad \text{and} \quad (8, 5) ;; (list-and ((tuple-round x y) = (tuple-round 5 8)) (tuple-round 8 5))
        x<1 or x>2 ;; (or (x < 1) (x > 2))
        x>1 and x<2 ;; (and (x > 1) (x < 2))
        x<1 \lor x>2 ;; (or (x < 1) (x > 2))
        0.1, 4 ;; (list-comma 0.1d 4)
        .1, 4.0 ;; (list-comma 0.1d 4.0d)
        y = 2x, x > 0 ;; (list-comma (y = (* 2 x)) (x > 0))

        x=5 ;; (x = 5)
        = 5 ;; 5
        y=2x+3 ;; (y = (+ (* 2 x) 3))
        0\le x<1 ;; (0 <= x < 1)
        -1 < x < 3 ;; ((- 1) < x < 3)
        -2x<6 ;; ((- (* 2 x)) < 6)
        x >= 5 ;; (x >= 5)
        x \geqslant 5 ;; (x >= 5)
        x ≤ 5 ;; (x <= 5)
        x =< 5 ;; (x <= 5)
        x \gt 5 ;; (x > 5)
        x != 3 ;; (x != 3)
        x \neq 3 ;; (x != 3)
        x ≠ 3 ;; (x != 3)
        x \not= 3 ;; (x != 3)
        x \notin A ;; (x notin A)
        1 = \zzz = x = 0 ;; (1 = zzz = x = 0)
        x=1/3\approx0.33 ;; (x = (/ 1 3) ~ 0.33d)
        1\leq|z|\leq \frac{3}{2} ;; (1 <= (absolute z) <= (/ 3 2))
        x \to 0 ;; (x -> 0)
        a := 3 ;; (a = 3)
        y \propto x ;; (y proportional x)
        e = \frac12 ;; (e = (/ 1 2))
        A:B=1 ;; ((ratio A B) = 1)
        """#

    static let environments = #"""
        \begin{pmatrix}1&2\\3&4\end{pmatrix} ;; (matrix (row 1 2) (row 3 4))
        \begin{bmatrix}1 & 2\\ 3 & 4\end{bmatrix} ;; (matrix (row 1 2) (row 3 4))
        \begin{pmatrix}1\\2\end{pmatrix} ;; (matrix (row 1) (row 2))
        \begin{matrix} \frac12 \\ 1 \end{matrix} ;; (matrix (row (/ 1 2)) (row 1))
        \begin{pmatrix}1/2\\3\\\end{pmatrix} ;; (matrix (row (/ 1 2)) (row 3))
        \begin{vmatrix}1&2\\3&4\end{vmatrix} ;; (determinant (matrix (row 1 2) (row 3 4)))
        \left[\begin{array}{cc}-4&0\\5&3\end{array}\right] ;; (matrix (row (- 4) 0) (row 5 3))
        \left(\begin{array}{c|c}1&2\end{array}\right) ;; (matrix (row 1 2))
        (\begin{pmatrix}\frac{1}{3}\\ \frac{1}{5} \end{pmatrix}) ;; (matrix (row (/ 1 3)) (row (/ 1 5)))
        2\begin{pmatrix}1\\2\end{pmatrix} ;; (* 2 (matrix (row 1) (row 2)))
        \begin{pmatrix} -1 \\[2pt] 0 \end{pmatrix} ;; (matrix (row (- 1)) (row 0))
        \begin{cases}x&x\ge0\\-x&x<0\end{cases} ;; (cases (if x (x >= 0)) (if (- x) (x < 0)))
        \begin{cases} x, & \text{if } x>0 \\ 0, & \text{otherwise} \end{cases} ;; (cases (if x (x > 0)) (if 0))
        \begin{cases} x & \text{if } x>0, \\ 0 & \text{if } x \le 0. \end{cases} ;; (cases (if x (x > 0)) (if 0 (x <= 0)))
        \begin{cases} a+b=0.5\\ a-b=1.732\end{cases} ;; (list-and ((+ a b) = 0.5d) ((+ a (- b)) = 1.732d))
        \left\{\begin{array}{l} x=1 \\ y=2 \end{array}\right. ;; (list-and (x = 1) (y = 2))
        \begin{aligned} x &= 1 \\ y &= 2 \end{aligned} ;; (list-comma (x = 1) (y = 2))
        \begin{aligned} x &= 1+1 \\ &= 2 \end{aligned} ;; (x = (+ 1 1) = 2)
        \left|\begin{array}{cc}1&2\\3&4\end{array}\right| ;; (determinant (matrix (row 1 2) (row 3 4)))
        """#

    static let units = #"""
        10\text{ cm} ;; (unit 10 cm)
        10 cm ;; (unit 10 cm)
        10cm ;; (unit 10 cm)
        15\mbox{ cm}^2 ;; (unit 15 cm^2)
        15\text{ cm}^{2} ;; (unit 15 cm^2)
        3 km ;; (unit 3 km)
        36 km/h ;; (unit 36 km/h)
        9.8 m/s^2 ;; (unit 9.8d m/s^2)
        9.8\,\mathrm{m/s^2} ;; (unit 9.8d m/s^2)
        5\text{ m}/\text{s} ;; (unit 5 m/s)
        5\,\mathrm{kg\cdot m/s^2} ;; (unit 5 kg*m/s^2)
        \frac{1}{3} \text{meters} ;; (unit (/ 1 3) meters)
        5 apples ;; (unit 5 apples)
        10 dollars ;; (unit 10 dollars)
        5 square units ;; (unit 5 square units)
        3\times 10^8\text{ m/s} ;; (unit (* 3 (^ 10 8)) m/s)
        2\sqrt{3}\text{ cm} ;; (unit (* 2 (root 2 3)) cm)
        10\pi\text{ cm}^2 ;; (unit (* 10 #pi) cm^2)
        -5\text{ m} ;; (- (unit 5 m))
        x = 5\text{ cm} ;; (x = (unit 5 cm))
        5 min ;; (unit 5 min)
        10 in ;; (unit 10 in)
        5 m ;; (* 5 m)
        3m ;; (* 3 m)
        5\,\mathrm{m} ;; (unit 5 m)
        5\,\mathrm{m}^3 ;; (unit 5 m^3)
        20^\circ\text{C} ;; (unit 20 °C)
        20°C ;; (unit 20 °C)
        20^{\circ} C ;; (unit 20 °C)
        45^\circ ;; (deg 45)
        45^{\circ} ;; (deg 45)
        45° ;; (deg 45)
        45 degrees ;; (deg 45)
        45\text{ degrees} ;; (deg 45)
        30^\circ 15' ;; (deg (+ 30 (/ 15 60)))
        5\text{ hours and }30\text{ minutes} ;; (list-and (unit 5 hours) (unit 30 minutes))
        1 \text{ (mod 7)} ;; (mod 1 7)
        2 L C ;; (* 2 L C)
        odd ;; "odd"
        \text{odd} ;; "odd"
        Marie Curie ;; "Marie Curie"
        Navier-Stokes ;; "Navier-Stokes"
        \text{Evelyn} ;; "Evelyn"
        \text{13} ;; 13
        \text{C} ;; C
        \text{(C)} ;; C
        \textbf{(D)} ;; D
        x = \text{odd} ;; (x = "odd")
        """#
}
