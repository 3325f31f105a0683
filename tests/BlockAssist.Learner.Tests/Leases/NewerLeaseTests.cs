using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Tests.Compatibility;
using BlockAssist.Learner.Verification;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Tests.Leases;

/// <summary>A verifier older than a trainer accuses nobody of what it merely cannot read.</summary>
[Collection(TrainingTests.Name)]
public sealed class NewerLeaseTests : IDisposable
{
    private readonly SmallLease _small = new();
    private readonly LeaseResult _result;

    public NewerLeaseTests() => _result = _small.Train();

    public void Dispose() => _small.Dispose();

    [Fact]
    public void Evidence_of_a_newer_version_is_undecided()
    {
        var evidence = _small.Evidence(1);
        File.WriteAllBytes(evidence, NewerVersionTests.Later(File.ReadAllBytes(evidence)));

        IsUndecided(_small.Replay(Claim(1), evidence, _result.Update), evidence, "evidence");
    }

    [Fact]
    public void So_is_whatever_within_it_is_of_a_newer_version()
    {
        IsUndecided(Changed(evidence => evidence with { Start = NewerVersionTests.LaterCheckpoint() }), "start", "checkpoints");
        IsUndecided(Changed(evidence => evidence with { End = NewerVersionTests.LaterCheckpoint() }), "end", "checkpoints");
        IsUndecided(Changed(evidence => evidence with { Segment = evidence.Segment with { Update = NewerVersionTests.Later(evidence.Segment.Update.ToArray()) } }), "its change", "updates");
    }

    [Fact]
    public void So_is_an_update_of_a_newer_version()
    {
        var update = _small.File("newer.bau");
        File.WriteAllBytes(update, NewerVersionTests.Later(File.ReadAllBytes(_result.Update)));

        IsUndecided(_small.Replay(Claim(2), _small.Evidence(2), update), "the update", "updates");
    }

    [Fact]
    public void A_referee_says_nothing_of_evidence_of_a_newer_version()
    {
        var evidence = _small.Evidence(1);
        File.WriteAllBytes(evidence, NewerVersionTests.Later(File.ReadAllBytes(evidence)));
        var files = new LeaseFiles(_small.BaseFile, _small.RecipeFile, evidence, _result.Update);
        using var scratch = new TemporaryFolder();
        var referee = new LeaseReferee(new LeaseReplay(DeviceClass.Of(CPU, _ => null), CPU, scratch.Path));

        var step = referee.MakeStep(Claim(1), files, 0, null, null, TestContext.Current.CancellationToken);

        IsUndecided(step, evidence, "evidence");
    }

    [Fact]
    public void A_trainer_of_an_older_version_does_not_train_over_what_a_newer_one_has_done()
    {
        var mark = Path.Combine(_small.File("lease"), "segment-1.json");
        File.WriteAllText(mark, """{"version":2,"lease":"another"}""");

        Newer.IsLeftAlone(mark, "marks of leases", () => _small.Train());
    }

    private LeaseClaim Claim(int segment) => SmallLease.Claim(_result, segment);

    private LeaseFinding Changed(Func<LeaseEvidence, LeaseEvidence> change)
    {
        var file = _small.File("changed.bav");
        change(LeaseEvidence.Load(_small.Evidence(1))).Save(file);
        return _small.Replay(Claim(1), file, _result.Update);
    }

    private static void IsUndecided(LeaseFinding finding, string file, string what) =>
        Assert.Equal((LeaseOutcome.Undecided, LeaseSubject.Evidence, Newer.Wording(file, what)), (finding.Outcome, finding.Subject, finding.Reason));
}
