using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Policies;

/// <summary>Says what somebody who does not see the goal takes it for.</summary>
public interface IGoalGuess
{
    /// <summary>Forgets everything, before a new episode.</summary>
    void Reset();

    /// <summary>What should be built now; to be asked once a turn.</summary>
    /// <param name="observation">What is seen.</param>
    /// <returns>What each cell should hold, in cell order: what it holds already where nothing is to be done. Valid until the next call.</returns>
    ReadOnlySpan<Block> Guess(in Observation observation);

    /// <summary>How soon a cell should be made what was guessed last; the lowest number comes first.</summary>
    int RankOf(int cell);
}
