// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import BigInt
import Testing

@Suite struct WordFactorsTests {
    @Test func primes() {
        func slow(_ n: UInt64) -> Bool { n > 1 && !(2..<max(n, 2)).contains { $0 * $0 <= n && n % $0 == 0 } }
        for n in UInt64(0)..<2000 { #expect(WordFactors.isPrime(n) == slow(n)) }
        // Strong pseudoprimes to many small bases, and the largest primes of 64 and 61 bits.
        for n: UInt64 in [3_215_031_751, 3_825_123_056_546_413_051, 341_550_071_728_321, 4_759_123_141] {
            #expect(!WordFactors.isPrime(n))
        }
        for n: UInt64 in [18_446_744_073_709_551_557, 2_305_843_009_213_693_951, 65_537, 65_521, 4_294_967_311] {
            #expect(WordFactors.isPrime(n))
        }
    }

    @Test func factors() {
        var random = TestRandom(1)
        for round in 0..<60 {
            let n = round < 30 ? random.next() : random.next() >> 34
            let factors = WordFactors.factors(n)
            var product: UInt64 = 1
            for (prime, exponent) in factors {
                #expect(WordFactors.isPrime(prime))
                for _ in 0..<exponent { product *= prime }
            }
            #expect(product == n)
        }
        #expect(WordFactors.factors(4_294_967_291 * 4_294_967_291).map(\.exponent) == [2])
        #expect(WordFactors.factors(2_147_483_647 * 2_147_483_629).count == 2)
        #expect(WordFactors.totient(1) == 1)
        #expect(WordFactors.totient(360) == 96)
    }
}

@Suite struct PrimeFieldTests {
    static let fields = (0..<12).map { PrimeField(seed: $0 &* 0x1234_5678_9ABC_DEF1) }

    @Test func drawing() {
        var primes: Set<UInt64> = []
        for seed in 0..<UInt64(300) {
            let prime = PrimeField(seed: seed).prime
            #expect(prime % 24 == 1)
            #expect(prime.leadingZeroBitCount == 3)
            #expect(BigUInt(prime).isPrime())
            #expect(PrimeField(seed: seed).prime == prime)
            primes.insert(prime)
        }
        #expect(primes.count == 300)
    }

    @Test(arguments: fields.indices)
    func arithmetic(index: Int) throws {
        let field = Self.fields[index]
        let prime = BigInt(field.prime)
        var random = TestRandom(UInt64(index))
        for round in 0..<300 {
            func draw() -> UInt64 {
                switch random.below(8) {
                case 0: UInt64(random.below(3))
                case 1: field.prime - 1 - UInt64(random.below(3))
                default: random.next() % field.prime
                }
            }
            let (a, b) = (draw(), draw())
            #expect(BigInt(field.add(a, b)) == (BigInt(a) + BigInt(b)).modulus(prime))
            #expect(BigInt(field.subtract(a, b)) == (BigInt(a) - BigInt(b)).modulus(prime))
            #expect(BigInt(field.multiply(a, b)) == (BigInt(a) * BigInt(b)).modulus(prime))
            #expect(field.add(a, field.negate(a)) == 0)
            let exponent = random.next() >> UInt64(random.below(64))
            #expect(BigInt(field.power(a, exponent)) == BigInt(a).power(BigInt(exponent), modulus: prime))
            if let inverse = field.inverse(a) { #expect(field.multiply(a, inverse) == 1) } else { #expect(a == 0) }
            if let root = field.squareRoot(a) { #expect(field.multiply(root, root) == a) }
            #expect((field.squareRoot(a) != nil) == field.isSquare(a))
            #expect(field.squareRoot(field.multiply(a, a)) != nil)
            let large = random.integer(bits: 1 + round * 5)
            #expect(BigInt(field.reduce(large)) == large.modulus(prime))
            #expect(field.reduce(Int(truncatingIfNeeded: a)) == field.reduce(BigInt(Int(truncatingIfNeeded: a))))
        }
        #expect(field.inverse(0) == nil)
        #expect(field.power(0, BigInt(-1)) == nil)
        #expect(field.power(0, BigInt(0)) == 1)
        #expect(field.power(7, -BigInt(10).power(30)) == field.inverse(field.power(7, BigInt(10).power(30)) ?? 0))
        #expect(field.reduce(Int.min) == field.reduce(BigInt(Int.min)))
    }

    @Test(arguments: fields.indices)
    func fractions(index: Int) throws {
        let field = Self.fields[index]
        var random = TestRandom(UInt64(index))
        for round in 0..<100 {
            let (a, b) = (random.rational(bits: round * 3 + 2), random.rational(bits: round * 3 + 2))
            let (x, y) = (try #require(field.reduce(a)), try #require(field.reduce(b)))
            #expect(field.reduce(a + b) == field.add(x, y))
            #expect(field.reduce(a * b) == field.multiply(x, y))
            if let quotient = a / b {
                #expect(field.reduce(quotient) == field.inverse(y).map { field.multiply(x, $0) })
            }
        }
        #expect(field.reduce(try #require(Rational(1, Int(field.prime)))) == nil)
    }

    @Test(arguments: fields.indices)
    func rootsOfUnity(index: Int) throws {
        let field = Self.fields[index]
        for order: UInt64 in [1, 2, 3, 4, 6, 8, 12, 24] {
            let root = try #require(field.rootOfUnity(order: order))
            #expect(field.power(root, order) == 1)
            for smaller in 1..<order { #expect(field.power(root, smaller) != 1) }
        }
        let (i, eighth) = (try #require(field.rootOfUnity(order: 4)), try #require(field.rootOfUnity(order: 8)))
        #expect(field.multiply(i, i) == field.prime - 1)
        #expect(field.multiply(eighth, eighth) == i)
        let two = field.add(eighth, try #require(field.inverse(eighth)))
        #expect(field.multiply(two, two) == 2)
        for order in UInt64(25)..<200 {
            guard let root = field.rootOfUnity(order: order) else {
                #expect((field.prime - 1) % order != 0)
                continue
            }
            #expect(field.power(root, order) == 1)
            for factor in WordFactors.factors(order) { #expect(field.power(root, order / factor.prime) != 1) }
        }
        #expect(field.rootOfUnity(order: 0) == nil)
    }
}
