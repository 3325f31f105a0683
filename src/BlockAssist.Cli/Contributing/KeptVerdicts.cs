using System.Text.Json;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Values;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Contributing;

/// <summary>What a verifier says of the contributions to a round: written down before it commits to it, since whoever cannot show it loses of its bond.</summary>
/// <param name="Verdicts">One a contribution.</param>
internal sealed record KeptVerdicts(IReadOnlyList<KeptVerdict> Verdicts)
{
    /// <summary>What is in a file; none if there is no file.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="NewerVersionException">It is of a newer version.</exception>
    public static IReadOnlyList<Verdict> In(string file)
    {
        try
        {
            return FormOf(file).Read() is { } kept ? [.. kept.Verdicts.Select(one => (one ?? throw new JsonException("null")).Verdict)] : [];
        }
        catch (Exception error) when (error is JsonException or ChainFormatException)
        {
            throw new InvalidDataException($"{file} is damaged: {error.Message}; put a copy of it back, or delete it when its round is over", error);
        }
    }

    /// <summary>Writes them to a file that nobody else reads: they are secret until they are shown.</summary>
    public static void Keep(string file, IEnumerable<Verdict> verdicts)
    {
        FormOf(file).WritePrivate(new KeptVerdicts([.. verdicts.Select(one => new KeptVerdict(one.Contribution.ToString(), one.Accepts, one.Score, one.Salt.ToString()))]));
    }

    private static JsonFile<KeptVerdicts> FormOf(string file) => new(file, "verdicts", ContributingJson.Default.KeptVerdicts);
}

/// <summary>What a verifier says of a contribution, in a file.</summary>
/// <param name="Contribution">By which the contract knows it.</param>
/// <param name="Accepts">Whether it is what it says it is.</param>
/// <param name="Score">What it is worth.</param>
/// <param name="Salt">What nobody else can guess.</param>
internal sealed record KeptVerdict(string Contribution, bool Accepts, uint Score, string Salt)
{
    /// <summary>The same, for the contract.</summary>
    public Verdict Verdict => new(Hash32.Parse(Contribution), Accepts, Score, Hash32.Parse(Salt));
}
