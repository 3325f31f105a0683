namespace BlockAssist.Net.Work;

/// <summary>By how much a change makes a model better.</summary>
/// <param name="Mean">As measured; below 0 worse.</param>
/// <param name="Error">The standard error of that; 0 where the same is always measured on the same.</param>
public readonly record struct Gain(double Mean, double Error = 0)
{
    /// <summary>The gain, where nobody is blamed for chance: 0 for a loss of less than two standard errors.</summary>
    public double BeyondChance => Mean < 0 && Mean > -2 * Error ? 0 : Mean;
}
