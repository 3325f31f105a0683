using System.Text.Json;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Rpc;

/// <summary>Asks, and reads members of what is answered; whatever that throws, <see cref="AskAsync"/> turns into one fault.</summary>
internal static class AnswerReading
{
    public static async Task<T> AskAsync<T>(this IJsonRpc rpc, RpcCall call, Func<JsonElement, T> read, CancellationToken cancellation)
    {
        var answer = await rpc.CallAsync(call, cancellation);
        try
        {
            return read(answer);
        }
        catch (Exception error) when (error is ChainFormatException or InvalidOperationException or KeyNotFoundException or OverflowException or IndexOutOfRangeException)
        {
            throw new ChainException(ChainFault.Malformed, $"the node's answer to {call.Method} is not what it should be: {error.Message}");
        }
    }

    public static string Text(this JsonElement element, string member) =>
        element.GetProperty(member).GetString() ?? throw new ChainFormatException($"{member} is null");

    public static ulong Number(this JsonElement element, string member) => Quantity.ReadUInt64(element.Text(member));

    public static ulong? OptionalNumber(this JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null ? Quantity.ReadUInt64(value.GetString()) : null;

    public static Wei Wei(this JsonElement element, string member) => new(Quantity.Read(element.Text(member)));

    public static Hash32 Hash(this JsonElement element, string member) => Hash32.Parse(element.Text(member));
}
