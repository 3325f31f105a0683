using System.Text.Json;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Rpc;

/// <summary>Reads members of what nodes answer; whatever they throw, <see cref="ChainNode"/> turns into one fault.</summary>
internal static class AnswerReading
{
    public static string Text(this JsonElement element, string member) =>
        element.GetProperty(member).GetString() ?? throw new ChainFormatException($"{member} is null");

    public static ulong Number(this JsonElement element, string member) => Quantity.ReadUInt64(element.Text(member));

    public static Wei Wei(this JsonElement element, string member) => new(Quantity.Read(element.Text(member)));

    public static Hash32 Hash(this JsonElement element, string member) => Hash32.Parse(element.Text(member));
}
