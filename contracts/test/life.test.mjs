import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AbiCoder, Wallet, attestation, claims, deployed, digest, keccak256, leastBond, makePeer, makeVerifier, mined, openRound, parent, phases, refusal, silencePenalty, work } from './chain.mjs';

let chain;
let admin, ada, bob, vera, victor, stranger;

before(async () => {
  chain = await deployed();
  [admin, ada, bob, vera, victor, stranger] = chain.people;
  await makeVerifier(chain, vera);
  await makeVerifier(chain, victor);
  await makePeer(chain, ada, vera, 'ada');
  await makePeer(chain, bob, vera, 'bob');
});

after(() => chain.end());

test('a whole round: work is submitted, attested, settled, claimed and withdrawn', async () => {
  const { contract } = chain;
  const round = await openRound(chain, 1_000n);
  const id = await contract.contributionId(ada.address, work(round, 'ada'));
  const receipt = await mined(chain.as(ada).submit(work(round, 'ada')));
  const event = contract.interface.parseLog(receipt.logs[0]);
  assert.equal(event.name, 'ContributionSubmitted');
  assert.equal(event.args.id, id);

  await chain.pass(phases.submit);
  const salt = digest('salt');
  await mined(chain.as(vera).commitAttestation(id, attestation(id, vera.address, true, 7, salt)));
  await mined(chain.as(victor).commitAttestation(id, attestation(id, victor.address, false, 0, salt)));
  await chain.pass(phases.attest);
  await mined(chain.as(vera).revealAttestation(id, true, 7, salt));
  await mined(chain.as(victor).revealAttestation(id, false, 0, salt));
  const told = await contract.contributions(id);
  assert.deepEqual([told.attested, told.accepted, told.scores], [2n, 1n, 7n]);

  await chain.pass(phases.reveal);
  const lines = [[0, ada.address, 600n], [1, bob.address, 300n], [2, vera.address, 50n]];
  const tree = claims(lines);
  await mined(contract.settleRound(round, digest('model'), digest('record'), tree.root, 950n));
  assert.equal(await contract.reserve(), 50n);
  for (const [index, account, amount] of lines) {
    await mined(chain.as(stranger).claim(round, index, account, amount, tree.proofOf(index)));
    assert.equal(await contract.isClaimed(round, index), true);
  }

  assert.equal(await contract.balances(ada.address), 600n);
  assert.equal(await refusal(contract, () => chain.as(ada).claim(round, 0, ada.address, 600n, tree.proofOf(0))), 'AlreadyClaimed');
  await mined(chain.as(ada).withdraw());
  assert.equal(await contract.balances(ada.address), 0n);
  assert.equal(await refusal(contract, () => chain.as(ada).withdraw()), 'NothingToWithdraw');
});

test('the same work counts once for each who did it', async () => {
  const { contract } = chain;
  const round = await openRound(chain);
  await mined(chain.as(ada).submit(work(round, 'twice')));
  assert.equal(await refusal(contract, () => chain.as(ada).submit(work(round, 'twice'))), 'DuplicateContribution');
  await mined(chain.as(bob).submit(work(round, 'twice')));
  await settle(round);
});

test('somebody else may pay for work that the contributor signed, and cannot change it', async () => {
  const { contract, provider } = chain;
  const carol = Wallet.createRandom().connect(provider);
  await mined(admin.sendTransaction({ to: carol.address, value: 10n ** 18n }));
  await makePeer(chain, carol, vera, 'carol');
  const round = await openRound(chain);
  const domain = { name: 'BlockAssist Contributions', version: '1', chainId: (await provider.getNetwork()).chainId, verifyingContract: await contract.getAddress() };
  const types = { Work: ['address contributor', 'uint8 kind', 'uint32 round', 'bytes32 parent', 'bytes32 demonstrations', 'bytes32 update']
    .map((field) => ({ type: field.split(' ')[0], name: field.split(' ')[1] })) };
  const signature = await carol.signTypedData(domain, types, { contributor: carol.address, ...work(round, 'signed') });

  assert.equal(await refusal(contract, () => chain.as(stranger).submitFor(carol.address, work(round, 'other'), signature)), 'WrongSigner');
  assert.equal(await refusal(contract, () => chain.as(stranger).submitFor(ada.address, work(round, 'signed'), signature)), 'WrongSigner');
  await mined(chain.as(stranger).submitFor(carol.address, work(round, 'signed'), signature));
  const id = await contract.contributionId(carol.address, work(round, 'signed'));
  assert.equal((await contract.contributions(id)).contributor, carol.address);
  assert.equal(await refusal(contract, () => chain.as(stranger).submitFor(carol.address, work(round, 'signed'), signature)), 'DuplicateContribution');
  await settle(round);
});

test('work may be committed to before it is shown', async () => {
  const { contract } = chain;
  const round = await openRound(chain);
  const salt = digest('secret');
  const one = work(round, 'hidden');
  const commitment = keccak256(AbiCoder.defaultAbiCoder().encode(
    ['tuple(uint8,uint32,bytes32,bytes32,bytes32)', 'bytes32'], [[one.kind, one.round, one.parent, one.demonstrations, one.update], salt]));
  assert.equal(await refusal(contract, () => chain.as(ada).submitCommitted(one, salt)), 'NotCommitted');
  await mined(chain.as(ada).commit(commitment));
  assert.equal(await refusal(contract, () => chain.as(ada).commit(commitment)), 'DuplicateContribution');
  assert.equal(await refusal(contract, () => chain.as(bob).submitCommitted(one, salt)), 'NotCommitted');
  await mined(chain.as(ada).submitCommitted(one, salt));
  await settle(round);
});

test('a batch is a root of many contributions', async () => {
  const { contract } = chain;
  const round = await openRound(chain);
  const leaf = keccak256(keccak256(AbiCoder.defaultAbiCoder().encode(['bytes32'], [digest('one')])));
  const batch = await chain.as(ada).submitBatch.staticCall(round, 0, leaf, 1);
  await mined(chain.as(ada).submitBatch(round, 0, leaf, 1));
  assert.equal(await contract.isInBatch(batch, digest('one'), []), true);
  assert.equal(await contract.isInBatch(batch, digest('two'), []), false);
  assert.equal(await refusal(contract, () => chain.as(ada).submitBatch(round, 0, leaf, 1)), 'DuplicateContribution');
  await mined(chain.as(ada).submitBatch(round, 1, leaf, 1));
  await settle(round);
});

test('who commits to an attestation and says nothing loses of its bond', async () => {
  const { contract } = chain;
  const round = await openRound(chain);
  await mined(chain.as(ada).submit(work(round, 'silence')));
  const id = await contract.contributionId(ada.address, work(round, 'silence'));
  await chain.pass(phases.submit);
  await mined(chain.as(victor).commitAttestation(id, attestation(id, victor.address, true, 1, digest('salt'))));
  assert.equal(await refusal(contract, () => chain.as(stranger).slashSilent(id, victor.address)), 'WrongPhase');
  await chain.pass(phases.attest + phases.reveal);
  const reserve = await contract.reserve();
  assert.equal(await refusal(contract, () => chain.as(stranger).slashSilent(id, vera.address)), 'WrongReveal');
  await mined(chain.as(stranger).slashSilent(id, victor.address));
  assert.equal(await refusal(contract, () => chain.as(stranger).slashSilent(id, victor.address)), 'WrongReveal');
  assert.deepEqual([await contract.reserve(), (await contract.bonds(victor.address)).amount, await contract.isBonded(victor.address)], [reserve + silencePenalty, leastBond - silencePenalty, false]);
  await settle(round, false);
  await mined(chain.as(victor).postBond({ value: silencePenalty }));
  assert.equal(await contract.isBonded(victor.address), true);
});

test('a bond comes back after its time, less what was taken', async () => {
  const { contract } = chain;
  await makeVerifier(chain, stranger);
  await mined(chain.as(stranger).beginUnbonding());
  assert.equal(await refusal(contract, () => chain.as(stranger).confirmPeer(ada.address, digest('ada'))), 'BondTooSmall');
  assert.equal(await refusal(contract, () => chain.as(stranger).unbond()), 'StillBonded');
  await mined(contract.slash(stranger.address, 300n, digest('record')));
  await chain.pass(14 * 24 * 3600);
  await mined(chain.as(stranger).unbond());
  assert.equal(await contract.balances(stranger.address), leastBond - 300n);
  assert.equal(await refusal(contract, () => chain.as(stranger).unbond()), 'NotUnbonding');
  await mined(chain.as(stranger).withdraw());
});

test('keys: claims bind nothing, the first confirmed has the key, who is barred is out', async () => {
  const { contract } = chain;
  const squatter = chain.people[6];
  await mined(chain.as(squatter).claimPeer(digest('wanted'), new Uint8Array(64)));
  await mined(chain.as(stranger).claimPeer(digest('wanted'), new Uint8Array(64)));
  assert.equal(await refusal(contract, () => chain.as(vera).confirmPeer(stranger.address, digest('another'))), 'NotAPeer');
  await mined(chain.as(vera).confirmPeer(stranger.address, digest('wanted')));
  assert.equal(await refusal(contract, () => chain.as(vera).confirmPeer(squatter.address, digest('wanted'))), 'KeyTaken');
  await mined(chain.as(vera).rejectPeer(squatter.address, digest('wanted')));
  assert.equal(await contract.accountOf(digest('wanted')), stranger.address);

  await mined(contract.barPeer(stranger.address, digest('record')));
  const round = await openRound(chain);
  assert.equal(await refusal(contract, () => chain.as(stranger).submit(work(round, 'barred'))), 'NotAPeer');
  assert.equal(await refusal(contract, () => chain.as(stranger).claimPeer(digest('fresh'), new Uint8Array(64))), 'AlreadyAPeer');
  await settle(round);
});

test('clients of upstream find their two calls, events and errors', async () => {
  const { contract } = chain;
  assert.equal(contract.interface.getFunction('registerPeer').selector, '0x33e7fb45');
  assert.equal(contract.interface.getFunction('submitHFUpload').selector, '0x5648c2e2');
  assert.equal(contract.interface.getEvent('HFUploadSubmitted').topicHash.slice(0, 10), '0x16a9c5d2');
  await mined(chain.as(ada)['registerPeer(string)']('QmPeer'));
  assert.deepEqual([...(await contract.getEoa(['QmPeer', 'QmOther']))], [ada.address, '0x0000000000000000000000000000000000000000']);
  assert.equal(await refusal(contract, () => chain.as(bob)['registerPeer(string)']('QmPeer')), 'PeerIdAlreadyRegistered');
  const receipt = await mined(chain.as(bob).submitHFUpload(ada.address, 'training', 'user/model', 3, true));
  assert.deepEqual([...contract.interface.parseLog(receipt.logs[0]).args], [ada.address, 'training', 'user/model', 3n, true]);
  assert.equal(await refusal(contract, () => chain.as(bob).submitHFUpload(ada.address, 'training', 'user/other', 3, true)), 'TrainingIDAlreadySubmitted');
  assert.equal(await refusal(contract, () => chain.as(bob).submitHFUpload(ada.address, 'another', 'user/model', 3, true)), 'HFModelAlreadySubmitted');
  assert.equal(await contract.getUserSessions(ada.address), 3n);
  assert.equal(await contract.isPending('training', 'user/model'), true);
  await mined(chain.as(vera).verifyHFUpload('training', 'user/model'));
  assert.equal(await contract.isPending('training', 'user/model'), false);
});

async function settle(round, waits = true) {
  if (waits) await chain.pass(phases.submit + phases.attest + phases.reveal);
  await mined(chain.contract.settleRound(round, parent, digest('record'), digest('nobody'), 0n));
}
