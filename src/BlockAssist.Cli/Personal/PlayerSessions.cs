using BlockAssist.Cli.Running;
using BlockAssist.Cli.Training;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Personal;

/// <summary>The sessions in which players built on sites of one size, the oldest first.</summary>
internal static class PlayerSessions
{
    // Of less nothing can be learnt; somebody looked in and went away.
    private const int FewestTurns = 100;

    /// <summary>Whose each session is, and where it is recorded.</summary>
    /// <param name="context">Where the node's own are.</param>
    /// <param name="data">Files and folders; null for the node's own.</param>
    /// <param name="site">The size of the sites.</param>
    /// <param name="players">Whose: people's, or scripted players'.</param>
    /// <exception cref="ForeseenException">A folder is not there, or there is no session at all.</exception>
    public static IReadOnlyList<(string Player, string Path)> Of(CommandContext context, string[]? data, GridSize site, BuilderRole players = BuilderRole.Person)
    {
        var found =
            from one in LearningInput.Open(context, data).Demonstrations
            where one.Turns >= FewestTurns
            let header = EpisodeReader.Open(one.Path).Header
            where header.Options.Size == site && header.Builders[one.Builder].Role == players
            orderby header.Properties.GetValueOrDefault("recorded", ""), one.Path
            select (one.Participant, one.Path);
        return [.. found];
    }
}
