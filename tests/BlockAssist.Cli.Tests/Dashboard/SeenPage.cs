using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace BlockAssist.Cli.Tests.Dashboard;

/// <summary>The page in a browser, and what went wrong in it.</summary>
internal sealed class SeenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    private SeenPage(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>Errors of scripts and of the console.</summary>
    public ConcurrentQueue<string> Errors { get; } = new();

    /// <summary>What was asked of whom.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public static async Task<SeenPage> OpenAsync(IBrowserContext context, Uri address)
    {
        var seen = new SeenPage(context, await context.NewPageAsync());
        seen.Page.Console += (_, message) => seen.NoteError(message.Type, message.Text);
        seen.Page.PageError += (_, error) => seen.NoteError("error", error);
        seen.Page.Request += (_, request) => seen.Requests.Enqueue(request.Url);
        await seen.Page.GotoAsync($"{address}");
        await seen.Page.WaitForFunctionAsync("() => document.getElementById('live').textContent === 'live' && !document.body.textContent.includes('One moment')");
        return seen;
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void NoteError(string type, string text)
    {
        if (type is "error" or "warning")
        {
            Errors.Enqueue(text);
        }
    }
}
