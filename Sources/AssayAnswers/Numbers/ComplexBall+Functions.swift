// Part of Assay. SPDX-License-Identifier: Apache-2.0

// MARK: - Exponentials and roots

extension ComplexBall {
    package func exp() throws(BallFailure) -> Self {
        let scale = try re.exp()
        if isExactlyReal { return Self(scale, im) }
        let (sin, cos) = try im.sinCos()
        return re.isExactZero ? Self(cos, sin) : Self(scale * cos, scale * sin)
    }

    package func log() throws(BallFailure) -> Self {
        if isExactlyReal {
            guard let sign = re.sign else { throw .imprecise }
            if sign == 0 { throw .undefined }
            return sign > 0 ? Self(try re.log(), im) : Self(try (-re).log(), .pi(precision: re.precision))
        }
        let angle = try Real.angle(x: re, y: im)
        if re.isExactZero { return Self(try im.magnitude.log(), angle) }
        return Self(try (re.square + im.square).log().halved, angle)
    }

    /// The principal square root; around 0, where the cut ends, a ball around 0 as small as it can be.
    package func squareRoot() throws(BallFailure) -> Self {
        if isExactlyReal {
            if let sign = re.sign {
                return sign >= 0 ? Self(try re.squareRoot(), im) : Self(im, try (-re).squareRoot())
            }
            let bound = Real.hull(re.constant(0), try re.magnitude.squareRoot())
            return Self(bound, bound)
        }
        let size = try magnitude().re
        if containsZero {
            let bound = Real.hull(re.constant(0), try size.squareRoot())
            return Self(bound, .hull(bound, -bound))
        }
        if re.sign == 1 || re.midpoint >= 0 {
            let root = try (size + re).halved.squareRoot()
            return Self(root, try im.divided(by: root).halved)
        }
        guard let sign = im.sign else { throw .imprecise }
        let root = try (size - re).halved.squareRoot()
        return Self(try im.magnitude.divided(by: root).halved, sign > 0 ? root : -root)
    }
}

// MARK: - Trigonometry

extension ComplexBall {
    private func sinCos() throws(BallFailure) -> (sin: Self, cos: Self) {
        if isExactlyReal {
            let (sin, cos) = try re.sinCos()
            return (Self(sin, im), Self(cos, im))
        }
        let (sinh, cosh) = try im.sinhCosh()
        if re.isExactZero { return (Self(re, sinh), Self(cosh, re)) }
        let (sin, cos) = try re.sinCos()
        return (Self(sin * cosh, cos * sinh), Self(cos * cosh, -(sin * sinh)))
    }

    package func sin() throws(BallFailure) -> Self { try sinCos().sin }

    package func cos() throws(BallFailure) -> Self { try sinCos().cos }

    package func tan() throws(BallFailure) -> Self {
        let (sin, cos) = try sinCos()
        return try sin.divided(by: cos)
    }

    package func sinh() throws(BallFailure) -> Self { -(try timesI.sin().timesI) }

    package func cosh() throws(BallFailure) -> Self { try timesI.cos() }

    package func tanh() throws(BallFailure) -> Self { -(try timesI.tan().timesI) }

    package func arcsin() throws(BallFailure) -> Self {
        if isExactlyReal, let sign = (re.constant(1) - re.magnitude).sign, sign >= 0 {
            return Self(try .angle(x: cofactor(), y: re), im)
        }
        // −i log(iz + √(1 − z²)), where the two terms do not cancel if z lies below the real axis, or right of 0 on it.
        let isFlipped = isExactlyReal ? re.midpoint < 0 : im.midpoint > 0
        let z = isFlipped ? -self : self
        let root = try ((constant(1) - z) * (constant(1) + z)).squareRoot()
        let result = -(try (z.timesI + root).log().timesI)
        return isFlipped ? -result : result
    }

    package func arccos() throws(BallFailure) -> Self {
        if isExactlyReal, let sign = (re.constant(1) - re.magnitude).sign, sign >= 0 {
            return Self(try .angle(x: re, y: cofactor()), im)
        }
        let quarter = Self.pi(precision: re.precision).halved
        return quarter - (try arcsin())
    }

    /// √(1 − x²) of a number between −1 and 1.
    private func cofactor() throws(BallFailure) -> Real {
        try ((re.constant(1) - re) * (re.constant(1) + re)).squareRoot()
    }

    package func arctan() throws(BallFailure) -> Self {
        if isExactlyReal { return Self(try re.arctan(), im) }
        // (i/2) (log(1 − iz) − log(1 + iz))
        let turned = timesI
        let (first, second) = (try (constant(1) - turned).log(), try (constant(1) + turned).log())
        return (first - second).timesI.halved
    }

    package func arsinh() throws(BallFailure) -> Self {
        guard isExactlyReal else { return -(try timesI.arcsin().timesI) }
        let size = re.magnitude
        let value = try (size + (size.square + re.constant(1)).squareRoot()).log()
        if let sign = re.sign { return Self(sign < 0 ? -value : sign == 0 ? re : value, im) }
        return Self(.hull(value, -value), im)
    }

    package func arcosh() throws(BallFailure) -> Self {
        if isExactlyReal, let sign = (re.constant(1) - re.magnitude).sign, sign >= 0 { return try arccos().timesI }
        let (above, below) = (try (self + constant(1)).squareRoot(), try (self - constant(1)).squareRoot())
        return try (self + above * below).log()
    }

    package func artanh() throws(BallFailure) -> Self {
        let (above, below) = (try (constant(1) + self).log(), try (constant(1) - self).log())
        return (above - below).halved
    }
}

// MARK: - Special functions, of real numbers only

extension ComplexBall {
    /// Γ of a number that is real exactly.
    package func gamma() throws(BallFailure) -> Self { try real { (x) throws(BallFailure) in try x.gamma() } }

    /// The error function of a number that is real exactly.
    package func errorFunction() throws(BallFailure) -> Self {
        try real { (x) throws(BallFailure) in try x.errorFunction() }
    }

    /// The principal Lambert function of a number that is real exactly and certainly above −1/e.
    package func lambertW() throws(BallFailure) -> Self { try real { (x) throws(BallFailure) in try x.lambertW() } }

    private func real(_ function: (Real) throws(BallFailure) -> Real) throws(BallFailure) -> Self {
        guard isExactlyReal else { throw .imprecise }
        return Self(try function(re), im)
    }
}
