using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Abi;

/// <summary>Something that a contract tells about itself in the log of a block.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Inputs">What it tells.</param>
/// <param name="IsAnonymous">Whether its signature is not among the topics.</param>
public sealed record AbiEvent(string Name, AbiTuple Inputs, bool IsAnonymous = false)
{
    private const int MostTopics = 4;

    /// <summary>The first topic of each: the hash of the signature.</summary>
    public Hash32 Topic { get; } = Keccak256.Of(Name + Inputs.Name);

    private IEnumerable<AbiParameter> Indexed => Inputs.Parts.Where(part => part.IsIndexed);

    private AbiTuple Data => new([.. Inputs.Parts.Where(part => !part.IsIndexed)]);

    /// <summary>Reads <c>Transfer(address indexed from, address indexed to, uint256 value)</c>.</summary>
    /// <exception cref="ChainFormatException">It is no signature.</exception>
    public static AbiEvent Parse(string text)
    {
        var (name, inputs, _) = AbiParser.ReadSignature(text);
        return new AbiEvent(name, inputs);
    }

    /// <summary>Whether topics are those of this event: as many as it has, and the first is its own.</summary>
    public bool Matches(IReadOnlyList<Hash32> topics)
    {
        ArgumentNullException.ThrowIfNull(topics);
        return topics.Count == Indexed.Count() + (IsAnonymous ? 0 : 1) && topics.Count <= MostTopics && (IsAnonymous || topics[0] == Topic);
    }

    /// <summary>What it tells, in the order of its inputs. Of an indexed text, array, tuple or bytes there is only the hash.</summary>
    /// <exception cref="ChainFormatException">The log is not of this event.</exception>
    public IReadOnlyList<object> Decode(IReadOnlyList<Hash32> topics, ReadOnlyMemory<byte> data)
    {
        if (!Matches(topics))
        {
            throw new ChainFormatException($"ABI: not a log of {Name}{Inputs.Name}");
        }

        var indexed = new Queue<Hash32>(topics.Skip(IsAnonymous ? 0 : 1));
        var others = new Queue<object>(Data.DecodeParts(data));
        return [.. Inputs.Parts.Select(part => part.IsIndexed ? FromTopic(part.Type, indexed.Dequeue()) : others.Dequeue())];
    }

    /// <summary>What to look for: a topic a place, null where any will do.</summary>
    /// <param name="values">A value, or null, for each of the first indexed inputs.</param>
    /// <exception cref="ChainFormatException">A value is of another type, or does not fit; or there are more than inputs.</exception>
    public IReadOnlyList<Hash32?> TopicsFor(params IReadOnlyList<object?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var indexed = Indexed.ToArray();
        return values.Count <= indexed.Length
            ? [.. IsAnonymous ? [] : (Hash32?[])[Topic], .. values.Select((value, i) => value is null ? null : ToTopic(indexed[i].Type, value))]
            : throw new ChainFormatException($"ABI: {Name} has {indexed.Length} indexed inputs, not {values.Count}");
    }

    /// <summary>A log of it: its topics, and the rest.</summary>
    internal (IReadOnlyList<Hash32> Topics, byte[] Data) Encode(IReadOnlyList<object> values)
    {
        var parts = Inputs.Parts.Zip(values).ToArray();
        var topics = TopicsFor([.. parts.Where(part => part.First.IsIndexed).Select(part => part.Second)]);
        return ([.. topics.Select(topic => topic!.Value)], Data.EncodeParts([.. parts.Where(part => !part.First.IsIndexed).Select(part => part.Second)]));
    }

    private static object FromTopic(AbiType type, Hash32 topic) => IsHashed(type) ? topic : type.Decode(topic.ToArray());

    private static Hash32? ToTopic(AbiType type, object value) => type switch
    {
        AbiBytes bytes => Keccak256.Of(bytes.ContentOf(value)),
        _ when IsHashed(type) => value is Hash32 hash ? hash : throw new ChainFormatException($"ABI: {type.Name} is looked for by its hash"),
        _ => new Hash32(type.Encode(value)),
    };

    private static bool IsHashed(AbiType type) => type is AbiBytes or AbiArray or AbiTuple;
}
