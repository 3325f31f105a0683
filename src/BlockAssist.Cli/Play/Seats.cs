using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Play;

/// <summary>The builders of a site, seat by seat.</summary>
/// <param name="All">Who sits there.</param>
/// <param name="Seed">Fixes what they do; each seat of each episode draws its own from it.</param>
internal sealed record Seats(IReadOnlyList<Seat> All, ulong Seed)
{
    /// <summary>A player, and whoever helps.</summary>
    public static Seats Of(Seat player, Seat? helper, ulong seed) => new(helper is null ? [player] : [player, helper], seed);

    /// <summary>What they are called.</summary>
    public IReadOnlyList<string> Names => [.. All.Select(seat => seat.Name)];

    /// <summary>What the rules say of them.</summary>
    public IReadOnlyList<BuilderOptions> Options => [.. All.Select(seat => seat.Options)];

    /// <summary>The builders of an episode.</summary>
    public IPolicy[] Take(int episode) => [.. All.Select((seat, place) => seat.Sit(Seed + (ulong)((episode * All.Count) + place)))];

    /// <summary>What is known when an episode of theirs begins.</summary>
    public EpisodeHeader Header(SiteOptions options, (string Name, BlockGrid Blocks) goal, Dictionary<string, string> properties) => new()
    {
        Options = options,
        Goal = goal.Blocks,
        GoalName = goal.Name,
        Builders = [.. All.Select(seat => seat.Builder)],
        Seed = Seed,
        StepMilliseconds = EpisodeRecorder.PaperStepMilliseconds,
        Properties = properties,
    };
}
