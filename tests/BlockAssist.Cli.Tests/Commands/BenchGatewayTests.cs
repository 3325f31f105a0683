using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Tests.Commands;

/// <summary>A few peers at a hub that is measured.</summary>
public sealed class BenchGatewayTests
{
    [Fact]
    public async Task Each_kind_of_request_of_each_peer_is_answered_and_measured()
    {
        const int Peers = 4;
        var run = await CommandRun.Of("bench", "gateway", "--peers", $"{Peers}", "--seconds", "1", "--update-kib", "16", "--json");

        Assert.True(run.Code == ExitCode.Done, run.Error);
        var requests = run.Json.GetProperty("requests").EnumerateArray().ToList();
        Assert.Equal(9, requests.Count);
        Assert.All(requests.Skip(1), one => Assert.Equal(Peers, one.GetProperty("count").GetInt32()));
        Assert.All(requests, one => Assert.Equal((0, 0), (one.GetProperty("refused").GetInt32(), one.GetProperty("failed").GetInt32())));
        Assert.All(requests, one => Assert.InRange(one.GetProperty("median").GetDouble(), double.Epsilon, one.GetProperty("percentile99").GetDouble()));
        Assert.True(run.Json.GetProperty("flood").GetProperty("answered").GetInt32() > 0);
        Assert.True(run.Json.GetProperty("connectedBytes").GetInt64() > 0);
    }
}
