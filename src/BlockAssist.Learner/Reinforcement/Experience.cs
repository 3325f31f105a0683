using BlockAssist.Learner.Data;
using BlockAssist.Learner.Views;

namespace BlockAssist.Learner.Reinforcement;

/// <summary>What solvers saw and did on several sites in some turns, and what came of it: turns in order of time, within each time the sites.</summary>
/// <param name="Length">How many turns.</param>
/// <param name="Sites">On how many sites.</param>
/// <param name="Memory">How many numbers half of the network's memory has.</param>
internal sealed record Experience(int Length, int Sites, int Memory)
{
    /// <summary>What was seen.</summary>
    public ViewBatch Views { get; } = new(Length * Sites);

    /// <summary>What was done; of weight 0 once the episode of a site was over.</summary>
    public Turn[] Turns { get; } = new Turn[Length * Sites];

    /// <summary>By how many cells each turn brought the goal nearer, less what a step costs.</summary>
    public float[] Rewards { get; } = new float[Length * Sites];

    /// <summary>Half of what the network remembered before the first turn, site by site.</summary>
    public float[] Hidden { get; } = new float[Sites * Memory];

    /// <summary>The other half.</summary>
    public float[] Cell { get; } = new float[Sites * Memory];

    /// <summary>What is seen after the last turn on each site.</summary>
    public ViewBatch After { get; } = new(Sites);

    /// <summary>Whether anything is left to do then.</summary>
    public bool[] GoesOn { get; } = new bool[Sites];

    /// <summary>Which turns were made.</summary>
    public bool[] Made => Array.ConvertAll(Turns, turn => turn.Weight > 0);

    /// <summary>How many turns were made on a site.</summary>
    public int MadeOn(int site)
    {
        var turns = 0;
        while (turns < Length && Turns[(turns * Sites) + site].Weight > 0)
        {
            turns++;
        }

        return turns;
    }
}
