namespace BlockAssist.Learner.Leases;

/// <summary>What a trainer notes of a segment when it is done.</summary>
/// <param name="State">The hash of the state after it: <see cref="Training.TrainingMoment.Hash"/>.</param>
/// <param name="Lessons">The digest of what was learnt from: 64 hexadecimal digits.</param>
/// <param name="Loss">The mean of its steps' losses, in nats a turn.</param>
public sealed record LeaseMark(string State, string Lessons, float Loss);
