// JSON to YAML 1.2 by the npm package `yaml`: node to_yaml.js NODE_MODULES FROM.json TO.yaml
const fs = require('fs');
const [modules, from, to] = process.argv.slice(2);
const yaml = require(`${modules}/yaml`);
const value = JSON.parse(fs.readFileSync(from, 'utf8'));
fs.writeFileSync(to, yaml.stringify(value, {aliasDuplicateObjects: false, lineWidth: 120}));
