// What ethers and viem make by chance, by kind: how many, and how. Where something can be damaged, it comes damaged too.
import { StandardMerkleTree } from '@openzeppelin/merkle-tree';
import * as ethers from 'ethers';
import * as viem from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { contentId, contributionId } from './ids.mjs';
import { operationHash, takenOperation } from './operations.mjs';
import { taken, takenDomain, takenTransaction, takenTyped, viemType } from './values.mjs';

const Order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const Cheap = [{ N: 2, r: 8, p: 1 }, { N: 64, r: 1, p: 2 }, { N: 1024, r: 8, p: 1 }, { N: 4096, r: 2, p: 3 }];

const isViem = (i) => i % 2 === 1;

export const makers = {
  messages: [60, async (chance, i) => {
    const key = chance.bytes(32);
    const message = chance.below(2) === 0 ? { text: chance.text() } : { bytes: chance.bytes(chance.below(300)) };
    const signature = isViem(i)
      ? await privateKeyToAccount(key).signMessage({ message: message.text ?? { raw: message.bytes } })
      : new ethers.Wallet(key).signMessageSync(message.text ?? ethers.getBytes(message.bytes));
    return { ...message, address: ethers.computeAddress(key), signature, damaged: damagedSignatures(signature) };
  }],

  typed: [60, async (chance, i) => {
    const key = chance.bytes(32);
    const types = typesOf(chance);
    const [primaryType, domain] = [Object.keys(types)[0], domainOf(chance)];
    const value = typedValue(chance, types, primaryType);
    const [takenValue, takenFor] = [takenTyped(types, primaryType, value), takenDomain(domain)];
    const signature = isViem(i)
      ? await privateKeyToAccount(key).signTypedData({ domain: takenFor, types, primaryType, message: takenValue })
      : await new ethers.Wallet(key).signTypedData(takenFor, types, takenValue);
    return { types, primaryType, domain, value, address: ethers.computeAddress(key), signature, damaged: damagedSignatures(signature) };
  }],

  transactions: [60, async (chance, i) => {
    const key = chance.bytes(32);
    const fields = transactionOf(chance);
    const asked = takenTransaction(fields);
    const bytes = isViem(i) ? await privateKeyToAccount(key).signTransaction(asked.viem) : await new ethers.Wallet(key).signTransaction(asked.ethers);
    return {
      fields,
      bytes,
      hash: isViem(i) ? viem.keccak256(bytes) : ethers.Transaction.from(bytes).hash,
      address: ethers.computeAddress(key),
      refused: refusedTransactions(bytes),
      flipped: Array.from({ length: 10 }, () => flipped(bytes, chance)),
    };
  }],

  abi: [120, (chance, i) => {
    const types = Array.from({ length: 1 + chance.below(4) }, () => chance.type());
    const params = types.map((type) => ethers.ParamType.from(type));
    const values = params.map((param) => abiValue(chance, param));
    const coded = params.map((param, at) => taken(param, values[at]));
    const abi = [{ type: 'function', name: 'work', inputs: types.map(viemType), outputs: [], stateMutability: 'view' }];
    const call = isViem(i)
      ? viem.encodeFunctionData({ abi, args: coded })
      : new ethers.Interface([`function work(${types.join(',')})`]).encodeFunctionData('work', coded);
    return { types, values, call, damaged: damagedCalls(call, params) };
  }],

  operations: [60, (chance, i) => {
    const operation = operationOf(chance);
    const [version, chain, entryPoint] = [chance.pick(['0.7', '0.8']), (chance.number(32) + 1n).toString(), chance.address()];
    const hash = operationHash[isViem(i) ? 'viem' : 'ethers'](takenOperation(operation), version, chain, entryPoint);
    return { operation, version, chain, entryPoint, hash };
  }],

  addresses: [100, (chance, i) => {
    const bytes = chance.bytes(20);
    const text = isViem(i) ? viem.getAddress(bytes) : ethers.getAddress(bytes);
    const letter = [...text].findIndex((digit, at) => at > 1 && /[a-f]/i.test(digit));
    const wrong = text.slice(0, letter) + swapped(text[letter]) + text.slice(letter + 1);
    const nonce = BigInt(chance.bytes(1 + chance.below(6)));
    const from = text;
    const created = isViem(i) ? viem.getContractAddress({ from, nonce }) : ethers.getCreateAddress({ from, nonce });
    return { bytes, text, nonce: nonce.toString(), created, damaged: ethers.isAddress(wrong) ? [text.slice(0, -1), `${text}0`] : [wrong, text.slice(0, -1), `${text}0`] };
  }],

  trees: [12, (chance, i) => {
    const lines = Array.from({ length: i < 3 ? i + 1 : 1 + chance.below(40) }, () => [chance.address(), chance.number(128).toString()]);
    const tree = StandardMerkleTree.of(lines.map(([account, amount], line) => [BigInt(line), account, BigInt(amount)]), ['uint256', 'address', 'uint256']);
    return { lines, root: tree.root, proofs: lines.map((_, line) => tree.getProof(line)) };
  }],

  ids: [60, (chance, i) => {
    const work = {
      chain: chance.number(64).toString(), contract: chance.address(), contributor: chance.address(), kind: chance.below(4), round: Number(chance.number(32)),
      parent: chance.bytes(32), demonstrations: chance.bytes(32), update: chance.bytes(32),
    };
    const by = isViem(i) ? 'viem' : 'ethers';
    return { ...work, id: contributionId[by](work), content: contentId[by](work) };
  }],

  keystores: [Cheap.length, async (chance, i) => {
    const [key, password] = [chance.bytes(32), `${chance.text()}!`.normalize('NFKC')];
    const json = await ethers.encryptKeystoreJson({ address: ethers.computeAddress(key), privateKey: key }, password, { scrypt: Cheap[i], salt: chance.bytes(32), iv: chance.bytes(16) });
    const other = JSON.parse(json);
    const crypto = other.Crypto ?? other.crypto;
    crypto.ciphertext = changed(crypto.ciphertext);
    return { password, json, address: ethers.computeAddress(key), damaged: [JSON.stringify(other), json.slice(0, -2)] };
  }],
};

// What nobody is to take: too short, too long, a recovery id that is none, the twin with s in the upper half.
function damagedSignatures(signature) {
  const s = BigInt(ethers.dataSlice(signature, 32, 64));
  const v = Number(ethers.dataSlice(signature, 64));
  const twin = ethers.concat([ethers.dataSlice(signature, 0, 32), ethers.toBeHex(Order - s, 32), ethers.toBeHex(v === 27 ? 28 : 27)]);
  return [ethers.dataSlice(signature, 0, 64), `${signature}1b`, ethers.concat([ethers.dataSlice(signature, 0, 64), '0x1d']), twin, ethers.concat([ethers.ZeroHash, ethers.dataSlice(signature, 32)])];
}

function refusedTransactions(bytes) {
  const fields = ethers.decodeRlp(ethers.dataSlice(bytes, 1));
  const whole = (list) => ethers.concat(['0x02', ethers.encodeRlp(list)]);
  const others = (at, value) => whole(fields.map((field, i) => (i === at ? value : field)));
  return [
    ethers.dataSlice(bytes, 0, ethers.dataLength(bytes) - 1), `${bytes}00`, `0x01${bytes.slice(4)}`, whole(fields.slice(0, 11)), whole([...fields, '0x']),
    others(1, '0x0001'), others(5, `0x${'11'.repeat(19)}`), others(6, `0x01${'00'.repeat(32)}`), others(8, [[`0x${'11'.repeat(20)}`, ['0x12']]]), others(8, '0x'), others(9, '0x02'),
    others(10, `0x00${ethers.dataSlice(fields[10], 1).slice(2)}`),
  ];
}

// One bit another.
function flipped(bytes, chance) {
  const raw = ethers.getBytes(bytes).slice();
  raw[1 + chance.below(raw.length - 1)] ^= 1 << chance.below(8);
  return ethers.hexlify(raw);
}

// Cut off, of another function, and with the first place far away where there is one.
function damagedCalls(call, params) {
  const far = `${call.slice(0, 10)}${'f'.repeat(64)}${call.slice(74)}`;
  return [call.slice(0, -64), `0x${changed(call.slice(2))}`, ...(isDynamic(params[0]) ? [far] : [])];
}

function isDynamic(param) {
  return param.isArray() ? param.arrayLength === -1 || isDynamic(param.arrayChildren)
    : param.isTuple() ? param.components.some(isDynamic)
    : param.type === 'string' || param.type === 'bytes';
}

const changed = (digits) => (digits[0] === '0' ? '1' : '0') + digits.slice(1);
const swapped = (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase());

function transactionOf(chance) {
  const most = chance.number(100);
  return {
    chainId: (chance.number(32) + 1n).toString(), nonce: chance.number(40).toString(), maxPriorityFeePerGas: (most / BigInt(1 + chance.below(9))).toString(), maxFeePerGas: most.toString(),
    gasLimit: chance.number(40).toString(), to: chance.below(4) === 0 ? null : chance.address(), value: chance.number(200).toString(), data: chance.bytes(chance.below(200)),
    accessList: chance.times(3, () => ({ address: chance.address(), storageKeys: chance.times(3, () => chance.bytes(32)) })),
  };
}

function operationOf(chance) {
  const quantity = (bits) => ethers.toQuantity(chance.number(bits));
  return {
    sender: chance.address(), nonce: quantity(256), callData: chance.bytes(chance.below(200)), callGasLimit: quantity(64), verificationGasLimit: quantity(64), preVerificationGas: quantity(64),
    maxFeePerGas: quantity(128), maxPriorityFeePerGas: quantity(128), signature: chance.bytes(65),
    ...(chance.below(2) === 0 ? {} : { factory: chance.address(), factoryData: chance.bytes(chance.below(99)) }),
    ...(chance.below(2) === 0 ? {} : { paymaster: chance.address(), paymasterData: chance.bytes(chance.below(99)), paymasterVerificationGasLimit: quantity(64), paymasterPostOpGasLimit: quantity(64) }),
  };
}

function abiValue(chance, param) {
  return param.isArray() ? Array.from({ length: param.arrayLength === -1 ? chance.below(4) : param.arrayLength }, () => abiValue(chance, param.arrayChildren))
    : param.isTuple() ? param.components.map((part) => abiValue(chance, part))
    : chance.simple(param.type);
}

// Structs in each other, the first outermost; each is used at least once by the one before.
function typesOf(chance) {
  const names = ['Work', 'Zebra', 'Abacus', 'Mail'].slice(0, 1 + chance.below(4));
  return Object.fromEntries(names.map((name, at) => {
    const inner = names.slice(at + 1);
    const types = [...Array.from({ length: 1 + chance.below(4) }, () => chance.simpleType()), ...inner.slice(0, 1), ...(inner.length > 0 ? chance.times(2, () => chance.pick(inner)) : [])];
    return [name, types.map((type, i) => ({ name: `f${i}`, type: type + chance.pick(['', '', '[]', '[2]', '[2][]']) }))];
  }));
}

function typedValue(chance, types, type) {
  const array = /^(.*)\[(\d*)\]$/.exec(type);
  if (array) return Array.from({ length: array[2] ? Number(array[2]) : chance.below(4) }, () => typedValue(chance, types, array[1]));
  return types[type] ? Object.fromEntries(types[type].map((field) => [field.name, typedValue(chance, types, field.type)])) : chance.simple(type);
}

function domainOf(chance) {
  const all = { name: chance.text(), version: chance.text(), chainId: chance.number(32).toString(), verifyingContract: chance.address(), salt: chance.bytes(32) };
  return Object.fromEntries(Object.entries(all).filter(() => chance.below(3) > 0));
}
