// What calls cost; gas.json is what they cost when it was last written (node test/gas.test.mjs --write).
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { attestation, claims, deployed, digest, makePeer, makeVerifier, mined, openRound, parent, phases, work } from './chain.mjs';

const Snapshot = new URL('./gas.json', import.meta.url);
const Tolerance = 0.02;

let chain;

before(async () => { chain = await deployed(); });
after(() => chain.end());

async function measure() {
  const { contract, people } = chain;
  const [, ada, vera, stranger] = people;
  const gas = {};
  const of = async (name, sent) => { gas[name] = Number((await mined(sent)).gasUsed); };
  gas.deploy = Number((await contract.deploymentTransaction().wait()).gasUsed);
  await makeVerifier(chain, vera);
  await of('claimPeer', chain.as(ada).claimPeer(digest('ada'), new Uint8Array(64).fill(7)));
  await of('confirmPeer', chain.as(vera).confirmPeer(ada.address, digest('ada')));
  await of('openRound', contract.openRound(parent, phases.submit, phases.attest, phases.reveal, { value: 1_000_000n }));
  await of('submit', chain.as(ada).submit(work(1, 'one')));
  await of('submit, the next', chain.as(ada).submit(work(1, 'two')));
  await of('submitBatch', chain.as(ada).submitBatch(1, 0, digest('root'), 256));
  const id = await contract.contributionId(ada.address, work(1, 'one'));
  await chain.pass(phases.submit);
  await of('commitAttestation', chain.as(vera).commitAttestation(id, attestation(id, vera.address, true, 5, digest('salt'))));
  await chain.pass(phases.attest);
  await of('revealAttestation', chain.as(vera).revealAttestation(id, true, 5, digest('salt')));
  await chain.pass(phases.reveal);
  const lines = Array.from({ length: 1000 }, (_, index) => [index, index % 2 === 0 ? ada.address : stranger.address, 1000n]);
  const tree = claims(lines);
  await of('settleRound', contract.settleRound(1, digest('model'), digest('record'), tree.root, 1_000_000n));
  await of('claim, of 1000 lines', contract.claim(1, 0, ada.address, 1000n, tree.proofOf(0)));
  await of('claim, the next', contract.claim(1, 2, ada.address, 1000n, tree.proofOf(2)));
  await of('withdraw', chain.as(ada).withdraw());
  return gas;
}

test('what calls cost', async () => {
  const gas = await measure();
  assert.ok(gas.submit <= 60_000, `submit takes ${gas.submit}`);
  assert.ok(gas.submitBatch / 256 <= 250, `of a batch of 256 each takes ${gas.submitBatch / 256}`);
  if (process.argv.includes('--write')) {
    writeFileSync(Snapshot, `${JSON.stringify(gas, null, 1)}\n`);
  }

  const before = JSON.parse(readFileSync(Snapshot));
  assert.deepEqual(Object.keys(gas), Object.keys(before));
  for (const [call, now] of Object.entries(gas)) {
    assert.ok(Math.abs(now - before[call]) <= Tolerance * before[call], `${call} takes ${now}, before it took ${before[call]}`);
  }
});
