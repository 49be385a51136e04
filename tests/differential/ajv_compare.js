// Asks ajv and our engine about every generated case, and shows where their verdicts differ.
'use strict';
const { spawnSync } = require('child_process');
const { createRequire } = require('module');
const path = require('path');
const { generated } = require('./ajv_generated.js');

const [modules, validator] = process.argv.slice(2);
const peer = createRequire(path.join(path.resolve(modules), 'none.js'));
const addFormats = peer('ajv-formats');
const constructors = {
  4: peer('ajv-draft-04'),
  7: peer('ajv'),
  2019: peer('ajv/dist/2019'),
  2020: peer('ajv/dist/2020'),
};
const dialects = {
  4: 'http://json-schema.org/draft-04/schema#',
  7: 'http://json-schema.org/draft-07/schema#',
  2019: 'https://json-schema.org/draft/2019-09/schema',
  2020: 'https://json-schema.org/draft/2020-12/schema',
};

/// Where ajv departs from the specification: until draft 7 what stands beside `$ref` is ignored, but
/// ajv heeds it.
const isKnownDeparture = (draft, text) => draft < 2019 && /"\$ref":/.test(text);

function ajv(draft) {
  const Ajv = constructors[draft].default || constructors[draft];
  const made = new Ajv({ strict: false, logger: false, validateFormats: true });
  (addFormats.default || addFormats)(made);
  return made;
}

function main() {
  const full = Boolean(process.env.TIZZA_TEST_FULL);
  const perDraft = full ? 20000 : 250;
  const seed = Number(process.env.TIZZA_SEED || 20240531);
  const cases = [];
  for (const draft of [4, 7, 2019, 2020]) {
    for (let i = 0; i < perDraft; ++i) {
      const made = generated(seed + i * 4 + draft, draft);
      let check;
      try {
        check = ajv(draft).compile(made.schema);
      } catch (error) {
        continue; // ajv refuses it
      }
      for (const instance of made.instances) {
        cases.push({ draft, dialect: dialects[draft], schema: made.schema, instance,
          expected: check(instance) });
      }
    }
  }
  const input = cases.map((c) => JSON.stringify(
    { dialect: c.dialect, schema: c.schema, instance: c.instance }) + '\n').join('');
  const run = spawnSync(validator, { input, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (run.status !== 0) throw new Error(`the validator ended with ${run.status || run.signal}`);
  const answers = run.stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line));
  let differences = 0;
  let known = 0;
  cases.forEach((c, i) => {
    if (answers[i].valid === c.expected) return;
    if (isKnownDeparture(c.draft, JSON.stringify(c.schema))) {
      ++known;
      return;
    }
    if (++differences > 20) return;
    console.log(`draft ${c.draft}: ajv says ${c.expected}, we say ${JSON.stringify(answers[i])}`);
    console.log(`  schema   ${JSON.stringify(c.schema)}`);
    console.log(`  instance ${JSON.stringify(c.instance)}`);
  });
  const valid = cases.filter((c) => c.expected).length;
  console.log(`seed ${seed}: ${cases.length} pairs, ${valid} valid, ${differences} differences, ` +
    `${known} where ajv departs from the specification`);
  process.exit(differences === 0 && cases.length > 1000 ? 0 : 1);
}

main();
