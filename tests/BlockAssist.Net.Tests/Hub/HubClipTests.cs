using BlockAssist.Net.Blobs;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Clips;
using BlockAssist.Net.Tests.Messages;
using BlockAssist.Net.Tests.Rounds;

namespace BlockAssist.Net.Tests.Hub;

/// <summary>What a coordinator makes of clips that peers offer.</summary>
public sealed class HubClipTests : IDisposable
{
    private readonly PlayedSwarm _swarm = new();

    public void Dispose() => _swarm.Dispose();

    [Fact]
    public async Task A_coordinator_that_dies_after_every_step_comes_to_the_same_clips()
    {
        var first = await PlayAsync(_swarm);

        using var other = new PlayedSwarm();
        other.AfterEachStep = other.RestartAsync;
        var second = await PlayAsync(other);

        Assert.Equal(5, first.Clips.Count);
        Assert.Equal(first.Clips.OrderByDescending(clip => clip.Progress).ThenBy(clip => clip.File.ToString(), StringComparer.Ordinal), first.Clips);
        Assert.Equal(first.Clips, second.Clips);
        Assert.Equal(Told.Of(second), Told.Of(other.Coordinator.LastRecord));
    }

    [Fact]
    public async Task Clips_that_are_not_there_or_are_too_large_are_not_taken_and_may_be_offered_again()
    {
        var ada = _swarm.Join(1)[0];
        await _swarm.LeaseAsync(ada);
        var (missing, large) = (SomeClip.File(1), SomeClip.File(2));
        _swarm.Missing.Add(missing);
        _swarm.Lengths[large] = ClipLimits.MostBytes + 1;
        var entries = _swarm.Log.Entries;

        Assert.Equal("BlobMissing", await OfferAsync(_swarm, ada, missing));
        Assert.Equal("TooLarge", await OfferAsync(_swarm, ada, SomeClip.File(3), large));
        Assert.Equal(entries, _swarm.Log.Entries);
        _swarm.Lengths[large] = ClipLimits.MostBytes;
        Assert.Equal("Taken", await OfferAsync(_swarm, ada, SomeClip.File(3), large));
    }

    [Fact]
    public async Task Clips_are_valued_while_peers_train_one_peer_after_the_other()
    {
        var (ada, bob) = (_swarm.Join(1)[0], _swarm.Join(2)[0]);
        await _swarm.LeaseAsync(ada);
        await OfferAsync(_swarm, ada, SomeClip.File(1));
        await OfferAsync(_swarm, bob, SomeClip.File(2), SomeClip.File(3));

        var first = _swarm.Take();
        Assert.Null(_swarm.Coordinator.LeaseWork());
        Assert.True(await _swarm.Coordinator.FinishWorkAsync(first.Token, first.Kind.Number, PlayedSwarm.AnswerTo(first), CancellationToken.None));
        var second = _swarm.Take();

        Assert.Equal((MessageKinds.Valuing, MessageKinds.Valuing), (first.Kind, second.Kind));
        Assert.Equal([(ada, SomeClip.File(1))], first.Updates.Select(one => (one.Peer, one.Update)));
        Assert.Equal([(bob, SomeClip.File(2)), (bob, SomeClip.File(3))], second.Updates.Select(one => (one.Peer, one.Update)));
    }

    [Fact]
    public async Task What_is_not_valued_when_all_is_revealed_holds_nothing_up_and_is_valued_while_others_verify()
    {
        var (ada, bob) = (_swarm.Join(1)[0], _swarm.Join(2)[0]);
        await _swarm.LeaseAsync(ada);
        await OfferAsync(_swarm, ada, SomeClip.File(1));
        await _swarm.TrainAsync(ada, bob);

        Assert.Equal(MessageKinds.Screening, _swarm.Take().Kind);
        _swarm.Clock.Advance(_swarm.Options.WorkPatience);
        Assert.True(await _swarm.WorkAsync());
        Assert.Equal((RoundStage.Verifying, MessageKinds.Valuing), (_swarm.Stage, _swarm.Take().Kind));
    }

    [Fact]
    public async Task The_clips_of_the_last_two_rounds_are_kept_and_no_others()
    {
        var record = await PlayAsync(_swarm);
        HashSet<BlobId> named = [.. record.Clips.Select(clip => clip.File)];

        Assert.Equal(named, KeptOf(Enumerable.Range(0, 10)));
        await _swarm.PlayAsync(finds: null, [.. _swarm.Everybody.Where(peer => peer != _swarm.Hub)]);
        Assert.Equal(named, KeptOf(Enumerable.Range(0, 10)));
        await _swarm.PlayAsync(finds: null, [.. _swarm.Everybody.Where(peer => peer != _swarm.Hub)]);
        Assert.Empty(KeptOf(Enumerable.Range(0, 10)));
    }

    [Fact]
    public async Task What_was_shared_in_a_round_is_not_shared_again_in_the_next_also_after_a_restart()
    {
        var first = await PlayAsync(_swarm);
        await _swarm.RestartAsync();
        var again = first.Clips[0];
        var bob = _swarm.Everybody.First(peer => peer != again.Peer && peer != _swarm.Hub);
        await _swarm.LeaseAsync(bob);
        await OfferAsync(_swarm, bob, again.File, SomeClip.File(9));
        Assert.True(await _swarm.WorkAsync());

        var second = await _swarm.PlayAsync(finds: null, bob);

        Assert.Equal([(bob, SomeClip.File(9))], second.Clips.Select(clip => (clip.Peer, clip.File)));
    }

    // Of eight clips of two peers one is offered by both, and four of a peer are named.
    private static async Task<RoundRecord> PlayAsync(PlayedSwarm swarm)
    {
        var peers = swarm.Join(1, 2);
        await swarm.LeaseAsync(peers[0]);
        Assert.Equal("Taken", await OfferAsync(swarm, peers[0], [.. Enumerable.Range(0, 6).Select(SomeClip.File)]));
        Assert.Equal("Taken", await OfferAsync(swarm, peers[1], SomeClip.File(5), SomeClip.File(7)));
        Assert.True(await swarm.WorkAsync());
        return await swarm.PlayAsync(finds: null, peers);
    }

    private HashSet<BlobId> KeptOf(IEnumerable<int> clips) => [.. Kept.Read(_swarm.Coordinator.Kept())!.Blobs.Intersect(clips.Select(SomeClip.File))];

    private static Task<string> OfferAsync(PlayedSwarm swarm, PeerId peer, params BlobId[] clips) => swarm.TellAsync(peer, PeerMessages.OfferClips(clips));
}
