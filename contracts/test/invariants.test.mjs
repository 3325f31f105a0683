// Whatever people do in whatever order: money is neither made nor lost, nothing is claimed twice, nobody gets more than the pool.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { attestation, claims, deployed, digest, leastBond, makePeer, makeVerifier, mined, openRound, parent, phases, work } from './chain.mjs';

const Steps = Number(process.env.STEPS ?? 250);
const Seed = Number(process.env.SEED ?? 1);

let chain;

before(async () => { chain = await deployed(); });
after(() => chain.end());

// Mulberry32: the same seed does the same.
function draws(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

test(`${Steps} random acts from seed ${Seed}`, async () => {
  const { contract, people, provider } = chain;
  const [admin, ada, bob, carol, vera, victor, stranger] = people;
  const draw = draws(Seed);
  const address = await contract.getAddress();
  await makeVerifier(chain, vera);
  await makeVerifier(chain, victor);
  for (const peer of [ada, bob, carol]) await makePeer(chain, peer, vera, peer.address);

  const known = { ids: [], trees: [], claimed: new Map(), credited: new Map() };
  const anyone = () => people[draw(people.length)];
  const peer = () => [ada, bob, carol][draw(3)];
  const verifier = () => [vera, victor][draw(2)];
  const rare = [
    async () => { await openRound(chain, BigInt(draw(5_000))); },
    async () => { await chain.pass(draw(phases.submit)); },
    async () => {
      const [who, one] = [peer(), work(await contract.currentRound(), `work ${draw(20)}`)];
      const id = await contract.contributionId(who.address, one);
      await mined(chain.as(who).submit(one));
      assert.equal(known.ids.includes(id), false, 'the same work was taken twice');
      known.ids.push(id);
    },
    async () => { await commitOrReveal((id, who, salt) => chain.as(who).commitAttestation(id, attestation(id, who.address, true, 1, salt))); },
    async () => { await commitOrReveal((id, who, salt) => chain.as(who).revealAttestation(id, true, 1, salt)); },
    async () => { await commitOrReveal((id, who) => chain.as(anyone()).slashSilent(id, who.address)); },
  ];
  const often = [
    async () => { await chain.pass(phases.submit); },
    async () => {
      const round = await contract.currentRound();
      const lines = Array.from({ length: 1 + draw(6) }, (_, index) => [index, anyone().address, BigInt(draw(2_000))]);
      const sum = lines.reduce((all, [, , amount]) => all + amount, 0n);
      const told = draw(4) === 0 ? sum / 2n : sum;
      const tree = claims(lines);
      await mined(contract.settleRound(round, parent, digest('record'), tree.root, told));
      known.trees.push({ round, lines, tree });
      known.credited.set(round, told);
      known.claimed.set(round, 0n);
    },
    async () => {
      if (known.trees.length === 0) return;
      const { round, lines, tree } = known.trees[draw(known.trees.length)];
      const number = draw(lines.length);
      const [index, account, amount] = lines[number];
      const isClaimed = await contract.isClaimed(round, index);
      await mined(chain.as(anyone()).claim(round, index, account, draw(8) === 0 ? amount + 1n : amount, tree.proofOf(number)));
      assert.equal(isClaimed, false, 'a line was claimed twice');
      known.claimed.set(round, known.claimed.get(round) + amount);
    },
  ];
  const acts = [...rare, ...often, ...often, ...often,
    async () => { await mined(chain.as(anyone()).withdraw()); },
    async () => { await mined(chain.as(verifier()).postBond({ value: BigInt(draw(Number(leastBond))) })); },
    async () => { await mined(contract.slash(verifier().address, BigInt(draw(200)), digest('evidence'))); },
    async () => { await mined(chain.as(verifier()).beginUnbonding()); },
    async () => { await mined(chain.as(verifier()).unbond()); },
    async () => { await mined(draw(2) === 0 ? contract.pause() : contract.unpause()); },
    async () => { await mined(chain.as(stranger).settleRound(await contract.currentRound(), parent, digest('r'), digest('r'), 0)); assert.fail('a stranger settled a round'); },
  ];

  async function commitOrReveal(call) {
    if (known.ids.length === 0) return;
    await mined(call(known.ids[draw(known.ids.length)], verifier(), digest('salt')));
  }

  let taken = 0;
  for (let step = 0; step < Steps; step++) {
    try {
      await acts[draw(acts.length)]();
      taken++;
    } catch (error) {
      if (error.code === 'ERR_ASSERTION') throw error;
    }

    if (await contract.paused() && draw(2) === 0) await mined(contract.unpause());
    await check();
  }

  assert.ok(taken > Steps / 4, `only ${taken} of ${Steps} acts were taken`);
  assert.ok(known.trees.length > 0 && [...known.claimed.values()].some((sum) => sum > 0n), 'no round was settled, or nothing was claimed');

  async function check() {
    const rounds = Array.from({ length: Number(await contract.currentRound()) }, (_, number) => contract.rounds(number + 1));
    const owed = await Promise.all([
      contract.reserve(),
      ...people.map((person) => contract.balances(person.address)),
      ...people.map(async (person) => (await contract.bonds(person.address)).amount),
      ...rounds.map(async (round) => (await round).pool),
    ]);
    assert.equal(await provider.getBalance(address), owed.reduce((sum, one) => sum + one, 0n));
    for (const [round, sum] of known.claimed) assert.ok(sum <= known.credited.get(round), `of round ${round} more was claimed than was credited`);
  }
});
