using System.Globalization;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace BlockAssist.Net.Gateway;

/// <summary><c>/blob/ID</c>: GET with ranges, HEAD for how much is there, PUT from there on.</summary>
/// <param name="shelf">The blobs.</param>
/// <param name="allowance">How much peers may send.</param>
/// <param name="meter">Counts.</param>
internal sealed class BlobEndpoints(IHubShelf shelf, UploadAllowance allowance, GatewayMeter meter)
{
    private readonly BlobStore _store = shelf.Store;

    /// <summary>Adds them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/blob/{id}", GetAsync);
        routes.MapMethods("/blob/{id}", [HttpMethods.Head], HeadAsync);
        routes.MapPut("/blob/{id}", PutAsync);
    }

    private async Task<IResult> GetAsync(string id, CancellationToken cancellation) =>
        BlobId.TryParse(id, out var blob) && await shelf.BringAsync(blob, cancellation) && _store.Open(blob) is { } stream
            ? Results.Stream(new MeteredStream(stream, meter), "application/octet-stream", enableRangeProcessing: true)
            : Results.NotFound();

    private async Task<IResult> HeadAsync(string id, HttpContext context)
    {
        if (!BlobId.TryParse(id, out var blob))
        {
            return Results.BadRequest();
        }

        if (await shelf.FindAsync(blob, context.RequestAborted) is { } length)
        {
            context.Response.ContentLength = length;
            return Results.Empty;
        }

        context.Response.Headers[BlobHeaders.Begun] = _store.LengthOf(blob).ToString(CultureInfo.InvariantCulture);
        return Results.NotFound();
    }

    private async Task<IResult> PutAsync(string id, HttpContext context)
    {
        if (!BlobId.TryParse(id, out var blob) || RangeOf(context.Request) is not var (offset, length))
        {
            return Results.BadRequest("expected an address of a blob and a length");
        }

        return await shelf.FindAsync(blob, context.RequestAborted) is not null ? Told(BlobReceipt.Stored)
            : length > _store.LargestBlob ? Told(BlobReceipt.TooLarge)
            : await ReceiveAsync(context, blob, offset, length);
    }

    // What was announced is taken off at first, so that nobody sends more by sending it at once; what does not come is given back.
    private async Task<IResult> ReceiveAsync(HttpContext context, BlobId blob, long offset, long length)
    {
        var (peer, announced) = (ConnectedPeer.Of(context)!.Peer, Math.Max(0, length - offset));
        if (!allowance.TryTake(peer, announced))
        {
            meter.Refuse(GatewayRefusal.UploadAllowance);
            return Results.Text("this peer has sent as much as it may in an hour; try again in the next one", statusCode: StatusCodes.Status429TooManyRequests);
        }

        var receipt = BlobReceipt.Begun;
        try
        {
            receipt = await _store.ReceiveAsync(blob, length, offset, context.Request.Body, context.RequestAborted);
            return receipt == BlobReceipt.Stored && await shelf.FindAsync(blob, context.RequestAborted) is null ? Told(BlobReceipt.NoRoom) : Told(receipt);
        }
        finally
        {
            var came = CameOf(receipt, blob, offset, announced);
            allowance.GiveBack(peer, announced - came);
            meter.TakeBlob(came);
        }
    }

    private long CameOf(BlobReceipt receipt, BlobId blob, long offset, long announced) => receipt switch
    {
        BlobReceipt.Stored or BlobReceipt.WrongBytes or BlobReceipt.TooLarge => announced,
        BlobReceipt.Begun => Math.Clamp(_store.LengthOf(blob) - offset, 0, announced),
        _ => 0,
    };

    private static (long Offset, long Length)? RangeOf(HttpRequest request) =>
        ContentRangeHeaderValue.TryParse(request.Headers.ContentRange.ToString(), out var range) && range.Length is { } length ? (range.From ?? length, length)
        : request.ContentLength is { } all ? (0, all)
        : null;

    private IResult Told(BlobReceipt receipt)
    {
        if (CauseOf(receipt) is { } cause)
        {
            meter.Refuse(cause);
        }

        return Results.Text(receipt.ToString(), statusCode: StatusOf(receipt));
    }

    private static GatewayRefusal? CauseOf(BlobReceipt receipt) => receipt switch
    {
        BlobReceipt.TooLarge => GatewayRefusal.BlobTooLarge,
        BlobReceipt.WrongBytes => GatewayRefusal.BlobWrong,
        BlobReceipt.NoRoom => GatewayRefusal.NoRoom,
        _ => null,
    };

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
