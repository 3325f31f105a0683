// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Submissions} from "./Submissions.sol";

/// What verifiers say of contributions: first in secret, then in the open, so that nobody repeats what another says.
abstract contract Attestations is Submissions {
    /// What a verifier loses who commits and does not reveal, in wei.
    uint128 public immutable silencePenalty;

    mapping(bytes32 id => mapping(address verifier => bytes32)) public attestationOf;

    event AttestationCommitted(bytes32 indexed id, address indexed verifier);
    event Attested(bytes32 indexed id, address indexed verifier, bool accepts, uint32 score);

    error UnknownContribution(bytes32 id);
    error OwnContribution(bytes32 id);
    error AlreadyAttested(bytes32 id);
    error WrongReveal(bytes32 id);

    constructor(uint128 silencePenalty_) {
        silencePenalty = silencePenalty_;
    }

    /// @param commitment keccak(abi.encode(id, verifier, accepts, score, salt)).
    function commitAttestation(bytes32 id, bytes32 commitment) external whenNotPaused onlyBonded {
        Contribution storage contribution = contributions[id];
        if (contribution.contributor == address(0)) revert UnknownContribution(id);
        if (contribution.contributor == msg.sender) revert OwnContribution(id);
        _demand(contribution.round, Phase.Attest);
        if (attestationOf[id][msg.sender] != 0) revert AlreadyAttested(id);
        attestationOf[id][msg.sender] = commitment;
        emit AttestationCommitted(id, msg.sender);
    }

    /// Also who is no verifier any more, or whose bond was taken meanwhile, may keep its word.
    function revealAttestation(bytes32 id, bool accepts, uint32 score, bytes32 salt) external {
        Contribution storage contribution = contributions[id];
        _demand(contribution.round, Phase.Reveal);
        if (attestationOf[id][msg.sender] != keccak256(abi.encode(id, msg.sender, accepts, score, salt))) revert WrongReveal(id);
        delete attestationOf[id][msg.sender];
        contribution.attested++;
        if (accepts) {
            contribution.accepted++;
            contribution.scores += score;
        }

        emit Attested(id, msg.sender, accepts, score);
    }

    /// Anybody may show that a verifier was silent, once the time to reveal is over.
    function slashSilent(bytes32 id, address verifier) external {
        uint32 round = contributions[id].round;
        if (round == 0 || block.timestamp < rounds[round].revealUntil) revert WrongPhase(round, phase(round));
        if (attestationOf[id][verifier] == 0) revert WrongReveal(id);
        delete attestationOf[id][verifier];
        _slash(verifier, silencePenalty, id);
    }
}
