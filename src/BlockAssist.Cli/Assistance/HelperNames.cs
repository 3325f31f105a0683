using BlockAssist.Learner.Beliefs.Search;
using BlockAssist.Learner.Evaluation.Assistance;
using BlockAssist.Learner.Inference;

namespace BlockAssist.Cli.Assistance;

/// <summary>The helpers that can be measured, by the names they go by on a command line.</summary>
internal static class HelperNames
{
    /// <summary>A helper that needs a model: does what it is sure of.</summary>
    public const string Belief = "belief";

    /// <summary>A helper that needs a model: does what people would do who believed the same.</summary>
    public const string Imitation = "imitation";

    /// <summary>A helper that needs a model: looks ahead.</summary>
    public const string Search = "search";

    /// <summary>What the names stand for, in one sentence.</summary>
    public const string Description = "'idle' stands about, 'oracle' sees the goal, 'belief' infers it by a model and does what it is sure of, 'search' looks ahead besides, 'imitation' does what people would do who believed the same";

    /// <summary>All names; <c>alone</c>, with which all are compared, is no helper but may be named.</summary>
    public static IReadOnlyList<string> All { get; } = [Helper.Nobody.Name, Helper.Idle.Name, Helper.Oracle.Name, Imitation, Belief, Search];

    /// <summary>Whether a model is needed for helpers of some names; null for all that there are.</summary>
    public static bool NeedModel(IReadOnlyList<string>? names) => names is null || names.Any(name => name is Imitation or Belief or Search);

    /// <summary>The helpers of some names, each once, in the order of <see cref="All"/>.</summary>
    /// <param name="names">The names; null for all that there are.</param>
    /// <param name="assistant">The model; null where none is needed.</param>
    /// <param name="human">The model of people.</param>
    /// <param name="search">How it looks ahead.</param>
    /// <param name="clock">Tells when its time is up.</param>
    public static IReadOnlyList<Helper> Choose(IReadOnlyList<string>? names, AssistantModel? assistant, InferenceEngine human, SearchOptions search, TimeProvider clock)
    {
        Helper[] inferring = assistant is null
            ? []
            : [new Helper(Imitation, seed => assistant.SitImitating(human, seed)), new Helper(Belief, _ => assistant.Sit()), new Helper(Search, seed => assistant.SitSearching(search, seed, clock))];
        Helper[] available = [Helper.Idle, Helper.Oracle, .. inferring];
        return [.. available.Where(helper => names is null || names.Contains(helper.Name))];
    }
}
