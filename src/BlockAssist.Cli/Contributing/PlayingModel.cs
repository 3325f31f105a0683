using BlockAssist.Chain.Values;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Models;

namespace BlockAssist.Cli.Contributing;

/// <summary>The model of people that plays in a home.</summary>
internal static class PlayingModel
{
    /// <summary>Its digest; zero where it is the one that comes with the program.</summary>
    public static Hash32 DigestIn(NodeHome home) =>
        new ModelRegistry(home.Models, TimeProvider.System).Promoted(ModelKind.Human) is { } model ? Hash32.Parse("0x" + model.Hash) : default;
}
