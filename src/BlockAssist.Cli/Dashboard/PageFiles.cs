using BlockAssist.Simulation.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace BlockAssist.Cli.Dashboard;

/// <summary>The page itself: files that are part of the program.</summary>
internal sealed class PageFiles
{
    private const string Prefix = "dashboard/";
    private const string First = "index.html";

    private readonly Dictionary<string, (byte[] Bytes, string Type, string Tag)> _files = typeof(PageFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(name => name[Prefix.Length..], Read);

    /// <summary>Adds them.</summary>
    public void Map(WebApplication app)
    {
        app.MapGet("/", (RequestDelegate)(context => GiveAsync(context, First)));
        app.MapGet("/{name}", (RequestDelegate)(context => GiveAsync(context, $"{context.Request.RouteValues["name"]}")));
    }

    private Task GiveAsync(HttpContext context, string name)
    {
        if (!_files.TryGetValue(name, out var file))
        {
            return DashboardAnswers.RefuseAsync(context, StatusCodes.Status404NotFound, "there is no such page");
        }

        context.Response.Headers.ETag = file.Tag;
        if (context.Request.Headers.IfNoneMatch == file.Tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        context.Response.ContentType = file.Type;
        context.Response.ContentLength = file.Bytes.Length;
        return context.Response.Body.WriteAsync(file.Bytes, context.RequestAborted).AsTask();
    }

    private static (byte[] Bytes, string Type, string Tag) Read(string name)
    {
        using var resource = typeof(PageFiles).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return (bytes.ToArray(), TypeOf(name), $"\"{ContentHash.Of(bytes.ToArray())[..16]}\"");
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
