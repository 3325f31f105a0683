using BlockAssist.Net.Gates;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Merging;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Simulations.Learning;
using BlockAssist.Net.Work;

namespace BlockAssist.Net.Simulations.Hubs;

/// <summary>The hub's own work, by the rules of real hubs: screening, ruling, merging, gating.</summary>
/// <param name="learning">What it works on.</param>
/// <param name="options">How long it takes.</param>
internal sealed class SimulatedHubWork(ISimulatedLearning learning, SimulatedHubOptions options)
{
    /// <summary>Does it.</summary>
    /// <returns>What came of it, and how long it took.</returns>
    public (RoundEvent Happened, TimeSpan Takes) Do(WorkOrder order) =>
        order.Kind == MessageKinds.Screening ? (Screen(order), options.Trying * order.Updates.Count)
        : order.Kind == MessageKinds.Ruling ? (Rule(order), options.Ruling)
        : order.Kind == MessageKinds.Merging ? (Merge(order), options.Merging)
        : Gate(order);

    private Screened Screen(WorkOrder order)
    {
        List<ReadOnlyMemory<float>> changes = [.. order.Updates.Select(one => learning.Update(one.Update, order.Base) ?? ReadOnlyMemory<float>.Empty)];
        return UpdateRules.ScreenAsync(order, changes, learning.Open(order.Base, momentum: null).Weights.Length, some => Task.FromResult(Gains(order, some))).GetAwaiter().GetResult();
    }

    private IReadOnlyList<Gain> Gains(WorkOrder order, IReadOnlyList<ReadOnlyMemory<float>> changes) => [.. learning.Gains(order.Base, changes).Select(gain => new Gain(gain))];

    private Ruled Rule(WorkOrder order)
    {
        var judge = order.Case!;
        return new Ruled(default, judge.Segment.Lease.Peer, judge.Segment.Segment, learning.Rule(order.Base, judge));
    }

    private Merged Merge(WorkOrder order)
    {
        var model = learning.Open(order.Base, order.Momentum);
        List<PeerUpdate> updates = [.. order.Updates.Select(one => new PeerUpdate(learning.Update(one.Update, order.Base)!.Value, one.Weight))];
        var result = UpdateRules.MergeAsync(model, updates, some => Task.FromResult(Gains(order, some))).GetAwaiter().GetResult();
        var (candidate, momentum) = learning.Save(order.Base, model.Weights, model.Momentum);
        return new Merged(default, candidate, result with { Momentum = momentum });
    }

    private (RoundEvent Happened, TimeSpan Takes) Gate(WorkOrder order)
    {
        IReadOnlyList<string> older = [.. order.Older.Select(model => model.ToString())];
        var gate = new PromotionGate(learning.Match, new SequentialOptions());
        var result = gate.TryAsync(order.Candidate.ToString(), order.Base.ToString(), older, progress: null, CancellationToken.None).GetAwaiter().GetResult();
        return (new Gated(default, result), options.Pair * (result.Pairs + result.Regressions.Sum(one => one.Pairs)));
    }
}
