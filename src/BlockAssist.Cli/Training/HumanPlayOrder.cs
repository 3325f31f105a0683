using BlockAssist.Learner.Policies;
using BlockAssist.Simulation.Building;

namespace BlockAssist.Cli.Training;

/// <summary>What a human model is to build.</summary>
/// <param name="Site">The rules.</param>
/// <param name="Houses">Blueprint files and folders; none: made-up houses.</param>
/// <param name="Episodes">How many houses.</param>
/// <param name="Style">How the model plays.</param>
/// <param name="Seed">Fixes what chance decides.</param>
internal sealed record HumanPlayOrder(SiteOptions Site, IReadOnlyList<string> Houses, int Episodes, PlayStyle Style, ulong Seed);
