// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";

/// Who may do what. The admin grants roles and has none of the others unless it grants them to itself.
abstract contract Roles is AccessControl, Pausable {
    /// Opens and settles rounds: the hub of the swarm.
    bytes32 public constant ROUND_MANAGER_ROLE = keccak256("ROUND_MANAGER_ROLE");

    /// Confirms keys and attests contributions; must have posted a bond for either.
    bytes32 public constant VERIFIER_ROLE = keccak256("VERIFIER_ROLE");

    /// Takes bonds of verifiers who attested what is not so.
    bytes32 public constant SLASHER_ROLE = keccak256("SLASHER_ROLE");

    /// Stops what brings in anything new. What is there can be claimed and withdrawn all the same.
    bytes32 public constant PAUSER_ROLE = keccak256("PAUSER_ROLE");

    constructor(address admin) {
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
        _grantRole(ROUND_MANAGER_ROLE, admin);
        _grantRole(SLASHER_ROLE, admin);
        _grantRole(PAUSER_ROLE, admin);
    }

    function pause() external onlyRole(PAUSER_ROLE) {
        _pause();
    }

    function unpause() external onlyRole(PAUSER_ROLE) {
        _unpause();
    }
}
