namespace BlockAssist.Cli.Training;

/// <summary>What came of a training.</summary>
/// <param name="Model">The address of the model in the node's registry.</param>
/// <param name="File">The file that the checkpoint was written to besides.</param>
/// <param name="Weights">How many numbers the model has.</param>
/// <param name="Turns">How many turns of people there were to learn from.</param>
/// <param name="Participants">Whose they were.</param>
/// <param name="Metrics">Loss and accuracy on what was learnt, over the last hundred steps; with --validation, the loss on what was kept apart.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="MetricsFile">Step by step, as lines of JSON.</param>
/// <param name="Curves">The same as a picture.</param>
internal sealed record TrainingReport(
    string Model,
    string? File,
    int Weights,
    int Turns,
    IReadOnlyList<string> Participants,
    Dictionary<string, double> Metrics,
    double Seconds,
    string MetricsFile,
    string Curves);
