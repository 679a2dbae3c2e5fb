// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Primes and factors of machine words.
package enum WordFactors {
    /// The primes below 256.
    static let smallPrimes: [UInt64] = (2..<256).filter { n in !(2..<n).contains { $0 * $0 <= n && n % $0 == 0 } }

    /// Whether a word is prime: always right (Miller–Rabin with bases that leave no exception below 2^64).
    package static func isPrime(_ n: UInt64) -> Bool {
        guard n > 1 else { return false }
        for prime in smallPrimes where n % prime == 0 { return n == prime }
        guard n >= 256 * 256 else { return true }
        return isProbablePrime(n, bases: [2, 325, 9375, 28178, 450_775, 9_780_504, 1_795_265_022])
    }

    /// Miller–Rabin's test of an odd number.
    static func isProbablePrime(_ n: UInt64, bases: [UInt64]) -> Bool {
        let field = Montgomery(n)
        let minusOne = n - field.one
        let twos = (n - 1).trailingZeroBitCount
        for base in bases where base % n != 0 {
            var x = field.power(field.form(base), (n - 1) >> UInt64(twos))
            if x == field.one || x == minusOne { continue }
            var isWitness = true
            for _ in 1..<max(twos, 1) {
                x = field.multiply(x, x)
                if x == minusOne {
                    isWitness = false
                    break
                }
            }
            if isWitness { return false }
        }
        return true
    }

    /// The prime factors with their exponents, ascending; none of 0 and 1.
    ///
    /// By trial division and Pollard's rho with Brent's cycle search: some tens of µs for 60 bits, at most a few ms.
    package static func factors(_ n: UInt64) -> [(prime: UInt64, exponent: Int)] {
        guard n > 1 else { return [] }
        var rest = n
        var primes: [UInt64] = []
        for prime in smallPrimes {
            while rest % prime == 0 {
                primes.append(prime)
                rest /= prime
            }
        }
        var open = rest > 1 ? [rest] : []
        while let number = open.popLast() {
            if isPrime(number) {
                primes.append(number)
            } else {
                let divisor = divisor(number)
                open.append(divisor)
                open.append(number / divisor)
            }
        }
        primes.sort()
        var result: [(prime: UInt64, exponent: Int)] = []
        for prime in primes {
            if let last = result.last, last.prime == prime {
                result[result.count - 1].exponent += 1
            } else {
                result.append((prime, 1))
            }
        }
        return result
    }

    /// Euler's φ.
    package static func totient(_ n: UInt64) -> UInt64 {
        factors(n).reduce(n) { $0 / $1.prime * ($1.prime - 1) }
    }

    /// A proper divisor of an odd composite number without small factors.
    private static func divisor(_ n: UInt64) -> UInt64 {
        let root = UInt64(Double(n).squareRoot())
        for candidate in (root - 1)...(root + 1) where candidate > 1 && n % candidate == 0 { return candidate }
        let field = Montgomery(n)
        for constant in 1...UInt64(1000) {
            let c = field.form(constant)
            var (x, y, saved) = (c, c, c)
            var product = field.one
            var (steps, length) = (0, 1)
            var divisor: UInt64 = 1
            while divisor == 1 {
                x = y
                for _ in 0..<length { y = field.add(field.multiply(y, y), c) }
                var done = 0
                while done < length, divisor == 1 {
                    saved = y
                    for _ in 0..<min(128, length - done) {
                        y = field.add(field.multiply(y, y), c)
                        product = field.multiply(product, x > y ? x - y : y - x)
                    }
                    divisor = UInt64(Limbs.gcd(UInt(product), UInt(n)))
                    done += 128
                }
                steps += length
                length *= 2
                if steps > 1 << 24 { break }
            }
            if divisor == n || divisor == 0 {
                // Too far in one go: again from the last stop, step by step.
                repeat {
                    saved = field.add(field.multiply(saved, saved), c)
                    divisor = UInt64(Limbs.gcd(UInt(x > saved ? x - saved : saved - x), UInt(n)))
                } while divisor == 1
            }
            if divisor > 1, divisor < n { return divisor }
        }
        return n
    }
}
