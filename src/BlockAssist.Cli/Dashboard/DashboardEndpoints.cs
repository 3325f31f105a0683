using System.Text.Json.Serialization.Metadata;
using BlockAssist.Chain.Standings;
using BlockAssist.Cli.Dashboard.Sources;
using BlockAssist.Cli.Doctor;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace BlockAssist.Cli.Dashboard;

/// <summary>What can be asked of a dashboard: a page of JSON a subject.</summary>
/// <param name="subjects">The subjects.</param>
/// <param name="live">Tells what changes.</param>
internal sealed class DashboardEndpoints(DashboardSubjects subjects, LiveFeed live)
{
    private const int Usual = 20;
    private const int Most = 100;

    /// <summary>Adds the questions.</summary>
    /// <param name="app">Who is asked.</param>
    /// <param name="end">The end of the dashboard.</param>
    public void Map(WebApplication app, CancellationToken end)
    {
        Get(app, "now", DashboardJson.Default.NowPage, subjects.Now.Read);
        Get(app, "help", DashboardJson.Default.HelpPage, subjects.Sessions.Help);
        Get(app, "learning", DashboardJson.Default.LearningPage, subjects.Learning.Read);
        Get(app, "credit", DashboardJson.Default.CreditPage, subjects.Credit.Read);
        Get(app, "machine", DashboardJson.Default.MachinePage, subjects.Machine.Read);
        GetPart(app, "sessions", DashboardJson.Default.SessionsPage, (paging, _) => Task.FromResult(subjects.Sessions.Read(paging)));
        GetPart(app, "models", DashboardJson.Default.ModelsPage, (paging, _) => Task.FromResult(subjects.Models.Read(paging)));
        GetPart(app, "rounds", DashboardJson.Default.SwarmRoundsPage, subjects.Rounds.ReadAsync);
        GetPart(app, "replays", DashboardJson.Default.ReplaysPage, (paging, _) => Task.FromResult(subjects.Replays.Read(paging)));
        GetPart(app, "leaderboard", StandingsJson.Default.StandingsPage, StandingsAsync);
        Map(app, "chain", async context => await DashboardAnswers.GiveAsync(context, await subjects.Chain.ReadAsync(context.RequestAborted), DashboardJson.Default.ChainPage));
        Map(app, "doctor", async context => await DashboardAnswers.GiveAsync(context, await subjects.Doctor.ReadAsync(context.RequestAborted), DiagnosisJson.Default.Diagnosis)).WithRequestTimeout(DoctorSource.Patience);
        Map(app, "sessions/{id}/picture", PictureAsync);
        Map(app, "live", context => live.TellAsync(context, end)).DisableRequestTimeout();
        app.MapFallback("/api/{**rest}", (RequestDelegate)(context => DashboardAnswers.RefuseAsync(context, StatusCodes.Status404NotFound, "there is no such subject")));
    }

    private static IEndpointConventionBuilder Map(WebApplication app, string subject, RequestDelegate answer) => app.MapGet($"/api/{subject}", answer);

    // What is read from files is read beside, so that slow files do not keep others waiting.
    private static void Get<T>(WebApplication app, string subject, JsonTypeInfo<T> form, Func<T> read) =>
        Map(app, subject, async context => await DashboardAnswers.GiveAsync(context, await Task.Run(read, context.RequestAborted), form));

    private static void GetPart<T>(WebApplication app, string subject, JsonTypeInfo<T> form, Func<Paging, CancellationToken, Task<T>> read) =>
        Map(app, subject, context => GivePartAsync(context, form, read));

    private static async Task GivePartAsync<T>(HttpContext context, JsonTypeInfo<T> form, Func<Paging, CancellationToken, Task<T>> read)
    {
        if (!Paging.TryOf(context.Request.Query, Usual, Most, out var paging))
        {
            await DashboardAnswers.RefuseAsync(context, StatusCodes.Status400BadRequest, $"top takes 1 to {Most}, offset a number from 0 on");
            return;
        }

        await DashboardAnswers.GiveAsync(context, await Task.Run(() => read(paging, context.RequestAborted), context.RequestAborted), form);
    }

    private async Task<StandingsPage> StandingsAsync(Paging paging, CancellationToken cancellation) =>
        await subjects.Chain.StandingsAsync(paging, cancellation) ?? new StandingsPage([], 0, new ReadUpTo(null, null));

    private async Task PictureAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (!Paging.TryNumber(query, "moment", SessionPictures.Moments, (1, SessionPictures.Moments), out var moment)
            || !Paging.TryNumber(query, "dark", 0, (0, 1), out var dark))
        {
            await DashboardAnswers.RefuseAsync(context, StatusCodes.Status400BadRequest, $"moment takes 1 to {SessionPictures.Moments}, dark 0 or 1");
            return;
        }

        // The name is looked up among those that there are; none is made of it.
        if (subjects.Sessions.FileOf($"{context.Request.RouteValues["id"]}") is not { } file)
        {
            await DashboardAnswers.RefuseAsync(context, StatusCodes.Status404NotFound, "there is no such session");
            return;
        }

        var png = await Task.Run(() => subjects.Pictures.Draw(file, moment, dark == 1), context.RequestAborted);
        context.Response.ContentType = "image/png";
        context.Response.ContentLength = png.Length;
        await context.Response.Body.WriteAsync(png, context.RequestAborted);
    }
}
