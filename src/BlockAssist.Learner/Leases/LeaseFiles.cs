namespace BlockAssist.Learner.Leases;

/// <summary>The files that a replay of a segment of a lease reads.</summary>
/// <param name="Base">The model that all begin with; the verifier's own copy.</param>
/// <param name="Recipe">How all train; the verifier's own copy.</param>
/// <param name="Evidence">What the trainer sent of the segment.</param>
/// <param name="Update">What the trainer sent as its update.</param>
public sealed record LeaseFiles(string Base, string Recipe, string Evidence, string Update);
