namespace BlockAssist.Simulation.Policies;

/// <summary>A helper that can be told how to help.</summary>
public interface IHeedsWishes
{
    /// <summary>Takes wishes to heart, from the next turn on until the next reset; to be called between turns only.</summary>
    /// <param name="wishes">All wishes; borrowed, valid during the call.</param>
    void Heed(HelpWishes wishes);
}
