using System.Globalization;
using System.Numerics;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Abi;

/// <summary>The errors that can be told apart: those of Solidity itself, and those of contracts.</summary>
public sealed class KnownErrors
{
    internal const string TextName = "Error";
    internal const string PanicName = "Panic";

    private readonly Dictionary<Selector, AbiError> _errors = [];

    /// <summary>The errors of Solidity, and others besides.</summary>
    public KnownErrors(params IEnumerable<AbiError> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        foreach (var error in (IEnumerable<AbiError>)[AbiError.Parse("Error(string message)"), AbiError.Parse("Panic(uint256 code)"), .. errors])
        {
            _errors.TryAdd(error.Selector, error);
        }
    }

    /// <summary>Only those of Solidity.</summary>
    public static KnownErrors OfSolidity { get; } = new();

    /// <summary>What bytes that came back tell. Anything can come back: what cannot be read is told by its selector.</summary>
    public ContractError Read(ReadOnlyMemory<byte> bytes)
    {
        if (Selector.At(bytes.Span) is not { } selector)
        {
            return new ContractError("", [], bytes);
        }

        try
        {
            return _errors.TryGetValue(selector, out var error)
                ? new ContractError(error.Name, [.. Named(error, error.Inputs.DecodeParts(bytes[Selector.Bytes..]))], bytes)
                : Unknown(selector, bytes);
        }
        catch (ChainFormatException)
        {
            return Unknown(selector, bytes);
        }
    }

    internal static string MeaningOf(BigInteger panic) => panic.IsZero || panic > 0xFF ? $"panic {panic.ToString(CultureInfo.InvariantCulture)}" : (int)panic switch
    {
        0x01 => "an assertion failed",
        0x11 => "arithmetic overflow",
        0x12 => "division by zero",
        0x21 => "a number that is none of its enumeration",
        0x22 => "a damaged byte array in storage",
        0x31 => "pop of an empty array",
        0x32 => "an index out of range",
        0x41 => "too much memory",
        0x51 => "a call of a function that was never set",
        var code => string.Create(CultureInfo.InvariantCulture, $"panic {code}"),
    };

    private static ContractError Unknown(Selector selector, ReadOnlyMemory<byte> bytes) => new(selector.ToString(), [], bytes);

    private static IEnumerable<KeyValuePair<string, object>> Named(AbiError error, IReadOnlyList<object> values) =>
        error.Inputs.Parts.Select((part, i) => KeyValuePair.Create(part.Name.Length > 0 ? part.Name : i.ToString(CultureInfo.InvariantCulture), values[i]));
}
