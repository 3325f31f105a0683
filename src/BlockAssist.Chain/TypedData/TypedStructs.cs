using System.Text;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.TypedData;

/// <summary>Structs that can be signed (EIP-712), by name, each with its fields in their order.</summary>
public sealed class TypedStructs
{
    private const int Deepest = 32;

    private readonly IReadOnlyDictionary<string, IReadOnlyList<TypedField>> _structs;

    /// <summary>Structs by name.</summary>
    public TypedStructs(IReadOnlyDictionary<string, IReadOnlyList<TypedField>> structs)
    {
        ArgumentNullException.ThrowIfNull(structs);
        _structs = structs;
    }

    /// <summary>A struct and all that it is made of, as text: what its type hash is of.</summary>
    /// <exception cref="ChainFormatException">There is no such struct.</exception>
    public string TypeOf(string name)
    {
        var used = new SortedSet<string>(StringComparer.Ordinal);
        Collect(name, used);
        used.Remove(name);
        return string.Concat(used.Prepend(name).Select(Described));
    }

    /// <summary>The hash of a struct.</summary>
    /// <exception cref="ChainFormatException">A field is absent, or of another type.</exception>
    public Hash32 HashOf(string name, IReadOnlyDictionary<string, object?> values) => Keccak256.Of(Encode(name, values));

    /// <summary>What that hash is of: the hash of the type, and 32 bytes a field.</summary>
    /// <exception cref="ChainFormatException">A field is absent, or of another type.</exception>
    public byte[] Encode(string name, IReadOnlyDictionary<string, object?> values) => Encode(name, values, depth: 0);

    private byte[] Encode(string name, IReadOnlyDictionary<string, object?> values, int depth)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (depth > Deepest)
        {
            throw new ChainFormatException($"typed data: structs in each other deeper than {Deepest}");
        }

        return
        [
            .. Keccak256.Of(TypeOf(name)).ToArray(),
            .. FieldsOf(name).SelectMany(field => Word(
                field.Type, values.TryGetValue(field.Name, out var value) ? value : throw new ChainFormatException($"typed data: {name} has no {field.Name}"), depth)),
        ];
    }

    private byte[] Word(string type, object? value, int depth)
    {
        if (type.EndsWith(']'))
        {
            return Keccak256.Of((byte[])[.. ElementsOf(type, value).SelectMany(element => Word(type[..type.LastIndexOf('[')], element, depth))]).ToArray();
        }

        if (_structs.ContainsKey(type))
        {
            // A struct within itself ends with one that is absent.
            return value is null ? new byte[Hash32.Bytes]
                : value is IReadOnlyDictionary<string, object?> fields ? Keccak256.Of(Encode(type, fields, depth + 1)).ToArray()
                : throw Wrong(type);
        }

        return (AbiType.Parse(type), value) switch
        {
            (_, null) => throw Wrong(type),
            (AbiBytes bytes, _) => Keccak256.Of(bytes.ContentOf(value)).ToArray(),
            (AbiTuple, _) => throw Wrong(type),
            var (simple, _) => simple.Encode(value),
        };
    }

    private static object?[] ElementsOf(string type, object? value)
    {
        if (value is not System.Collections.IEnumerable sequence || value is string or byte[])
        {
            throw Wrong(type);
        }

        var elements = sequence.Cast<object?>().ToArray();
        var count = type[(type.LastIndexOf('[') + 1)..^1];
        return count.Length == 0 || count == elements.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) ? elements : throw Wrong(type);
    }

    private void Collect(string name, SortedSet<string> used)
    {
        if (used.Add(name))
        {
            foreach (var field in FieldsOf(name))
            {
                var type = field.Type.Split('[')[0];
                if (_structs.ContainsKey(type))
                {
                    Collect(type, used);
                }
            }
        }
    }

    private string Described(string name)
    {
        var text = new StringBuilder(name).Append('(');
        return text.AppendJoin(',', FieldsOf(name).Select(field => $"{field.Type} {field.Name}")).Append(')').ToString();
    }

    private IReadOnlyList<TypedField> FieldsOf(string name) =>
        _structs.TryGetValue(name, out var fields) ? fields : throw new ChainFormatException($"typed data: no struct {Hex.Shown(name)}");

    private static ChainFormatException Wrong(string type) => new($"typed data: a value that is no {Hex.Shown(type)}");
}
