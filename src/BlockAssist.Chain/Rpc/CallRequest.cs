using System.Text.Json.Nodes;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Rpc;

/// <summary>What a contract is asked without a transaction, or what one would ask.</summary>
/// <param name="To">The contract; null makes one.</param>
/// <param name="Data">What it is told.</param>
/// <param name="From">Who asks.</param>
/// <param name="Value">How much money would go along.</param>
public sealed record CallRequest(Address? To, ReadOnlyMemory<byte> Data, Address? From = null, Wei Value = default)
{
    internal JsonObject ToJson()
    {
        var json = new JsonObject { ["data"] = Hex.Of(Data.Span), ["value"] = Quantity.Of(Value.Value) };
        if (To is { } to)
        {
            json["to"] = to.ToString();
        }

        if (From is { } from)
        {
            json["from"] = from.ToString();
        }

        return json;
    }
}
