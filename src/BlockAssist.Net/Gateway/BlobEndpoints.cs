using System.Globalization;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace BlockAssist.Net.Gateway;

/// <summary><c>/blob/ID</c>: GET with ranges, HEAD for how much is there, PUT from there on.</summary>
/// <param name="store">The blobs.</param>
internal sealed class BlobEndpoints(BlobStore store)
{
    /// <summary>Adds them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/blob/{id}", Get);
        routes.MapMethods("/blob/{id}", [HttpMethods.Head], Head);
        routes.MapPut("/blob/{id}", PutAsync);
    }

    private IResult Get(string id) =>
        BlobId.TryParse(id, out var blob) && store.Open(blob) is { } stream
            ? Results.Stream(stream, "application/octet-stream", enableRangeProcessing: true)
            : Results.NotFound();

    private IResult Head(string id, HttpContext context)
    {
        if (!BlobId.TryParse(id, out var blob))
        {
            return Results.BadRequest();
        }

        if (store.Contains(blob))
        {
            context.Response.ContentLength = store.LengthOf(blob);
            return Results.Empty;
        }

        context.Response.Headers[BlobHeaders.Begun] = store.LengthOf(blob).ToString(CultureInfo.InvariantCulture);
        return Results.NotFound();
    }

    private async Task<IResult> PutAsync(string id, HttpContext context)
    {
        if (!BlobId.TryParse(id, out var blob) || RangeOf(context.Request) is not var (offset, length))
        {
            return Results.BadRequest("expected an address of a blob and a length");
        }

        var receipt = await store.ReceiveAsync(blob, length, offset, context.Request.Body, context.RequestAborted);
        return Results.Text(receipt.ToString(), statusCode: StatusOf(receipt));
    }

    private static (long Offset, long Length)? RangeOf(HttpRequest request) =>
        ContentRangeHeaderValue.TryParse(request.Headers.ContentRange.ToString(), out var range) && range.Length is { } length ? (range.From ?? length, length)
        : request.ContentLength is { } all ? (0, all)
        : null;

    private static int StatusOf(BlobReceipt receipt) => receipt switch
    {
        BlobReceipt.Stored => StatusCodes.Status201Created,
        BlobReceipt.Begun => StatusCodes.Status202Accepted,
        BlobReceipt.WrongBytes => StatusCodes.Status422UnprocessableEntity,
        BlobReceipt.TooLarge => StatusCodes.Status413PayloadTooLarge,
        BlobReceipt.NoRoom => StatusCodes.Status507InsufficientStorage,
        BlobReceipt.Busy => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status416RangeNotSatisfiable,
    };
}
