using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using CsCheck;

namespace BlockAssist.Net.Tests.Hub;

/// <summary>What was said to whom, and who need be woken.</summary>
public sealed class NewsFeedTests
{
    private static readonly PeerId[] Peers = [.. Enumerable.Range(1, 4).Select(number => Some.Peer((byte)number).Id)];

    [Fact]
    public void What_a_peer_was_told_is_what_was_said_to_it_or_to_all_in_order() =>
        Gen.Select(Gen.Int[-1, 3].Array[0, 60], Gen.Int[0, 3], Gen.Int[0, 70]).Sample((said, peer, after) =>
        {
            var words = new SaidWords();
            foreach (var (to, number) in said.Select((to, number) => (to, number)))
            {
                words.Add(to < 0 ? null : Peers[to], new Message(MessageKinds.Grant, new byte[] { (byte)number }));
            }

            var expected = Enumerable.Range(0, said.Length).Skip(after).Where(number => said[number] < 0 || said[number] == peer);
            Assert.Equal(expected, words.To(Peers[peer], after).Select(message => (int)message.Body.Span[0]));
        });

    [Fact]
    public void Only_those_to_whom_something_was_said_since_are_named()
    {
        var news = new NewsFeed(0);
        news.Add(Peers[0]);
        var known = news.Version;
        news.Add(Peers[1]);
        news.Add(Peers[2]);
        news.Add(Peers[1]);

        var since = News.Read(news.Since(known).ToBytes())!;

        Assert.Equal((news.Version, false), (since.Version, since.IsForAll));
        Assert.Equal([Peers[1], Peers[2]], since.Peers);
        Assert.Empty(news.Since(news.Version).Peers);
        news.Add(to: null);
        Assert.True(news.Since(known).IsForAll);
    }

    [Fact]
    public void Who_asks_too_late_or_asked_somebody_else_before_is_told_that_there_is_something_for_all()
    {
        var news = new NewsFeed(0);
        for (var number = 0; number <= NewsFeed.Kept; number++)
        {
            news.Add(Peers[0]);
        }

        Assert.True(news.Since(0).IsForAll);
        Assert.False(news.Since(1).IsForAll);
        Assert.True(news.Since(news.Version + 1).IsForAll);
    }

    [Fact]
    public void Who_knows_a_version_of_a_feed_before_is_told_that_there_is_something_for_everybody()
    {
        var before = new NewsFeed(1 << 20);
        before.Add(to: null);
        var after = new NewsFeed(2 << 20);
        after.Add(to: null);

        Assert.True(after.Since(before.Version).IsForAll);
        Assert.True(before.Since(after.Version).IsForAll);
    }
}
