// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Attestations} from "./Attestations.sol";
import {Credits} from "./Credits.sol";
import {Roles} from "./Roles.sol";
import {Upstream} from "./Upstream.sol";
import {VerifierBonds} from "./VerifierBonds.sol";

/// The public record of a swarm: who contributed what to which model, who says so, and what it is worth.
/// Always: balance = balances + bonds + pools of all rounds + reserve.
contract Contributions is Credits, Upstream {
    /// @param admin grants the roles.
    /// @param leastBond what lets a verifier speak, in wei.
    /// @param silencePenalty what one loses who does not reveal what it committed to, in wei.
    constructor(address admin, uint128 leastBond, uint128 silencePenalty) Roles(admin) VerifierBonds(leastBond) Attestations(silencePenalty) {}
}
