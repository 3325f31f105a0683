// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

struct PackedUserOperation {
    address sender;
    uint256 nonce;
    bytes initCode;
    bytes callData;
    bytes32 accountGasLimits;
    uint256 preVerificationGas;
    bytes32 gasFees;
    bytes paymasterAndData;
    bytes signature;
}

/// A paymaster for tests: pays for what its owner has signed.
contract Sponsor {
    uint256 private constant DATA = 52;

    address private immutable ENTRY_POINT;
    address private immutable OWNER;

    constructor(address entryPoint, address owner) {
        ENTRY_POINT = entryPoint;
        OWNER = owner;
    }

    function validatePaymasterUserOp(PackedUserOperation calldata op, bytes32, uint256) external view returns (bytes memory context, uint256 validationData) {
        require(msg.sender == ENTRY_POINT, "not the EntryPoint");
        (bytes32 r, bytes32 s, uint8 v) = abi.decode(op.paymasterAndData[DATA:], (bytes32, bytes32, uint8));
        validationData = ecrecover(termsOf(op), v, r, s) == OWNER ? 0 : 1;
        return ("", validationData);
    }

    function termsOf(PackedUserOperation calldata op) public view returns (bytes32) {
        return keccak256(
            abi.encode(
                block.chainid, address(this), op.sender, op.nonce, keccak256(op.initCode), keccak256(op.callData), op.accountGasLimits, op.preVerificationGas, op.gasFees
            )
        );
    }
}
