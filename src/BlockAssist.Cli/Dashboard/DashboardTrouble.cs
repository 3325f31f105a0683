using BlockAssist.Cli.Running;
using Microsoft.AspNetCore.Http;
using Serilog;

namespace BlockAssist.Cli.Dashboard;

/// <summary>Answers where something went wrong: what the world did is said; what the program did is in the log.</summary>
/// <param name="log">The log.</param>
internal sealed class DashboardTrouble(ILogger log)
{
    /// <summary>Lets a request through, and answers if that fails.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested || context.Response.HasStarted)
        {
            // Nobody waits for the rest.
        }
        catch (BadHttpRequestException error)
        {
            await DashboardAnswers.RefuseAsync(context, error.StatusCode, "the request is too long, or none");
        }
        catch (Exception error) when (Faults.IsOfFiles(error))
        {
            await DashboardAnswers.RefuseAsync(context, StatusCodes.Status409Conflict, Failure.Of(error));
        }
        catch (Exception error)
        {
            log.Error(error, "The dashboard could not answer {Path}", context.Request.Path.Value);
            await DashboardAnswers.RefuseAsync(context, StatusCodes.Status500InternalServerError, "this is a bug in BlockAssist; its log has more");
        }
    }
}
