using System.Diagnostics;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Tests.Swarm;

namespace BlockAssist.Cli.Tests.Faults;

/// <summary>A hub whose name no server of names knows: those that end in "invalid" never are (RFC 6761).</summary>
public sealed class UnknownNameTests : IDisposable
{
    private const string Nowhere = "nowhere.invalid:7433";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder _folder = new();
    private readonly NodeProcess _node;

    public UnknownNameTests()
    {
        _node = new NodeProcess("node", _folder.Path, (program, words) => new ProcessStartInfo(program, words));
        _node.MakeIdentity();
    }

    public void Dispose()
    {
        _node.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Who_joins_is_told_that_the_name_is_not_known()
    {
        var run = await CommandRun.Of(Verbs.All(), _node.Home.Path, ["swarm", "join", $"{Nowhere}/{_node.Peer}"]);

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("no hub with the key of the address answers", run.Error, StringComparison.Ordinal);
        Assert.Contains("join again", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_node.Folder.SettingsFile));
    }

    [Fact]
    public void A_node_whose_hub_has_no_name_any_more_says_so_and_tries_again()
    {
        _node.Folder.Keep(new BlockAssist.Cli.Swarm.SwarmSettings("lost", $"{Nowhere}/{_node.Peer}", null));
        _node.Run("blockassist", "node", "run");

        _node.Await("the node says what troubles it", Longest, () => _node.Status is { Trouble: not null });

        Assert.Contains(Nowhere, _node.Status!.Trouble, StringComparison.Ordinal);
        Assert.Equal(0, _node.Terminate());
    }
}
