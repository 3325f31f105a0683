// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Roles} from "./Roles.sol";

/// The two calls that clients of Gensyn's BlockAssist and RL Swarm make, with their events and errors: such a client works with this contract unchanged.
/// Nobody is credited for them here; they are a record of who said so.
abstract contract Upstream is Roles {
    struct Upload {
        address user;
        uint64 sessions;
        bool telemetry;
        bool isVerified;
    }

    mapping(bytes32 trainingId => Upload) private _uploads;
    mapping(bytes32 modelId => address) private _uploaders;
    mapping(bytes32 peerId => address) private _owners;

    mapping(address user => uint256) public getUserUploads;
    mapping(address user => uint256) public getUserSessions;
    uint256 public getTotalUploads;
    uint256 public getTotalSessions;

    event HFUploadSubmitted(address indexed user, string trainingID, string huggingFaceID, uint256 numSessions, bool telemetryEnabled);
    event HFUploadVerified(address indexed user, string trainingID, string huggingFaceID, uint256 numSessions, bool telemetryEnabled);
    event PeerRegistered(address indexed eoa, string peerId);

    error HFModelAlreadySubmitted(string huggingFaceID);
    error TrainingIDAlreadySubmitted(string trainingID);
    error TrainingRunNotSubmitted(string trainingID, string huggingFaceID);
    error InvalidNumSessions(uint256 numSessions);
    error InvalidUserAddress(address user);
    error PeerIdAlreadyRegistered();

    function registerPeer(string calldata peerId) external whenNotPaused {
        bytes32 key = keccak256(bytes(peerId));
        if (_owners[key] != address(0)) revert PeerIdAlreadyRegistered();
        _owners[key] = msg.sender;
        emit PeerRegistered(msg.sender, peerId);
    }

    function getEoa(string[] calldata peerIds) external view returns (address[] memory owners) {
        owners = new address[](peerIds.length);
        for (uint256 i; i < peerIds.length; i++) owners[i] = _owners[keccak256(bytes(peerIds[i]))];
    }

    function submitHFUpload(address user, string calldata trainingID, string calldata huggingFaceID, uint256 numSessions, bool telemetryEnabled)
        external
        whenNotPaused
    {
        if (user == address(0)) revert InvalidUserAddress(user);
        if (numSessions == 0 || numSessions > type(uint32).max) revert InvalidNumSessions(numSessions);
        (bytes32 training, bytes32 model) = (keccak256(bytes(trainingID)), keccak256(bytes(huggingFaceID)));
        if (_uploads[training].user != address(0)) revert TrainingIDAlreadySubmitted(trainingID);
        if (_uploaders[model] != address(0)) revert HFModelAlreadySubmitted(huggingFaceID);
        _uploads[training] = Upload(user, uint64(numSessions), telemetryEnabled, false);
        _uploaders[model] = user;
        getUserUploads[user]++;
        getUserSessions[user] += numSessions;
        getTotalUploads++;
        getTotalSessions += numSessions;
        emit HFUploadSubmitted(user, trainingID, huggingFaceID, numSessions, telemetryEnabled);
    }

    function verifyHFUpload(string calldata trainingID, string calldata huggingFaceID) external onlyRole(VERIFIER_ROLE) {
        Upload storage upload = _uploads[keccak256(bytes(trainingID))];
        if (upload.user == address(0) || _uploaders[keccak256(bytes(huggingFaceID))] != upload.user) revert TrainingRunNotSubmitted(trainingID, huggingFaceID);
        upload.isVerified = true;
        emit HFUploadVerified(upload.user, trainingID, huggingFaceID, upload.sessions, upload.telemetry);
    }

    function isPending(string calldata trainingID, string calldata) external view returns (bool) {
        Upload storage upload = _uploads[keccak256(bytes(trainingID))];
        return upload.user != address(0) && !upload.isVerified;
    }

    function getModelUploader(string calldata huggingFaceID) external view returns (address) {
        return _uploaders[keccak256(bytes(huggingFaceID))];
    }
}
