using BlockAssist.Net.Merging;
using BlockAssist.Net.Merging.Bench;

namespace BlockAssist.Net.Tests.Merging;

public sealed class ModelMergeTests
{
    private const int Length = 300;

    private static readonly float[] Truth = SomeUpdates.Truth(Length);

    [Fact]
    public void Round_after_round_the_model_goes_where_its_peers_agree()
    {
        var (weights, momentum) = (new float[Length], new float[Length]);
        var merge = new ModelMerge([100, 200]);

        for (var round = 0; round < 3; round++)
        {
            float[] left = [.. Truth.Zip(weights, (there, here) => 0.5f * (there - here))];
            var updates = SomeUpdates.Honest(8, left, noise: 0.05 / (round + 1), seed: (ulong)round);
            updates.Add(new PeerUpdate(Array.ConvertAll(left, number => -50 * number)));
            Assert.Equal("centered clip", merge.Merge(updates, out var change).Rule);
            new OuterStep(1, 0).Apply(change, momentum, weights);
        }

        Assert.InRange(MergeCase.ErrorOf(weights, Truth), 0, 0.25);
    }

    [Fact]
    public void Who_does_not_count_is_left_out_and_everybody_hears_what_became_of_the_update()
    {
        var updates = SomeUpdates.Honest(4, Truth, noise: 0.1);
        updates[3] = new PeerUpdate(Array.ConvertAll(Truth, number => -number), 0);

        var result = new ModelMerge([Length]).Merge(updates, out _);

        Assert.Equal("median", result.Rule);
        Assert.Equal([1 / 3.0, 1 / 3.0, 1 / 3.0, 0], result.Peers.Select(peer => peer.Weight));
        Assert.All(result.Peers.Take(3), peer => Assert.InRange(peer.Agreement, 0.95, 1));
        Assert.Equal((0, true), (result.Peers[3].Kept, result.Peers[3].Agreement < -0.95));
        Assert.Equal(FixedSums.Norm(updates[0].Change.Span), result.Peers[0].Norm);
    }

    [Fact]
    public void The_updates_themselves_stay_as_they_were()
    {
        var loud = Array.ConvertAll(Truth, number => 100 * number);
        var updates = SomeUpdates.Honest(5, Truth);
        updates.Add(new PeerUpdate((float[])loud.Clone()));

        var result = new ModelMerge([Length]).Merge(updates, out _);

        Assert.Equal(loud, updates[5].Change.ToArray());
        Assert.InRange(result.Peers[5].Kept, 0, 0.01);
    }

    [Fact]
    public void Where_nobody_counts_nothing_is_merged()
    {
        var merge = new ModelMerge([Length]);

        Assert.ThrowsAny<ArgumentException>(() => merge.Merge([], out _));
        Assert.ThrowsAny<ArgumentException>(() => merge.Merge([new PeerUpdate(Truth, 0)], out _));
        Assert.ThrowsAny<ArgumentException>(() => merge.Merge([new PeerUpdate(new float[3])], out _));
    }
}
