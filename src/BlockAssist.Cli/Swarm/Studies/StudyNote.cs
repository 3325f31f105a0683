namespace BlockAssist.Cli.Swarm.Studies;

/// <summary>What one measurement of a study came to.</summary>
/// <param name="Key">All that it depends on.</param>
/// <param name="Values">The figures, by their names.</param>
/// <param name="Wall">How long it took, in seconds.</param>
/// <param name="Cpu">How long processors worked, in seconds.</param>
internal sealed record StudyNote(string Key, IReadOnlyDictionary<string, double> Values, double Wall, double Cpu);
