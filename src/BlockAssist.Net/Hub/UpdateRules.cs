using BlockAssist.Net.Merging;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Work;

namespace BlockAssist.Net.Hub;

/// <summary>What a hub makes of updates, wherever they and their model are.</summary>
internal static class UpdateRules
{
    /// <summary>Looks at updates, and tries those of which nothing speaks against.</summary>
    /// <param name="order">What is to be looked at.</param>
    /// <param name="changes">The changes, in its order; empty where an update is none.</param>
    /// <param name="weights">How many weights the model has.</param>
    /// <param name="gains">By how much each of some changes makes the model better.</param>
    public static async Task<Screened> ScreenAsync(
        WorkOrder order, IReadOnlyList<ReadOnlyMemory<float>> changes, int weights, Func<IReadOnlyList<ReadOnlyMemory<float>>, Task<IReadOnlyList<Gain>>> gains)
    {
        var faults = new UpdateScreen(weights).Of([.. changes.Zip(order.Updates, (change, one) => new ScreenedUpdate(change, one.Segments, one.Weight > 0))]);
        int[] sound = [.. Enumerable.Range(0, changes.Count).Where(number => faults[number] == ScreenFault.None)];
        var gained = await gains([.. sound.Select(number => changes[number])]).ConfigureAwait(false);
        return new Screened(
            default,
            order.Updates.Zip(faults, (one, fault) => (one.Peer, fault)).ToDictionary(),
            sound.Zip(gained, (number, gain) => (order.Updates[number].Peer, gain.BeyondChance)).ToDictionary(),
            default);
    }

    /// <summary>Merges updates, and makes that step along the merged change after which the model does best.</summary>
    /// <param name="model">The model; it is changed.</param>
    /// <param name="updates">The updates.</param>
    /// <param name="gains">By how much each of some changes makes the model better.</param>
    public static async Task<MergeResult> MergeAsync(
        OpenedModel model, IReadOnlyList<PeerUpdate> updates, Func<IReadOnlyList<ReadOnlyMemory<float>>, Task<IReadOnlyList<Gain>>> gains)
    {
        var result = new ModelMerge(model.Lengths).Merge(updates, out var merged);
        var gained = await gains([.. OuterStep.Tried.Select(step => (ReadOnlyMemory<float>)step.ChangeOf(merged, model.Momentum))]).ConfigureAwait(false);
        var (best, gain) = OuterStep.Tried.Zip(gained).MaxBy(tried => tried.Second.Mean);
        best.Apply(merged, model.Momentum, model.Weights);
        return result with { Step = best, Gain = gain.Mean };
    }
}
