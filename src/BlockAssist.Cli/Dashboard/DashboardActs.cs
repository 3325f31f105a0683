using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace BlockAssist.Cli.Dashboard;

/// <summary>What can be changed by a dashboard, by who has the token: which model plays, and whether contributions are recorded.</summary>
/// <param name="subjects">What is changed.</param>
/// <param name="context">The log.</param>
internal sealed class DashboardActs(DashboardSubjects subjects, CommandContext context)
{
    /// <summary>Adds the acts.</summary>
    public void Map(WebApplication app)
    {
        app.MapPost("/api/models/promote", (RequestDelegate)(request => ActAsync(request, DashboardJson.Default.PromoteAct, Promote)));
        app.MapPost("/api/models/rollback", (RequestDelegate)(request => ActAsync(request, DashboardJson.Default.RollbackAct, Rollback)));
        app.MapPost("/api/consent", (RequestDelegate)(request => ActAsync(request, DashboardJson.Default.ConsentAct, Consent)));
    }

    private Task Promote(HttpContext request, PromoteAct act)
    {
        var model = subjects.Models.Promote(act.Hash);
        context.Log.Information("{Hash} plays from now on: said on the dashboard", model.Hash);
        return DashboardAnswers.GiveAsync(request, model, DashboardJson.Default.ModelReport);
    }

    private Task Rollback(HttpContext request, RollbackAct act)
    {
        var model = subjects.Models.Rollback(act.Kind);
        context.Log.Information("{Hash} plays again: said on the dashboard", model.Hash);
        return DashboardAnswers.GiveAsync(request, model, DashboardJson.Default.ModelReport);
    }

    private Task Consent(HttpContext request, ConsentAct act)
    {
        subjects.Chain.Consent(act.Records);
        context.Log.Information("Contributions are {Whether}: said on the dashboard", act.Records ? "recorded" : "not recorded");
        return DashboardAnswers.GiveAsync(request, new ConsentReport(act.Records), ContributingJson.Default.ConsentReport);
    }

    private static async Task ActAsync<T>(HttpContext request, JsonTypeInfo<T> form, Func<HttpContext, T, Task> act)
    {
        if (!request.Request.HasJsonContentType())
        {
            await DashboardAnswers.RefuseAsync(request, StatusCodes.Status415UnsupportedMediaType, "JSON was expected");
            return;
        }

        try
        {
            if (await JsonSerializer.DeserializeAsync(request.Request.Body, form, request.RequestAborted) is { } asked)
            {
                await act(request, asked);
                return;
            }
        }
        catch (JsonException)
        {
            // Said below.
        }

        await DashboardAnswers.RefuseAsync(request, StatusCodes.Status400BadRequest, "that is not how this is asked for");
    }
}

/// <summary>A model is to play.</summary>
/// <param name="Hash">Its whole hash.</param>
internal sealed record PromoteAct(string Hash);

/// <summary>The one that played before is to play.</summary>
/// <param name="Kind">What it plays.</param>
internal sealed record RollbackAct(ModelKind Kind);

/// <summary>Whether contributions are to be recorded.</summary>
internal sealed record ConsentAct(bool Records);
