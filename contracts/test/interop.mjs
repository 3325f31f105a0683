// What the library makes, made again with ethers and with viem: node test/interop.mjs check FILE. What these make, for the library to read: node test/interop.mjs make FILE SEED.
// The last line tells how often what was compared, by kind.
import { readFileSync, writeFileSync } from 'node:fs';
import { checks } from './interop/check.mjs';
import { makers } from './interop/make.mjs';
import { Chance } from './interop/chance.mjs';

const [what, file, seed] = process.argv.slice(2);

async function check(cases) {
  const counts = {};
  for (const [kind, list] of Object.entries(cases)) {
    counts[kind] = 0;
    for (const [i, one] of list.entries()) {
      await checks[kind](one, (found, expected, name) => {
        if (found !== expected) {
          throw new Error(`${kind} ${i}, ${name}: ${found} instead of ${expected}\n${JSON.stringify(one)}`);
        }

        counts[kind]++;
      });
    }
  }

  return counts;
}

async function make(chance) {
  const cases = {};
  for (const [kind, [count, maker]] of Object.entries(makers)) {
    cases[kind] = [];
    for (let i = 0; i < count; i++) {
      cases[kind].push(await maker(chance, i));
    }
  }

  return cases;
}

if (what === 'check') {
  console.log(JSON.stringify(await check(JSON.parse(readFileSync(file, 'utf8')))));
} else {
  const cases = await make(new Chance(seed));
  writeFileSync(file, JSON.stringify(cases));
  console.log(JSON.stringify(Object.fromEntries(Object.entries(cases).map(([kind, list]) => [kind, list.length]))));
}
