namespace BlockAssist.Net.Gates;

/// <summary>Lets two models play the same.</summary>
public interface IModelMatch
{
    /// <summary>Plays pairs: each time both models on the same goal with the same seed.</summary>
    /// <param name="candidate">The hash of one model.</param>
    /// <param name="other">The hash of the other.</param>
    /// <param name="first">The number of the first pair; fixes goals and seeds.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>For each pair by how much the first model did better, in shares of the goal.</returns>
    Task<IReadOnlyList<double>> PlayAsync(string candidate, string other, int first, int count, CancellationToken cancellation);
}
