using System.Buffers.Binary;
using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Tests.Identities;

public sealed class PeerNameTests
{
    [Fact]
    public void A_name_is_the_same_for_ever()
    {
        using var peer = Some.Peer(0x80);

        Assert.Equal("arctic-lynx-80644", PeerName.Of(peer.Id));
    }

    [Fact]
    public void A_name_is_an_adjective_an_animal_and_five_digits() =>
        Assert.All(Ids(200), id => Assert.Matches("^[a-z]{3,11}-[a-z]{2,11}-[0-9]{5}$", PeerName.Of(id)));

    [Fact]
    public void The_words_are_as_many_as_a_byte_tells_apart_and_none_twice() =>
        Assert.All(
            (IReadOnlyList<string>[])[PeerNameWords.Adjectives, PeerNameWords.Animals],
            words => Assert.Equal(PeerNameWords.Count, words.Distinct(StringComparer.Ordinal).Count()));

    [Fact]
    public void Ten_thousand_peers_have_names_of_their_own()
    {
        // Chance would spoil this for fewer than one in a hundred such lists of peers.
        Assert.Equal(10_000, Ids(10_000).Select(PeerName.Of).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_word_is_used()
    {
        var names = Ids(10_000).Select(id => PeerName.Of(id).Split('-')).ToList();

        Assert.Equal(PeerNameWords.Count, names.Select(parts => parts[0]).Distinct().Count());
        Assert.Equal(PeerNameWords.Count, names.Select(parts => parts[1]).Distinct().Count());
    }

    private static IEnumerable<PeerId> Ids(int count)
    {
        var key = new byte[PeerId.Bytes];
        for (var i = 0; i < count; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(key, i);
            yield return new PeerId(key);
        }
    }
}
