using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Learner.Leases;
using BlockAssist.Net.Blobs;

namespace BlockAssist.Cli.Tests.Swarm;

public sealed class SwarmCommandTests : IDisposable
{
    private const string Peer = "12D3KooWLKfwuFP8asrpVbHaUFWwbhYuyuC4oNT3yomfJxLjdWBP";

    private readonly TemporaryFolder _folder = new();

    private SwarmFolder Folder => SwarmFolder.Of(new NodeHome(_folder.Path));

    [Fact]
    public async Task A_swarm_needs_an_identity_and_says_how_to_get_one()
    {
        var run = await RunAsync("swarm", "init");

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("key new", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_swarm_begins_with_the_model_that_comes_with_the_program()
    {
        await RunAsync("key", "new", "--without-passphrase");

        var run = await RunAsync("swarm", "init", "--name", "friends", "--minutes", "7", "--listen", "127.0.0.1:7500", "--json");

        Assert.Equal(ExitCode.Done, run.Code);
        var settings = Folder.Settings();
        Assert.Equal(("friends", TimeSpan.FromMinutes(7)), (settings.Network, settings.Own!.Plan.Training));
        Assert.StartsWith("127.0.0.1:7500/12D3KooW", run.Json.GetProperty("hub").GetString(), StringComparison.Ordinal);
        Assert.True(File.Exists(BlobAt(settings.Own.Base)));
        Assert.Null(settings.Own.SelfPlay);
    }

    [Fact]
    public async Task Some_rounds_of_a_swarm_learn_from_their_own_play()
    {
        await RunAsync("key", "new", "--without-passphrase");

        await RunAsync("swarm", "init", "--self-play-every", "4");

        var own = Folder.Settings().Own!;
        Assert.Equal((4, own.SelfPlay!.Recipe), (own.Genesis().SelfPlay!.Every, new BlobId(own.Genesis().SelfPlay!.Recipe).ToString()));
        var (usual, other) = (RecipeOf(own.Recipe), RecipeOf(own.SelfPlay.Recipe));
        Assert.Null(usual.SelfPlay);
        Assert.Equal(usual.Network, other.Network);
        Assert.NotNull(other.SelfPlay);
    }

    [Fact]
    public async Task Who_leaves_a_swarm_loses_nothing_of_it()
    {
        await RunAsync("key", "new", "--without-passphrase");
        await RunAsync("swarm", "init", "--name", "first");

        var refused = await RunAsync("swarm", "init", "--name", "second");
        var left = await RunAsync("swarm", "init", "--name", "second", "--replace");

        Assert.Equal((ExitCode.Failed, ExitCode.Done), (refused.Code, left.Code));
        Assert.Contains("first", refused.Error, StringComparison.Ordinal);
        Assert.Equal("second", Folder.Settings().Network);
        var aside = Assert.Single(Directory.GetDirectories(_folder.Path, "swarm-until-*"));
        Assert.Equal("first", new SwarmFolder(aside).Settings().Network);
    }

    [Fact]
    public async Task Workers_are_admitted_and_shut_out_again()
    {
        await RunAsync("key", "new", "--without-passphrase");
        await RunAsync("swarm", "init");

        await RunAsync("swarm", "admit", Peer);
        var twice = await RunAsync("swarm", "admit", Peer, "--json");
        var shutOut = await RunAsync("swarm", "admit", Peer, "--not", "--json");

        Assert.Equal(Peer, Assert.Single(twice.Json.GetProperty("workers").EnumerateArray()).GetString());
        Assert.Empty(shutOut.Json.GetProperty("workers").EnumerateArray());
    }

    [Fact]
    public async Task A_hub_that_does_not_run_is_told_from_one_that_cannot_be_reached()
    {
        await RunAsync("key", "new", "--without-passphrase");
        await RunAsync("swarm", "init", "--listen", "127.0.0.1:7499");

        var run = await RunAsync("swarm", "status", "--json");

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("node run", run.Json.GetProperty("trouble").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("swarm", "join", "somewhere")]
    [InlineData("swarm", "init", "--name", "My Friends")]
    [InlineData("swarm", "init", "--listen", "here")]
    [InlineData("swarm", "init", "--rate", "7")]
    [InlineData("swarm", "init", "--self-play-every", "-1")]
    [InlineData("swarm", "admit", "me")]
    [InlineData("node", "run", "--hours", "late")]
    [InlineData("node", "run", "--cluster", "postgres://host")]
    [InlineData("node", "run", "--silo", "here")]
    [InlineData("node", "run", "--foreign-share", "1")]
    public async Task What_makes_no_sense_is_a_usage_mistake(params string[] words) => Assert.Equal(ExitCode.Usage, (await RunAsync(words)).Code);

    [Fact]
    public async Task Who_joins_where_nobody_answers_is_told_what_to_do()
    {
        await RunAsync("key", "new", "--without-passphrase");

        var run = await RunAsync("swarm", "join", $"127.0.0.1:{LoopbackPort.Free()}/{Peer}");

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("no hub with the key of the address answers", run.Error, StringComparison.Ordinal);
        Assert.Contains("Start it there by blockassist node run", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sessions_are_shared_one_by_one()
    {
        var episodes = Directory.CreateDirectory(Path.Combine(_folder.Path, "episodes")).FullName;
        await RunAsync("play", "--headless", "--only-play", "--sessions", "2", "--seed", "5");
        var files = Directory.GetFiles(episodes, "*.bae");

        var none = await RunAsync("demos", "share", "--json");
        var one = await RunAsync("demos", "share", files[0], "--json");
        var no = await RunAsync("demos", "share", files[0], "--not", "--json");
        var elsewhere = await RunAsync("demos", "share", Folder.Path);

        Assert.Empty(none.Json.GetProperty("files").EnumerateArray());
        Assert.Equal(files[0], Assert.Single(one.Json.GetProperty("files").EnumerateArray()).GetString());
        Assert.Empty(no.Json.GetProperty("files").EnumerateArray());
        Assert.NotEqual(ExitCode.Done, elsewhere.Code);
    }

    [Fact]
    public async Task Who_shares_a_copy_is_told_that_it_brings_nothing()
    {
        await RunAsync("play", "--headless", "--only-play", "--sessions", "1", "--seed", "5");
        var file = Assert.Single(Directory.GetFiles(Path.Combine(_folder.Path, "episodes"), "*.bae"));
        var copy = Path.ChangeExtension(file, "copy.bae");
        File.Copy(file, copy);

        var alone = await RunAsync("demos", "share", file, "--json");
        var both = await RunAsync("demos", "share", copy, "--json");

        Assert.Empty(alone.Json.GetProperty("notes").EnumerateArray());
        Assert.Contains("a copy of", Assert.Single(both.Json.GetProperty("notes").EnumerateArray()).GetString(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private LeaseRecipe RecipeOf(string address) => LeaseRecipe.Load(BlobAt(address));

    private string BlobAt(string address) => Path.Combine(Folder.Blobs, "blobs", address[..2], address[2..]);

    private Task<CommandRun> RunAsync(params string[] words) => CommandRun.Of(Verbs.All(), _folder.Path, words);
}
