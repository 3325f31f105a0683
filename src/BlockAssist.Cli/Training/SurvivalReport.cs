namespace BlockAssist.Cli.Training;

/// <summary>What came of learning from what became of edits.</summary>
/// <param name="Model">The address of the model in the node's registry.</param>
/// <param name="File">The file that the checkpoint was written to besides.</param>
/// <param name="Parent">The hash of the model that it began with.</param>
/// <param name="Rounds">Round by round: what was learnt from, and how well fates were foreseen before and after.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record SurvivalReport(string Model, string? File, string Parent, IReadOnlyList<SurvivalRound> Rounds, double Seconds);

/// <summary>A round of it.</summary>
/// <param name="Recordings">How many recordings there are by then.</param>
/// <param name="Learnt">How many edits were learnt from.</param>
/// <param name="Apart">How many edits it is measured by.</param>
/// <param name="Before">Nats an edit, by the belief alone or the judge before.</param>
/// <param name="After">Nats an edit, by the judge that came of it.</param>
internal sealed record SurvivalRound(int Recordings, int Learnt, int Apart, double Before, double After);
