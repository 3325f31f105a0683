using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BlockAssist.Learner.Networks;
using BlockAssist.Simulation.Goals.Proposing;

namespace BlockAssist.Learner.Reinforcement;

/// <summary>All that decides how self-play ends.</summary>
/// <param name="Network">The solver's network.</param>
/// <param name="Start">The weights that it begins with; the caller's.</param>
/// <param name="Options">How it learns.</param>
/// <param name="Proposals">What goals are proposed, by which rules.</param>
public sealed record SelfPlayRecipe(HumanNetwork Network, WeightSet Start, ReinforcementOptions Options, ProposerOptions Proposals)
{
    private readonly Lazy<string> _dataHash = new(() => HashOf(Start, Proposals));

    /// <summary>How it learns, as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(Options, SelfPlayJson.Default.ReinforcementOptions);

    /// <summary>A hash of what it begins with and of what goals are made of.</summary>
    public string DataHash() => _dataHash.Value;

    private static string HashOf(WeightSet start, ProposerOptions proposals)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes<float>(start.Values()));
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{proposals with { Structures = [], Site = new() }} {proposals.Site.Size} {proposals.Site.Horizon}")));
        foreach (var structure in proposals.Structures)
        {
            hash.AppendData(MemoryMarshal.AsBytes(structure.Blocks));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
