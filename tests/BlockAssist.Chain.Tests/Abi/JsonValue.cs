using System.Globalization;
using System.Numerics;
using System.Text.Json;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Abi;

/// <summary>Values as vectors write them in JSON.</summary>
internal static class JsonValue
{
    public static object Of(AbiType type, JsonElement value) => type switch
    {
        AbiNumber => Number(value),
        AbiBool => value.GetBoolean(),
        AbiAddress => Address.Parse(value.GetString()),
        AbiBytes { IsText: true } => value.GetString()!,
        AbiArray array => value.EnumerateArray().Select(element => Of(array.Element, element)).ToArray(),
        AbiTuple tuple => value.EnumerateArray().Select((element, i) => Of(tuple.Parts[i].Type, element)).ToArray(),
        _ => Vectors.Bytes(value.GetString()!),
    };

    public static BigInteger Number(JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.Number ? value.GetRawText() : value.GetString()!;
        return text.StartsWith("0x", StringComparison.Ordinal)
            ? BigInteger.Parse("0" + text[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : BigInteger.Parse(text, CultureInfo.InvariantCulture);
    }
}
