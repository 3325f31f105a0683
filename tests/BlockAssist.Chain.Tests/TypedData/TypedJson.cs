using System.Text.Json;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Tests.Abi;
using BlockAssist.Chain.TypedData;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.TypedData;

/// <summary>Typed data as others write it in JSON.</summary>
internal static class TypedJson
{
    public static Dictionary<string, IReadOnlyList<TypedField>> TypesOf(JsonElement types) => types.EnumerateObject().ToDictionary(
        type => type.Name, IReadOnlyList<TypedField> (type) => [.. type.Value.EnumerateArray().Select(field => new TypedField(field.Text("name"), field.Text("type")))]);

    public static TypedDomain DomainOf(JsonElement domain) => new()
    {
        Name = domain.TryGetProperty("name", out var name) ? name.GetString() : null,
        Version = domain.TryGetProperty("version", out var version) ? version.GetString() : null,
        ChainId = domain.TryGetProperty("chainId", out var chain) ? JsonValue.Number(chain) : null,
        VerifyingContract = domain.TryGetProperty("verifyingContract", out var contract) ? Address.Parse(contract.GetString()) : null,
        Salt = domain.TryGetProperty("salt", out var salt) ? Hash32.Parse(salt.GetString()) : null,
    };

    public static Dictionary<string, object?> StructOf(IReadOnlyDictionary<string, IReadOnlyList<TypedField>> types, string name, JsonElement value) =>
        types[name].ToDictionary(field => field.Name, object? (field) => ValueOf(types, field.Type, value.GetProperty(field.Name)));

    private static object ValueOf(IReadOnlyDictionary<string, IReadOnlyList<TypedField>> types, string type, JsonElement value) =>
        type.EndsWith(']') ? value.EnumerateArray().Select(element => ValueOf(types, type[..type.LastIndexOf('[')], element)).ToArray()
        : types.ContainsKey(type) ? StructOf(types, type, value)
        : JsonValue.Of(AbiType.Parse(type), value);
}
