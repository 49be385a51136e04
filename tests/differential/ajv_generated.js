// Seeded schemas, and instances that come close to them.
'use strict';

class Random {
  constructor(seed) {
    this.state = seed >>> 0;
  }
  // mulberry32
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  below(n) {
    return Math.floor(this.next() * n);
  }
  pick(list) {
    return list[this.below(list.length)];
  }
  chance(p) {
    return this.next() < p;
  }
}

// Not the empty name: ajv lets it be where it is required.
const NAMES = ['a', 'b', 'c', 'size', 'x-y', 'ä'];
const TEXTS = ['', 'a', 'abc', 'margherita', 'ä', '💥💥', '2024-05-31', '2024-02-30', '12', 'A-1',
  '192.0.2.1', '300.1.1.1', '2001:db8::1', '2f1c9d6e-8a53-4a0f-9b1d-0c6f1f6f7c55', 'a@tizza.com',
  '/a/0', '~'];
const NUMBERS = [0, 1, -1, 2, 3.5, 0.1, 10, 1e3, -7.25, 4294967296];
const PATTERNS = ['^a', '[0-9]+$', '^.{2,3}$', '^(a|b)c?', '\\d', '^[^a-z]*$', '\\p{Lu}'];
const FORMATS = ['date', 'ipv4', 'ipv6', 'uuid', 'json-pointer', 'no-such-format'];
const TYPES = ['null', 'boolean', 'object', 'array', 'number', 'string', 'integer'];

function value(random, depth) {
  const kind = random.below(depth > 0 ? 9 : 6);
  if (kind === 0) return null;
  if (kind === 1) return random.chance(0.5);
  if (kind <= 3) return random.pick(NUMBERS);
  if (kind <= 5) return random.pick(TEXTS);
  if (kind === 6) return Array.from({ length: random.below(4) }, () => value(random, depth - 1));
  const made = {};
  for (let i = random.below(5); i > 0; --i) made[random.pick(NAMES)] = value(random, depth - 1);
  return made;
}

function list(random, depth, draft, least = 1) {
  return Array.from({ length: least + random.below(3) }, () => schema(random, depth, draft));
}

function mapping(random, names, make) {
  const made = {};
  for (let i = 1 + random.below(3); i > 0; --i) made[random.pick(names)] = make();
  return made;
}

// Without `unevaluated…`: with these ajv's own code fails on some schemas.
function keywords(draft) {
  const all = {
    type: (r) => (r.chance(0.7) ? r.pick(TYPES) : [...new Set([r.pick(TYPES), r.pick(TYPES)])]),
    enum: (r) => [value(r, 1), value(r, 1), value(r, 0)].filter(
      (v, i, l) => l.findIndex((o) => JSON.stringify(o) === JSON.stringify(v)) === i),
    minimum: (r) => r.pick(NUMBERS),
    maximum: (r) => r.pick(NUMBERS),
    multipleOf: (r) => r.pick([1, 2, 0.5, 5]),
    minLength: (r) => r.below(4),
    maxLength: (r) => r.below(8),
    pattern: (r) => r.pick(PATTERNS),
    format: (r) => r.pick(FORMATS),
    minItems: (r) => r.below(3),
    maxItems: (r) => r.below(4),
    uniqueItems: (r) => r.chance(0.7),
    required: (r) => [...new Set([r.pick(NAMES), r.pick(NAMES)])],
    minProperties: (r) => r.below(3),
    maxProperties: (r) => r.below(4),
    properties: (r, d) => mapping(r, NAMES, () => schema(r, d, draft)),
    patternProperties: (r, d) => mapping(r, ['^[ab]$', '^x', 's'], () => schema(r, d, draft)),
    additionalProperties: (r, d) => (r.chance(0.5) ? false : schema(r, d, draft)),
    allOf: (r, d) => list(r, d, draft),
    anyOf: (r, d) => list(r, d, draft),
    oneOf: (r, d) => list(r, d, draft),
    not: (r, d) => schema(r, d, draft),
    $ref: (r) => (r.chance(0.3) ? '#/definitions/b' : '#/definitions/a'),
  };
  if (draft >= 7) {
    Object.assign(all, {
      const: (r) => value(r, 1),
      exclusiveMinimum: (r) => r.pick(NUMBERS),
      exclusiveMaximum: (r) => r.pick(NUMBERS),
      contains: (r, d) => schema(r, d, draft),
      propertyNames: (r, d) => schema(r, d, draft),
      if: (r, d) => schema(r, d, draft),
      then: (r, d) => schema(r, d, draft),
      else: (r, d) => schema(r, d, draft),
    });
  }
  if (draft < 2019) {
    all.dependencies = (r, d) =>
      mapping(r, NAMES, () => (r.chance(0.5) ? [r.pick(NAMES)] : schema(r, d, draft)));
  } else {
    Object.assign(all, {
      minContains: (r) => r.below(3),
      maxContains: (r) => 1 + r.below(3),
      dependentRequired: (r) => mapping(r, NAMES, () => [r.pick(NAMES)]),
      dependentSchemas: (r, d) => mapping(r, NAMES, () => schema(r, d, draft)),
    });
  }
  if (draft === 2020) {
    all.prefixItems = (r, d) => list(r, d, draft);
    all.items = (r, d) => schema(r, d, draft);
  } else {
    all.items = (r, d) => (r.chance(0.5) ? schema(r, d, draft) : list(r, d, draft));
    all.additionalItems = (r, d) => schema(r, d, draft);
  }
  return all;
}

const KEYWORDS = Object.fromEntries([4, 7, 2019, 2020].map((d) => [d, keywords(d)]));

function schema(random, depth, draft) {
  if (depth <= 0) {
    if (draft > 4 && random.chance(0.2)) return random.chance(0.6);
    return { type: random.pick(TYPES) };
  }
  const made = {};
  const names = Object.keys(KEYWORDS[draft]);
  for (let i = 1 + random.below(3); i > 0; --i) {
    const name = random.pick(names);
    made[name] = KEYWORDS[draft][name](random, depth - 1);
  }
  return made;
}

/// One case of a draft: the schema has two definitions, which never refer back to themselves.
function generated(seed, draft) {
  const random = new Random(seed);
  const plain = (depth) => JSON.parse(
    JSON.stringify(schema(random, depth, draft), (key, v) => (key === '$ref' ? undefined : v)));
  const root = schema(random, 3, draft);
  if (typeof root === 'object') root.definitions = { a: plain(2), b: plain(1) };
  return { schema: root, instances: Array.from({ length: 6 }, () => value(random, 3)) };
}

module.exports = { generated };
