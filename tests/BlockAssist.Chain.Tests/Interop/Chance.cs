using System.Numerics;
using System.Text;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Tests.Abi;
using BlockAssist.Chain.TypedData;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Interop;

/// <summary>Things by chance, the same for the same seed.</summary>
internal sealed class Chance(int seed)
{
    private static readonly string[] Letters = ["a", "Z", " ", "0", "\n", "ä", "ß", "漢", "🧱", "\"", "\\", "\u0001"];
    private static readonly string[] Plain = ["bool", "address", "string", "bytes"];
    private static readonly string[] Structs = ["Work", "Zebra", "Abacus", "Mail"];
    private static readonly string[] Arrays = ["", "", "[]", "[2]", "[2][]"];

    private readonly Random _random = new(seed);

    public int Below(int count) => _random.Next(count);

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    public Hash32 Hash() => new(Bytes(Hash32.Bytes));

    public Address Address() => new(Bytes(Chain.Values.Address.Bytes));

    public byte[] Key() => Bytes(LocalSigner.SecretBytes);

    public BigInteger Number(int bits) => (BigInteger)Value($"uint{bits}");

    public string Text() => string.Concat(Enumerable.Range(0, Below(40)).Select(_ => Pick(Letters)));

    public T Pick<T>(IReadOnlyList<T> list) => list[Below(list.Count)];

    public object Value(string type) => AnyValue.Of(AbiType.Parse(type), _random);

    /// <summary>A type that the others know too: not all know functions and numbers with a point.</summary>
    public string Type(int depth = 0) => (depth > 2 ? 0 : Below(4)) switch
    {
        1 => $"({string.Join(',', Enumerable.Range(0, 1 + Below(3)).Select(_ => Type(depth + 1)))})",
        2 => $"{Type(depth + 1)}[]",
        3 => $"{Type(depth + 1)}[{1 + Below(3)}]",
        _ => Simple(),
    };

    /// <summary>Structs in each other, the first outermost; each is used at least once by the one before.</summary>
    public (string Name, IReadOnlyDictionary<string, IReadOnlyList<TypedField>> Structs) TypedStructs()
    {
        var names = Structs[..(1 + Below(Structs.Length))];
        return (names[0], names.Select((name, at) => (name, Fields(names[(at + 1)..]))).ToDictionary(one => one.name, one => one.Item2));
    }

    /// <summary>A value of a field of a struct.</summary>
    public object Typed(IReadOnlyDictionary<string, IReadOnlyList<TypedField>> structs, string type)
    {
        if (type.EndsWith(']'))
        {
            var start = type.LastIndexOf('[');
            var count = type[start..] == "[]" ? Below(4) : type[start + 1] - '0';
            return Enumerable.Range(0, count).Select(_ => Typed(structs, type[..start])).ToArray();
        }

        return structs.TryGetValue(type, out var fields) ? fields.ToDictionary(field => field.Name, object? (field) => Typed(structs, field.Type)) : Value(type);
    }

    public TypedDomain Domain() => new()
    {
        Name = Below(3) > 0 ? Text() : null,
        Version = Below(3) > 0 ? Text() : null,
        ChainId = Below(3) > 0 ? Number(32) : null,
        VerifyingContract = Below(3) > 0 ? Address() : null,
        Salt = Below(3) > 0 ? Hash() : null,
    };

    /// <summary>A password that is the same to those who bring letters into one form first.</summary>
    public string Password() => (Text() + "!").Normalize(NormalizationForm.FormKC);

    private IReadOnlyList<TypedField> Fields(string[] inner) =>
    [
        .. Enumerable.Range(0, 1 + Below(4)).Select(_ => Simple()).Concat(inner.Take(1)).Concat(Enumerable.Range(0, inner.Length > 0 ? Below(3) : 0).Select(_ => Pick(inner)))
            .Select((type, i) => new TypedField($"f{i}", type + Pick(Arrays))),
    ];

    private string Simple() => Below(4) switch
    {
        0 => $"uint{8 * (1 + Below(32))}",
        1 => $"int{8 * (1 + Below(32))}",
        2 => $"bytes{1 + Below(32)}",
        _ => Pick(Plain),
    };
}
