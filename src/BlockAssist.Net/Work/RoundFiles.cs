namespace BlockAssist.Net.Work;

/// <summary>What everybody has who takes part in a round.</summary>
/// <param name="Base">The file of the checkpoint that all begin with.</param>
/// <param name="Recipe">The file that says how to train.</param>
public sealed record RoundFiles(string Base, string Recipe);
