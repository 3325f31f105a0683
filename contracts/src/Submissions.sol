// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {Rounds} from "./Rounds.sol";

/// What peers contributed. The same work has the same id however often it is sent, so it counts once.
abstract contract Submissions is Rounds, EIP712 {
    struct Work {
        uint8 kind;
        uint32 round;
        bytes32 parent;
        bytes32 demonstrations;
        bytes32 update;
    }

    /// One slot.
    struct Contribution {
        address contributor;
        uint32 round;
        uint32 scores;
        uint8 kind;
        uint8 attested;
        uint8 accepted;
    }

    bytes32 public constant WORK_TYPEHASH =
        keccak256("Work(address contributor,uint8 kind,uint32 round,bytes32 parent,bytes32 demonstrations,bytes32 update)");

    mapping(bytes32 id => Contribution) public contributions;

    /// The block of a commitment: keccak(contributor, commitment).
    mapping(bytes32 commitment => uint256) public committedAt;

    /// The root of a batch: keccak(contributor, round, number).
    mapping(bytes32 batch => bytes32) public batches;

    event ContributionSubmitted(
        bytes32 indexed id, address indexed contributor, uint32 indexed round, uint8 kind, bytes32 demonstrations, bytes32 update
    );
    event ContributionCommitted(address indexed contributor, bytes32 indexed commitment);
    event BatchSubmitted(bytes32 indexed batch, address indexed contributor, uint32 indexed round, bytes32 root, uint32 count);

    error WrongParent(bytes32 expected, bytes32 given);
    error DuplicateContribution(bytes32 id);
    error WrongSigner(address recovered);
    error NotCommitted();

    constructor() EIP712("BlockAssist Contributions", "1") {}

    /// The id of work: no salt, no nonce, and nothing that the contributor says of its worth.
    function contributionId(address contributor, Work calldata work) public view returns (bytes32) {
        return keccak256(
            abi.encode(block.chainid, address(this), contributor, work.kind, work.round, work.parent, work.demonstrations, work.update)
        );
    }

    function submit(Work calldata work) external whenNotPaused returns (bytes32) {
        return _submit(msg.sender, work);
    }

    /// Somebody else pays: the contributor has signed the work (EIP-712). Whoever sends it again adds nothing.
    function submitFor(address contributor, Work calldata work, bytes calldata signature) external whenNotPaused returns (bytes32) {
        bytes32 digest = _hashTypedDataV4(
            keccak256(
                abi.encode(WORK_TYPEHASH, contributor, work.kind, work.round, work.parent, work.demonstrations, work.update)
            )
        );
        address signer = ECDSA.recoverCalldata(digest, signature);
        if (signer != contributor) revert WrongSigner(signer);
        return _submit(contributor, work);
    }

    /// Commits to work before it is shown, so that nobody who sees it underway can send it first.
    /// @param commitment keccak(abi.encode(work, salt)).
    function commit(bytes32 commitment) external whenNotPaused onlyPeer(msg.sender) {
        bytes32 slot = keccak256(abi.encode(msg.sender, commitment));
        if (committedAt[slot] != 0) revert DuplicateContribution(slot);
        committedAt[slot] = block.number;
        emit ContributionCommitted(msg.sender, commitment);
    }

    function submitCommitted(Work calldata work, bytes32 salt) external whenNotPaused returns (bytes32) {
        bytes32 slot = keccak256(abi.encode(msg.sender, keccak256(abi.encode(work, salt))));
        uint256 at = committedAt[slot];
        if (at == 0 || at >= block.number) revert NotCommitted();
        delete committedAt[slot];
        return _submit(msg.sender, work);
    }

    /// Many contributions as the root of a Merkle tree of their ids.
    /// @param number tells the batches of a contributor in a round apart.
    function submitBatch(uint32 round, uint32 number, bytes32 root, uint32 count) external whenNotPaused onlyPeer(msg.sender) returns (bytes32 batch) {
        _submitting(round);
        batch = keccak256(abi.encode(msg.sender, round, number));
        if (batches[batch] != 0) revert DuplicateContribution(batch);
        batches[batch] = root;
        emit BatchSubmitted(batch, msg.sender, round, root, count);
    }

    function isInBatch(bytes32 batch, bytes32 id, bytes32[] calldata proof) external view returns (bool) {
        return MerkleProof.verifyCalldata(proof, batches[batch], keccak256(bytes.concat(keccak256(abi.encode(id)))));
    }

    function _submit(address contributor, Work calldata work) private onlyPeer(contributor) returns (bytes32 id) {
        bytes32 parent = _submitting(work.round).parent;
        if (work.parent != parent) revert WrongParent(parent, work.parent);
        id = contributionId(contributor, work);
        if (contributions[id].contributor != address(0)) revert DuplicateContribution(id);
        contributions[id] = Contribution(contributor, work.round, 0, work.kind, 0, 0);
        emit ContributionSubmitted(id, contributor, work.round, work.kind, work.demonstrations, work.update);
    }
}
