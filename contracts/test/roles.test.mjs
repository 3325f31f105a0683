import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { attestation, deployed, digest, makePeer, makeVerifier, mined, openRound, parent, phases, refusal, work } from './chain.mjs';

let chain;
let ada, vera, stranger;

before(async () => {
  chain = await deployed();
  [, ada, vera, stranger] = chain.people;
  await makeVerifier(chain, vera);
  await makePeer(chain, ada, vera, 'ada');
});

after(() => chain.end());

const word = () => digest('word');

test('what a role may do nobody else may', async () => {
  const { contract } = chain;
  const calls = {
    openRound: (one) => one.openRound(parent, 1, 1, 1),
    settleRound: (one) => one.settleRound(1, parent, word(), word(), 0),
    barPeer: (one) => one.barPeer(ada.address, word()),
    slash: (one) => one.slash(vera.address, 1, word()),
    pause: (one) => one.pause(),
    unpause: (one) => one.unpause(),
    postBond: (one) => one.postBond({ value: 5 }),
    confirmPeer: (one) => one.confirmPeer(stranger.address, word()),
    rejectPeer: (one) => one.rejectPeer(stranger.address, word()),
    commitAttestation: (one) => one.commitAttestation(word(), word()),
    verifyHFUpload: (one) => one.verifyHFUpload('a', 'b'),
    grantRole: (one) => one.grantRole(word(), stranger.address),
  };
  for (const [name, call] of Object.entries(calls)) {
    assert.equal(await refusal(contract, () => call(chain.as(stranger))), 'AccessControlUnauthorizedAccount', name);
  }
});

test('a verifier without a bond has no say', async () => {
  const { contract } = chain;
  await mined(contract.grantRole(await contract.VERIFIER_ROLE(), stranger.address));
  assert.equal(await refusal(contract, () => chain.as(stranger).confirmPeer(ada.address, digest('ada'))), 'BondTooSmall');
  await mined(contract.revokeRole(await contract.VERIFIER_ROLE(), stranger.address));
});

test('each thing has its time', async () => {
  const { contract } = chain;
  assert.equal(await refusal(contract, () => chain.as(ada).submit(work(1, 'early'))), 'WrongPhase');
  assert.equal(await refusal(contract, () => contract.openRound(parent, 7 * 24 * 3600, 1, 0)), 'RoundTooLong');
  const round = await openRound(chain);
  assert.equal(await refusal(contract, () => contract.openRound(parent, 1, 1, 1)), 'WrongPhase');
  assert.equal(await refusal(contract, () => chain.as(ada).submit({ ...work(round, 'lost'), parent: word() })), 'WrongParent');
  assert.equal(await refusal(contract, () => chain.as(stranger).submit(work(round, 'nobody'))), 'NotAPeer');
  await mined(chain.as(ada).submit(work(round, 'mine')));
  const id = await contract.contributionId(ada.address, work(round, 'mine'));
  const commitment = attestation(id, vera.address, true, 1, word());
  assert.equal(await refusal(contract, () => chain.as(vera).commitAttestation(id, commitment)), 'WrongPhase');
  assert.equal(await refusal(contract, () => chain.as(vera).commitAttestation(word(), commitment)), 'UnknownContribution');

  await chain.pass(phases.submit);
  assert.equal(await refusal(contract, () => chain.as(ada).submit(work(round, 'late'))), 'WrongPhase');
  assert.equal(await refusal(contract, () => chain.as(ada).submitBatch(round, 0, word(), 1)), 'WrongPhase');
  await makeVerifier(chain, ada);
  assert.equal(await refusal(contract, () => chain.as(ada).commitAttestation(id, commitment)), 'OwnContribution');
  await mined(chain.as(vera).commitAttestation(id, commitment));
  assert.equal(await refusal(contract, () => chain.as(vera).commitAttestation(id, commitment)), 'AlreadyAttested');
  assert.equal(await refusal(contract, () => chain.as(vera).revealAttestation(id, true, 1, word())), 'WrongPhase');

  await chain.pass(phases.attest);
  assert.equal(await refusal(contract, () => chain.as(vera).revealAttestation(id, false, 1, word())), 'WrongReveal');
  assert.equal(await refusal(contract, () => chain.as(ada).revealAttestation(id, true, 1, word())), 'WrongReveal');
  assert.equal(await refusal(contract, () => contract.settleRound(round, parent, word(), word(), 0)), 'WrongPhase');
  await mined(chain.as(vera).revealAttestation(id, true, 1, word()));
  assert.equal(await refusal(contract, () => chain.as(vera).revealAttestation(id, true, 1, word())), 'WrongReveal');

  await chain.pass(phases.reveal);
  assert.equal(await refusal(contract, () => contract.settleRound(round, parent, word(), word(), 1)), 'PoolExceeded');
  await mined(contract.settleRound(round, parent, word(), word(), 0));
  assert.equal(await refusal(contract, () => contract.settleRound(round, parent, word(), word(), 0)), 'WrongPhase');
});

test('a pause stops what is new and nothing that is owed', async () => {
  const { contract } = chain;
  const round = await openRound(chain);
  await mined(contract.pause());
  for (const call of [
    () => chain.as(ada).submit(work(round, 'paused')),
    () => chain.as(ada).submitBatch(round, 0, word(), 1),
    () => chain.as(ada).commit(word()),
    () => chain.as(stranger).claimPeer(word(), new Uint8Array(64)),
    () => chain.as(stranger)['registerPeer(string)']('a'),
    () => chain.as(stranger).submitHFUpload(ada.address, 'a', 'b', 1, true),
    () => chain.as(vera).postBond({ value: 1 }),
  ]) {
    assert.equal(await refusal(contract, call), 'EnforcedPause');
  }

  assert.equal(await refusal(contract, () => chain.as(ada).withdraw()), 'NothingToWithdraw');
  await mined(chain.as(vera).beginUnbonding());
  await mined(contract.unpause());
  await mined(chain.as(vera).postBond());
});
