using System.Diagnostics;
using System.Security.Cryptography;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Contributions.Told;
using BlockAssist.Chain.Events;
using BlockAssist.Chain.Ledger;
using BlockAssist.Chain.Rpc;
using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Episodes;

namespace BlockAssist.Cli.Tests.Contributing;

/// <summary>From sessions that were recorded to contributions on the node's own ledger.</summary>
public sealed class ChainCommandTests : IDisposable
{
    private readonly PlayedHome _home = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Nothing_is_recorded_before_the_player_has_said_so_nor_after_a_no()
    {
        _home.Play(1);
        await _home.Run("key", "new", "--without-passphrase");

        var unasked = await _home.Run("chain", "status", "--json");
        var asked = await _home.Run("chain", "consent", "no", "--json");
        var refused = await _home.Run("chain", "send", "--json");

        Assert.Equal(0, unasked.Json.GetProperty("queued").GetInt32());
        Assert.False(asked.Json.GetProperty("records").GetBoolean());
        Assert.Equal((0, 0), (refused.Json.GetProperty("queued").GetInt32(), refused.Json.GetProperty("landed").GetInt32()));
    }

    [Fact]
    public async Task Sessions_in_which_a_person_built_are_recorded_by_their_digest_once_however_often_they_are_sent()
    {
        _home.Play(1);
        _home.Play(2, BuilderRole.Scripted);
        _home.Play(3);
        File.WriteAllText(_home.FileOf(4), "no episode");
        await _home.Run("chain", "consent", "yes");
        await _home.Run("key", "new", "--without-passphrase");

        var waiting = await _home.Run("chain", "status", "--json");
        var sent = await _home.Run("chain", "send", "--json");
        await _home.Run("chain", "send", "--json");
        File.Copy(_home.FileOf(1), _home.FileOf(5));
        var again = await _home.Run("chain", "send", "--json");

        Assert.Equal((2, 0), (waiting.Json.GetProperty("queued").GetInt32(), waiting.Json.GetProperty("landed").GetInt32()));
        Assert.Equal(ExitCode.Done, sent.Code);
        Assert.Equal((0, 2), (sent.Json.GetProperty("queued").GetInt32(), sent.Json.GetProperty("landed").GetInt32()));
        Assert.True(sent.Json.GetProperty("isConfirmed").GetBoolean());
        Assert.Equal(2, again.Json.GetProperty("landed").GetInt32());
        var told = await SubmittedAsync();
        Assert.Equal(
            ((int[])[1, 3]).Select(number => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_home.FileOf(number))))).Order(StringComparer.Ordinal),
            told.Select(one => one.Demonstrations.ToString()[2..]).Order(StringComparer.Ordinal));
        Assert.All(told, one => Assert.Equal((byte)WorkKind.Session, one.Kind));
    }

    [Fact]
    public async Task The_leaderboard_says_who_contributed_what_by_player_round_and_kind()
    {
        var nothing = await _home.Run("chain", "leaderboard");
        _home.Play(1);
        _home.Play(2);
        await _home.Run("chain", "consent", "yes");
        await _home.Run("key", "new", "--without-passphrase");
        var sent = await _home.Run("chain", "send", "--json");

        var players = (await _home.Run("chain", "leaderboard", "--json")).Json;
        var trained = (await _home.Run("chain", "leaderboard", "--kind", "training", "--json")).Json;
        var rounds = (await _home.Run("chain", "leaderboard", "--rounds", "--json")).Json;
        var profile = (await _home.Run("chain", "leaderboard", "--player", "me", "--json")).Json;
        var people = await _home.Run("chain", "leaderboard");
        CommandRun[] told = [await _home.Run("chain", "leaderboard", "--rounds"), await _home.Run("chain", "leaderboard", "--player", "me")];

        Assert.Equal(ExitCode.Failed, nothing.Code);
        Assert.Contains("nothing has been recorded yet", nothing.Error, StringComparison.Ordinal);
        var own = Assert.Single(players.GetProperty("players").EnumerateArray());
        Assert.Equal(sent.Json.GetProperty("account").GetString(), own.GetProperty("account").GetString());
        Assert.Equal((2, 1), (own.GetProperty("contributions").GetProperty("sessions").GetInt32(), own.GetProperty("rank").GetInt32()));
        Assert.Equal(0, trained.GetProperty("total").GetInt32());
        Assert.Equal(2, rounds.GetProperty("rounds")[0].GetProperty("contributions").GetProperty("sum").GetInt32());
        Assert.Equal(2, profile.GetProperty("contributions").GetArrayLength());
        Assert.Contains((await _home.Run("key", "show", "--json")).Json.GetProperty("name").GetString()!, people.Out, StringComparison.Ordinal);
        Assert.All(told, run => Assert.True(run.Code == ExitCode.Done && run.Out.Length > 0, run.Error));
    }

    [Theory]
    [InlineData("--player", "ada")]
    [InlineData("--rounds", "--player", "me")]
    [InlineData("--kind", "sleeping")]
    public async Task A_leaderboard_of_what_there_is_not_is_a_mistake(params string[] words) =>
        Assert.Equal(ExitCode.Usage, (await _home.Run(["chain", "leaderboard", .. words])).Code);

    [Fact]
    public async Task The_account_comes_back_with_the_24_words()
    {
        await _home.Run("chain", "consent", "yes");
        var made = await _home.Run("key", "new", "--without-passphrase", "--json");
        var account = (await _home.Run("chain", "send", "--json")).Json.GetProperty("account").GetString();
        using var other = new PlayedHome();
        var words = Path.Combine(other.Path, "words.txt");
        await File.WriteAllTextAsync(words, made.Json.GetProperty("words").GetString(), Cancellation);
        await other.Run("key", "import", "--words-file", words, "--without-passphrase");

        var found = await other.Run("chain", "send", "--json");

        Assert.Equal(account, found.Json.GetProperty("account").GetString());
    }

    [Fact]
    public async Task A_chain_that_does_not_answer_keeps_nothing_from_being_recorded_and_is_told()
    {
        _home.Play(1);
        await _home.Run("chain", "consent", "yes");
        await _home.Run("key", "new", "--without-passphrase");
        var nobody = $"http://127.0.0.1:{LoopbackPort.Free()}/v3/SECRETKEY";
        ChainFolder.Of(_home.Home).Keep(new ChainSettings(nobody, 31337, "0x5FbDB2315678afecb367f032d93F642f64180aa3"));

        var sent = await _home.Run("chain", "send", "--json");

        Assert.Equal(ExitCode.Failed, sent.Code);
        Assert.DoesNotContain("SECRETKEY", sent.Out + sent.Error, StringComparison.Ordinal);
        File.Delete(ChainFolder.Of(_home.Home).SettingsFile);
        Assert.Equal(1, (await _home.Run("chain", "send", "--json")).Json.GetProperty("landed").GetInt32());
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/KEY", "0x5FbDB2315678afecb367f032d93F642f64180aa4", "checksum")]
    [InlineData("ftp://KEY@host", "0x5FbDB2315678afecb367f032d93F642f64180aa3", "http")]
    public async Task What_makes_no_sense_is_told_without_repeating_what_may_be_a_key(string url, string contract, string expected)
    {
        var run = await _home.Run("chain", "use", url, "--contract", contract);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("KEY", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_at_any_moment_it_goes_on_and_records_each_session_once()
    {
        const int Sessions = 60;
        for (var number = 1; number <= Sessions; number++)
        {
            _home.Play(number);
        }

        await _home.Run("chain", "consent", "yes");
        await _home.Run("key", "new", "--without-passphrase");
        var (chance, landed, kills) = (new Random(1), 0, 0);
        while (landed < Sessions)
        {
            Assert.True(kills < 200, $"{landed} of {Sessions} have landed");
            var until = Written() + chance.Next(1, 6000);
            using var process = Process.Start(Start("chain", "send", "--json"))!;
            while (!process.HasExited && Written() < until)
            {
                await Task.Delay(1, Cancellation);
            }

            if (!process.HasExited)
            {
                process.Kill();
                kills++;
            }

            await process.WaitForExitAsync(Cancellation);
            landed = (await _home.Run("chain", "status", "--json")).Json.GetProperty("landed").GetInt32();
        }

        Assert.InRange(kills, 5, 200);
        var told = await SubmittedAsync();
        Assert.Equal((Sessions, Sessions), (told.Count, told.Select(one => one.Demonstrations).Distinct().Count()));
        EmbeddedLedger.Verify(ChainFolder.Of(_home.Home).Ledger, Cancellation);
    }

    private long Written() => new FileInfo(ChainFolder.Of(_home.Home).Ledger) is { Exists: true } ledger ? ledger.Length : 0;

    private ProcessStartInfo Start(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "blockassist.dll"), .. words]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["BLOCKASSIST_HOME"] = _home.Path;
        return start;
    }

    private async Task<IReadOnlyList<ContributionSubmitted>> SubmittedAsync()
    {
        using var ledger = EmbeddedLedger.OpenForReading(ChainFolder.Of(_home.Home).Ledger, TimeProvider.System);
        var (node, reader) = (new ChainNode(ledger), new EventReader<ContributionSubmitted>());
        var logs = await node.LogsAsync(new LogFilter(ledger.Place.Contract, [reader.Event.Topic]), 0, await node.HeightAsync(Cancellation), Cancellation);
        return [.. logs.Select(log => reader.TryRead(log, out var told) ? told : throw new InvalidOperationException())];
    }
}
