using System.Text.Json;
using System.Text.Json.Nodes;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Answers;

/// <summary>What a question was asked with. Whatever is not in its form is refused.</summary>
internal sealed class Arguments(RpcCall question)
{
    public string Text(int place) => TextOf(Node(place));

    public Address Address(int place) => Values.Address.Parse(Text(place));

    public Hash32 Hash(int place) => Hash32.Parse(Text(place));

    public byte[] Bytes(int place) => Hex.Read(Text(place));

    public ulong Number(int place) => Quantity.ReadUInt64(Text(place));

    public bool Yes(int place) => Node(place) is JsonValue value && value.TryGetValue<bool>(out var yes) && yes;

    public JsonObject Object(int place) => Node(place) as JsonObject ?? throw Wrong("an object");

    public int CountOf(int place) => Node(place) is JsonArray array ? array.Count : 0;

    public JsonNode? Node(int place) => place < question.Arguments.Count ? question.Arguments[place] : null;

    public static string TextOf(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : throw Wrong("a text");

    private static ChainFormatException Wrong(string what) => new($"expected {what}");
}
