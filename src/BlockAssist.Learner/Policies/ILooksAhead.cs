namespace BlockAssist.Learner.Policies;

/// <summary>A policy that looks ahead.</summary>
public interface ILooksAhead
{
    /// <summary>By how many simulations it looked ahead so far, in all decisions.</summary>
    long Simulations { get; }
}
