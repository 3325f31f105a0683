using BlockAssist.Net.Gateway;
using BlockAssist.Net.Tests.Rounds;

namespace BlockAssist.Net.Tests.Gateway;

public sealed class UploadAllowanceTests
{
    [Fact]
    public void Each_peer_may_send_so_much_an_hour()
    {
        var clock = Some.Clock();
        var allowance = new UploadAllowance(100, clock);
        var (ada, bob) = (PlayedRound.Peer(1), PlayedRound.Peer(2));

        Assert.True(allowance.TryTake(ada, 60));
        Assert.False(allowance.TryTake(ada, 41));
        Assert.True(allowance.TryTake(ada, 40));
        Assert.False(allowance.TryTake(ada, 1));
        Assert.True(allowance.TryTake(ada, 0));
        Assert.True(allowance.TryTake(bob, 100));
        clock.Advance(TimeSpan.FromMinutes(59));
        Assert.False(allowance.TryTake(ada, 1));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(allowance.TryTake(ada, 100));
    }

    [Fact]
    public void All_peers_together_may_send_so_much_an_hour()
    {
        var clock = Some.Clock();
        var allowance = new UploadAllowance(100, clock) { BytesOfAll = 150 };
        var (ada, bob) = (PlayedRound.Peer(1), PlayedRound.Peer(2));

        Assert.True(allowance.TryTake(ada, 100));
        Assert.False(allowance.TryTake(bob, 51));
        Assert.True(allowance.TryTake(bob, 50));
        allowance.GiveBack(ada, 20);
        Assert.False(allowance.TryTake(bob, 21));
        Assert.True(allowance.TryTake(bob, 20));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.True(allowance.TryTake(bob, 100));
    }

    [Fact]
    public void What_did_not_come_is_given_back_and_never_more()
    {
        var clock = Some.Clock();
        var allowance = new UploadAllowance(100, clock);
        var ada = PlayedRound.Peer(1);

        allowance.TryTake(ada, 100);
        allowance.GiveBack(ada, 30);
        Assert.False(allowance.TryTake(ada, 31));
        Assert.True(allowance.TryTake(ada, 30));

        // It began in the hour before.
        clock.Advance(TimeSpan.FromHours(1));
        allowance.TryTake(ada, 10);
        allowance.GiveBack(ada, 50);
        Assert.False(allowance.TryTake(ada, 101));
        Assert.True(allowance.TryTake(ada, 100));
    }

    [Fact]
    public void Numbers_however_large_do_not_run_over()
    {
        var allowance = new UploadAllowance(100, Some.Clock());

        Assert.True(allowance.TryTake(PlayedRound.Peer(1), 1));
        Assert.False(allowance.TryTake(PlayedRound.Peer(1), long.MaxValue));
    }
}
