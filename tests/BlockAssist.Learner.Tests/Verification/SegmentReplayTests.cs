using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Tests.Training;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Updates;
using BlockAssist.Learner.Verification;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Tests.Verification;

[Collection(TrainingTests.Name)]
public sealed class SegmentReplayTests : IDisposable
{
    private static readonly string Elsewhere = ContentHash.Of([1]);

    private readonly SmallSegment _small = new();

    [Fact]
    public void An_honest_segment_comes_to_the_same_bits()
    {
        Assert.All(_small.Train(_small.States[0], 1, 3), segment => Assert.Equal(new ReplayVerdict(ReplayOutcome.Exact, "the same bits", 0, 0), _small.Replay(segment)));
    }

    [Fact]
    public void A_segment_that_names_its_windows_needs_only_their_episodes()
    {
        var segment = _small.WithWindows(2);
        var some = _small.Data.Where(one => segment.Windows.Any(window => window.File == ContentHash.OfFile(one.Path)));

        Assert.Equal(6, segment.Windows.Count);
        Assert.Equal(ReplayOutcome.Exact, _small.Replay(segment, data: some).Outcome);
        Refused(_small.Replay(segment, data: new DemonstrationSet([])), "which is not here");
    }

    [Fact]
    public void On_another_class_what_is_near_enough_is_close_and_what_is_not_is_different()
    {
        var segment = _small.Train(_small.States[0], 3)[0];
        var elsewhere = Changed(segment, 1e-4f) with { Class = segment.Class with { Threads = 99 } };

        var verdict = _small.Replay(elsewhere, tolerance: 1e-3);
        Assert.Equal(ReplayOutcome.Close, verdict.Outcome);
        Assert.InRange(verdict.Difference!.Value, 5e-5, 2e-4);
        Assert.Equal(ReplayOutcome.Different, _small.Replay(elsewhere, tolerance: 1e-5).Outcome);
        Assert.Equal(ReplayOutcome.Undecided, _small.Replay(elsewhere).Outcome);
    }

    [Fact]
    public void On_the_same_class_nothing_may_differ()
    {
        var segment = _small.Train(_small.States[0], 3)[0];

        Assert.Equal(ReplayOutcome.Different, _small.Replay(Changed(segment, 1e-6f), tolerance: 1).Outcome);
        Assert.Equal(ReplayOutcome.Different, _small.Replay(segment with { End = Elsewhere }, tolerance: 1).Outcome);
    }

    [Fact]
    public void What_is_claimed_of_a_segment_must_hold()
    {
        var segment = _small.Train(_small.States[0], 3)[0];

        Refused(_small.Replay(segment with { Start = Elsewhere }), Elsewhere);
        Refused(_small.Replay(segment with { Data = Elsewhere }), "are not here");
        Refused(_small.Replay(segment, start: _small.States[1]), segment.Start);
        Refused(_small.Replay(segment, start: _small.File("nothing")), "nothing");
        Refused(_small.Replay(segment with { FirstStep = 3 }), "at step 2, not 3");
        Refused(_small.Replay(segment with { Network = "poet" }), "not known");
        Refused(_small.Replay(segment with { NetworkOptions = segment.NetworkOptions with { Channels = 32 } }), "weights");
        Refused(_small.Replay(segment with { Update = new byte[60] }), "its update");
        Refused(_small.Replay(segment with { Update = Shortened(segment) }), "single precision");
    }

    [Fact]
    public void What_is_too_much_is_refused_before_it_is_begun()
    {
        var segment = _small.Train(_small.States[0], 3)[0];

        Refused(_small.Replay(segment with { Steps = 65 }), "65 steps");
        Refused(_small.Replay(segment with { Steps = 0 }), "0 steps");
        Refused(_small.Replay(segment with { FirstStep = int.MaxValue }), "not within");
        Refused(_small.Replay(segment with { TrainingOptions = segment.TrainingOptions with { Length = 4096, Batch = 4096 } }), "turns");
        Refused(_small.Replay(segment with { NetworkOptions = new HumanNetworkOptions { Channels = 1024, Context = 4096, Memory = 4096, Blocks = 64 } }), "weights");
        Refused(_small.Replay(segment with { NetworkOptions = new HumanNetworkOptions { Channels = int.MaxValue } }), "sizes");
        Refused(_small.Replay(segment with { TrainingOptions = segment.TrainingOptions with { Rate = double.NaN } }), "options");
        Refused(_small.Replay(segment with { Windows = [default] }), "1 windows");
    }

    [Fact]
    public void What_goes_beyond_the_end_of_its_training_is_not_even_claimed()
    {
        var steps = SmallTraining.Options.Steps;

        Assert.Single(_small.Train(_small.States[1], steps - 5));
        Assert.Throws<TrainingException>(() => _small.Train(_small.States[1], steps - 4));
    }

    [Fact]
    public void A_window_beyond_its_episode_is_refused()
    {
        var segment = _small.WithWindows(1);

        Refused(_small.Replay(segment with { Windows = [.. segment.Windows.Select(window => window with { Start = 100_000 })] }), "turn 100000");
    }

    [Fact]
    public void A_start_in_which_no_training_can_be_is_refused()
    {
        var segment = _small.Train(_small.States[0], 1)[0];

        Start("mean", row => row[0] = float.NaN);
        Start("square", row => row[0] = -1);
        Start("averaged", row => row[0] = float.PositiveInfinity);

        void Start(string name, Action<float[]> spoil)
        {
            var (file, address) = _small.StartWith(checkpoint =>
            {
                var row = checkpoint.Rows[name].ToArray();
                spoil(row);
                return checkpoint with { Rows = new Dictionary<string, ReadOnlyMemory<float>>(checkpoint.Rows) { [name] = row } };
            });
            Refused(_small.Replay(segment with { Start = address }, start: file), $"row {name}");
        }
    }

    [Fact]
    public void Steps_that_lead_nowhere_finite_are_refused()
    {
        var (file, address) = _small.StartWith(checkpoint => checkpoint with { Row = new float[checkpoint.Row.Length].Select(_ => 1e30f).ToArray() });
        var segment = _small.Train(_small.States[0], 1)[0];
        var update = new UpdateCodec().Encode(new float[Count(segment)], new UpdateOptions(UpdateFormat.F32), address);

        Refused(_small.Replay(segment with { Start = address, Update = update }, start: file), "");
    }

    public void Dispose() => _small.Dispose();

    private static void Refused(ReplayVerdict verdict, string reason)
    {
        Assert.Equal(ReplayOutcome.Refused, verdict.Outcome);
        Assert.Contains(reason, verdict.Reason, StringComparison.Ordinal);
        Assert.Single(verdict.Reason.Split('\n'));
    }

    private static int Count(TrainingSegment segment) => UpdateCodec.ReadHeader(segment.Update.Span, "a segment").Count;

    private static float[] Update(TrainingSegment segment)
    {
        using var codec = new UpdateCodec();
        var change = new float[Count(segment)];
        codec.Decode(segment.Update.Span, change, segment.Start, "a segment");
        return change;
    }

    private static TrainingSegment Changed(TrainingSegment segment, float share)
    {
        using var codec = new UpdateCodec();
        return segment with { Update = codec.Encode([.. Update(segment).Select(one => one * (1 + share))], new UpdateOptions(UpdateFormat.F32), segment.Start), End = Elsewhere };
    }

    private static byte[] Shortened(TrainingSegment segment)
    {
        using var codec = new UpdateCodec();
        return codec.Encode(Update(segment), new UpdateOptions(UpdateFormat.I8), segment.Start);
    }
}
