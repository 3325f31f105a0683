using System.Text.RegularExpressions;
using BlockAssist.Cli.Tests.Contributing;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Policies;
using Microsoft.Playwright;

namespace BlockAssist.Cli.Tests.Dashboard;

/// <summary>The page, as people see it.</summary>
/// <param name="browser">The browser.</param>
public sealed class PageTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task It_fits_makes_no_error_and_asks_nobody_else(int width, ColorScheme scheme)
    {
        await using var dash = await DashedHome.StartAsync();
        dash.PlayHelped(1);
        dash.PlayHelped(2);
        await using var seen = await browser.OpenAsync(dash, width, scheme);
        await Assertions.Expect(seen.Page.Locator("#sessions li")).ToHaveCountAsync(2);
        await seen.Page.WaitForFunctionAsync("() => [...document.images].every(image => image.complete && image.naturalWidth > 0)");

        var (wide, background) = (await seen.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), await seen.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));

        Assert.True(wide <= width, $"{wide} of {width} pixels");
        Assert.Equal(scheme == ColorScheme.Dark ? "rgb(23, 25, 28)" : "rgb(245, 243, 236)", background);
        Assert.Empty(seen.Errors);
        Assert.All(seen.Requests, request => Assert.True(request.StartsWith($"{dash.Address}", StringComparison.Ordinal) || request.StartsWith($"blob:{dash.Address}", StringComparison.Ordinal), request));
    }

    [Fact]
    public async Task An_empty_home_says_what_fills_it_everywhere()
    {
        await using var dash = await DashedHome.StartAsync();
        await using var seen = await browser.OpenAsync(dash);

        foreach (var view in (string[])["node", "help", "sessions", "learning", "models", "rounds", "replays", "credit", "chain", "leaderboard"])
        {
            await Assertions.Expect(seen.Page.Locator($"[data-view={view}]")).ToContainTextAsync("blockassist ");
        }

        Assert.Empty(seen.Errors);
    }

    [Fact]
    public async Task A_session_that_is_added_is_seen_without_loading_the_page_again_and_nothing_that_was_open_closes()
    {
        await using var dash = await DashedHome.StartAsync();
        dash.PlayHelped(1);
        await using var seen = await browser.OpenAsync(dash);
        var cards = seen.Page.Locator("#sessions li");
        await Assertions.Expect(cards).ToHaveCountAsync(1);
        await seen.Page.EvaluateAsync("window.isTheSame = true");
        await seen.Page.Locator("[data-view=help] summary").ClickAsync();
        await cards.Locator("button").FocusAsync();

        dash.PlayHelped(2);

        await Assertions.Expect(cards).ToHaveCountAsync(2);
        await Assertions.Expect(seen.Page.Locator("[data-view=help] tbody tr")).ToHaveCountAsync(2);
        Assert.True(await seen.Page.EvaluateAsync<bool>("window.isTheSame === true"));
        Assert.True(await seen.Page.Locator("[data-view=help] details").EvaluateAsync<bool>("details => details.open"));
        Assert.Equal("01", await seen.Page.EvaluateAsync<string?>("document.activeElement.dataset.key ?? null"));
        Assert.Empty(seen.Errors);
    }

    [Fact]
    public async Task Names_of_strangers_are_text()
    {
        await using var dash = await DashedHome.StartAsync();
        PlayedHome.Play(dash.Home, 1);
        var header = EpisodeReader.Open(dash.FileOf(1)).Header;
        using (var recorder = new EpisodeRecorder(dash.FileOf(2), header with { GoalName = "<img src=x onerror=alert(1)>" }, header.CreateSite()))
        {
            recorder.Stop();
        }

        await using var seen = await browser.OpenAsync(dash);

        await Assertions.Expect(seen.Page.Locator("#sessions li strong").First).ToHaveTextAsync("<img src=x onerror=alert(1)>");
        Assert.Empty(seen.Errors);
    }

    [Fact]
    public async Task A_replay_is_seen_as_it_happens_above_those_before_and_what_strangers_say_in_it_is_text()
    {
        await using var dash = await DashedHome.StartAsync();
        ReplaySubjectTests.Add(dash, ReplaySubjectTests.Some(1) with { Seconds = 8.25, Reason = "<img src=x onerror=alert(1)>" });
        await using var seen = await browser.OpenAsync(dash);
        var rows = seen.Page.Locator("[data-view=replays] li");
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await Assertions.Expect(rows.First).ToContainTextAsync("took 8.3 s: <img src=x onerror=alert(1)>");

        ReplaySubjectTests.Add(dash, ReplaySubjectTests.Some(2) with { AnsweredAfter = 74.7, Outcome = Net.Rounds.ReplayOutcome.Different });

        await Assertions.Expect(rows).ToHaveCountAsync(2);
        await Assertions.Expect(rows.First).ToContainTextAsync("does not match");
        await Assertions.Expect(rows.First).ToContainTextAsync("within 1 min 15 s");
        await Assertions.Expect(rows.Last).ToContainTextAsync("matches segment 1 of ");
        Assert.Empty(seen.Errors);
    }

    [Fact]
    public async Task The_keyboard_reaches_everything_and_what_it_is_on_is_seen()
    {
        await using var dash = await DashedHome.StartAsync(withToken: true);
        dash.PlayHelped(1);
        await using var seen = await browser.OpenAsync(dash);
        var all = await seen.Page.EvaluateAsync<int>("document.querySelectorAll('a[href], button, summary, main input, .scroll').length - document.querySelectorAll('dialog a, dialog button, dialog input, details:not([open]) .scroll').length");

        var reached = new HashSet<string>();
        for (var presses = 0; presses < all; presses++)
        {
            await seen.Page.Keyboard.PressAsync("Tab");
            reached.Add(await seen.Page.EvaluateAsync<string>("(() => { const one = document.activeElement; window.order ??= []; window.order.includes(one) || window.order.push(one); return String(window.order.indexOf(one)); })()"));
            Assert.NotEqual("none", await seen.Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
        }

        Assert.Equal(all, reached.Count);
        Assert.Equal("Skip to the content", await seen.Page.EvaluateAsync<string>("window.order[0].textContent"));
    }

    [Fact]
    public async Task A_session_is_opened_by_the_keyboard_gone_through_and_closed()
    {
        await using var dash = await DashedHome.StartAsync();
        dash.PlayHelped(1);
        await using var seen = await browser.OpenAsync(dash);
        await seen.Page.Locator("#sessions li button").FocusAsync();

        await seen.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(seen.Page.GetByRole(AriaRole.Dialog, new() { Name = "house-1" })).ToBeVisibleAsync();
        var slider = seen.Page.GetByRole(AriaRole.Slider);
        await slider.FocusAsync();
        await seen.Page.Keyboard.PressAsync("ArrowLeft");
        await seen.Page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal("after 75 % of it", await slider.GetAttributeAsync("aria-valuetext"));
        await seen.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(seen.Page.Locator("#session")).ToBeHiddenAsync();
        Assert.Contains(seen.Requests, request => request.Contains("moment=6", StringComparison.Ordinal));
        Assert.Empty(seen.Errors);
    }

    [Fact]
    public async Task What_can_be_seen_has_a_name_or_a_table_for_who_cannot_see_it()
    {
        await using var dash = await DashedHome.StartAsync();
        dash.PlayHelped(1);
        dash.PlayHelped(2);
        await using var seen = await browser.OpenAsync(dash);
        await Assertions.Expect(seen.Page.Locator("#now figure")).ToHaveCountAsync(1);

        Assert.Equal(0, await seen.Page.EvaluateAsync<int>("[...document.querySelectorAll('[role=img]')].filter(one => !one.getAttribute('aria-label')).length"));
        Assert.Equal(0, await seen.Page.EvaluateAsync<int>("[...document.querySelectorAll('figure')].filter(one => !one.querySelector('table')).length"));
        Assert.Equal(0, await seen.Page.EvaluateAsync<int>("[...document.querySelectorAll('button, a')].filter(one => !one.textContent.trim()).length"));
        Assert.Equal(0, await seen.Page.EvaluateAsync<int>("[...document.querySelectorAll('main section')].filter(one => !document.getElementById(one.getAttribute('aria-labelledby'))).length"));
        Assert.Equal(1, await seen.Page.EvaluateAsync<int>("document.querySelectorAll('h1').length"));
    }

    [Fact]
    public async Task The_theme_is_chosen_and_remembered()
    {
        await using var dash = await DashedHome.StartAsync();
        await using var seen = await browser.OpenAsync(dash);
        var button = seen.Page.Locator("#theme");

        await button.ClickAsync();
        await button.ClickAsync();
        await Assertions.Expect(button).ToHaveTextAsync("Theme: dark");
        await seen.Page.ReloadAsync();

        await Assertions.Expect(button).ToHaveTextAsync("Theme: dark");
        Assert.Equal("rgb(23, 25, 28)", await seen.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }

    [Fact]
    public async Task Who_knows_the_token_goes_back_to_the_model_before()
    {
        await using var dash = await DashedHome.StartAsync(withToken: true);
        for (var seed = 1; seed <= 2; seed++)
        {
            var file = Path.Combine(dash.Home.Path, "model.safetensors");
            var hash = SomeHuman.Save(file, SomeHuman.Size with { Dropout = 0.1 * seed });
            await dash.Run("model", "import", file);
            await dash.Run("model", "promote", hash);
        }

        await using var seen = await browser.OpenAsync(dash);
        var models = seen.Page.Locator(".lineage li");
        await Assertions.Expect(models.Nth(0)).ToHaveClassAsync("plays");
        await Assertions.Expect(models.Nth(1).GetByRole(AriaRole.Button)).ToHaveTextAsync(new Regex("^Let it play"));

        await seen.Page.GetByRole(AriaRole.Button, new() { Name = "Back to the one before" }).ClickAsync();
        await seen.Page.Locator("#token-text").FillAsync("not-the-token-at-all");
        await seen.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(seen.Page.Locator("#token-why")).ToHaveTextAsync("That was not it.");
        await seen.Page.Locator("#token-text").FillAsync(DashedHome.Token);
        await seen.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(models.Nth(1)).ToHaveClassAsync("plays");
        await Assertions.Expect(models.Nth(0).GetByRole(AriaRole.Button)).ToHaveTextAsync(new Regex("^Let it play"));
        await Assertions.Expect(seen.Page.Locator("#toast")).ToContainTextAsync("plays the model of people from now on");
        Assert.DoesNotContain(seen.Requests, request => request.Contains(DashedHome.Token, StringComparison.Ordinal));
        Assert.DoesNotContain(DashedHome.Token, await seen.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await seen.Page.EvaluateAsync<int>("Object.values({ ...localStorage, ...sessionStorage }).filter(value => value.includes('token-for-tests')).length"));
    }
}
