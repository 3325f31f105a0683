// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {VerifierBonds} from "./VerifierBonds.sol";

/// Which account speaks for which peer of the swarm.
/// The chain cannot check Ed25519: the peer's signature is in the event, a verifier checks it, and confirms or rejects. Until then a claim binds
/// nothing and keeps nobody else from claiming the same key.
abstract contract PeerBindings is VerifierBonds {
    enum PeerState {
        None,
        Claimed,
        Confirmed,
        Barred
    }

    struct Peer {
        PeerState state;
        bytes32 key;
    }

    mapping(address account => Peer) public peers;

    /// The account of a confirmed key.
    mapping(bytes32 key => address) public accountOf;

    event PeerClaimed(address indexed account, bytes32 indexed key, bytes signature);
    event PeerConfirmed(address indexed account, bytes32 indexed key);
    event PeerRejected(address indexed account, bytes32 indexed key);
    event PeerBarred(address indexed account, bytes32 indexed key, bytes32 indexed evidence);

    error NotAPeer(address account);
    error AlreadyAPeer(address account);
    error KeyTaken(bytes32 key);
    error SignatureLength(uint256 length);

    /// What the peer's Ed25519 key signs to say that an account speaks for it.
    function bindingMessage(address account, bytes32 key) public view returns (bytes32) {
        return keccak256(abi.encode("blockassist-binding/1", block.chainid, address(this), account, key));
    }

    /// Claims a key for the caller; an earlier claim that nobody confirmed is replaced.
    function claimPeer(bytes32 key, bytes calldata signature) external whenNotPaused {
        Peer storage peer = peers[msg.sender];
        if (peer.state > PeerState.Claimed) revert AlreadyAPeer(msg.sender);
        if (accountOf[key] != address(0)) revert KeyTaken(key);
        if (signature.length != 64) revert SignatureLength(signature.length);
        (peer.state, peer.key) = (PeerState.Claimed, key);
        emit PeerClaimed(msg.sender, key, signature);
    }

    /// @param key the key whose signature was checked: not one that the account has claimed since.
    function confirmPeer(address account, bytes32 key) external whenNotPaused onlyBonded {
        Peer storage peer = peers[account];
        if (peer.state != PeerState.Claimed || peer.key != key) revert NotAPeer(account);
        if (accountOf[key] != address(0)) revert KeyTaken(key);
        peer.state = PeerState.Confirmed;
        accountOf[key] = account;
        emit PeerConfirmed(account, key);
    }

    function rejectPeer(address account, bytes32 key) external onlyBonded {
        Peer storage peer = peers[account];
        if (peer.state != PeerState.Claimed || peer.key != key) revert NotAPeer(account);
        delete peers[account];
        emit PeerRejected(account, key);
    }

    /// Shuts a peer out that the swarm has found to lie; what it is owed stays its own.
    function barPeer(address account, bytes32 evidence) external onlyRole(ROUND_MANAGER_ROLE) {
        Peer storage peer = peers[account];
        if (peer.state != PeerState.Confirmed) revert NotAPeer(account);
        peer.state = PeerState.Barred;
        emit PeerBarred(account, peer.key, evidence);
    }

    modifier onlyPeer(address account) {
        if (peers[account].state != PeerState.Confirmed) revert NotAPeer(account);
        _;
    }
}
