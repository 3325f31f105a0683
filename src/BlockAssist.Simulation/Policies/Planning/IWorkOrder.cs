using BlockAssist.Simulation.Building;

namespace BlockAssist.Simulation.Policies.Planning;

/// <summary>A builder's taste: what comes first, and from where it likes to work.</summary>
internal interface IWorkOrder
{
    /// <summary>How many moves the builder walks on to find a comfortable place, once it has found one that will do.</summary>
    int ExtraMovesForComfort { get; }

    /// <summary>Whether the builder also does what is against the goal for a while, where there is no other way: digs, scaffolds, walls itself in.</summary>
    bool DaresAnything => true;

    /// <summary>Whether the builder leaves alone for good what another one undid of its work.</summary>
    bool Yields => false;

    /// <summary>What comes first: the lowest number; among equals, what needs the fewest moves.</summary>
    /// <param name="cells">The site's cells.</param>
    /// <param name="edit">The placement or break in question.</param>
    /// <param name="last">The cell of the builder's last edit; <see cref="SiteCells.None"/> before the first.</param>
    int RankOf(SiteCells cells, BuilderAction edit, int last);

    /// <summary>Whether the builder likes to stand there to work on that cell.</summary>
    bool IsComfortable(SiteCells cells, int feet, int target);
}
