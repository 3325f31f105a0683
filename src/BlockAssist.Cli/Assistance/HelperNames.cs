using BlockAssist.Learner.Evaluation.Assistance;

namespace BlockAssist.Cli.Assistance;

/// <summary>The helpers that can be measured, by the names they go by on a command line.</summary>
internal static class HelperNames
{
    /// <summary>The helper that needs a model.</summary>
    public const string Belief = "belief";

    /// <summary>What the names stand for, in one sentence.</summary>
    public const string Description = "'idle' stands about, 'oracle' sees the goal, 'belief' infers it by the model of --assistant";

    /// <summary>All names; <c>alone</c>, with which all are compared, is no helper but may be named.</summary>
    public static IReadOnlyList<string> All { get; } = [Helper.Nobody.Name, Helper.Idle.Name, Helper.Oracle.Name, Belief];

    /// <summary>The helpers of some names, each once, in the order of <see cref="All"/>.</summary>
    /// <param name="names">The names; null for all that there are.</param>
    /// <param name="assistant">The model; null if there is none.</param>
    public static IReadOnlyList<Helper> Choose(IReadOnlyList<string>? names, AssistantModel? assistant)
    {
        Helper[] available = [Helper.Idle, Helper.Oracle, .. assistant is null ? [] : new[] { new Helper(Belief, _ => assistant.Sit()) }];
        return [.. available.Where(helper => names is null || names.Contains(helper.Name))];
    }
}
