namespace BlockAssist.Cli.Training;

/// <summary>What came of self-play.</summary>
/// <param name="Model">The address of the model in the node's registry.</param>
/// <param name="File">The file that the checkpoint was written to besides.</param>
/// <param name="Parent">The hash of the model that it began with.</param>
/// <param name="Iterations">How many iterations there were.</param>
/// <param name="Turns">How many turns were played.</param>
/// <param name="Metrics">Means over the last iterations.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="MetricsFile">Iteration by iteration, as lines of JSON.</param>
/// <param name="Curves">The same as a picture.</param>
internal sealed record SelfPlayReport(
    string Model,
    string? File,
    string Parent,
    int Iterations,
    long Turns,
    Dictionary<string, double> Metrics,
    double Seconds,
    string MetricsFile,
    string Curves);
