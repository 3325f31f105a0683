using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Play;

/// <summary>The scripted builders of a site, seat by seat.</summary>
/// <param name="Names">Who sits there, by the names of <see cref="ScriptedBuilders"/>.</param>
/// <param name="Seed">Fixes what they do; each seat of each episode draws its own from it.</param>
internal sealed record Seats(IReadOnlyList<string> Names, ulong Seed)
{
    /// <summary>The builders of an episode.</summary>
    public IPolicy[] Take(int episode) =>
        [.. Names.Select((name, seat) => ScriptedBuilders.Create(name, Seed + (ulong)((episode * Names.Count) + seat)))];

    /// <summary>What is known when an episode of theirs begins.</summary>
    public EpisodeHeader Header(SiteOptions options, (string Name, BlockGrid Blocks) goal, Dictionary<string, string> properties) => new()
    {
        Options = options,
        Goal = goal.Blocks,
        GoalName = goal.Name,
        Builders = [.. Names.Select(name => new EpisodeBuilder(BuilderRole.Scripted, name))],
        Seed = Seed,
        StepMilliseconds = EpisodeRecorder.PaperStepMilliseconds,
        Properties = properties,
    };
}
