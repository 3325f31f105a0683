// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

/// What is owed to whom. Nothing is ever sent by itself: everybody withdraws its own.
abstract contract Treasury is ReentrancyGuardTransient {
    /// What an account may withdraw, in wei.
    mapping(address account => uint256) public balances;

    /// What belongs to nobody: bonds that were taken, and what rounds left over. The next round has it.
    uint256 public reserve;

    event Withdrawn(address indexed account, uint256 amount);

    error NothingToWithdraw();
    error TransferFailed();

    function withdraw() external nonReentrant {
        uint256 amount = balances[msg.sender];
        if (amount == 0) revert NothingToWithdraw();
        balances[msg.sender] = 0;
        (bool sent,) = msg.sender.call{value: amount}("");
        if (!sent) revert TransferFailed();
        emit Withdrawn(msg.sender, amount);
    }

    function _owe(address account, uint256 amount) internal {
        balances[account] += amount;
    }
}
