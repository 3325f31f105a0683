namespace BlockAssist.Simulation.Goals.Proposing;

/// <summary>How a goal was made up.</summary>
public enum ProposalKind
{
    /// <summary>Boxes, pyramids, stairs and the like.</summary>
    Solids,

    /// <summary>A made-up house.</summary>
    House,

    /// <summary>Whatever somebody may want to build: see <see cref="Varied.VariedGoal"/>.</summary>
    Varied,

    /// <summary>Little on the ground, much above it.</summary>
    Overhang,

    /// <summary>A closed room with something in it.</summary>
    Interior,

    /// <summary>A part of one of the structures that were given.</summary>
    Part,

    /// <summary>An earlier goal that was neither easy nor hopeless, edited.</summary>
    Edited,
}
