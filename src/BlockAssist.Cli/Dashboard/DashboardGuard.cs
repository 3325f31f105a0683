using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace BlockAssist.Cli.Dashboard;

/// <summary>Refuses what other pages of the person's browser, and strangers, might ask.</summary>
/// <param name="options">What is protected how.</param>
/// <param name="gate">Who has the token.</param>
internal sealed class DashboardGuard(DashboardOptions options, TokenGate gate)
{
    private const string Policy = "default-src 'self'; img-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Lets a request through, or answers it.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var isApi = context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
        Protect(context.Response.Headers, isApi);
        if (!IsMeant(context))
        {
            await DashboardAnswers.RefuseAsync(context, StatusCodes.Status421MisdirectedRequest, "this dashboard has another name", "Open it by the address that blockassist dashboard prints.");
        }
        else if (context.Request.Method is not ("GET" or "POST"))
        {
            await DashboardAnswers.RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, "only GET and POST are answered");
        }
        else if (IsOfAnotherPage(context.Request))
        {
            await DashboardAnswers.RefuseAsync(context, StatusCodes.Status403Forbidden, "another page asks");
        }
        else if (context.Request.Method == "POST" && options.Token is null)
        {
            await DashboardAnswers.RefuseAsync(context, StatusCodes.Status403Forbidden, "this dashboard only shows", "Start it with --token-file to change something by it.");
        }
        else if (NeedsToken(context, isApi) && await gate.RefusalOfAsync(context) is { } status)
        {
            var isBusy = status == StatusCodes.Status429TooManyRequests;
            await DashboardAnswers.RefuseAsync(context, status, isBusy ? "too many wrong tokens" : "the token is missing or wrong", isBusy ? "Try again in a few seconds." : "It is in the file that the dashboard was started with.");
        }
        else
        {
            await next(context);
        }
    }

    private static void Protect(IHeaderDictionary headers, bool isApi)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers[HeaderNames.XFrameOptions] = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = isApi ? "no-store" : "no-cache";
    }

    // A name that somebody else can point here is none: its pages would be ours to the browser.
    private static bool IsMeant(HttpContext context)
    {
        var host = context.Request.Host.Host.Trim('[', ']');
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var named) && (IPAddress.IsLoopback(named) || named.Equals(Plain(context.Connection.LocalIpAddress))));
    }

    private static IPAddress? Plain(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;

    private static bool IsOfAnotherPage(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is [{ } site] && site is not ("same-origin" or "none") && !IsVisit(request)
        || request.Headers.Origin is [{ } origin] && !(Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));

    // Who follows a link from elsewhere sees the page itself.
    private static bool IsVisit(HttpRequest request) => request.Method == "GET" && request.Path == "/" && request.Headers["Sec-Fetch-Mode"] is ["navigate"];

    private bool NeedsToken(HttpContext context, bool isApi) => context.Request.Method == "POST" || (isApi && options.IsOpenToOthers);
}
