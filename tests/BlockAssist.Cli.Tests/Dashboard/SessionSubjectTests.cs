using System.Text.Json;
using BlockAssist.Cli.Tests.Contributing;
using BlockAssist.Simulation.Episodes;

namespace BlockAssist.Cli.Tests.Dashboard;

/// <summary>What a dashboard tells of sessions.</summary>
public sealed class SessionSubjectTests
{
    [Fact]
    public async Task A_home_without_sessions_has_none_and_nothing_is_made_in_it()
    {
        await using var dash = await DashedHome.StartAsync();

        var (sessions, help, now) = (await dash.GetAsync("sessions"), await dash.GetAsync("help"), await dash.GetAsync("now"));
        foreach (var subject in (string[])["learning", "rounds", "credit", "models", "chain", "leaderboard", "machine"])
        {
            Assert.Equal(0, (await dash.GetAsync(subject)).TryGetProperty("faults", out var faults) ? faults.GetArrayLength() : 0);
        }

        Assert.Equal(0, sessions.GetProperty("total").GetInt32());
        Assert.Equal(JsonValueKind.Null, help.GetProperty("last").ValueKind);
        Assert.Equal(JsonValueKind.Null, now.GetProperty("node").ValueKind);
        Assert.Equal(JsonValueKind.Null, now.GetProperty("records").ValueKind);
        Assert.Empty(Directory.EnumerateFileSystemEntries(dash.Home.Path));
    }

    [Fact]
    public async Task Sessions_come_in_parts_the_newest_first()
    {
        await using var dash = await DashedHome.StartAsync();
        for (var number = 1; number <= 3; number++)
        {
            PlayedHome.Play(dash.Home, number);
            File.SetLastWriteTimeUtc(dash.FileOf(number), DateTime.UnixEpoch.AddDays(20_000 + number));
        }

        var first = await dash.GetAsync("sessions?top=2");
        var rest = await dash.GetAsync("sessions?top=2&offset=2");

        Assert.Equal(["house-3", "house-2"], Goals(first));
        Assert.Equal(["house-1"], Goals(rest));
        Assert.Equal(3, rest.GetProperty("total").GetInt32());
        Assert.Equal(40, first.GetProperty("sessions")[0].GetProperty("steps").GetInt32());
        Assert.Equal(JsonValueKind.Null, first.GetProperty("sessions")[0].GetProperty("help").ValueKind);
    }

    [Fact]
    public async Task What_the_assistant_did_is_counted_from_the_recording()
    {
        await using var dash = await DashedHome.StartAsync();
        dash.PlayHelped(1);

        var help = (await dash.GetAsync("sessions")).GetProperty("sessions")[0].GetProperty("help");

        var (cells, all) = CellsOf(dash.FileOf(1), builder: 1);
        Assert.True(cells > 0);
        Assert.Equal((cells, all), (help.GetProperty("cells").GetInt32(), help.GetProperty("cellsOfAll").GetInt32()));
        Assert.Equal((double)cells / all, help.GetProperty("share").GetDouble(), 9);
        Assert.True(help.GetProperty("infersGoal").GetBoolean());
    }

    [Fact]
    public async Task Whether_help_gets_better_is_told_by_the_last_five_sessions_and_the_five_before()
    {
        await using var dash = await DashedHome.StartAsync();
        for (var number = 1; number <= 7; number++)
        {
            dash.PlayHelped(number);
        }

        PlayedHome.Play(dash.Home, 8);
        var help = await dash.GetAsync("help");

        Assert.Equal(["house-1", "house-2", "house-3", "house-4", "house-5", "house-6", "house-7"], Goals(help));
        Assert.Equal(5, help.GetProperty("last").GetProperty("sessions").GetInt32());
        Assert.Equal(2, help.GetProperty("before").GetProperty("sessions").GetInt32());
        var last = help.GetProperty("sessions").EnumerateArray().TakeLast(5).Select(one => one.GetProperty("help")).ToList();
        Assert.Equal(
            last.Sum(one => one.GetProperty("cells").GetDouble()) / last.Sum(one => one.GetProperty("cellsOfAll").GetDouble()),
            help.GetProperty("last").GetProperty("share").GetDouble(),
            9);
    }

    [Fact]
    public async Task A_damaged_file_is_named_and_the_others_are_there()
    {
        await using var dash = await DashedHome.StartAsync();
        PlayedHome.Play(dash.Home, 1);
        File.WriteAllText(dash.FileOf(2), "no episode");
        PlayedHome.Play(dash.Home, 3);
        var bytes = File.ReadAllBytes(dash.FileOf(3));
        File.WriteAllBytes(dash.FileOf(3), bytes[..^20]);

        var sessions = await dash.GetAsync("sessions");

        Assert.Contains("house-1", Goals(sessions));
        Assert.Contains("02", Assert.Single(sessions.GetProperty("faults").EnumerateArray()).GetString(), StringComparison.Ordinal);
        var cut = sessions.GetProperty("sessions").EnumerateArray().Single(one => one.GetProperty("id").GetString() == "03");
        Assert.Equal(JsonValueKind.Null, cut.GetProperty("end").ValueKind);
    }

    [Fact]
    public async Task A_session_that_has_changed_is_read_again()
    {
        await using var dash = await DashedHome.StartAsync();
        PlayedHome.Play(dash.Home, 1);
        await dash.GetAsync("sessions");
        PlayedHome.Play(dash.Home, 2);
        File.Move(dash.FileOf(2), dash.FileOf(1), overwrite: true);

        var sessions = await dash.GetAsync("sessions");

        Assert.Equal(["house-2"], Goals(sessions));
    }

    [Fact]
    public async Task There_is_a_picture_of_each_moment_and_of_no_other_file()
    {
        await using var dash = await DashedHome.StartAsync();
        PlayedHome.Play(dash.Home, 1);
        File.WriteAllText(Path.Combine(dash.Home.Path, "secret.bae"), "no episode");

        var (first, last, dark) = (await PictureAsync(dash, "01", "?moment=1"), await PictureAsync(dash, "01", ""), await PictureAsync(dash, "01", "?dark=1"));
        using var elsewhere = await dash.Client.GetAsync(new Uri("/api/sessions/..%2Fsecret/picture", UriKind.Relative), TestContext.Current.CancellationToken);
        using var never = await dash.Client.GetAsync(new Uri("/api/sessions/01/picture?moment=9", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.All((byte[][])[first, last, dark], png => Assert.Equal([0x89, 0x50, 0x4E, 0x47], png[..4]));
        Assert.NotEqual(first, last);
        Assert.NotEqual(last, dark);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, elsewhere.StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, never.StatusCode);
    }

    private static Task<byte[]> PictureAsync(DashedHome dash, string id, string query) =>
        dash.Client.GetByteArrayAsync(new Uri($"/api/sessions/{id}/picture{query}", UriKind.Relative), TestContext.Current.CancellationToken);

    private static string?[] Goals(JsonElement page) => [.. page.GetProperty("sessions").EnumerateArray().Select(one => one.GetProperty("goal").GetString())];

    // By looking at the end alone: what was wrong, is right, and was touched last by whom.
    private static (int Own, int All) CellsOf(string file, int builder)
    {
        var reader = EpisodeReader.Open(file);
        var start = reader.Header.CreateSite().Blocks.ToArray();
        var replay = new Replay(reader);
        replay.Run();
        var site = replay.Site;
        int[] gained = [.. Enumerable.Range(0, site.Size.Volume).Where(cell => start[cell] != site.Goal[cell] && site.Blocks[cell] == site.Goal[cell])];
        return (gained.Count(cell => site.LastInteracted[cell] == builder), gained.Length);
    }
}
