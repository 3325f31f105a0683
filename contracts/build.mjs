// Compiles the contracts: node build.mjs writes artifacts/, node build.mjs --check says whether they are what the sources give, byte for byte.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const Compiler = '0.8.37+commit.f401782d';
const Library = '@openzeppelin/contracts/';
const LargestContract = 24_576;

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const modules = join(here, 'node_modules');
const isCheck = process.argv.includes('--check');

const solc = require('solc');
if (!solc.version().startsWith(Compiler)) {
  throw new Error(`solc ${solc.version()} is here, expected ${Compiler}; run npm ci`);
}

const sources = Object.fromEntries(
  readdirSync(join(here, 'src')).filter((file) => file.endsWith('.sol')).sort().map((file) => [file, { content: readFileSync(join(here, 'src', file), 'utf8') }]));
const settings = {
  optimizer: { enabled: true, runs: 200 },
  evmVersion: 'cancun',
  metadata: { bytecodeHash: 'none', appendCBOR: false },
  outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object', 'evm.deployedBytecode', 'evm.methodIdentifiers', 'storageLayout'] } },
};

function imported(path) {
  const file = join(modules, path);
  return path.startsWith(Library) && existsSync(file) ? { contents: readFileSync(file, 'utf8') } : { error: `${path} is no file of ${Library}` };
}

const output = JSON.parse(solc.compile(JSON.stringify({ language: 'Solidity', sources, settings }), { import: imported }));
const errors = (output.errors ?? []).filter((error) => error.severity === 'error');
if (errors.length > 0) {
  throw new Error(errors.map((error) => error.formattedMessage).join('\n'));
}

function artifactOf(name, contract) {
  return {
    name,
    compiler: solc.version(),
    evmVersion: settings.evmVersion,
    optimizerRuns: settings.optimizer.runs,
    openZeppelin: JSON.parse(readFileSync(join(modules, Library, 'package.json'), 'utf8')).version,
    sources: createHash('sha256').update(JSON.stringify(sources)).digest('hex'),
    abi: contract.abi,
    methodIdentifiers: contract.evm.methodIdentifiers,
    bytecode: `0x${contract.evm.bytecode.object}`,
    deployedBytecode: `0x${contract.evm.deployedBytecode.object}`,
    immutables: Object.values(contract.evm.deployedBytecode.immutableReferences ?? {}).flat(),
    storage: contract.storageLayout.storage.map(({ label, offset, slot, type }) => ({ label, offset, slot, type })),
  };
}

let isStale = false;
mkdirSync(join(here, 'artifacts'), { recursive: true });
for (const name of ['Contributions']) {
  const contract = output.contracts[`${name}.sol`][name];
  const size = contract.evm.deployedBytecode.object.length / 2;
  if (size > LargestContract) {
    throw new Error(`${name} has ${size} bytes, where a chain takes ${LargestContract}`);
  }

  const file = join(here, 'artifacts', `${name}.json`);
  const text = `${JSON.stringify(artifactOf(name, contract), null, 1)}\n`;
  if (!isCheck) {
    writeFileSync(file, text);
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    isStale = true;
    console.error(`${file} is not what the sources give; run node build.mjs and commit it`);
  }

  console.log(`${name}: ${size} of ${LargestContract} bytes`);
}

process.exit(isStale ? 1 : 0);
