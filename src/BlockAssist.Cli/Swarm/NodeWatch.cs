using System.Globalization;
using System.Text.Json;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Models;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Peers;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Swarm;

/// <summary>Watches the peer of a node: says what happens, keeps the status and the records, lets models that were promoted play.</summary>
/// <param name="context">Where the home and the log are.</param>
/// <param name="folder">Where records and status go.</param>
/// <param name="first">The status to begin with.</param>
internal sealed class NodeWatch(CommandContext context, SwarmFolder folder, NodeStatus first) : IProgress<PeerNews>
{
    private const int Kept = 50;

    private readonly Lock _lock = new();
    private NodeStatus _status = first;

    /// <summary>How many rounds were closed while it watched.</summary>
    public int Rounds { get; private set; }

    /// <summary>Told when a round is over, with how many there were.</summary>
    public Action<int> OnRound { get; init; } = _ => { };

    /// <inheritdoc/>
    public void Report(PeerNews value)
    {
        lock (_lock)
        {
            try
            {
                _status = After(value) with { At = context.Surroundings.Clock.GetUtcNow() };
                AtomicFile.Write(folder.StatusFile, stream => JsonSerializer.Serialize(stream, _status, SwarmNodeJson.Default.NodeStatus));
            }
            catch (Exception error) when (Failure.IsForeseen(error))
            {
                // The peer goes on: what it says is kept by the hub.
                context.Log.Warning("{What}", Failure.Of(error).Line);
            }
        }
    }

    private NodeStatus After(PeerNews news) => news switch
    {
        FoundSwarm found => AfterFinding(found.Welcome),
        NothingToLearn => Say("nothing to learn from: share sessions by demos share, or a folder by node run --data DIR; listens and verifies meanwhile"),
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
        RoundOver over => AfterRound(over),
        ModelCame came => AfterModel(came),
        Trouble trouble => InTrouble(trouble),
        _ => _status,
    };

    private NodeStatus AfterFinding(Welcome welcome)
    {
        var known = Say($"in round {welcome.Round} of {welcome.Network}, {welcome.Stage}") with { Round = welcome.Round, Lease = null };
        var model = welcome.Base.ToString();
        if (known.Models is not [var last, ..] || last.Hash == model || known.Models.All(one => one.Hash != model))
        {
            return known;
        }

        // The hub has gone back to a model that came earlier.
        Promote(model);
        context.Log.Warning("The swarm has gone back to model {Model}, which plays from now on", model[..12]);
        return known with { Models = [new ModelStatus(welcome.Round, model), .. known.Models.Take(Kept - 1)] };
    }

    private void Promote(string hash)
    {
        var registry = new ModelRegistry(context.Home.Models, context.Surroundings.Clock);
        if (registry.Promoted(ModelKind.Human)?.Hash != hash)
        {
            registry.Promote(hash);
        }
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
        var file = Path.Combine(folder.Records, number.ToString("D8", CultureInfo.InvariantCulture) + ".envelope");
        AtomicFile.Write(file, stream => stream.Write(over.Proof.Span));
        Rounds++;
        OnRound(Rounds);
        var credit = new CreditStatus(number, over.Own?.Reason.ToString() ?? "NoLease", Earned(over), over.Record.Credits.Count, over.Record.IsPromoted);
        var merged = over.Record.IsPromoted ? "the merged model is better and plays from now on" : "the model stays";
        return Say(string.Create(CultureInfo.InvariantCulture, $"round {number} is over, {merged}; own work: {credit.Reason}, {credit.Amount:F1} credited")) with
        {
            Lease = null,
            Credits = [credit, .. _status.Credits.Where(one => one.Round != number).Take(Kept - 1)],
        };
    }

    private double Earned(RoundOver over) =>
        (over.Own?.Amount ?? 0) + (PeerId.TryParse(_status.Peer, out var self) ? over.Record.Verifications.GetValueOrDefault(self) : 0);

    private NodeStatus AfterModel(ModelCame came)
    {
        var registry = new ModelRegistry(context.Home.Models, context.Surroundings.Clock);
        var model = registry.Import(came.File, ModelKind.Human, $"round {came.Round} of {_status.Network}").Model;
        Promote(model.Hash);
        return Say($"model {model.Hash[..12]} of round {came.Round} plays from now on") with
        {
            Models = [new ModelStatus(came.Round, model.Hash), .. _status.Models.Where(one => one.Round != came.Round).Take(Kept - 1)],
        };
    }
}
