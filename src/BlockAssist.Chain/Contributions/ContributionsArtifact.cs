using System.Text.Json;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Contributions;

/// <summary>The contract <c>Contributions</c> as it was compiled; see <c>contracts/</c>.</summary>
/// <param name="Abi">What it can be asked, tells and refuses.</param>
/// <param name="Bytecode">What makes one, without what its constructor takes.</param>
/// <param name="Runtime">What is on the chain then, with zeros where values are put in.</param>
/// <param name="Immutables">Where in <paramref name="Runtime"/> values are put in.</param>
public sealed record ContributionsArtifact(ContractAbi Abi, ReadOnlyMemory<byte> Bytecode, ReadOnlyMemory<byte> Runtime, IReadOnlyList<(int Start, int Length)> Immutables)
{
    private const string Resource = "Contributions.json";

    /// <summary>By which errors it may refuse.</summary>
    public KnownErrors Errors { get; } = new(Abi.Errors);

    /// <summary>Reads it.</summary>
    public static ContributionsArtifact Load()
    {
        using var stream = typeof(ContributionsArtifact).Assembly.GetManifestResourceStream(Resource)!;
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        return new ContributionsArtifact(
            ContractAbi.Parse(root.GetProperty("abi").GetRawText()),
            Hex.Read(root.GetProperty("bytecode").GetString()),
            Hex.Read(root.GetProperty("deployedBytecode").GetString()),
            [.. root.GetProperty("immutables").EnumerateArray().Select(one => (one.GetProperty("start").GetInt32(), one.GetProperty("length").GetInt32()))]);
    }

    /// <summary>What makes a contract.</summary>
    /// <param name="admin">Who grants its roles.</param>
    /// <param name="leastBond">What lets a verifier speak.</param>
    /// <param name="silencePenalty">What one loses who does not reveal what it committed to.</param>
    public byte[] Creation(Address admin, Wei leastBond, Wei silencePenalty) =>
        [.. Bytecode.Span, .. Abi.Constructor.EncodeParts(admin, leastBond.Value, silencePenalty.Value)];

    /// <summary>Whether a program on a chain is this contract.</summary>
    public bool IsOf(ReadOnlySpan<byte> code)
    {
        var (found, expected) = (code.ToArray(), Runtime.ToArray());
        if (found.Length != expected.Length)
        {
            return false;
        }

        foreach (var (start, length) in Immutables)
        {
            found.AsSpan(start, length).Clear();
            expected.AsSpan(start, length).Clear();
        }

        return found.AsSpan().SequenceEqual(expected);
    }
}
