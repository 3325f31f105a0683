using System.Security.Cryptography;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Verification;

namespace BlockAssist.Learner.Leases;

/// <summary>Which windows the segments of a lease show: they follow from the manifest and the lease's seed.</summary>
internal sealed class LeaseLessons
{
    private readonly byte[] _manifestHash;
    private readonly WindowPlan _plan;
    private readonly int _steps;

    /// <summary>The lessons of a lease.</summary>
    /// <param name="manifest">What is learnt from.</param>
    /// <param name="options">How the lease is trained.</param>
    /// <param name="stepsASegment">How many steps a segment has.</param>
    public LeaseLessons(LeaseManifest manifest, TrainingOptions options, int stepsASegment)
    {
        _manifestHash = SHA256.HashData(manifest.ToBytes());
        _plan = new WindowPlan(manifest.ToSet(), options.Length, options.Batch, options.Seed, options.Turned);
        _steps = stepsASegment;
    }

    /// <summary>The windows of a segment, step by step.</summary>
    public SegmentWindow[] WindowsOf(int segment) =>
    [
        .. from step in Enumerable.Range(segment * _steps, _steps)
           from window in _plan.Of(step)
           select new SegmentWindow(window.Demonstration.Path, (byte)window.Demonstration.Builder, window.Start, (byte)window.Symmetry.Number),
    ];

    /// <summary>The digest of a segment's lessons: SHA-256 over the SHA-256 of the manifest's bytes, then the table of windows of docs/formats/segment.md.</summary>
    public string DigestOf(int segment)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(_manifestHash);
        hash.AppendData(WindowTable.Write(WindowsOf(segment)));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
