using System.Buffers.Binary;
using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Tests.Rounds;

/// <summary>What somebody says costs as much in a round of many as in one of few.</summary>
public sealed class RoundCostTests
{
    // Measured by what is allocated, which is the same on a busy machine: where each word looks at all who take part it grows as they do.
    [Fact]
    public void A_word_costs_a_round_of_eight_times_as_many_about_as_much()
    {
        BytesAWord(20);

        var (few, many) = (BytesAWord(40), BytesAWord(320));

        Assert.InRange(many / few, 0, 2);
    }

    private static double BytesAWord(int peers)
    {
        var round = new PlayedRound();
        var asked = round.TrainAndScreen([.. Enumerable.Range(0, peers).Select(Peer)]);
        var (words, before) = (round.Events.Count, GC.GetAllocatedBytesForCurrentThread());
        round.Verify(asked);
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / (round.Events.Count - words);
    }

    private static PeerId Peer(int number)
    {
        var key = new byte[PeerId.Bytes];
        BinaryPrimitives.WriteInt32BigEndian(key, number);
        return new PeerId(key);
    }
}
