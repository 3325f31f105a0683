namespace BlockAssist.Cli.Swarm.Studies.Learning;

/// <summary>How many peers of a swarm are there at which time (DiLoCo, Douillard et al. 2023, figure 7).</summary>
internal enum Attendance
{
    /// <summary>All of them always.</summary>
    Steady,

    /// <summary>Half of them, all from the middle on.</summary>
    Doubling,

    /// <summary>All of them, half from the middle on.</summary>
    Halving,

    /// <summary>More from round to round.</summary>
    Rising,

    /// <summary>Fewer from round to round.</summary>
    Falling,
}
