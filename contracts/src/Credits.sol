// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Attestations} from "./Attestations.sol";

/// Credit that a settled round gives, claimed line by line against its root.
abstract contract Credits is Attestations {
    using BitMaps for BitMaps.BitMap;

    mapping(uint32 round => BitMaps.BitMap) private _claimed;

    event CreditClaimed(uint32 indexed round, address indexed account, uint256 index, uint256 amount);

    error AlreadyClaimed(uint32 round, uint256 index);
    error InvalidProof();

    /// Anybody may claim for an account; it is owed to that account alone.
    function claim(uint32 round, uint256 index, address account, uint256 amount, bytes32[] calldata proof) external {
        if (_claimed[round].get(index)) revert AlreadyClaimed(round, index);
        bytes32 leaf = keccak256(bytes.concat(keccak256(abi.encode(index, account, amount))));
        if (!MerkleProof.verifyCalldata(proof, rounds[round].creditRoot, leaf)) revert InvalidProof();
        uint256 pool = rounds[round].pool;
        if (amount > pool) revert PoolExceeded(amount, pool);
        _claimed[round].set(index);
        rounds[round].pool = SafeCast.toUint128(pool - amount);
        _owe(account, amount);
        emit CreditClaimed(round, account, index, amount);
    }

    function isClaimed(uint32 round, uint256 index) external view returns (bool) {
        return _claimed[round].get(index);
    }
}
