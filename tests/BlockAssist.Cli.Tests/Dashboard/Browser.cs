using Microsoft.Playwright;

namespace BlockAssist.Cli.Tests.Dashboard;

/// <summary>A Chromium of this machine, for all tests that look at the page; they skip where there is none.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];
    private static readonly string[] Flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    // Of a machine that does much else.
    private const int MostMilliseconds = 120_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Find() is { } program)
        {
            Assertions.SetDefaultExpectTimeout(MostMilliseconds);
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = Flags, Timeout = MostMilliseconds });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    internal Task<SeenPage> OpenAsync(DashedHome dash, int width = 1280, ColorScheme scheme = ColorScheme.Light) => OpenAsync(dash.Address, width, scheme);

    internal async Task<SeenPage> OpenAsync(Uri address, int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        if (_browser is null)
        {
            Assert.Skip($"no {string.Join(", ", Names)} on the path; BLOCKASSIST_CHROMIUM names one");
        }

        var context = await _browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 800 }, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout(MostMilliseconds);
        return await SeenPage.OpenAsync(context, address);
    }

    private static string? Find() => Environment.GetEnvironmentVariable("BLOCKASSIST_CHROMIUM") is { Length: > 0 } named
        ? named
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
