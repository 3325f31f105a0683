// By which names contributions are known.
import * as ethers from 'ethers';
import * as viem from 'viem';

const Named = ['uint256', 'address', 'address', 'uint8', 'uint32', 'bytes32', 'bytes32', 'bytes32'];
const Content = ['string', 'uint8', 'bytes32', 'bytes32'];

const by = {
  ethers: (types, values) => ethers.keccak256(ethers.AbiCoder.defaultAbiCoder().encode(types, values)),
  viem: (types, values) => viem.keccak256(viem.encodeAbiParameters(types.map((type) => ({ type })), values)),
};

function named({ chain, contract, contributor, kind, round, parent, demonstrations, update }) {
  return [BigInt(chain), contract, contributor, kind, round, parent, demonstrations, update];
}

function content({ kind, demonstrations, update }) {
  return ['blockassist-content/1', kind, demonstrations, update];
}

export const contributionId = { ethers: (work) => by.ethers(Named, named(work)), viem: (work) => by.viem(Named, named(work)) };
export const contentId = { ethers: (work) => by.ethers(Content, content(work)), viem: (work) => by.viem(Content, content(work)) };
