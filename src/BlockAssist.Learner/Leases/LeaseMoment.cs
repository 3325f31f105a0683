using System.Security.Cryptography;
using BlockAssist.Learner.Training;

namespace BlockAssist.Learner.Leases;

/// <summary>Where the training of a lease is, between two steps.</summary>
/// <param name="Training">All that a step of training changes.</param>
/// <param name="Sites">Of a lease that learns from its own play, the sites under way and what made up their goals; else nothing.</param>
public sealed record LeaseMoment(TrainingMoment Training, ReadOnlyMemory<byte> Sites = default)
{
    /// <summary>A hash of all of it: that of the training; where there are sites SHA-256 over that and over the SHA-256 of their bytes.</summary>
    public string Hash() => Sites.IsEmpty
        ? Training.Hash()
        : Convert.ToHexStringLower(SHA256.HashData([.. Convert.FromHexString(Training.Hash()), .. SHA256.HashData(Sites.Span)]));
}
