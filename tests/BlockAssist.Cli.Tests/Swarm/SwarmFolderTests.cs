using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Blobs;

namespace BlockAssist.Cli.Tests.Swarm;

public sealed class SwarmFolderTests : IDisposable
{
    private const string Hub = "192.0.2.7:7433/12D3KooWLKfwuFP8asrpVbHaUFWwbhYuyuC4oNT3yomfJxLjdWBP";

    private readonly TemporaryFolder _home = new();

    private SwarmFolder Folder => SwarmFolder.Of(new NodeHome(_home.Path));

    [Fact]
    public void Which_swarm_it_is_comes_back()
    {
        SwarmSettings[] all = [new("friends", Hub, null), new("friends", null, new OwnSwarm("0.0.0.0:7433", $"{BlobId.Of("base"u8)}", $"{BlobId.Of("recipe"u8)}"))];

        Assert.All(all, settings =>
        {
            Directory.CreateDirectory(Folder.Path);
            Folder.Keep(settings);
            Assert.Equal((settings.Network, settings.Hub, settings.Own?.Base), (Folder.Settings().Network, Folder.Settings().Hub, Folder.Settings().Own?.Base));
        });
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("""{"network":"friends","hub":null,"own":null}""")]
    [InlineData("""{"network":"friends","hub":"nowhere","own":null}""")]
    [InlineData($$"""{"network":"My Friends","hub":"{{Hub}}","own":null}""")]
    [InlineData("""{"network":"friends","hub":null,"own":{"listen":"0.0.0.0:1","base":"none","recipe":"none"}}""")]
    public void A_file_that_names_no_swarm_is_a_foreseen_failure(string text)
    {
        Directory.CreateDirectory(Folder.Path);
        File.WriteAllText(Folder.SettingsFile, text);

        Assert.Throws<ForeseenException>(Folder.Settings);
    }

    public void Dispose() => _home.Dispose();
}
