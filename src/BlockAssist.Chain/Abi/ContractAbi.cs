using System.Text.Json;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Abi;

/// <summary>What a contract can be asked, tells and refuses, as compilers write it in JSON.</summary>
/// <param name="Functions">Its functions.</param>
/// <param name="Events">Its events.</param>
/// <param name="Errors">Its errors.</param>
/// <param name="Constructor">What it is made with.</param>
public sealed record ContractAbi(IReadOnlyList<AbiFunction> Functions, IReadOnlyList<AbiEvent> Events, IReadOnlyList<AbiError> Errors, AbiTuple Constructor)
{
    private const int Deepest = 16;

    /// <summary>Reads the list that compilers write.</summary>
    /// <exception cref="ChainFormatException">It is none.</exception>
    public static ContractAbi Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var entries = document.RootElement.EnumerateArray().ToLookup(entry => entry.GetProperty("type").GetString());
            return new ContractAbi(
                [.. entries["function"].Select(entry => new AbiFunction(NameOf(entry), Parts(entry, "inputs"), Parts(entry, "outputs")))],
                [.. entries["event"].Select(entry => new AbiEvent(NameOf(entry), Parts(entry, "inputs"), IsTrue(entry, "anonymous")))],
                [.. entries["error"].Select(entry => new AbiError(NameOf(entry), Parts(entry, "inputs")))],
                entries["constructor"].Select(entry => Parts(entry, "inputs")).FirstOrDefault() ?? new AbiTuple());
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new ChainFormatException($"not the ABI of a contract: {error.Message}", error);
        }
    }

    /// <summary>The one function of a name.</summary>
    /// <exception cref="ChainFormatException">There is none, or there are several.</exception>
    public AbiFunction Function(string name) => Only(Functions.Where(function => function.Name == name), $"function {name}");

    /// <summary>The one event of a name.</summary>
    /// <exception cref="ChainFormatException">There is none, or there are several.</exception>
    public AbiEvent Event(string name) => Only(Events.Where(told => told.Name == name), $"event {name}");

    private static T Only<T>(IEnumerable<T> found, string what) =>
        found.Take(2).ToArray() is [var one] ? one : throw new ChainFormatException($"the contract has none or several of {what}");

    private static AbiTuple Parts(JsonElement entry, string member, int depth = 0)
    {
        if (depth > Deepest)
        {
            throw new ChainFormatException($"ABI: types in each other deeper than {Deepest}");
        }

        return entry.TryGetProperty(member, out var parts) ? new AbiTuple([.. parts.EnumerateArray().Select(part => Part(part, depth))]) : new AbiTuple();
    }

    private static AbiParameter Part(JsonElement part, int depth) => new(
        part.TryGetProperty("name", out _) ? NameOf(part) : "",
        AbiParser.ReadType(part.GetProperty("type").GetString() ?? "", Parts(part, "components", depth + 1)),
        IsTrue(part, "indexed"));

    private static string NameOf(JsonElement entry) => entry.GetProperty("name").GetString() ?? "";

    private static bool IsTrue(JsonElement entry, string member) => entry.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.True;
}
