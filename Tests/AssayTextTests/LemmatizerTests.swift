// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText
import Testing

/// Base forms of English words that stand alone.
struct LemmatizerTests {
    /// A base form, then inflected ones.
    static let families = """
        walk: walks walked walking
        balance: balances balanced balancing
        pole: poles
        return: returns returned returning
        run: runs ran running
        swim: swims swam swum swimming
        sing: sings sang sung singing
        bring: brings brought bringing
        buy: buys bought buying
        catch: catches caught catching
        teach: teaches taught teaching
        think: thinks thought
        fight: fights fought fighting
        seek: seeks sought seeking
        go: goes went gone going
        do: does did doing
        have: has had having
        be: is are was were been
        eat: eats ate eaten eating
        drink: drinks drank drinking
        drive: drives drove driven driving
        ride: rides rode ridden riding
        write: writes wrote written writing
        rise: rises rose risen rising
        take: takes took taken taking
        make: makes made making
        give: gives gave given giving
        come: comes came coming
        become: becomes became becoming
        see: sees saw seen seeing
        know: knows knew known knowing
        grow: grows grew grown growing
        throw: throws threw thrown throwing
        fly: flies flew flown flying
        draw: draws drew drawn drawing
        blow: blows blew blowing
        speak: speaks spoke spoken speaking
        break: breaks broke breaking
        steal: steals stole stolen stealing
        freeze: freezes froze frozen freezing
        choose: chooses chose chosen choosing
        wear: wears wore worn wearing
        tear: tears tore tearing
        swear: swears swore
        begin: begins began begun
        ring: rings rang
        sit: sits sat sitting
        stand: stands stood standing
        understand: understands understood
        hold: holds held holding
        tell: tells told telling
        sell: sells sold selling
        sleep: sleeps slept sleeping
        keep: keeps kept keeping
        feel: feels felt
        leave: leaving
        lose: loses lost losing
        send: sends sent sending
        spend: spends spent spending
        build: builds built
        lend: lends lent lending
        win: wins won winning
        hang: hangs hung hanging
        dig: digs dug digging
        stick: sticks stuck sticking
        strike: strikes struck striking
        shoot: shoots shot shooting
        find: finds found finding
        pay: pays paid paying
        say: says said saying
        lay: lays laid laying
        hear: hears heard hearing
        lead: leads led leading
        feed: feeds fed feeding
        meet: meets met
        read: reads
        put: puts putting
        cut: cuts cutting
        hit: hits hitting
        set: sets
        shake: shakes shook shaken shaking
        wake: wakes woke waking
        hide: hides hid hidden hiding
        bite: bites bit bitten biting
        fall: falls fell fallen falling
        forget: forgets forgot forgotten forgetting
        stop: stops stopped stopping
        plan: plans planned planning
        shop: shops shopped
        drop: drops dropped dropping
        jog: jogs jogged jogging
        hug: hugs hugged hugging
        clap: claps clapped clapping
        grab: grabs grabbed grabbing
        hop: hops hopped
        hope: hopes hoped hoping
        tape: tapes taped
        tap: taps tapped tapping
        dance: dances danced dancing
        bake: bakes baked baking
        smile: smiles smiled smiling
        arrive: arrives arrived arriving
        believe: believes believed believing
        receive: receives received receiving
        change: changes changed changing
        manage: manages managed managing
        judge: judges judged judging
        create: creates created creating
        decorate: decorates decorated decorating
        celebrate: celebrates celebrated celebrating
        handle: handles handled handling
        settle: settles settled settling
        juggle: juggles juggled juggling
        paddle: paddles paddled paddling
        close: closes closed closing
        use: uses used using
        cause: causes caused causing
        rehearse: rehearses rehearsed rehearsing
        notice: notices noticed noticing
        practice: practices practiced practicing
        slice: slices sliced slicing
        argue: argues argued arguing
        continue: continues continued continuing
        study: studies studied studying
        carry: carries carried carrying
        try: tries tried trying
        cry: cries cried crying
        hurry: hurries hurried
        reply: replies replied replying
        play: plays played playing
        enjoy: enjoys enjoyed enjoying
        stay: stays stayed staying
        kiss: kisses kissed kissing
        pass: passes passed passing
        wash: washes washed washing
        push: pushes pushed pushing
        watch: watches watched watching
        stretch: stretches stretched stretching
        fix: fixes fixed fixing
        mix: mixes mixed
        buzz: buzzes buzzed buzzing
        agree: agrees agreed agreeing
        need: needs needed
        open: opens opened
        listen: listens listened listening
        visit: visits visited visiting
        offer: offers offered
        answer: answers answered answering
        jump: jumps jumped jumping
        climb: climbs climbed climbing
        cook: cooks cooked
        look: looks looked looking
        talk: talks talked talking
        help: helps helped helping
        wait: waits waited waiting
        want: wants wanted wanting
        pull: pulls pulled pulling
        fill: fills filled filling
        spell: spells spelled
        kick: kicks kicked kicking
        paint: paints painted
        skate: skates skated skating
        surf: surfs surfed surfing
        ski: skis skied skiing
        tie: ties tied tying
        die: dies died dying
        child: children
        man: men
        woman: women
        foot: feet
        tooth: teeth
        mouse: mice
        goose: geese
        leaf:
        knife: knives
        wife: wives
        wolf: wolves
        shelf: shelves
        half: halves
        life: lives
        box: boxes
        bus: buses
        glass: glasses
        dish: dishes
        bench: benches
        church: churches
        watch: watches
        city: cities
        story: stories
        baby: babies
        party: parties
        cookie: cookies
        movie: movies
        potato: potatoes
        tomato: tomatoes
        hero: heroes
        photo: photos
        piano: pianos
        dog: dogs
        cat: cats
        horse: horses
        house: houses
        nose: noses
        rose:
        page: pages
        bridge: bridges
        orange: oranges
        tree: trees
        shoe: shoes
        axis:
        boy: boys
        key: keys
        monkey: monkeys
        day: days
        big: bigger biggest
        large: larger largest
        happy: happier happiest
        easy: easier easiest
        nice: nicer nicest
        fast: faster fastest
        bad: worse worst
        """

    static var pairs: [(base: String, form: String)] {
        families.split(separator: "\n").flatMap { line in
            let words = line.split(whereSeparator: { $0 == " " || $0 == ":" }).map(String.init)
            return words.dropFirst().map { (words[0], $0) }
        }
    }

    @Test func atLeast98PercentOfInflectedForms() {
        let wrong = Self.pairs.filter { Lemmatizer.lemma($0.form) != $0.base }
            .map { "\($0.form): \(Lemmatizer.lemma($0.form)), not \($0.base)" }
        #expect(Self.pairs.count >= 500)
        #expect(
            Double(wrong.count) <= 0.02 * Double(Self.pairs.count), "\(wrong.count) of \(Self.pairs.count): \(wrong)")
    }

    @Test(arguments: [
        "bus", "gas", "glass", "news", "bed", "seed", "king", "ring", "thing", "morning", "string", "during", "this",
        "is",
        "always", "red", "need", "speed", "hundred", "something", "lens", "virus", "tennis", "river", "water", "forest",
        "building", "wicked", "naked", "sacred", "bring", "wing", "spring", "evening", "ceiling", "series", "species",
    ])
    func baseFormsStay(word: String) {
        #expect(Lemmatizer.lemma(word) == (word == "is" ? "be" : word))
    }

    /// Words that no table has: spelling decides.
    @Test(arguments: [
        ("blogged", "blog"), ("googled", "google"), ("texted", "text"), ("emailing", "email"), ("vlogs", "vlog"),
        ("memes", "meme"), ("snowboarding", "snowboard"), ("photobombed", "photobomb"),
    ])
    func newWords(form: String, base: String) {
        #expect(Lemmatizer.lemma(form) == base)
    }

    @Test(arguments: ["", "s", "ed", "ing", "ies", "xxs", "naïves", "Walked", "4s", "zzzing", "é", "-", "a1ed"])
    func oddWordsAreTotal(word: String) {
        #expect(Lemmatizer.lemma(word).utf8.count <= word.utf8.count + 1)
    }

    @Test func invalidBytesStay() {
        let bytes: [UInt8] = [0xFF, 0x73, 0x73]
        #expect(Lemmatizer.lemma(bytes[...]) == bytes)
    }
}
