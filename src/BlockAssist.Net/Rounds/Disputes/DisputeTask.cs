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
/// <param name="From">The state; null for the segment's beginning, which is in the evidence.</param>
/// <param name="To">Where the trainer says that the step leads; null for the segment's end, which is in the evidence.</param>
public sealed record MakeStep(int Step, BlobId? From, BlobId? To) : DisputeTask;

/// <summary>The referee is to look at the evidence itself, and to make all steps.</summary>
/// <param name="Subject">What the challenger says is at fault.</param>
public sealed record JudgeSegment(ReplaySubject Subject) : DisputeTask;

/// <summary>It is decided.</summary>
/// <param name="Loser">Who has lost; null where the referee could not tell.</param>
public sealed record DisputeOver(DisputeSide? Loser) : DisputeTask;
