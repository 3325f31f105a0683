// What the library made, by kind, made again with ethers and with viem and compared.
import { StandardMerkleTree } from '@openzeppelin/merkle-tree';
import * as ethers from 'ethers';
import * as viem from 'viem';
import { toPackedUserOperation } from 'viem/account-abstraction';
import { privateKeyToAccount } from 'viem/accounts';
import { claims } from '../chain.mjs';
import { contentId, contributionId } from './ids.mjs';
import { operationHash, takenOperation } from './operations.mjs';
import { taken, takenDomain, takenTransaction, takenTyped, told, viemType } from './values.mjs';

export const checks = {
  async messages({ key, text, bytes, address, hash, signature }, same) {
    const [wallet, account] = [new ethers.Wallet(key), privateKeyToAccount(key)];
    same(wallet.address, address, 'address by ethers');
    same(account.address, address, 'address by viem');
    same(ethers.hashMessage(text ?? ethers.getBytes(bytes)), hash, 'hash by ethers');
    same(viem.hashMessage(text ?? { raw: bytes }), hash, 'hash by viem');
    same(wallet.signMessageSync(text ?? ethers.getBytes(bytes)), signature, 'signature by ethers');
    same(await account.signMessage({ message: text ?? { raw: bytes } }), signature, 'signature by viem');
  },

  async typed({ key, types, primaryType, ...given }, same) {
    const [wallet, account] = [new ethers.Wallet(key), privateKeyToAccount(key)];
    const [domain, value] = [takenDomain(given.domain), takenTyped(types, primaryType, given.value)];
    const encoder = ethers.TypedDataEncoder.from(types);
    const typed = { domain, types, primaryType, message: value };
    same(encoder.primaryType, primaryType, 'primary type by ethers');
    same(encoder.encodeType(primaryType), given.type, 'type by ethers');
    same(encoder.encodeData(primaryType, value), given.encoded, 'struct by ethers');
    same(ethers.TypedDataEncoder.hashDomain(domain), given.separator, 'domain by ethers');
    same(ethers.TypedDataEncoder.hash(domain, types, value), given.digest, 'digest by ethers');
    same(await wallet.signTypedData(domain, types, value), given.signature, 'signature by ethers');
    same(viem.hashStruct({ data: value, primaryType, types }), ethers.keccak256(given.encoded), 'struct by viem');
    same(viem.domainSeparator({ domain }), given.separator, 'domain by viem');
    same(viem.hashTypedData(typed), given.digest, 'digest by viem');
    same(await account.signTypedData(typed), given.signature, 'signature by viem');
  },

  async transactions({ key, fields, signingHash, bytes, hash, created }, same) {
    const [wallet, account] = [new ethers.Wallet(key), privateKeyToAccount(key)];
    const asked = takenTransaction(fields);
    const read = ethers.Transaction.from(bytes);
    same(ethers.Transaction.from(asked.ethers).unsignedHash, signingHash, 'what is signed by ethers');
    same(viem.keccak256(viem.serializeTransaction(asked.viem)), signingHash, 'what is signed by viem');
    same(await wallet.signTransaction(asked.ethers), bytes, 'bytes by ethers');
    same(await account.signTransaction(asked.viem), bytes, 'bytes by viem');
    same(read.hash, hash, 'hash by ethers');
    same(viem.keccak256(bytes), hash, 'hash by viem');
    same(read.from, wallet.address, 'sender by ethers');
    same(await viem.recoverTransactionAddress({ serializedTransaction: bytes }), wallet.address, 'sender by viem');
    same(ethers.getCreateAddress({ from: wallet.address, nonce: BigInt(fields.nonce) }), created, 'contract by ethers');
    same(viem.getContractAddress({ from: wallet.address, nonce: BigInt(fields.nonce) }), created, 'contract by viem');
  },

  abi({ types, name, encoded, call, ...given }, same) {
    const params = types.map((type) => ethers.ParamType.from(type));
    const inputs = types.map(viemType);
    const values = params.map((param, i) => taken(param, given.values[i]));
    const text = JSON.stringify(given.values);
    const coder = ethers.AbiCoder.defaultAbiCoder();
    const backTold = (back) => JSON.stringify(params.map((param, i) => told(param, back[i])));
    same(coder.encode(types, values), encoded, 'values by ethers');
    same(viem.encodeAbiParameters(inputs, values), encoded, 'values by viem');
    same(backTold(coder.decode(types, encoded)), text, 'values read by ethers');
    same(backTold(viem.decodeAbiParameters(inputs, encoded)), text, 'values read by viem');
    same(new ethers.Interface([`function ${name}(${types.join(',')})`]).encodeFunctionData(name, values), call, 'call by ethers');
    same(viem.encodeFunctionData({ abi: [{ type: 'function', name, inputs, outputs: [], stateMutability: 'view' }], args: values }), call, 'call by viem');
  },

  async operations({ key, operation, version, chain, entryPoint, hash, signature, ...fields }, same) {
    const [wallet, account, asked] = [new ethers.Wallet(key), privateKeyToAccount(key), takenOperation(operation)];
    const packed = toPackedUserOperation(asked);
    for (const name of ['initCode', 'accountGasLimits', 'gasFees', 'paymasterAndData']) {
      same(packed[name].toLowerCase(), fields[name], `${name} by viem`);
    }

    same(operationHash.viem(asked, version, chain, entryPoint), hash, 'hash by viem');
    same(operationHash.ethers(asked, version, chain, entryPoint), hash, 'hash by ethers');
    same(version === '0.7' ? wallet.signMessageSync(ethers.getBytes(hash)) : wallet.signingKey.sign(hash).serialized, signature, 'signature by ethers');
    same(await (version === '0.7' ? account.signMessage({ message: { raw: hash } }) : account.sign({ hash })), signature, 'signature by viem');
  },

  addresses({ bytes, text, mangled, isTaken }, same) {
    same(ethers.getAddress(bytes), text, 'checksum by ethers');
    same(viem.getAddress(bytes), text, 'checksum by viem');
    same(ethers.isAddress(mangled), isTaken, 'another text by ethers');
    same(viem.isAddress(mangled), isTaken, 'another text by viem');
  },

  trees({ lines, root, proofs }, same) {
    const values = lines.map(([account, amount], i) => [BigInt(i), account, BigInt(amount)]);
    const tree = StandardMerkleTree.of(values, ['uint256', 'address', 'uint256']);
    const other = claims(values);
    same(tree.root, root, 'root by OpenZeppelin');
    same(other.root, root, 'root by ethers');
    proofs.forEach((proof, i) => {
      same(JSON.stringify(tree.getProof(i)), JSON.stringify(proof), `proof ${i} by OpenZeppelin`);
      same(JSON.stringify(other.proofOf(i)), JSON.stringify(proof), `proof ${i} by ethers`);
      same(StandardMerkleTree.verify(root, ['uint256', 'address', 'uint256'], values[i], proof), true, `proof ${i} checked by OpenZeppelin`);
    });
  },

  ids({ id, content, ...work }, same) {
    for (const by of ['ethers', 'viem']) {
      same(contributionId[by](work), id, `id by ${by}`);
      same(contentId[by](work), content, `content by ${by}`);
    }
  },

  async keystores({ key, password, json }, same) {
    const wallet = await ethers.Wallet.fromEncryptedJson(json, password);
    same(wallet.privateKey, key, 'key by ethers');
    same(privateKeyToAccount(wallet.privateKey).address, ethers.getAddress(`0x${JSON.parse(json).address}`), 'address by viem');
  },
};
