using System.Collections;
using System.Globalization;
using System.Numerics;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Abi;

/// <summary>Why a contract refused.</summary>
/// <param name="Name">What the contract calls it: one of its errors, <c>Error</c> with a text, <c>Panic</c> with a number; or the selector, if it is none that is known; empty without a reason.</param>
/// <param name="Arguments">What it tells besides, by name, in its order; those without a name have their number.</param>
/// <param name="Raw">The bytes that came back.</param>
public sealed record ContractError(string Name, IReadOnlyList<KeyValuePair<string, object>> Arguments, ReadOnlyMemory<byte> Raw)
{
    private const int MostShown = 8;

    /// <summary>What it tells by a name; null if nothing.</summary>
    public object? this[string name] => Arguments.FirstOrDefault(argument => argument.Key == name).Value;

    /// <summary>It in one line, such as <c>DuplicateContribution(id=0x12…)</c>.</summary>
    public override string ToString() => (Name, Arguments) switch
    {
        ("", _) => "no reason",
        (KnownErrors.TextName, [{ Value: string text }]) => Shown(text),
        (KnownErrors.PanicName, [{ Value: BigInteger code }]) => KnownErrors.MeaningOf(code),
        _ => $"{Name}({string.Join(", ", Arguments.Take(MostShown).Select(argument => $"{argument.Key}={Shown(argument.Value)}"))})",
    };

    private static string Shown(object value) => Hex.Shown(value switch
    {
        byte[] bytes => Hex.Of(bytes.AsSpan(0, Math.Min(bytes.Length, 64))),
        string text => text,
        IEnumerable => "[…]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    });
}
