using System.Globalization;
using BlockAssist.Cli.Monitoring;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Models;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Peers;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Swarm;

/// <summary>Watches the peer of a node: says what happens, keeps the status and the records, lets models that were promoted play.</summary>
/// <param name="context">Where the home and the log are.</param>
/// <param name="folder">Where records and status go.</param>
/// <param name="first">The status to begin with.</param>
/// <param name="isWorker">Whether it shares no play by design.</param>
internal sealed class NodeWatch(CommandContext context, SwarmFolder folder, NodeStatus first, bool isWorker = false) : IProgress<PeerNews>
{
    private const int Kept = 50;

    private readonly Lock _lock = new();
    private NodeStatus _status = first;
    private int _rounds;

    /// <summary>Told before a round, with how many were closed while it watched.</summary>
    public Action<int> BetweenRounds { get; init; } = _ => { };

    /// <summary>What the node knows of itself; null where nobody asks.</summary>
    public NodeVitals? Vitals { get; init; }

    /// <summary>Where segments of others are noted that were trained again; null for nowhere.</summary>
    public ReplayLog? Replays { get; init; }

    /// <inheritdoc/>
    public void Report(PeerNews value)
    {
        lock (_lock)
        {
            try
            {
                _status = After(value) with { At = context.Surroundings.Clock.GetUtcNow() };
                Vitals?.Note(value, _status);
                folder.Status.Write(_status);
                Keep(value);
            }
            catch (Exception error) when (Failure.IsForeseen(error))
            {
                // The peer goes on: what it says is kept by the hub.
                context.Log.Warning("{What}", Failure.Of(error).Line);
            }
        }
    }

    private void Keep(PeerNews news)
    {
        if (news is ReplayedSegment { Finding: var finding } replayed)
        {
            Replays?.Add(new ReplayNote(_status.At, replayed.Round, $"{replayed.Trainer}", replayed.Segment, _status.Peer, finding.Outcome)
            {
                Seconds = replayed.Took.TotalSeconds,
                Reason = finding.Reason,
            });
        }
    }

    private NodeStatus After(PeerNews news) => news switch
    {
        FoundSwarm found => AfterFinding(found),
        NothingToLearn => Say(isWorker ? "ready to work for the hub" : "nothing to learn from: share sessions by demos share, or a folder by node run --data DIR; listens and verifies meanwhile"),
        MayNotTrain => Quietly("may not train now (node run --help: --hours, --while-playing, --mib-a-day); listens and verifies meanwhile"),
        AskedForLease { Answer: "Taken" } asked => Say($"has a lease in round {asked.Round}"),
        AskedForLease asked => Say($"no lease in round {asked.Round}: {asked.Answer}"),
        TrainingLease training => Quietly($"trains, {training.Segments} of {training.Lease.Segments} segments") with
        {
            Lease = new LeaseStatus(training.Segments, training.Lease.Segments, training.Until),
        },
        SpokeOfWork spoke => Say($"round {spoke.Round}: {spoke.What} {(spoke.Answer == "Taken" ? "is taken" : $"does not count: {spoke.Answer}")}"),
        ReplayingSegment replaying => Say($"trains segment {replaying.Segment} of {PeerName.Of(replaying.Trainer)} again"),
        ReplayedSegment replayed => Say($"segment {replayed.Segment} of {PeerName.Of(replayed.Trainer)}: {replayed.Finding.Outcome} ({replayed.Finding.Reason})") with { Replays = _status.Replays + 1 },
        ShowingState showing => Say($"segment {showing.Segment} of {PeerName.Of(showing.Trainer)} is disputed: shows its state after step {showing.Step}"),
        RoundOver over => AfterRound(over),
        ModelCame came => LetPlay(_status, came.Round, came.File),
        OfferedClips offered => Say($"round {offered.Round}: an offer of {offered.Clips} clips {(offered.Answer == "Taken" ? "is taken" : $"does not count: {offered.Answer}")}"),
        ClipsCame came => Say($"{came.Sound} clips of others have come with round {came.Round}") with { Clips = _status.Clips + came.Sound },
        Trouble trouble => InTrouble(trouble),
        _ => _status,
    };

    private NodeStatus AfterFinding(FoundSwarm found)
    {
        BetweenRounds(_rounds);
        var (welcome, model) = (found.Welcome, found.Welcome.Base.ToString());
        var known = Say($"in round {welcome.Round} of {welcome.Network}, {welcome.Stage}") with { Round = welcome.Round, Lease = null };

        // A promotion was missed, or the hub has gone back to an older model.
        return known.Models is [var last, ..] && last.Hash != model ? LetPlay(known, welcome.Round - 1, found.Files.Base) : known;
    }

    private NodeStatus LetPlay(NodeStatus status, ulong round, string file)
    {
        var registry = new ModelRegistry(context.Home.Models, context.Surroundings.Clock);
        var model = registry.Import(file, ModelKind.Human, $"round {round} of {status.Network}").Model;
        if (model.State != ModelState.Promoted)
        {
            registry.Promote(model.Hash);
        }

        var said = Say($"model {model.Hash[..12]} plays from now on");
        return status with { Doing = said.Doing, Trouble = null, Models = [new ModelStatus(round, model.Hash), .. status.Models.Where(one => one.Round != round).Take(Kept - 1)] };
    }

    private NodeStatus Say(string what)
    {
        context.Log.Information("{What}", what);
        return _status with { Doing = what, Trouble = null };
    }

    private NodeStatus Quietly(string what)
    {
        context.Log.Debug("{What}", what);
        return _status with { Doing = what, Trouble = null };
    }

    private NodeStatus InTrouble(Trouble trouble)
    {
        if (_status.Trouble != trouble.Why)
        {
            context.Log.Warning("{Why}{Again}", trouble.Why, trouble.Again > TimeSpan.Zero ? "; tried again until it works" : "");
        }

        return _status with { Trouble = trouble.Why };
    }

    private NodeStatus AfterRound(RoundOver over)
    {
        var number = over.Record.Terms.Number;
        AtomicFile.Write(folder.RecordOf(number), stream => stream.Write(over.Proof.Span));
        _rounds += over.IsMissed ? 0 : 1;
        var credit = new CreditStatus(number, over.Own?.Reason.ToString() ?? "NoLease", Earned(over), over.Record.Credits.Count, over.Record.IsPromoted);
        var merged = over.Record.IsPromoted ? "the merged model is better and plays from now on" : "the model stays";
        var what = string.Create(CultureInfo.InvariantCulture, $"round {number} is over, {merged}; own work: {credit.Reason}, {credit.Amount:F1} credited");
        return (over is { IsMissed: true, Own: null } ? Quietly(what) : Say(what)) with
        {
            Lease = null,
            Credits = [.. _status.Credits.Where(one => one.Round != number).Append(credit).OrderByDescending(one => one.Round).Take(Kept)],
        };
    }

    private double Earned(RoundOver over) =>
        (over.Own?.Amount ?? 0) + (PeerId.TryParse(_status.Peer, out var self) ? over.Record.Verifications.GetValueOrDefault(self) : 0);
}
