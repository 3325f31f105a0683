// A contract on an anvil of its own, and the people who use it.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { AbiCoder, Contract, ContractFactory, JsonRpcProvider, NonceManager, Wallet, concat, keccak256, toBeHex } from 'ethers';

const require = createRequire(import.meta.url);
const Mnemonic = 'test test test test test test test test test test test junk';

export const artifact = JSON.parse(readFileSync(new URL('../artifacts/Contributions.json', import.meta.url)));
export const leastBond = 1_000n;
export const silencePenalty = 100n;
export const parent = digest('parent');

export function digest(text) {
  return keccak256(new TextEncoder().encode(text));
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answering(url) {
  for (let tries = 0; ; tries++) {
    try {
      await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":[]}' });
      return;
    } catch (error) {
      if (tries > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/// A chain with the contract; `people` are eight funded accounts, the first of them the admin.
export async function deployed() {
  const port = await freePort();
  const anvil = join(require.resolve('@foundry-rs/anvil-linux-amd64/package.json'), '../bin/anvil');
  const node = spawn(anvil, ['--host', '127.0.0.1', '--port', `${port}`, '--silent', '--mnemonic', Mnemonic], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  await answering(url);
  const provider = new JsonRpcProvider(url, undefined, { cacheTimeout: -1, polling: true, pollingInterval: 10 });
  const accounts = await provider.send('eth_accounts', []);
  const people = await Promise.all(accounts.slice(0, 8).map((account) => provider.getSigner(account)));
  const factory = new ContractFactory(artifact.abi, artifact.bytecode, people[0]);
  const contract = await (await factory.deploy(people[0].address, leastBond, silencePenalty)).waitForDeployment();
  return {
    provider,
    people,
    contract,
    as: (person) => contract.connect(person),
    async pass(seconds) {
      await provider.send('evm_increaseTime', [seconds]);
      await provider.send('evm_mine', []);
    },
    end() {
      provider.destroy();
      node.kill();
    },
  };
}

export async function mined(sent) {
  return (await sent).wait();
}

/// The name of the error that a call is refused with; null if it is taken.
export async function refusal(contract, call) {
  try {
    await mined(call());
    return null;
  } catch (error) {
    const data = error.data ?? error.info?.error?.data?.data ?? error.info?.error?.data ?? error.error?.data;
    return contract.interface.parseError(data)?.name ?? data ?? error.message;
  }
}

export async function makeVerifier(chain, person) {
  const role = await chain.contract.VERIFIER_ROLE();
  await mined(chain.contract.grantRole(role, person.address));
  await mined(chain.as(person).postBond({ value: leastBond }));
}

export async function makePeer(chain, person, verifier, name = person.address) {
  await mined(chain.as(person).claimPeer(digest(name), new Uint8Array(64)));
  await mined(chain.as(verifier).confirmPeer(person.address, digest(name)));
}

// Long beside what a busy machine takes: the chain's clock goes on with ours.
export const phases = { submit: 10_000, attest: 10_000, reveal: 10_000 };

export async function openRound(chain, pool = 0n) {
  await mined(chain.contract.openRound(parent, phases.submit, phases.attest, phases.reveal, { value: pool }));
  return chain.contract.currentRound();
}

export function work(round, name) {
  return { kind: 1, round, parent, demonstrations: digest(`play of ${name}`), update: digest(`update of ${name}`) };
}

/// A Merkle tree of claims as OpenZeppelin's StandardMerkleTree makes it: leaves hashed twice and sorted, pairs sorted.
export function claims(lines) {
  const coder = AbiCoder.defaultAbiCoder();
  const leaves = lines.map(([index, account, amount]) => keccak256(keccak256(coder.encode(['uint256', 'address', 'uint256'], [index, account, amount]))));
  const sorted = [...leaves].sort();
  const tree = new Array(2 * sorted.length - 1);
  sorted.forEach((leaf, i) => { tree[tree.length - 1 - i] = leaf; });
  for (let i = sorted.length - 2; i >= 0; i--) {
    tree[i] = keccak256(concat([tree[2 * i + 1], tree[2 * i + 2]].sort()));
  }

  return {
    root: tree[0],
    proofOf(line) {
      const path = [];
      for (let i = tree.lastIndexOf(leaves[line]); i > 0; i = (i - 1) >> 1) {
        path.push(tree[i % 2 === 0 ? i - 1 : i + 1]);
      }

      return path;
    },
  };
}

export function attestation(id, verifier, accepts, score, salt) {
  return keccak256(AbiCoder.defaultAbiCoder().encode(['bytes32', 'address', 'bool', 'uint32', 'bytes32'], [id, verifier, accepts, score, salt]));
}

export { AbiCoder, Contract, NonceManager, Wallet, keccak256, toBeHex };
