using System.Text.Json;
using BlockAssist.Cli.Tests.Contributing;

namespace BlockAssist.Cli.Tests.Dashboard;

/// <summary>What listeners of a dashboard hear.</summary>
public sealed class LiveFeedTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_listens_hears_which_subjects_have_changed()
    {
        await using var dash = await DashedHome.StartAsync();
        using var reader = await ListenAsync(dash);
        Assert.Equal("hello", await EventAsync(reader, "event: "));

        PlayedHome.Play(dash.Home, 1);
        var heard = new HashSet<string>();
        while (!heard.IsSupersetOf(["sessions", "help", "now"]))
        {
            heard.UnionWith(JsonSerializer.Deserialize<string[]>(await EventAsync(reader, "data: ["))!);
        }

        Assert.DoesNotContain("models", heard);
    }

    [Fact]
    public async Task Whoever_listens_hears_now_and_then_that_the_dashboard_is_still_there()
    {
        await using var dash = await DashedHome.StartAsync(options => options with { Heartbeat = TimeSpan.FromMilliseconds(200) });
        using var reader = await ListenAsync(dash);

        Assert.Equal("still here", await EventAsync(reader, ": "));
    }

    [Fact]
    public async Task So_many_may_listen_and_another_one_when_one_has_gone()
    {
        await using var dash = await DashedHome.StartAsync(options => options with { MostListeners = 1 });
        using (var reader = await ListenAsync(dash))
        {
            await EventAsync(reader, "event: ");
            using var refused = await dash.Client.GetAsync(new Uri("/api/live", UriKind.Relative), Cancellation);
            Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        }

        for (var isHeard = false; !isHeard;)
        {
            using var response = await dash.Client.GetAsync(new Uri("/api/live", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancellation);
            isHeard = response.IsSuccessStatusCode;
        }
    }

    [Fact]
    public async Task Listeners_do_not_keep_a_dashboard_from_ending()
    {
        var dash = await DashedHome.StartAsync();
        using var reader = await ListenAsync(dash);
        await EventAsync(reader, "event: ");

        await dash.DisposeAsync();

        await ReadToEndAsync(reader);
    }

    private static async Task<StreamReader> ListenAsync(DashedHome dash) => new(await dash.Client.GetStreamAsync(new Uri("/api/live", UriKind.Relative), Cancellation));

    // What follows a beginning of a line.
    private static async Task<string> EventAsync(StreamReader reader, string beginning)
    {
        while (await reader.ReadLineAsync(Cancellation) is { } line)
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return line[(beginning.EndsWith('[') ? beginning.Length - 1 : beginning.Length)..];
            }
        }

        throw new EndOfStreamException();
    }

    private static async Task ReadToEndAsync(StreamReader reader)
    {
        try
        {
            await reader.ReadToEndAsync(Cancellation);
        }
        catch (IOException)
        {
            // It ended in the middle of what it said.
        }
    }
}
