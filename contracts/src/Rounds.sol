// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {PeerBindings} from "./PeerBindings.sol";

/// The rounds of a swarm: one after the other, each from a model to a model.
abstract contract Rounds is PeerBindings {
    enum Phase {
        None,
        Submit,
        Attest,
        Reveal,
        Settled
    }

    struct Round {
        uint64 submitUntil;
        uint64 attestUntil;
        uint64 revealUntil;
        bool isSettled;
        bytes32 parent;
        /// What can still be claimed, in wei; before it is settled, what there is to share out.
        uint128 pool;
        bytes32 creditRoot;
    }

    /// How long a round may take in all; bonds stay longer.
    uint64 public constant LONGEST_ROUND = 7 days;

    uint32 public currentRound;
    mapping(uint32 round => Round) public rounds;

    event RoundOpened(uint32 indexed round, bytes32 indexed parent, uint64 submitUntil, uint64 attestUntil, uint64 revealUntil, uint256 pool);
    event RoundSettled(uint32 indexed round, bytes32 indexed model, bytes32 indexed record, bytes32 creditRoot, uint256 credited);

    error WrongPhase(uint32 round, Phase phase);
    error RoundTooLong(uint256 length, uint256 longest);
    error PoolExceeded(uint256 credited, uint256 pool);

    /// Opens a round; what belongs to nobody is added to what the caller sends.
    /// @param parent the digest of the model that all begin with.
    function openRound(bytes32 parent, uint32 submitFor, uint32 attestFor, uint32 revealFor)
        external
        payable
        whenNotPaused
        onlyRole(ROUND_MANAGER_ROLE)
        returns (uint32 number)
    {
        if (currentRound != 0 && !rounds[currentRound].isSettled) revert WrongPhase(currentRound, phase(currentRound));
        uint256 length = uint256(submitFor) + attestFor + revealFor;
        if (length > LONGEST_ROUND) revert RoundTooLong(length, LONGEST_ROUND);
        number = ++currentRound;
        Round storage round = rounds[number];
        round.submitUntil = SafeCast.toUint64(block.timestamp) + submitFor;
        round.attestUntil = round.submitUntil + attestFor;
        round.revealUntil = round.attestUntil + revealFor;
        round.parent = parent;
        round.pool = SafeCast.toUint128(msg.value + reserve);
        reserve = 0;
        emit RoundOpened(number, parent, round.submitUntil, round.attestUntil, round.revealUntil, round.pool);
    }

    /// Settles a round: says which model came of it, and to whom what is credited.
    /// @param model the digest of the model that plays from now on; the parent where none was promoted.
    /// @param record the digest of the swarm's own record of the round: the evidence for every credit.
    /// @param creditRoot of a Merkle tree of (uint256 index, address account, uint256 amount), as OpenZeppelin's StandardMerkleTree makes it.
    /// @param credited the sum of the tree's amounts; what is left of the pool goes to the next round.
    function settleRound(uint32 number, bytes32 model, bytes32 record, bytes32 creditRoot, uint128 credited) external onlyRole(ROUND_MANAGER_ROLE) {
        Round storage round = rounds[number];
        if (round.isSettled || round.submitUntil == 0 || block.timestamp < round.revealUntil) revert WrongPhase(number, phase(number));
        if (credited > round.pool) revert PoolExceeded(credited, round.pool);
        reserve += round.pool - credited;
        round.isSettled = true;
        round.pool = credited;
        round.creditRoot = creditRoot;
        emit RoundSettled(number, model, record, creditRoot, credited);
    }

    function phase(uint32 number) public view returns (Phase) {
        Round storage round = rounds[number];
        return round.submitUntil == 0 ? Phase.None
            : round.isSettled ? Phase.Settled
            : block.timestamp < round.submitUntil ? Phase.Submit
            : block.timestamp < round.attestUntil ? Phase.Attest
            : Phase.Reveal;
    }

    /// A round to which work can be submitted now: none is settled before its time to submit is over.
    function _submitting(uint32 number) internal view returns (Round storage round) {
        round = rounds[number];
        if (block.timestamp >= round.submitUntil) revert WrongPhase(number, phase(number));
    }

    function _demand(uint32 number, Phase wanted) internal view {
        Phase now_ = phase(number);
        if (now_ != wanted) revert WrongPhase(number, now_);
    }
}
