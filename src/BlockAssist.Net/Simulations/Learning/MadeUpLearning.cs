using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Gates;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Disputes;
using BlockAssist.Net.Simulations.Clocks;
using BlockAssist.Net.Work;

namespace BlockAssist.Net.Simulations.Learning;

/// <summary>Learning that costs nothing: updates are vectors near a common direction, states are digests, games are drawn.</summary>
public sealed class MadeUpLearning : ISimulatedLearning
{
    private const ulong RoundsKept = 2;

    private readonly MadeUpOptions _options;
    private readonly MadeUpModels _models;
    private readonly MadeUpUpdates _updates;
    private readonly Draws _draws;
    private readonly Dictionary<(ulong Round, PeerId Peer), (TrainingOrder Order, IReadOnlyList<SegmentMark> Marks)> _leases = [];
    private readonly Dictionary<BlobId, (ulong Round, float[] Change)> _changes = [];
    private ulong _round;

    /// <summary>Makes up what there is to learn.</summary>
    public MadeUpLearning(MadeUpOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _draws) = (options, new Draws(options.Seed));
        _models = new MadeUpModels(options.Weights, _draws.Fork());
        _updates = new MadeUpUpdates(options, _models, _draws.Fork());
        Match = new MadeUpMatch(options, _models, _draws.Fork());
        Genesis = new Genesis(_models.First, BlobId.Of("made up"u8).Digest);
    }

    /// <inheritdoc/>
    public Genesis Genesis { get; }

    /// <inheritdoc/>
    public long ModelBytes => (long)(_options.ModelBytes * _options.Weights);

    /// <inheritdoc/>
    public IModelMatch Match { get; }

    /// <inheritdoc/>
    public TrainedShare Train(TrainingOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        ForgetBefore(order.Lease.Round);
        var change = order is { Manner: TrainingManner.Copied, From: { } from } && _changes.TryGetValue(from, out var copied) ? copied.Change : _updates.Of(order);
        var update = BlobId.Of(MemoryMarshal.AsBytes(change.AsSpan()));
        IReadOnlyList<SegmentMark> marks = [.. MarksOf(order)];
        _changes[update] = (order.Lease.Round, change);
        _leases[(order.Lease.Round, order.Lease.Peer)] = (order, marks);
        return new TrainedShare(marks, new SimulatedBlob(update, (long)(_options.UpdateBytes * _options.Weights)), order.Segments, "made up");
    }

    /// <inheritdoc/>
    public SimulatedBlob Evidence(Lease lease, int segment)
    {
        ArgumentNullException.ThrowIfNull(lease);
        var name = string.Create(CultureInfo.InvariantCulture, $"evidence {lease.Peer} {lease.Round} {segment}");
        return new SimulatedBlob(BlobId.Of(Encoding.ASCII.GetBytes(name)), (long)(_options.EvidenceBytes * _options.Weights));
    }

    /// <inheritdoc/>
    public ReplayFinding Replay(BlobId model, AskToReplay ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var isTrue = MadeUpSegments.IsTrue(model, ask) && !_draws.Happens(_options.Faults);
        return new ReplayFinding(isTrue ? ReplayOutcome.Same : ReplayOutcome.Different, "made up") { Device = "made up" };
    }

    /// <inheritdoc/>
    public SimulatedBlob State(StateOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var state = order.IsMadeUp ? MadeUp()
            : order.Segment is { } ask ? MadeUpSegments.After(MadeUpSegments.BeginOf(order.Model, ask), ask.Lease, ask.Segment, 0, order.Ask.Step)
            : OwnState(order);
        return new SimulatedBlob(new BlobId(state), (long)(_options.StateBytes * _options.Weights));
    }

    /// <inheritdoc/>
    public Ruling Rule(BlobId model, Judge judge)
    {
        ArgumentNullException.ThrowIfNull(judge);
        return MadeUpSegments.Rule(model, judge);
    }

    /// <inheritdoc/>
    public OpenedModel Open(BlobId model, BlobId? momentum) => _models.Open(model, momentum);

    /// <inheritdoc/>
    public ReadOnlyMemory<float>? Update(BlobId update, BlobId model) => _changes.TryGetValue(update, out var kept) ? kept.Change : null;

    /// <inheritdoc/>
    public IReadOnlyList<double> Gains(BlobId model, IReadOnlyList<ReadOnlyMemory<float>> changes) => _models.Gains(model, changes);

    /// <inheritdoc/>
    public (BlobId Model, BlobId Momentum) Save(BlobId model, ReadOnlyMemory<float> weights, ReadOnlyMemory<float> momentum) => _models.Save(model, weights, momentum);

    private IEnumerable<SegmentMark> MarksOf(TrainingOrder order)
    {
        var trained = order.Manner switch
        {
            TrainingManner.MadeUp or TrainingManner.Copied => 0,
            TrainingManner.Partly => (int)Math.Round(order.Segments * order.Share),
            _ => order.Segments,
        };
        var begin = MadeUpSegments.Start(order.Manner == TrainingManner.Stale ? order.From!.Value : order.Model);
        return [.. MadeUpSegments.Marks(begin, order.Lease, trained), .. Enumerable.Range(trained, order.Segments - trained).Select(segment => MadeUpSegments.MarkOf(MadeUp(), segment))];
    }

    // Of a segment that was not trained it shows anything.
    private Digest OwnState(StateOrder order)
    {
        var (ask, (training, marks)) = (order.Ask, _leases[(_round, order.Ask.Trainer)]);
        var begin = ask.Segment > 0 ? marks[ask.Segment - 1].State : MadeUpSegments.Start(training.Manner == TrainingManner.Stale ? training.From!.Value : training.Model);
        var end = MadeUpSegments.After(begin, training.Lease, ask.Segment, 0, training.Lease.StepsASegment);
        return end == marks[ask.Segment].State ? MadeUpSegments.After(begin, training.Lease, ask.Segment, 0, ask.Step) : MadeUp();
    }

    private Digest MadeUp() => Digest.Of("simulated/made-up/", _draws.Bytes(Digest.Bytes));

    private void ForgetBefore(ulong round)
    {
        if (round <= _round)
        {
            return;
        }

        _round = round;
        foreach (var old in _leases.Keys.Where(lease => lease.Round + RoundsKept <= round).ToList())
        {
            _leases.Remove(old);
        }

        foreach (var old in _changes.Where(change => change.Value.Round + RoundsKept <= round).Select(change => change.Key).ToList())
        {
            _changes.Remove(old);
        }
    }
}
