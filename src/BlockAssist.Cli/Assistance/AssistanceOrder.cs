using BlockAssist.Learner.Beliefs.Search;
using BlockAssist.Learner.Evaluation;
using BlockAssist.Learner.Policies;

namespace BlockAssist.Cli.Assistance;

/// <summary>What is to be built, by whom and with whose help.</summary>
/// <param name="Play">How many houses, by which rules.</param>
/// <param name="Houses">Blueprint files and folders; none: made-up houses.</param>
/// <param name="Human">The human model: a file, or the start of a hash; null for the one that plays.</param>
/// <param name="Style">How it plays.</param>
/// <param name="Helpers">Who helps, by the names of <see cref="HelperNames"/>; null for all that there are.</param>
/// <param name="Assistant">The file of a belief model; null for none.</param>
/// <param name="Sure">How sure it must be of what it does.</param>
/// <param name="Search">How it looks ahead.</param>
internal sealed record AssistanceOrder(
    PlayOptions Play, IReadOnlyList<string> Houses, string? Human, PlayStyle Style, IReadOnlyList<string>? Helpers, string? Assistant, double Sure, SearchOptions Search);
