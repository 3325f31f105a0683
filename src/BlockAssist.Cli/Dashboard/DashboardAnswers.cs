using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BlockAssist.Cli.Running;
using Microsoft.AspNetCore.Http;

namespace BlockAssist.Cli.Dashboard;

/// <summary>How a dashboard answers: JSON, also where it refuses.</summary>
internal static class DashboardAnswers
{
    /// <summary>Answers.</summary>
    public static Task GiveAsync<T>(HttpContext context, T answer, JsonTypeInfo<T> form)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return JsonSerializer.SerializeAsync(context.Response.Body, answer, form, context.RequestAborted);
    }

    /// <summary>Refuses.</summary>
    /// <param name="context">Who asks.</param>
    /// <param name="status">The status.</param>
    /// <param name="why">Why.</param>
    /// <param name="advice">What to do about it; null where nothing helps.</param>
    public static Task RefuseAsync(HttpContext context, int status, string why, string? advice = null) => RefuseAsync(context, status, new Failure(why, advice));

    /// <summary>Refuses for a reason that is known elsewhere.</summary>
    public static Task RefuseAsync(HttpContext context, int status, Failure failure)
    {
        context.Response.StatusCode = status;
        return GiveAsync(context, failure, FailureJson.Default.Failure);
    }
}
