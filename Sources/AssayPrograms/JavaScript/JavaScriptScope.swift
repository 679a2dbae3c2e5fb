// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// What a test in JavaScript sees: node's own, and the program behind its names.
enum JavaScriptScope {
    /// The text.
    static let text = #"""
        // The judge has the tests, and never runs a line of the program: that is in another sandbox, at the other end of a socket,
        // and answers calls with plain data, from which values are built anew here.
        const assert = require('assert');
        const job = JSON.parse(fs.readFileSync(4, 'utf8'));
        const line = new Line(Number(process.env.ASSAY_LINK));
        const tell = (record) => {
            const bytes = Buffer.from(JSON.stringify({ ...record, token: job.token }) + '\n', 'utf8');
            let start = 0;
            while (start < bytes.length) start += fs.writeSync(3, bytes, start);
        };
        const message = (error) => String((error && error.message) || error).slice(0, 500);

        let callbacks = [], handles = new WeakMap(), own = new WeakMap(), protos = new Map();
        // What a test must not get past by catching it, and whether it has asked for anything.
        let ending = null, asked = false, isAlone = false, deadline = 0;

        class NeedsProgram extends Error {}

        const stop = (outcome, detail) => {
            if (!ending) ending = { outcome, detail };
            return new Error(detail);
        };

        const exchange = (question) => {
            if (isAlone) throw new NeedsProgram();
            if (ending) throw new Error(ending.detail);
            asked = true;
            if (Date.now() > deadline) throw stop('timeout', `the test took longer than ${job.seconds} s`);
            try {
                line.send(question);
                while (true) {
                    const answer = line.receive();
                    if (answer === null || typeof answer !== 'object') throw new Unreadable('the answer is not one that was agreed on');
                    if (!('cb' in answer)) return answer;
                    let result;
                    try {
                        const value = callbacks[answer.cb](...Array.from(answer.a, into));
                        result = { v: out(value) };
                    } catch (error) {
                        result = { x: own.has(error) ? ['b', own.get(error)] : ['e', message(error)] };
                    }
                    if (ending) throw new Error(ending.detail);
                    line.send(result);
                }
            } catch (error) {
                if (error instanceof Gone) throw stop('ended', 'the program ended before the test did');
                if (error instanceof Late) throw stop('timeout', `the test took longer than ${job.seconds} s`);
                if (error instanceof Unreadable) throw stop('unreadable', error.message);
                throw error;
            }
        };

        const ask = (question, args = []) => {
            let answer;
            try { answer = exchange({ ...question, a: args.map(out) }); } catch (error) {
                if (error instanceof Unreadable) throw stop('unreadable', error.message);
                throw error;
            }
            if ('bad' in answer) throw stop('unreadable', String(answer.bad));
            if ('x' in answer) throw into(answer.x);
            for (const [place, after] of answer.after || []) if (place in args) update(args[place], into(after));
            const value = answer.same >= 0 && answer.same < args.length ? args[answer.same] : into(answer.v);
            if (answer.missing === true) return { missing: true };
            return { value: answer.promise === true ? Promise.resolve(value) : value };
        };

        const out = (value) => encode(value, (value) => {
            const id = handles.get(value) ?? own.get(value);
            if (id !== undefined) return ['b', id];
            if (typeof value === 'function') return ['cb', callbacks.push(value) - 1];
            if (value instanceof Error) return ['e', message(value)];
            if (isPlain(value)) return null;
            throw new Unreadable('an object of a class cannot be handed over as an argument');
        });

        const into = (data) => decode(data, (data) => {
            const [tag, one, two, three, four] = data;
            if (tag === 'r' && Number.isInteger(one)) return { value: remote(one, two === 'function', String(three)) };
            if (tag === 'e' && Array.isArray(one)) {
                const base = ERRORS[one.find((name) => Object.hasOwn(ERRORS, name))] || Error;
                const error = new base(String(two));
                if (error.name !== String(four)) Object.defineProperty(error, 'name', { value: String(four), configurable: true, writable: true });
                if (Number.isInteger(three)) own.set(error, three);
                return { value: error };
            }
        });

        const remote = (id, isFunction, name) => {
            const key = `${isFunction} ${name}`;
            // Two of one class may be equal, and none is equal to plain data.
            if (!protos.has(key)) protos.set(key, {});
            const target = isFunction ? function () {} : Object.create(protos.get(key));
            const proxy = new Proxy(target, {
                apply: (_, self, args) => ask({ q: 'call', o: id, t: out(self) }, args).value,
                construct: (_, args) => Object(ask({ q: 'new', o: id }, args).value),
                get: (_, key) => {
                    if (key === Symbol.iterator) return () => {
                        const steps = ask({ q: 'iterate', o: id }).value;
                        return { next: () => steps.next(), [Symbol.iterator]() { return this; } };
                    };
                    if (key === Symbol.hasInstance) return (value) => ask({ q: 'is', o: id, v: out(value) }).value === true;
                    if (typeof key === 'symbol' || key === 'then') return undefined;
                    return ask({ q: 'get', o: id, k: key }).value;
                },
                set: (_, key, value) => {
                    ask({ q: 'set', o: id, k: String(key), v: out(value) });
                    return true;
                },
                has: (_, key) => typeof key === 'string' && ask({ q: 'has', o: id, k: key }).value === true,
                ownKeys: (target) => isFunction ? Reflect.ownKeys(target) : Array.from(new Set(Array.from(ask({ q: 'keys', o: id }).value, String))),
                getOwnPropertyDescriptor: (target, key) => isFunction || typeof key === 'symbol' ? Reflect.getOwnPropertyDescriptor(target, key)
                    : { value: ask({ q: 'get', o: id, k: key }).value, writable: true, enumerable: true, configurable: true },
            });
            handles.set(proxy, id);
            return proxy;
        };

        // Names of a test: node's own are the judge's, all others the program's.
        const FRAMEWORKS = ['describe', 'it', 'test', 'expect', 'jest', 'beforeEach', 'afterEach', 'suite'];
        const scope = () => {
            const locals = new Map(Object.entries({
                assert,
                console: { ...console, assert: (value, ...words) => assert.ok(value, words.length ? words.map(String).join(' ') : undefined),
                    log() {}, error() {}, info() {}, warn() {} },
                require: (name) => name.startsWith('.') ? names : require(name),
                module: { exports: {} }, exports: {},
            }));
            const names = new Proxy(Object.create(null), {
                has: (_, key) => typeof key === 'string' && (locals.has(key) || !(key in globalThis)),
                get: (_, key) => {
                    if (typeof key !== 'string') return undefined;
                    if (locals.has(key)) return locals.get(key);
                    if (key === 'candidate' && job.entry) key = job.entry;
                    if (isAlone) throw new NeedsProgram();
                    const found = ask({ q: 'name', n: key });
                    if (!found.missing) return found.value;
                    if (FRAMEWORKS.includes(key)) throw stop('bad-test', `it uses ${key}(), and node's assert alone is there`);
                    throw stop('missing', `the program has no "${key}"`);
                },
                set: (_, key, value) => {
                    locals.set(key, value);
                    return true;
                },
            });
            return names;
        };

        """#
}
