// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Messages between the judge of JavaScript and the program: plain data, and handles for what is none.
enum JavaScriptWire {
    /// The text.
    static let text = #"""
        'use strict';
        const fs = require('fs');
        const MOST = 16 << 20;

        // Messages over a socket, a length and JSON each; values as plain data, functions and objects as handles of the side they
        // live on. What comes from the other side is built anew.
        class Gone extends Error {}
        class Late extends Error {}
        class Unreadable extends Error {}

        class Line {
            constructor(number) { this.number = number; }
            exactly(count) {
                const bytes = Buffer.allocUnsafe(count);
                let start = 0;
                while (start < count) {
                    let got = 0;
                    try { got = fs.readSync(this.number, bytes, start, count - start, null); } catch (error) {
                        if (error.code === 'EINTR') continue;
                        throw error.code === 'EAGAIN' ? new Late() : new Gone();
                    }
                    if (got === 0) throw new Gone();
                    start += got;
                }
                return bytes;
            }
            receive() {
                const size = this.exactly(4).readUInt32BE();
                if (size > MOST) throw new Unreadable('the value is larger than can be handed over');
                try { return JSON.parse(this.exactly(size).toString('utf8')); } catch (error) {
                    if (error instanceof Gone || error instanceof Late) throw error;
                    throw new Unreadable('the answer is not one that was agreed on');
                }
            }
            send(message) {
                const text = Buffer.from(JSON.stringify(message), 'utf8');
                if (text.length > MOST) throw new Unreadable('the value is larger than can be handed over');
                const bytes = Buffer.allocUnsafe(4 + text.length);
                bytes.writeUInt32BE(text.length);
                text.copy(bytes, 4);
                let start = 0;
                while (start < bytes.length) {
                    try { start += fs.writeSync(this.number, bytes, start); } catch (error) {
                        if (error.code === 'EINTR') continue;
                        throw error.code === 'EAGAIN' ? new Late() : new Gone();
                    }
                }
            }
        }

        const TYPED = ['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array',
            'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array'];
        const ERRORS = { Error, TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError };

        // `other` says how to write what is no plain data.
        const encode = (value, other, depth = 0) => {
            if (depth > 200) throw new Unreadable('the value is nested too deeply');
            const e = (part) => encode(part, other, depth + 1);
            switch (typeof value) {
                case 'undefined': return ['u'];
                case 'boolean': case 'string': return value;
                case 'number': return Number.isFinite(value) && !Object.is(value, -0) ? value : ['n', Object.is(value, -0) ? '-0' : `${value}`];
                case 'bigint': return ['i', `${value}`];
                case 'symbol': throw new Unreadable('a symbol cannot be handed over');
                case 'function': return other(value, depth);
            }
            if (value === null) return null;
            const own = other(value, depth);
            if (own) return own;
            if (Array.isArray(value)) return ['a', Array.from(value, e)];
            if (value instanceof Map) return ['m', Array.from(value, ([k, v]) => [e(k), e(v)])];
            if (value instanceof Set) return ['s', Array.from(value, e)];
            if (value instanceof Date) return ['d', e(value.getTime())];
            if (value instanceof RegExp) return ['x', value.source, value.flags];
            if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
                const kind = TYPED.find((name) => value instanceof globalThis[name]);
                return ['t', kind, Array.from(value, e)];
            }
            const proto = Object.getPrototypeOf(value);
            return [proto === null ? 'N' : 'o', Object.keys(value).map((key) => [key, e(value[key])])];
        };

        const isPlain = (value) => {
            if (Array.isArray(value) || value instanceof Map || value instanceof Set || value instanceof Date || value instanceof RegExp
                || (ArrayBuffer.isView(value) && !(value instanceof DataView))) return true;
            const proto = Object.getPrototypeOf(value);
            return proto === null || proto === Object.prototype;
        };

        const decode = (data, other, depth = 0) => {
            if (depth > 200) throw new Unreadable('the value is nested too deeply');
            if (data === null || typeof data !== 'object') return data;
            const d = (part) => decode(part, other, depth + 1);
            try {
                const [tag, one, two] = data;
                switch (tag) {
                    case 'u': return undefined;
                    case 'n': return Number(one);
                    case 'i': return BigInt(one);
                    case 'a': return Array.from(one, d);
                    case 'm': return new Map(Array.from(one, ([k, v]) => [d(k), d(v)]));
                    case 's': return new Set(Array.from(one, d));
                    case 'd': return new Date(d(one));
                    case 'x': return new RegExp(String(one), String(two));
                    case 't': if (TYPED.includes(one)) return globalThis[one].from(two, d); break;
                    case 'o': case 'N': {
                        const object = tag === 'N' ? Object.create(null) : {};
                        for (const [key, value] of one) {
                            Object.defineProperty(object, key, { value: d(value), writable: true, enumerable: true, configurable: true });
                        }
                        return object;
                    }
                    default: {
                        const found = other(data, d);
                        if (found) return found.value;
                    }
                }
            } catch (error) {
                if (error instanceof Unreadable || error instanceof Gone || error instanceof Late) throw error;
            }
            throw new Unreadable('the value is not one that was agreed on');
        };

        // What a call has changed in a container that it was given.
        const update = (target, value) => {
            if (Array.isArray(target) && Array.isArray(value)) {
                target.length = 0;
                for (const item of value) target.push(item);
            } else if (target instanceof Map && value instanceof Map) {
                target.clear();
                for (const [k, v] of value) target.set(k, v);
            } else if (target instanceof Set && value instanceof Set) {
                target.clear();
                for (const v of value) target.add(v);
            } else if (ArrayBuffer.isView(target) && ArrayBuffer.isView(value) && target.length === value.length) {
                target.set(value);
            } else if (typeof value === 'object' && value !== null && isPlain(target)) {
                for (const key of Object.keys(target)) if (!Object.hasOwn(value, key)) delete target[key];
                for (const key of Object.keys(value)) {
                    Object.defineProperty(target, key, { value: value[key], writable: true, enumerable: true, configurable: true });
                }
            }
        };

        """#
}
