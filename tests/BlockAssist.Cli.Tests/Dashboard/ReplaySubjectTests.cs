using System.Text.Json;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Tests.Dashboard;

/// <summary>What a dashboard tells of segments that were trained again.</summary>
public sealed class ReplaySubjectTests
{
    private static readonly PeerId Ada = new(Enumerable.Repeat((byte)1, PeerId.Bytes).ToArray());
    private static readonly PeerId Bob = new(Enumerable.Repeat((byte)2, PeerId.Bytes).ToArray());

    [Fact]
    public async Task Replays_are_told_the_newest_first_and_in_parts()
    {
        await using var dash = await DashedHome.StartAsync();
        Assert.Equal(0, (await dash.GetAsync("replays")).GetProperty("total").GetInt32());
        using var phrase = RecoveryPhrase.Create();
        new IdentityFile(dash.Home.Identity).SaveWithKeyFile(phrase);
        using var self = PeerIdentity.Of(phrase);
        Add(dash, new ReplayNote(DateTimeOffset.UnixEpoch, 3, $"{Ada}", 1, $"{self.Id}", ReplayOutcome.Same) { Seconds = 8.5, Reason = "the same" });
        Add(dash, new ReplayNote(DateTimeOffset.UnixEpoch, 3, $"{self.Id}", 2, $"{Bob}", ReplayOutcome.Different) { AnsweredAfter = 40 });

        var page = await dash.GetAsync("replays");
        var second = (await dash.GetAsync("replays?top=1&offset=1")).GetProperty("replays")[0];

        var first = page.GetProperty("replays")[0];
        Assert.Equal(2, page.GetProperty("total").GetInt32());
        Assert.Equal(("Different", true, false), (first.GetProperty("outcome").GetString(), first.GetProperty("isOwnWork").GetBoolean(), first.GetProperty("isOwnReplay").GetBoolean()));
        Assert.Equal((PeerName.Of(Bob), 40), (first.GetProperty("verifier").GetString(), first.GetProperty("answeredAfter").GetDouble()));
        Assert.Equal((PeerName.Of(Ada), 8.5, true), (second.GetProperty("trainer").GetString(), second.GetProperty("seconds").GetDouble(), second.GetProperty("isOwnReplay").GetBoolean()));
    }

    [Fact]
    public async Task A_damaged_line_costs_itself_and_a_file_that_cannot_be_read_is_named()
    {
        await using var dash = await DashedHome.StartAsync();
        Add(dash, Some(1));
        await File.AppendAllTextAsync(SwarmFolder.Of(dash.Home).ReplayFile, "\n{\"at\":", TestContext.Current.CancellationToken);
        Add(dash, Some(2));

        var page = await dash.GetAsync("replays");
        File.Delete(SwarmFolder.Of(dash.Home).ReplayFile);
        Directory.CreateDirectory(SwarmFolder.Of(dash.Home).ReplayFile);
        var broken = await dash.GetAsync("replays");

        Assert.Equal([2, 1], page.GetProperty("replays").EnumerateArray().Select(one => one.GetProperty("segment").GetInt32()));
        Assert.Empty(page.GetProperty("faults").EnumerateArray());
        Assert.Contains("replays.jsonl", broken.GetProperty("faults")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_listens_hears_of_a_replay_when_it_is_noted()
    {
        await using var dash = await DashedHome.StartAsync();
        using var reader = new StreamReader(await dash.Client.GetStreamAsync(new Uri("/api/live", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal("retry: 3000", await reader.ReadLineAsync(TestContext.Current.CancellationToken));

        Add(dash, Some(1));

        var heard = "";
        while (!heard.StartsWith("data: [", StringComparison.Ordinal))
        {
            heard = await reader.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new EndOfStreamException();
        }

        Assert.Equal(["replays"], JsonSerializer.Deserialize<string[]>(heard["data: ".Length..])!);
    }

    internal static ReplayNote Some(int segment) => new(DateTimeOffset.UnixEpoch.AddDays(20_000), 3, $"{Ada}", segment, $"{Bob}", ReplayOutcome.Same);

    internal static void Add(DashedHome dash, ReplayNote note) => new ReplayLog(SwarmFolder.Of(dash.Home)).Add(note);
}
