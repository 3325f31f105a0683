// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Roles} from "./Roles.sol";
import {Treasury} from "./Treasury.sol";

/// What verifiers stand to lose.
abstract contract VerifierBonds is Roles, Treasury {
    struct Bond {
        uint128 amount;
        uint64 freeAt;
    }

    /// For how long a bond can still be taken after its owner asked for it back: longer than a round may last.
    uint64 public constant UNBONDING = 14 days;

    /// The least bond that lets a verifier speak, in wei.
    uint128 public immutable leastBond;

    mapping(address verifier => Bond) public bonds;

    event BondPosted(address indexed verifier, uint256 added, uint256 bond);
    event UnbondingBegun(address indexed verifier, uint64 freeAt);
    event BondReturned(address indexed verifier, uint256 amount);
    event BondSlashed(address indexed verifier, uint256 amount, bytes32 indexed evidence);

    error BondTooSmall(uint256 bond, uint256 least);
    error NotUnbonding(address verifier);
    error StillBonded(uint64 freeAt);

    constructor(uint128 leastBond_) {
        leastBond = leastBond_;
    }

    modifier onlyBonded() {
        _checkRole(VERIFIER_ROLE);
        if (!isBonded(msg.sender)) revert BondTooSmall(bonds[msg.sender].amount, leastBond);
        _;
    }

    /// Whether a verifier has enough to lose, and has not asked for it back.
    function isBonded(address verifier) public view returns (bool) {
        Bond storage bond = bonds[verifier];
        return bond.amount >= leastBond && bond.freeAt == 0;
    }

    /// Adds to one's bond; who had asked for it back stays after all.
    function postBond() external payable whenNotPaused onlyRole(VERIFIER_ROLE) {
        Bond storage bond = bonds[msg.sender];
        bond.amount += SafeCast.toUint128(msg.value);
        bond.freeAt = 0;
        emit BondPosted(msg.sender, msg.value, bond.amount);
    }

    function beginUnbonding() external {
        Bond storage bond = bonds[msg.sender];
        if (bond.amount == 0) revert NotUnbonding(msg.sender);
        bond.freeAt = SafeCast.toUint64(block.timestamp) + UNBONDING;
        emit UnbondingBegun(msg.sender, bond.freeAt);
    }

    function unbond() external {
        Bond memory bond = bonds[msg.sender];
        if (bond.freeAt == 0) revert NotUnbonding(msg.sender);
        if (block.timestamp < bond.freeAt) revert StillBonded(bond.freeAt);
        delete bonds[msg.sender];
        _owe(msg.sender, bond.amount);
        emit BondReturned(msg.sender, bond.amount);
    }

    /// Takes of a bond, for something that the evidence shows.
    /// @param amount in wei; all of the bond if it has less.
    /// @param evidence the digest of what shows it: a record of a round, say.
    function slash(address verifier, uint128 amount, bytes32 evidence) external onlyRole(SLASHER_ROLE) {
        _slash(verifier, amount, evidence);
    }

    function _slash(address verifier, uint128 amount, bytes32 evidence) internal {
        Bond storage bond = bonds[verifier];
        uint128 taken = amount < bond.amount ? amount : bond.amount;
        bond.amount -= taken;
        reserve += taken;
        emit BondSlashed(verifier, taken, evidence);
    }
}
