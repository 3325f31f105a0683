using BlockAssist.Net.Blobs;

namespace BlockAssist.Net.Rounds.Disputes;

/// <summary>What is to be done next in a dispute.</summary>
public abstract record DisputeTask;

/// <summary>Both sides are to show their state after a step.</summary>
/// <param name="Step">Which, counted from the segment's beginning.</param>
public sealed record ShowStates(int Step) : DisputeTask;

/// <summary>The two states are to be compared, within what honest devices differ by.</summary>
public sealed record CompareStates(int Step, BlobId Trainer, BlobId Challenger) : DisputeTask;

/// <summary>The referee is to make one step from a state on which both agree.</summary>
/// <param name="Step">The step, counted from the segment's beginning: from the state after this one to that after the next.</param>
/// <param name="From">The state.</param>
/// <param name="Trainer">Where the trainer says that the step leads.</param>
/// <param name="Challenger">Where the challenger says that it leads.</param>
public sealed record MakeStep(int Step, BlobId From, BlobId Trainer, BlobId Challenger) : DisputeTask;

/// <summary>It is decided.</summary>
public sealed record DisputeOver(DisputeSide Loser) : DisputeTask;
