using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Standings;

/// <summary>Values that are text in JSON: numbers would lose digits in many readers.</summary>
internal static class TextConverters
{
    /// <summary>An account.</summary>
    internal sealed class OfAddress : JsonConverter<Address>
    {
        public override Address Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Address.TryParse(reader.GetString(), out var account) ? account : throw new JsonException("no address");

        public override void Write(Utf8JsonWriter writer, Address value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    /// <summary>A digest.</summary>
    internal sealed class OfHash : JsonConverter<Hash32>
    {
        public override Hash32 Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Hash32.TryParse(reader.GetString(), out var hash) ? hash : throw new JsonException("no digest");

        public override void Write(Utf8JsonWriter writer, Hash32 value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    /// <summary>An amount, in wei.</summary>
    internal sealed class OfWei : JsonConverter<Wei>
    {
        public override Wei Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(NumberOf(reader.GetString()));

        public override void Write(Utf8JsonWriter writer, Wei value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A number of any size.</summary>
    internal sealed class OfNumber : JsonConverter<BigInteger>
    {
        public override BigInteger Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => NumberOf(reader.GetString());

        public override void Write(Utf8JsonWriter writer, BigInteger value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
    }

    // 2^256 has 78 digits.
    private static BigInteger NumberOf(string? text) =>
        text is { Length: > 0 and <= 78 } && text.All(char.IsAsciiDigit) && BigInteger.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) is var number && number.GetBitLength() <= 256
            ? number
            : throw new JsonException("no amount");
}
