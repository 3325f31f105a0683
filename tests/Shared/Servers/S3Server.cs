using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace BlockAssist.Tests.Shared.Servers;

/// <summary>As much of S3 as blobs need, with one bucket in memory; it can be away, break off, and lie.</summary>
internal sealed class S3Server : IAsyncDisposable
{
    public const string Bucket = "garden";
    public const string KeyId = "AKIDOFTHETEST";
    public const string Secret = "s3cret-of-the-test";

    private const int PageLength = 3;
    private const string Checksum = "x-amz-checksum-sha256";

    private readonly WebApplication _app;
    private readonly int _port = LoopbackPort.Free();
    private int _breaks;

    private S3Server()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.ListenLocalhost(_port, listen => listen.Protocols = HttpProtocols.Http1));
        _app = builder.Build();
        _app.Use(AdmitAsync);
        _app.MapGet("/{bucket}", List);
        _app.MapMethods("/{bucket}/{**key}", [HttpMethods.Get, HttpMethods.Head], GetAsync);
        _app.MapPut("/{bucket}/{**key}", PutAsync);
        _app.MapDelete("/{bucket}/{**key}", Delete);
    }

    /// <summary>What is in the bucket, by its key.</summary>
    public ConcurrentDictionary<string, S3Object> Objects { get; } = new();

    /// <summary>What it was asked: a method and a key each.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>Whether it ends every connection without a word.</summary>
    public bool IsAway { get; set; }

    /// <summary>Whether it keeps the hashes that it is told, as not every server does.</summary>
    public bool KeepsChecksums { get; set; } = true;

    /// <summary>Held before a blob is put.</summary>
    public Func<Task> BeforePut { get; set; } = () => Task.CompletedTask;

    public string Endpoint => $"http://127.0.0.1:{_port}";

    public static async Task<S3Server> StartAsync()
    {
        var server = new S3Server();
        await server._app.StartAsync();
        return server;
    }

    /// <summary>The environment of who uses it.</summary>
    public string? Variable(string name) => name switch
    {
        "AWS_ENDPOINT_URL_S3" => Endpoint,
        "AWS_ACCESS_KEY_ID" => KeyId,
        "AWS_SECRET_ACCESS_KEY" => Secret,
        _ => null,
    };

    /// <summary>Breaks the next answers off in their midst.</summary>
    public void BreakOff(int answers) => _breaks = answers;

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private Task AdmitAsync(HttpContext context, RequestDelegate next)
    {
        Asked.Enqueue($"{context.Request.Method} {context.Request.Path}");
        if (IsAway)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        var segments = context.Request.Path.Value!.Split('/', 3);
        return !context.Request.Headers.Authorization.ToString().Contains($"Credential={KeyId}/", StringComparison.Ordinal) ? ErrorAsync(context, 403, "InvalidAccessKeyId")
            : segments[1] != Bucket ? ErrorAsync(context, 404, "NoSuchBucket")
            : next(context);
    }

    private async Task GetAsync(string key, HttpContext context)
    {
        if (!Objects.TryGetValue(key, out var found))
        {
            await ErrorAsync(context, 404, "NoSuchKey");
            return;
        }

        if (found.Checksum is not null && context.Request.Headers["x-amz-checksum-mode"] == "ENABLED")
        {
            context.Response.Headers[Checksum] = found.Checksum;
        }

        if (HttpMethods.IsGet(context.Request.Method) && Interlocked.Decrement(ref _breaks) >= 0)
        {
            await BreakOffAsync(context, found.Bytes);
            return;
        }

        await Results.Bytes(found.Bytes, "application/octet-stream", lastModified: found.Put, enableRangeProcessing: true).ExecuteAsync(context);
    }

    private static async Task BreakOffAsync(HttpContext context, byte[] bytes)
    {
        var from = (int)(context.Request.GetTypedHeaders().Range?.Ranges.Single().From ?? 0);
        (context.Response.StatusCode, context.Response.ContentLength) = (from > 0 ? 206 : 200, bytes.Length - from);
        context.Response.GetTypedHeaders().ContentRange = from > 0 ? new ContentRangeHeaderValue(from, bytes.Length - 1, bytes.Length) : null;
        await context.Response.Body.WriteAsync(bytes.AsMemory(from, (bytes.Length - from) / 2));
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    private async Task PutAsync(string key, HttpContext context)
    {
        await BeforePut();
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes);
        var told = context.Request.Headers[Checksum].ToString();
        if (told.Length > 0 && told != Convert.ToBase64String(SHA256.HashData(bytes.ToArray())))
        {
            await ErrorAsync(context, 400, "BadDigest");
            return;
        }

        Objects[key] = new S3Object(bytes.ToArray(), TimeProvider.System.GetUtcNow(), KeepsChecksums && told.Length > 0 ? told : null);
        context.Response.Headers.ETag = "\"0\"";
    }

    private IResult Delete(string key)
    {
        Objects.TryRemove(key, out _);
        return Results.NoContent();
    }

    private IResult List(HttpContext context)
    {
        var query = context.Request.Query;
        var after = query["continuation-token"].ToString();
        var most = int.TryParse(query["max-keys"], CultureInfo.InvariantCulture, out var told) ? told : PageLength;
        var all = Objects.Where(one => one.Key.StartsWith(query["prefix"].ToString(), StringComparison.Ordinal) && string.CompareOrdinal(one.Key, after) > 0).OrderBy(one => one.Key, StringComparer.Ordinal).ToList();
        var page = all.Take(most).ToList();
        XNamespace s3 = "http://s3.amazonaws.com/doc/2006-03-01/";
        var answer = new XElement(
            s3 + "ListBucketResult",
            new XElement(s3 + "Name", Bucket),
            new XElement(s3 + "KeyCount", page.Count),
            new XElement(s3 + "IsTruncated", page.Count < all.Count),
            page.Count < all.Count ? new XElement(s3 + "NextContinuationToken", page[^1].Key) : null,
            page.Select(one => new XElement(
                s3 + "Contents",
                new XElement(s3 + "Key", one.Key),
                new XElement(s3 + "LastModified", one.Value.Put.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)),
                new XElement(s3 + "Size", one.Value.Bytes.Length))));
        return Results.Text(answer.ToString(), "application/xml");
    }

    private static async Task ErrorAsync(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.ContentType = "application/xml";
            await context.Response.WriteAsync(new XElement("Error", new XElement("Code", code), new XElement("Message", code)).ToString());
        }
    }
}
