namespace BlockAssist.Simulation.Goals.Proposing;

/// <summary>What a proposer has made up, and what it did not propose.</summary>
/// <param name="MadeUp">How many goals it has made up.</param>
/// <param name="Trivial">How many left too little to do.</param>
/// <param name="Repeated">How many were like one of the last.</param>
/// <param name="Unreachable">How many a scripted builder could not build in the steps given.</param>
/// <param name="FallenBack">How often nothing of a level would do, and one of the level below was tried.</param>
public sealed record ProposerFigures(int MadeUp, int Trivial, int Repeated, int Unreachable, int FallenBack)
{
    /// <summary>Nothing was made up yet.</summary>
    public static ProposerFigures None { get; } = new(0, 0, 0, 0, 0);
}
