using BlockAssist.Simulation.Policies;

namespace BlockAssist.Learner.Evaluation.Assistance;

/// <summary>Who is measured by how much a human is helped.</summary>
/// <param name="Name">What reports call it.</param>
/// <param name="Sit">Makes the helper of an episode from its seed; disposed of after it where it can be. Null: nobody, the human is alone.</param>
/// <param name="SeesGoal">Whether it is shown the goal, as an upper bound may be and an assistant must not.</param>
public sealed record Helper(string Name, Func<ulong, IPolicy>? Sit, bool SeesGoal = false)
{
    /// <summary>What every helper is compared with: a site with one builder.</summary>
    public static Helper Nobody { get; } = new("alone", null);

    /// <summary>A second builder who does nothing: what it costs that somebody stands about.</summary>
    public static Helper Idle { get; } = new("idle", _ => new IdlePolicy());

    /// <summary>A second builder who sees the goal: how much help is possible.</summary>
    public static Helper Oracle { get; } = new("oracle", _ => new LayerBuilder(), SeesGoal: true);
}
