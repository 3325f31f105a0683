// User operations (ERC-4337) and their hashes.
import * as ethers from 'ethers';
import { getUserOperationHash, toPackedUserOperation } from 'viem/account-abstraction';

const Numbers = ['nonce', 'callGasLimit', 'verificationGasLimit', 'preVerificationGas', 'maxFeePerGas', 'maxPriorityFeePerGas', 'paymasterVerificationGasLimit', 'paymasterPostOpGasLimit'];
const Dynamic = ['initCode', 'callData', 'paymasterAndData'];
const Types = {
  PackedUserOperation: [
    { name: 'sender', type: 'address' }, { name: 'nonce', type: 'uint256' }, { name: 'initCode', type: 'bytes' }, { name: 'callData', type: 'bytes' },
    { name: 'accountGasLimits', type: 'bytes32' }, { name: 'preVerificationGas', type: 'uint256' }, { name: 'gasFees', type: 'bytes32' }, { name: 'paymasterAndData', type: 'bytes' },
  ],
};

/// An operation as viem takes it; bundlers take the numbers as texts.
export function takenOperation(operation) {
  return Object.fromEntries(Object.entries(operation).map(([name, value]) => [name, Numbers.includes(name) ? BigInt(value) : value]));
}

export const operationHash = {
  viem: (userOperation, version, chain, entryPoint) =>
    getUserOperationHash({ userOperation, entryPointVersion: version, chainId: Number(chain), entryPointAddress: entryPoint }),

  ethers(operation, version, chain, entryPoint) {
    const packed = toPackedUserOperation(operation);
    if (version === '0.8') {
      return ethers.TypedDataEncoder.hash({ name: 'ERC4337', version: '1', chainId: BigInt(chain), verifyingContract: entryPoint }, Types, packed);
    }

    const coder = ethers.AbiCoder.defaultAbiCoder();
    const fields = Types.PackedUserOperation.map(({ name }) => (Dynamic.includes(name) ? ethers.keccak256(packed[name]) : packed[name]));
    const inner = coder.encode(Types.PackedUserOperation.map(({ type }) => (type === 'bytes' ? 'bytes32' : type)), fields);
    return ethers.keccak256(coder.encode(['bytes32', 'address', 'uint256'], [ethers.keccak256(inner), entryPoint, BigInt(chain)]));
  },
};
