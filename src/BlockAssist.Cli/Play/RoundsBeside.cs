namespace BlockAssist.Cli.Play;

/// <summary>Which rounds are trained beside a game.</summary>
internal enum RoundsBeside
{
    /// <summary>None.</summary>
    None,

    /// <summary>Those of a swarm of this node alone, unless it has joined another.</summary>
    Alone,

    /// <summary>Those of the swarm that the node is in, too.</summary>
    Joined,
}
