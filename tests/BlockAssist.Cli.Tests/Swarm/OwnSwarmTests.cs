using BlockAssist.Cli.Swarm;

namespace BlockAssist.Cli.Tests.Swarm;

public sealed class OwnSwarmTests
{
    [Theory]
    [InlineData("0.0.0.0:7433", "127.0.0.1")]
    [InlineData("[::]:7433", "::1")]
    [InlineData("10.77.0.1:7433", "10.77.0.1")]
    public void A_hub_is_reached_from_its_own_machine_where_it_listens(string listen, string host)
    {
        var here = new OwnSwarm(listen, "", "").Here(default);

        Assert.Equal((host, 7433), (here.Host, here.Port));
    }
}
