namespace BlockAssist.Cli.Training;

/// <summary>What came of the training of an assistant.</summary>
/// <param name="Model">The address of the model in the node's registry.</param>
/// <param name="File">The file that the checkpoint was written to besides.</param>
/// <param name="Weights">How many numbers the model has.</param>
/// <param name="Recordings">From how many recordings of practice it learnt.</param>
/// <param name="Metrics">Loss and accuracy on what was learnt, over the last hundred steps.</param>
/// <param name="Seconds">How long it took, since it was last taken up.</param>
/// <param name="Curves">How loss and accuracy went, as a picture.</param>
internal sealed record AssistantTrainingReport(
    string Model, string? File, int Weights, int Recordings, Dictionary<string, double> Metrics, double Seconds, string Curves);
