using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Cli.Play;

/// <summary>Who builds in one place of a site.</summary>
/// <param name="Name">What the builder is called.</param>
/// <param name="Role">What it is there for.</param>
/// <param name="GoalVisible">Whether it sees the goal.</param>
/// <param name="Sit">Makes the builder of an episode, by a seed; who is disposable is to be closed after it.</param>
internal sealed record Seat(string Name, BuilderRole Role, bool GoalVisible, Func<ulong, IPolicy> Sit)
{
    /// <summary>What the rules say of the builder.</summary>
    public BuilderOptions Options => new() { GoalVisible = GoalVisible };

    /// <summary>What a recording says of the builder.</summary>
    public EpisodeBuilder Builder => new(Role, Name);

    /// <summary>A builder that plays by a script: it cannot infer the goal, so it sees it.</summary>
    /// <param name="name">A name of <see cref="ScriptedBuilders"/>.</param>
    public static Seat Scripted(string name) => new(name, BuilderRole.Scripted, true, seed => ScriptedBuilders.Create(name, seed));
}
