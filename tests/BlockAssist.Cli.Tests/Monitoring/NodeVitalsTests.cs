using BlockAssist.Cli.Monitoring;
using BlockAssist.Cli.Swarm;
using BlockAssist.Cli.Tests.Swarm;
using BlockAssist.Net.Peers;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Work;
using Microsoft.Extensions.Time.Testing;

namespace BlockAssist.Cli.Tests.Monitoring;

public sealed class NodeVitalsTests
{
    private static readonly NodeStatus Status = new() { Process = 1, Since = DateTimeOffset.UnixEpoch, At = DateTimeOffset.UnixEpoch, Network = "home", Peer = "p", Doing = "trains" };
    private static readonly Lease Lease = new(default, 3, 4, 10, 9);

    private readonly FakeTimeProvider _clock = new();
    private readonly NodeVitals _vitals;

    public NodeVitalsTests() => _vitals = new NodeVitals(_clock);

    [Fact]
    public void What_happens_is_counted()
    {
        var line = new CreditLine(default, CreditReason.Verified, 900, 3, 5, 0.1, 1);
        Note(new AskedForLease(3, "Taken"), Trains(1), Trains(2), Trains(4), new SpokeOfWork(3, "commit", "Taken"));
        Note(new ReplayedSegment(default, 0, new ReplayFinding(ReplayOutcome.Different, "steps")), new ReplayedSegment(default, 1, new ReplayFinding(ReplayOutcome.Same, "")));
        Note(new RoundOver(SomeRecord.Of(3, line, default), line, default), new RoundOver(SomeRecord.Of(2, line, default), line, default) { IsMissed = true });
        Note(new AskedForLease(4, "Full"), new Trouble("the hub does not answer", TimeSpan.Zero), new ModelCame(3, "file"), new ClipsCame(3, 5, 6), new OfferedClips(3, 4, "Taken"), new OfferedClips(3, 4, "TooOften"));

        var moment = _vitals.Now();

        Assert.Equal(new VitalCounts { Rounds = 1, Leases = 1, Refused = 1, Segments = 3, Models = 1, ClipsReceived = 5, ClipsOffered = 4, Troubles = 1 }, moment.Counts);
        Assert.Equal((2, 1800.0), moment.Credits[CreditReason.Verified]);
        Assert.Equal((1, 1), (moment.Replays[(int)ReplayOutcome.Same], moment.Replays[(int)ReplayOutcome.Different]));
        Assert.Equal("trains", moment.Status!.Doing);
    }

    [Fact]
    public void How_long_a_segment_takes_is_known_while_one_is_trained()
    {
        Assert.Null(_vitals.Now().SinceStep);
        Note(new AskedForLease(3, "Taken"));
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(TimeSpan.FromMinutes(2), _vitals.Now().SinceStep);

        Note(Trains(1));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Note(Trains(2));
        _clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal((TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(2)), (_vitals.Now().SinceStep, _vitals.Now().LongestStep));
        Note(Trains(4));
        Assert.Null(_vitals.Now().SinceStep);
    }

    [Fact]
    public void Nobody_waits_for_a_step_while_training_is_not_allowed()
    {
        Note(new AskedForLease(3, "Taken"), Trains(1));
        _clock.Advance(TimeSpan.FromHours(6));
        Assert.False(_vitals.NotePermit(given: false));
        _clock.Advance(TimeSpan.FromSeconds(4));

        Assert.True(_vitals.NotePermit(given: true));
        Assert.Equal(TimeSpan.FromSeconds(4), _vitals.Now().SinceStep);
        Note(Trains(2));
        Assert.Equal(TimeSpan.FromSeconds(4), _vitals.Now().LongestStep);
    }

    private static TrainingLease Trains(int segments) => new(Lease, segments, DateTimeOffset.MaxValue);

    private void Note(params PeerNews[] news) => Array.ForEach(news, one => _vitals.Note(one, Status));
}
