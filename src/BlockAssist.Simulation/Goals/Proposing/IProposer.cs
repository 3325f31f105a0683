namespace BlockAssist.Simulation.Goals.Proposing;

/// <summary>Makes up goals, and is told how far each was built.</summary>
/// <remarks>What it proposes depends on its seed and on what it was told alone. Belongs to one thread.</remarks>
public interface IProposer
{
    /// <summary>How hard the goals are by now, from 1 on; a mean over their kinds.</summary>
    double Level { get; }

    /// <summary>What was made up so far, and what of it was not proposed.</summary>
    ProposerFigures Figures { get; }

    /// <summary>The next goal.</summary>
    Proposal Propose();

    /// <summary>Takes in how far a goal was built.</summary>
    /// <param name="proposal">The goal.</param>
    /// <param name="share">0: as at the start; 1: it stands.</param>
    void Judge(Proposal proposal, double share);

    /// <summary>All that it goes by, as bytes.</summary>
    byte[] Capture();

    /// <summary>Goes on from where <see cref="Capture"/> was called.</summary>
    /// <exception cref="FormatException">The bytes are no such state.</exception>
    void Restore(ReadOnlySpan<byte> state);
}
