using BlockAssist.Fuzzing.Engine;

namespace BlockAssist.Fuzzing.Targets;

/// <summary>Everything that is fuzzed.</summary>
internal static class FuzzTargets
{
    /// <summary>All, a family after the other.</summary>
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        .. EpisodeTargets.All,
        .. BlueprintTargets.All,
        .. TrainingTargets.All,
        .. ChainTargets.All,
        .. LedgerTargets.All,
        .. MessageTargets.All,
        .. HubTargets.All,
        .. LinkTargets.All,
        .. GatewayTargets.All,
        .. ServerTargets.All,
        .. NodeTargets.All,
    ];

    /// <summary>One by its name; null if there is none.</summary>
    public static FuzzTarget? Find(string name) => All.FirstOrDefault(target => target.Name == name);
}
