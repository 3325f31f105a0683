using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Leases;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Tests.Leases;

[Collection(TrainingTests.Name)]
public sealed class LeaseEvidenceTests : IDisposable
{
    private readonly SmallLease _small = new();
    private readonly byte[] _bytes;

    public LeaseEvidenceTests()
    {
        _small.Train();
        _bytes = File.ReadAllBytes(_small.Evidence(1));
    }

    [Fact]
    public void Evidence_has_one_form()
    {
        Assert.Equal(_bytes, LeaseEvidence.FromBytes(_bytes, "evidence").ToBytes());
        Assert.Equal(_bytes, File.ReadAllBytes(_small.Evidence(1)));
    }

    [Fact]
    public void Only_the_episodes_of_the_windows_are_sent()
    {
        var evidence = LeaseEvidence.FromBytes(_bytes, "evidence");

        Assert.Equal(evidence.Segment.Windows.Select(window => window.File).Distinct().Order(StringComparer.Ordinal), evidence.Episodes.Select(episode => ContentHash.Of(episode.Span)));
        Assert.InRange(evidence.Episodes.Count, 1, 4);
        Assert.Equal(6, evidence.Manifest.Lines.Count);
    }

    [Fact]
    public void Damaged_evidence_is_refused_or_has_the_form_of_a_writer()
    {
        FuzzRun.Over([_bytes], 200, bytes =>
        {
            try
            {
                Assert.Equal(bytes, LeaseEvidence.FromBytes(bytes, "evidence").ToBytes());
            }
            catch (Exception error) when (error is ArtifactFormatException or NewerVersionException)
            {
            }
        });
    }

    public void Dispose() => _small.Dispose();
}
