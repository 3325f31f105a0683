using BlockAssist.Cli.Swarm.Studies.Learning;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Gates;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Disputes;
using BlockAssist.Net.Simulations.Learning;
using BlockAssist.Net.Work;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Swarm.Simulated;

/// <summary>A simulated swarm that really learns: each lease is trained, each replay trains again, models play houses against each other.</summary>
/// <remarks>
/// One thing after another in this process, with a small model; torch must have been started. What a peer learns from is fixed by the order in
/// which peers come. States stay in memory for two rounds, what goes over the wire is counted as of real files.
/// </remarks>
internal sealed class RealLearning : ISimulatedLearning, IDisposable
{
    private const int Windows = 600;
    private const int Episodes = 48;
    private const int Hidden = 16;
    private const string Device = "this machine";

    private static readonly LeaseRecipe Recipe = new()
    {
        Network = SmallModel.Options,
        Length = SmallModel.Length,
        Batch = 4,
        Rate = SmallModel.Rate,
    };

    private readonly string _folder;
    private readonly HumanNetwork _network = new(Recipe.Network);
    private readonly ModelFiles _files;
    private readonly ModelWorkshop _workshop;
    private readonly PeerHands _hands;
    private readonly MadeUpStates _madeUp;
    private readonly Dictionary<(ulong Round, PeerId Peer), LeaseMoments> _leases = [];
    private readonly Dictionary<BlobId, float[]> _changes = [];
    private readonly Dictionary<BlobId, TrainingMoment> _shown = [];

    /// <summary>A swarm whose peers learn from some play.</summary>
    /// <param name="folder">Where it may write; its own, deleted at the end.</param>
    /// <param name="play">The play.</param>
    /// <param name="windows">How many windows of it are learnt from.</param>
    /// <param name="seed">Fixes the first model and what is made up.</param>
    /// <param name="cancellation">Ends it while play is made up.</param>
    public RealLearning(string folder, StudyPlay play, int windows, ulong seed, CancellationToken cancellation)
    {
        _folder = folder;
        _files = new ModelFiles(Directory.CreateDirectory(Path.Combine(folder, "models")).FullName);
        _workshop = new ModelWorkshop(play.Chosen, new HiddenPlay(Path.Combine(folder, "hidden"), 2)) { Windows = Hidden };
        _hands = new PeerHands(_network, new WindowPool(play.Learnt, windows, Recipe.Length, seed, cancellation), play.Learnt.Demonstrations);
        _madeUp = new MadeUpStates(new SeededRandom(seed));
        Genesis = new Genesis(First(seed), BlobId.Of(Recipe.ToBytes()).Digest);
        Recipe.Save(RecipeFile);
        ModelBytes = new FileInfo(_files.Of(Genesis.Base)).Length;
        Match = _workshop.Match(_files.Of);
    }

    /// <summary>A swarm whose peers learn from the play in a folder; without one from play that is made up.</summary>
    public static RealLearning From(string? play, ulong seed, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("blockassist-swarm-").FullName;
        var learnt = play is null ? StudyPlay.MadeUpIn(Path.Combine(folder, "play"), Episodes, cancellation) : StudyPlay.In(play);
        return new RealLearning(folder, learnt, Windows, seed, cancellation);
    }

    /// <inheritdoc/>
    public Genesis Genesis { get; }

    /// <inheritdoc/>
    public long ModelBytes { get; }

    /// <inheritdoc/>
    public IModelMatch Match { get; }

    /// <inheritdoc/>
    public TrainedShare Train(TrainingOrder order)
    {
        ForgetBefore(order.Lease.Round);
        var begin = MomentOf(order is { Manner: TrainingManner.Stale, From: { } old } ? old : order.Model);
        var training = TrainingOf(order.Lease, order.Manner);
        var ends = EndsOf(order, training, begin);
        var isCopy = order is { Manner: TrainingManner.Copied, From: { } from } && _changes.ContainsKey(from);
        var change = isCopy ? _changes[order.From!.Value] : ends[^1].ChangeSince(MomentOf(order.Model));
        var update = BlobId.Of(System.Runtime.InteropServices.MemoryMarshal.AsBytes(change.AsSpan()));
        _changes[update] = change;
        var lease = _leases[(order.Lease.Round, order.Lease.Peer)] = new LeaseMoments(order.Lease, training, begin, ends, update, !isCopy);
        return new TrainedShare(lease.Marks, new SimulatedBlob(update, change.Length), order.Segments * order.Lease.StepsASegment * Recipe.Batch * Recipe.Length, Device);
    }

    /// <inheritdoc/>
    public SimulatedBlob Evidence(Lease lease, int segment) =>
        new(BlobId.Of([.. BitConverter.GetBytes(lease.Seed), .. BitConverter.GetBytes(segment)]), ModelBytes * 12);

    /// <inheritdoc/>
    public ReplayFinding Replay(BlobId model, AskToReplay ask)
    {
        var lease = _leases[(ask.Lease.Round, ask.Lease.Peer)];
        if (!lease.IsOwn)
        {
            return new ReplayFinding(ReplayOutcome.Different, "the update does not follow from the last state") { Device = Device, Subject = ReplaySubject.Evidence };
        }

        var end = lease.Training.Advance(lease.Before(MomentOf(model), ask.Segment), ask.Lease.StepsASegment, CancellationToken.None);
        var isSame = LeaseMoments.DigestOf(end) == ask.Marks[ask.Segment].State;
        return new ReplayFinding(isSame ? ReplayOutcome.Same : ReplayOutcome.Different, isSame ? "the same bits" : "other bits") { Device = Device };
    }

    /// <inheritdoc/>
    public SimulatedBlob State(StateOrder order)
    {
        var lease = _leases.Where(one => one.Key.Peer == order.Ask.Trainer).MaxBy(one => one.Key.Round).Value;
        var from = order.Segment is null && order.Ask.Segment == 0 ? lease.Begin : lease.Before(MomentOf(order.Model), order.Ask.Segment);
        var moment = order.IsMadeUp ? _madeUp.After(from) : lease.Training.Advance(from, order.Ask.Step, CancellationToken.None);
        var id = new BlobId(LeaseMoments.DigestOf(moment));
        _shown[id] = moment;
        return new SimulatedBlob(id, ModelBytes * 4);
    }

    /// <inheritdoc/>
    public Ruling Rule(BlobId model, Judge judge) => judge.Task switch
    {
        CompareStates states => states.Trainer == states.Challenger ? Ruling.Agree : Ruling.Disagree,
        MakeStep step => Step(model, judge.Segment, step) ? Ruling.ForTrainer : Ruling.ForChallenger,
        _ => Replay(model, judge.Segment).Outcome == ReplayOutcome.Same ? Ruling.ForTrainer : Ruling.ForChallenger,
    };

    /// <inheritdoc/>
    public OpenedModel Open(BlobId model, BlobId? momentum) => _workshop.Open(_files.Of(model), momentum is { } kept ? _files.Of(kept) : null);

    /// <inheritdoc/>
    public ReadOnlyMemory<float>? Update(BlobId update, BlobId model) => _changes.TryGetValue(update, out var change) ? change : null;

    /// <inheritdoc/>
    public IReadOnlyList<double> Gains(BlobId model, IReadOnlyList<ReadOnlyMemory<float>> changes) =>
        [.. _workshop.GainsAsync(new RoundFiles(_files.Of(model), RecipeFile), changes, CancellationToken.None).GetAwaiter().GetResult().Select(gain => gain.Mean)];

    /// <inheritdoc/>
    public (BlobId Model, BlobId Momentum) Save(BlobId model, ReadOnlyMemory<float> weights, ReadOnlyMemory<float> momentum)
    {
        var momentumFile = Path.Combine(_folder, "momentum");
        var next = _files.Keep(file => _workshop.Save(_files.Of(model), weights, momentum, file, momentumFile));
        return (next, _files.Keep(file => File.Move(momentumFile, file)));
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private BlobId First(ulong seed)
    {
        using var model = new HumanModel(_network, WeightSet.Fresh(_network.Weights(), seed));
        return _files.Keep(file => CheckpointFile.Save(model.ToCheckpoint(), file));
    }

    private string RecipeFile => Path.Combine(_folder, "recipe.json");

    private TrainingMoment MomentOf(BlobId model) => LeaseBase.Load(_files.Of(model)).Moment();

    private InnerTraining TrainingOf(Lease lease, TrainingManner manner) =>
        new(_network, _hands.Of(lease.Peer, manner), Recipe.For(new LeaseTerms(lease.Segments, lease.StepsASegment, lease.Seed)));

    private List<TrainingMoment> EndsOf(TrainingOrder order, InnerTraining training, TrainingMoment begin)
    {
        var trained = order.Manner switch
        {
            TrainingManner.MadeUp or TrainingManner.Copied => 0,
            TrainingManner.Partly => (int)Math.Round(order.Segments * order.Share),
            _ => order.Segments,
        };
        List<TrainingMoment> ends = [];
        for (var segment = 0; segment < order.Segments; segment++)
        {
            var before = segment == 0 ? begin : ends[^1];
            ends.Add(segment < trained ? training.Advance(before, order.Lease.StepsASegment, CancellationToken.None) : _madeUp.After(before, order.Lease.StepsASegment));
            if (segment < trained)
            {
                _madeUp.Note(before, ends[^1]);
            }
        }

        return ends;
    }

    private bool Step(BlobId model, AskToReplay ask, MakeStep step)
    {
        var lease = _leases[(ask.Lease.Round, ask.Lease.Peer)];
        var from = step.From is { } shown ? _shown[shown] : lease.Before(MomentOf(model), ask.Segment);
        var end = lease.Training.Advance(from, 1, CancellationToken.None);
        return LeaseMoments.DigestOf(end) == (step.To?.Digest ?? ask.Marks[ask.Segment].State);
    }

    private void ForgetBefore(ulong round)
    {
        foreach (var old in _leases.Where(lease => lease.Key.Round + 1 < round).ToList())
        {
            _leases.Remove(old.Key);
            _changes.Remove(old.Value.Update);
        }
    }
}
