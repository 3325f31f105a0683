using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Tests.Messages;
using BlockAssist.Net.Work;
using CsCheck;

namespace BlockAssist.Net.Tests.Hub;

/// <summary>Whatever peers say and whenever: nothing throws, and what is in the log can be gone through again.</summary>
public sealed class CoordinatorPropertyTests
{
    private static readonly Gen<Message> AnyMessage = Gen.OneOf(
        Any.Number.Select(PeerMessages.AskLease),
        Gen.Double[0.01, 1].Select(PeerMessages.AskLease),
        Any.Commitment.Select(PeerMessages.Commit),
        Any.Mark.Array[0, 10].Select(marks => PeerMessages.Reveal(new Revelation(marks))),
        Gen.Int[0, 70].Select(Any.Blob, PeerMessages.GiveEvidence),
        Any.Count.Select(Any.Blob, PeerMessages.GiveEvidence),
        Gen.Int[0, 5].Array[1, 3].Select(numbers => PeerMessages.OfferClips([.. numbers.Select(Rounds.SomeClip.File)])),
        Gen.Int[0, 70].Select(Gen.Int[0, 6], Any.Blob, (segment, step, state) => PeerMessages.ShowState(Some.Peer(1).Id, segment, step, state)));

    private static readonly Gen<(int What, int Who, int Whom, Message Message, double Minutes)[]> AnySteps =
        Gen.Int[0, 11].Select(Gen.Int[0, 3], Gen.Int[0, 3], AnyMessage, Gen.Double[0, 6]).Array[100, 250];

    [Fact]
    public async Task Whatever_peers_say_the_rounds_go_on_and_can_be_brought_back()
    {
        // Few rounds get to their end by chance: there are more of them until some did.
        const int MostBatches = 10;
        var (all, seen) = (Enum.GetValues<RoundStage>().Length, new HashSet<RoundStage>());
        for (var batch = 0; batch < MostBatches && seen.Count < all; batch++)
        {
            await AnySteps.SampleAsync(steps => GoThroughAsync(steps, seen), iter: 25);
        }

        Assert.Equal(all, seen.Count);
    }

    private static async Task GoThroughAsync((int What, int Who, int Whom, Message Message, double Minutes)[] steps, HashSet<RoundStage> seen)
    {
        using var swarm = new PlayedSwarm(trust: new TrustPolicy { Probation = 1 });
        PeerId[] peers = [.. swarm.Join(1, 2, 3), swarm.Hub];
        foreach (var (what, who, whom, message, minutes) in steps)
        {
            await DoAsync(swarm, what, (peers[who], peers[whom]), message, minutes);
            lock (seen)
            {
                seen.Add(swarm.Stage);
            }
        }

        var (record, heard) = (swarm.Coordinator.LastRecord, swarm.Hear(peers[0], swarm.Round));
        await swarm.RestartAsync();
        Assert.Equal(Told.Of(record), Told.Of(swarm.Coordinator.LastRecord));
        Assert.Equal(Told.Of(heard), Told.Of(swarm.Hear(peers[0], swarm.Round)));
    }

    private static async Task DoAsync(PlayedSwarm swarm, int what, (PeerId One, PeerId Other) peers, Message message, double minutes)
    {
        var lease = swarm.Hear(peers.One, swarm.Round).OfType<GrantLease>().LastOrDefault()?.Lease;
        switch (what)
        {
            case 0 or 1: await swarm.TellAsync(peers.One, message); break;
            case 2: await swarm.WaitAsync(minutes); break;
            case 3: await swarm.RestartAsync(); break;
            case 4: await swarm.TellAsync(peers.One, PeerMessages.AskLease(0.1)); break;
            case 5 or 6 when lease is not null: await swarm.CommitAsync(lease); break;
            case 7 or 8 when lease is not null: await swarm.RevealAsync(lease); break;
            case 9: await swarm.TellAsync(peers.One, PeerMessages.GiveOutcome(peers.Other, (int)minutes, new ReplayFinding((ReplayOutcome)((int)minutes % 3), "", minutes) { Subject = (ReplaySubject)((int)(minutes * 10) % 2) })); break;
            case 10 when swarm.Coordinator.LeaseWork() is not null: swarm.Clock.Advance(swarm.Options.WorkPatience); await swarm.WorkAsync(minutes > 3); break;
            case 11 when swarm.Stage == RoundStage.Verifying: await swarm.VerifyAsync(); break;
            default: break;
        }
    }
}
