namespace BlockAssist.Simulation.Episodes;

/// <summary>Where a builder's action in a step came from: which of them a learner may learn from.</summary>
/// <remarks>Written to files: add at the end, never renumber.</remarks>
public enum ActionOrigin : byte
{
    /// <summary>The builder had no say in this step and did nothing.</summary>
    Absent = 0,

    /// <summary>A no-op put in to stand for idle time, as MBAG's data has them; nobody chose it.</summary>
    Padding = 1,

    /// <summary>The builder chose the action, which may be to do nothing.</summary>
    Decision = 2,
}
