// Prints the bytecode of the paymaster for tests.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const solc = createRequire(import.meta.url)('solc');
const content = readFileSync(new URL('Sponsor.sol', import.meta.url), 'utf8');
const settings = { optimizer: { enabled: true, runs: 200 }, evmVersion: 'cancun', outputSelection: { '*': { '*': ['evm.bytecode.object'] } } };
const { contracts, errors } = JSON.parse(solc.compile(JSON.stringify({ language: 'Solidity', sources: { 'Sponsor.sol': { content } }, settings })));
if (errors?.some((error) => error.severity === 'error')) {
  throw new Error(errors.map((error) => error.formattedMessage).join('\n'));
}

console.log(`0x${contracts['Sponsor.sol'].Sponsor.evm.bytecode.object}`);
